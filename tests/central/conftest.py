"""A central that really runs: an encrypted file, a real socket, accounts, devices, a week of a made-up network."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kiosque.actions.network import network as setting
from kiosque.central.accounts import NEVER, Accounts, Role
from kiosque.central.central import Central
from kiosque.central.devices import enrol
from kiosque.db.identity import Receipt
from kiosque.db.keys import change_credential
from kiosque.db.store import Store
from kiosque.domain.records import ANTENNA, INTERVENTION, PERMANENCE, REGISTRATION, VISIT, VISITOR, WORKSHOP
from kiosque.reports import charts
from kiosque.reports.charts import Bar
from tests.central.house import PASSWORD, PATIENT, PLAIN, QUICK, Clock, Kiosk, Network, at, log_in, serving
from tests.central.inside import Inside, inside_of
from tests.central.office import Office
from tests.stores import Space, founded, space


@pytest.fixture(scope="session", autouse=True)
def _pens() -> None:
    """Draw a first chart: it takes half a second, more on a busy machine, and no page of a test is to wait for it."""
    charts.lying([Bar("", 1, "1")])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store, _ = founded(tmp_path / "central.db", 7, clock)
    yield store
    store.close()


@pytest.fixture
def central(store: Store) -> Iterator[Central]:
    central = replace(Central.over(store), accounts=Accounts(store, QUICK))
    # Codes are asked for in test_second_factor; elsewhere they would stand before each test.
    central.accounts.add("coordination", PASSWORD, Role.ADMINISTRATOR, code_due=NEVER)
    central.accounts.add("financeur", PASSWORD, Role.FIGURES, code_due=NEVER)
    central.accounts.add("asoft", PASSWORD, Role.ASSOCIATION, "asoft", code_due=NEVER)
    central.accounts.add("protection", PASSWORD, Role.DATA_PROTECTION, code_due=NEVER)
    yield central
    central.close()


@pytest.fixture
def address(central: Central) -> Iterator[str]:
    with serving(central) as address:
        yield address


@pytest.fixture
def browser(address: str) -> Iterator[httpx.Client]:
    """A browser without a screen: keeps cookies, does not follow redirections."""
    with httpx.Client(verify=PLAIN, timeout=PATIENT, base_url=address) as client:
        yield client


@pytest.fixture
def network(central: Central) -> Network:
    """Three antennas: one busy today, one silent for two weeks, one that never sent anything."""
    store, net = central.store, Network()
    with store.writing() as writer:
        for name, commune, association in (
            ("Rémuzat", "26264", "aventic"),
            ("Nyons, maison des associations", "26220", "asoft"),
            ("Séderon", "26340", "asoft"),
        ):
            net.antennas[name] = writer.record(
                ANTENNA, code=name[:3].upper(), name=name, commune=commune, association=association
            )
    for name, antenna in net.antennas.items():
        net.devices[name] = enrol(store, antenna, "http://central", 1)
    remuzat, nyons, _ = net.antennas.values()
    store.keep_receipt(net.devices["Rémuzat"].device, Receipt(9, at(23, 14, 32)))
    store.keep_receipt(net.devices["Nyons, maison des associations"].device, Receipt(9, at(9, 18, 5)))
    with store.writing() as writer:
        odette = writer.record(VISITOR, given_name="Odette", family_name="Chastel")
        morning = writer.record(PERMANENCE, antenna=remuzat, times=(at(23, 9), at(23, 12)))
        writer.record(PERMANENCE, antenna=remuzat, times=(at(23, 14), None))
        writer.record(
            VISIT,
            permanence=morning,
            visitor=odette,
            times=(at(23, 9, 10), at(23, 9, 50)),
            reason="service",
            age_band="soixante_dix_plus",
            commune="26264",
        )
        writer.record(VISIT, permanence=morning, times=(at(23, 10), None))
        writer.record(
            INTERVENTION,
            permanence=morning,
            visitors=(odette,),
            given_at=at(23, 9, 40),
            duration=30,
            themes=("aide_aux_demarches_administratives", "email"),
            service="caf",
            place="lieu_activite",
            note="Odette a perdu son mot de passe",
        )
        session = writer.record(
            WORKSHOP, antenna=remuzat, title="Photo <b>numérique</b>", times=(at(21, 14), at(21, 16)), theme="email"
        )
        writer.record(REGISTRATION, workshop=session, visitor=odette, state="seen")
        writer.record(REGISTRATION, workshop=session, name="Marcel Arnoux", state="noshow")
        writer.record(PERMANENCE, antenna=nyons, times=(at(9, 9), at(9, 18)), to_confirm=True)
    return net


@pytest.fixture
def kiosks(central: Central, tmp_path: Path, clock: Clock) -> Iterator[tuple[Kiosk, Kiosk]]:
    with central.store.writing() as writer:
        places = [writer.record(ANTENNA, code=code, name=code) for code in ("NYO", "REM")]
    one, other = (Kiosk(tmp_path, enrol(central.store, place, "http://central", 1), clock) for place in places)
    yield one, other
    one.close()
    other.close()


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk and its central."""
    with space(tmp_path) as made:
        yield made


@pytest.fixture
def inside(central: Central) -> Iterator[Inside]:
    """The pages as the coordination sees them."""
    with inside_of(central) as inside:
        yield inside


@pytest.fixture
def office(browser: httpx.Client, central: Central, network: Network, monkeypatch: pytest.MonkeyPatch) -> Office:
    """The pages of devices, over the made-up network: each PC has spoken, and its key is known."""
    monkeypatch.setattr("kiosque.sync.codes._MEMORY_KIB", 64)
    store = central.store
    setting.add_animator(store, given_name="Élodie", family_name="Brès")
    for number, carried in enumerate(network.devices.values()):
        change_credential(store, carried.device, public=bytes([number + 1]) * 32, key=1)
    assert log_in(browser).status_code == 303
    return Office(browser, central, network)
