"""A network that has lived two months, written once and copied: what each role walks through, and plain SQL over it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pyotp
from sqlalchemy import text

from kiosque.actions.network import network as setting
from kiosque.actions.network import objectives
from kiosque.actions.network.network import Place
from kiosque.central import authority
from kiosque.central.accounts import Accounts, Role
from kiosque.central.central import Central
from kiosque.central.devices import enrol
from kiosque.db.account_tables import account
from kiosque.db.feeds import NETWORK
from kiosque.db.identity import Identity, Receipt
from kiosque.db.keys import change_credential
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain.french import PARIS
from kiosque.domain.records import INTERVENTION, PERMANENCE, REGISTRATION, VISIT, VISITOR, WORKSHOP
from kiosque.journal.entry import Entry, Value, entry_id
from kiosque.reports.period import Period
from tests.central.house import PASSWORD, QUICK, Clock
from tests.stores import CENTRALS, made

OCTOBER, NOVEMBER = Period(date(2026, 10, 1), date(2026, 10, 31)), Period(date(2026, 11, 1), date(2026, 11, 30))
BOTH = Period(OCTOBER.first, NOVEMBER.last)

NYONS, BUIS, REMUZAT = "Nyons", "Buis-les-Baronnies", "Rémuzat"
SPACES = {
    NYONS: ("NYO", "asoft", "26220", 14),
    BUIS: ("BUI", "asoft", "26063", 7),
    REMUZAT: ("REM", "aventic", "26264", 2),
}
"""Each antenna: its code, its association, its commune, and how many come on a day at most."""

DAYS = (date(2026, 10, 6), date(2026, 10, 20), date(2026, 11, 3), date(2026, 11, 17))
HOMES = ("26220", "26220", "26220", "26063", "26264", "05053")
AGES = ("soixante_dix_plus", "soixante_dix_plus", "quarante_cinquante_neuf", "douze_dix_huit")
THEMES = ("email", "aide_aux_demarches_administratives")

GIVEN, FAMILY = ("Odette", "Paulette", "Marcel", "Lucien", "Élodie"), ("Chastel", "Arnoux", "Brès")
NAMES = frozenset(FAMILY)
"""What no page shows to whoever may not read names."""

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""What the telephone of each account makes its codes from."""
WHO = {
    "marion": (Role.FIGURES, ""),
    "asoft": (Role.ASSOCIATION, "asoft"),
    "protection": (Role.DATA_PROTECTION, ""),
    "coordination": (Role.ADMINISTRATOR, ""),
}
FIRST_ENTRY = "marion"
"""Who has no telephone yet."""


def at(day: date, hour: int, minute: int = 0) -> int:
    """Return a local time in UTC seconds."""
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=PARIS).timestamp())


@dataclass(frozen=True, slots=True)
class Lived:
    """The central, and what is counted in it by SQL that the program has no part in."""

    central: Central
    clock: Clock

    def count(self, sql: str, **values: int | str) -> int:
        """Return the one number that a query gives."""
        with self.central.store.reading() as connection:
            return int(connection.execute(text(sql), values).scalar_one())

    def visits(self, period: Period, antenna: str = "%", **more: str) -> int:
        """Count the visits of a period, at one antenna or at all."""
        also = "".join(f" AND v.{column} = '{value}'" for column, value in more.items())
        return self.count(_OF.format(table="visit", moment="started_at", also=also), **_days(period), name=antenna)

    def interventions(self, period: Period, antenna: str = "%") -> int:
        """Count the acts of help of a period, at one antenna or at all."""
        return self.count(_OF.format(table="intervention", moment="given_at", also=""), **_days(period), name=antenna)

    def people(self, period: Period, antenna: str = "%") -> int:
        """Count the people who are known and came."""
        sql = _OF.replace("COUNT(*)", "COUNT(DISTINCT v.visitor)")
        return self.count(sql.format(table="visit", moment="started_at", also=""), **_days(period), name=antenna)

    def id_of(self, antenna: str) -> int:
        """Return the record of an antenna."""
        return self.count("SELECT id FROM antenna WHERE name = :name", name=antenna)

    def person(self, given: str, family: str) -> int:
        """Return the record of somebody."""
        sql = "SELECT id FROM visitor WHERE given_name = :given AND family_name = :family"
        return self.count(sql, given=given, family=family)

    def unsure(self, antenna: str) -> int:
        """Count the permanences of an antenna whose hours nobody has decided yet."""
        sql = (
            "SELECT COUNT(*) FROM permanence p JOIN antenna a ON a.id = p.antenna "
            "WHERE p.to_confirm AND p.decided_from IS NULL AND a.name = :name"
        )
        return self.count(sql, name=antenna)

    def hear(self) -> None:
        """Let each PC have received all that there is for it."""
        for device, antenna in self._pcs():
            network, own = (self.central.store.feed_head(feed).position for feed in (NETWORK, antenna))
            self.central.store.keep_receipt(device, Receipt(99, self.clock.now, network=network, antenna=own))

    def _pcs(self) -> list[tuple[int, int]]:
        with self.central.store.reading() as connection:
            found = connection.execute(text("SELECT device_number, antenna FROM device"))
            return [(row.device_number, row.antenna) for row in found]

    def code(self) -> str:
        """Return what a telephone shows, each time another code."""
        self.clock.now += 30
        return pyotp.TOTP(SECRET).at(self.clock.now)


_OF = (
    "SELECT COUNT(*) FROM {table} v JOIN permanence p ON p.id = v.permanence JOIN antenna a ON a.id = p.antenna "
    "WHERE v.deleted IS NOT TRUE AND p.deleted IS NOT TRUE AND v.{moment} >= :first AND v.{moment} < :last "
    "AND a.name LIKE :name{also}"
)


def _days(period: Period) -> dict[str, int]:
    return {"first": period.start, "last": period.end}


@contextmanager
def lived(folder: Path) -> Iterator[Lived]:
    """Give the central of the network that has lived, a copy for one test."""
    clock = Clock(at(date(2026, 11, 23), 14, 40))
    store = Store(CENTRALS.by(folder / "central.db", _written()), clock)
    central = replace(Central.over(store), accounts=Accounts(store, QUICK))
    try:
        yield Lived(central, clock)
    finally:
        central.close()
        store.close()


@cache
def _written() -> bytes:
    """The file of the central."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "central.db"
        store = made(path, Identity(7, 0, 7), Clock(at(date(2026, 11, 23), 14, 40)))
        authority.found(store)
        _live(store, Random(4))
        for name, (role, association) in WHO.items():
            Accounts(store, QUICK).add(name, PASSWORD, role, association)
        protected = account.update().where(account.c.name != FIRST_ENTRY)
        store.write_local(protected.values(secret=SECRET))
        store.close()
        return path.read_bytes()


def _live(store: Store, drawn: Random) -> None:
    objectives.promise(store, first=date(2026, 9, 1), last=date(2029, 8, 31))
    setting.add_animator(store, given_name="Camille", family_name="Vial")
    antennas, devices = dict[str, int](), dict[str, int]()
    for name, (code, association, commune, _) in SPACES.items():
        antennas[name] = setting.add_antenna(
            store, code=code, label=name, form="village", association=association, commune=commune
        ).record
        setting.settle(store, antennas[name], Place(opens=date(2026, 9, 1), size="village"))
        devices[name] = enrol(store, antennas[name], "http://central", 1).device
        change_credential(store, devices[name], public=bytes([devices[name] % 251]) * 32)
    known = _known(store, devices[NYONS])
    with store.writing() as writer:
        for name, antenna in antennas.items():
            for day in DAYS:
                _day(writer, drawn, (antenna, day, SPACES[name][3]), known)
            held = writer.record(
                WORKSHOP, antenna=antenna, title="Photo", times=(at(DAYS[0], 14), at(DAYS[0], 16)), theme="email"
            )
            for who in known[:6]:
                writer.record(REGISTRATION, workshop=held, visitor=who, state="seen")


def _known(store: Store, device: int) -> list[int]:
    """Let a PC write people down: it is known there, and has to hear of it when somebody is erased."""
    people = []
    for number, (family, given) in enumerate(product(FAMILY, GIVEN), start=1):
        said: dict[str, Value] = {"given_name": given, "family_name": family, "birth_year": 1940 + 3 * number}
        personal = {VISITOR.field(name).number: value for name, value in said.items()}
        people.append(entry_id(device, number))
        head = (device, number, number, 0, at(DAYS[0], 9), 0, VISITOR.number, people[-1])
        assert store.apply([Entry(*head, {}, personal)]) == 1
    return people


def _day(writer: Writer, drawn: Random, where: tuple[int, date, int], known: list[int]) -> None:
    """Let nearly ``most`` come on a day, every other of whom is helped."""
    antenna, day, most = where
    doubt = True if day is DAYS[-1] else None
    morning = writer.record(PERMANENCE, antenna=antenna, times=(at(day, 9), at(day, 12)), to_confirm=doubt)
    for minute in range(drawn.randint(most - 1, most)):
        who = drawn.choice(known) if minute % 3 else None
        came, home, age = (at(day, 9, 2 * minute), at(day, 11, minute)), drawn.choice(HOMES), drawn.choice(AGES)
        writer.record(VISIT, permanence=morning, visitor=who, times=came, commune=home, age_band=age, reason="service")
        if minute % 2:
            writer.record(
                INTERVENTION,
                permanence=morning,
                visitors=(who,) if who else None,
                given_at=at(day, 10, minute),
                duration=30,
                themes=(drawn.choice(THEMES),),
                service="caf",
            )
