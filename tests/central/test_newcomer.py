"""A new PC before it is enrolled: a code over a central that really runs, a file on a stick, and who opens it first."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosque.actions.network import keys, network
from kiosque.central.central import Central
from kiosque.central.devices import code_for, enrol
from kiosque.central.quarantine import waiting
from kiosque.db import keyfile
from kiosque.db.folder import AlreadyThere
from kiosque.domain.errors import KnownError
from kiosque.sync import codes, enrolment
from kiosque.sync.enrolment import Enrolment, UnreadableEnrolment
from kiosque.sync.line_errors import Elsewhere, ExpiredCode, UnknownCode, UsedCode
from kiosque.sync.newcomer import (
    Newcomer,
    NobodyAnswers,
    NoFile,
    NoNetwork,
    NotAnAddress,
    NotTheirBadge,
    address_of,
    nobody,
)
from kiosque.sync.post import Post
from kiosque.sync.refusal import Reason, Refused
from tests.central.house import Clock

PHRASE = "lavande tilleul olivier genêt"


@dataclass
class Bench:
    """A new PC, the stick beside it, and the two who may open it."""

    newcomer: Newcomer
    post: Post
    stick: Path
    antenna: int
    elodie: int
    zoe: int

    def sticks(self) -> tuple[Path, ...]:
        return (self.stick,)


@pytest.fixture
def bench(central: Central, tmp_path: Path) -> Iterator[Bench]:
    store = central.store
    antenna = network.add_antenna(
        store, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220"
    ).record
    elodie, zoe = (
        network.add_animator(store, given_name=name, family_name="Brès", antenna=antenna).record
        for name in ("Élodie", "Zoé")
    )
    at, stick = tmp_path / "kiosk", tmp_path / "stick"
    stick.mkdir()
    post = Post(at)
    made = Bench(Newcomer(at, post, _Port(stick)), post, stick, antenna, elodie, zoe)
    yield made
    post.close()


@dataclass
class _Port:
    stick: Path

    def sticks(self) -> tuple[Path, ...]:
        return (self.stick,)


@pytest.fixture
def carried(central: Central, bench: Bench, address: str) -> Enrolment:
    return enrol(central.store, bench.antenna, address, bench.elodie)


def test_a_code_typed_as_people_type_makes_a_kiosk_that_its_animator_opens(
    central: Central, bench: Bench, carried: Enrolment, address: str
) -> None:
    code = code_for(central.store, carried).lower().replace("-", " ").replace("0", "o").replace("1", "l")
    fetched = bench.newcomer.by_code(f" {address.upper()}/ ", code)
    assert fetched == carried
    assert (fetched.place, [each.name for each in fetched.openers]) == ("Nyons", ["Élodie Brès", "Zoé Brès"])
    opened = bench.newcomer.settle(fetched, bench.zoe, PHRASE)
    assert opened.animator == bench.zoe
    bench.post.try_now()
    assert network.here(opened.store)
    with pytest.raises(UsedCode):
        bench.newcomer.by_code(address, code)
    with pytest.raises(AlreadyThere):
        bench.newcomer.settle(fetched, bench.zoe, PHRASE)


def test_a_badge_says_itself_whose_it_is(central: Central, bench: Bench, address: str) -> None:
    badge = keys.issue_badge(central.store, bench.zoe)
    carried = enrol(central.store, bench.antenna, address, bench.elodie)
    opened = bench.newcomer.settle(carried, bench.elodie, badge)
    assert opened.animator == bench.zoe


def test_a_badge_of_somebody_else_makes_nothing(central: Central, bench: Bench, carried: Enrolment) -> None:
    # Made after the enrolment was written: it does not know it yet.
    badge = keys.issue_badge(central.store, bench.zoe)
    with pytest.raises(NotTheirBadge):
        bench.newcomer.settle(carried, bench.elodie, badge)
    with pytest.raises(keyfile.WeakPassphrase):
        bench.newcomer.settle(carried, bench.elodie, "azerty")
    assert bench.newcomer.settle(carried, bench.elodie, PHRASE).animator == bench.elodie


def test_a_code_that_is_wrong_or_too_old_says_which(
    central: Central, bench: Bench, carried: Enrolment, address: str, clock: Clock
) -> None:
    code = code_for(central.store, carried)
    with pytest.raises(codes.UnreadableCode):
        bench.newcomer.by_code(address, code[:-1])
    with pytest.raises(UnknownCode):
        bench.newcomer.by_code(address, "0000-0000-0000")
    clock.now += codes.LIFETIME
    with pytest.raises(ExpiredCode):
        bench.newcomer.by_code(address, code)


def test_another_service_at_the_address_is_told_from_nobody(bench: Bench, address: str) -> None:
    with pytest.raises(Elsewhere):
        bench.newcomer.by_code(f"{address}/entrer", "0000-0000-0000")
    with pytest.raises((NobodyAnswers, NoNetwork)):
        bench.newcomer.by_code("http://127.0.0.1:9", "0000-0000-0000")


def test_a_room_without_a_line_is_told_from_an_address_where_nobody_is() -> None:
    assert isinstance(nobody(""), NoNetwork)
    assert isinstance(nobody("10.0.0.2"), NobodyAnswers)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("central.exemple.fr", "https://central.exemple.fr"),
        (" HTTPS://Central.Exemple.fr/ ", "https://central.exemple.fr"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("central.exemple.fr/kiosque", "https://central.exemple.fr/kiosque"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize("typed", ["", "ftp://central", "https://", "https://a:b", "https://moi@central", "central?x"])
def test_what_is_no_address_is_said(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        address_of(typed)


def test_an_enrolment_on_a_stick_is_found_among_other_files(bench: Bench, carried: Enrolment) -> None:
    assert bench.newcomer.sticks() == (bench.stick,)
    (bench.stick / "a-photos.json").write_text("[]")
    enrolment.write(bench.stick / "inscription.json", carried)
    assert bench.newcomer.by_stick(bench.stick) == carried


def test_a_stick_without_an_enrolment_and_one_that_is_damaged_are_told_apart(bench: Bench) -> None:
    with pytest.raises(NoFile):
        bench.newcomer.by_stick(bench.stick)
    with pytest.raises(NoFile):
        bench.newcomer.by_stick(bench.stick / "gone")
    (bench.stick / "inscription.json").write_bytes(b"{")
    with pytest.raises(UnreadableEnrolment):
        bench.newcomer.by_stick(bench.stick)


def test_every_failure_is_one_sentence() -> None:
    for error in (NoNetwork, NobodyAnswers, NoFile, NotAnAddress, NotTheirBadge):
        assert issubclass(error, KnownError)


def test_an_enrolment_that_made_another_pc_makes_none_and_the_pc_may_be_enrolled_anew(
    central: Central, bench: Bench, carried: Enrolment, address: str, tmp_path: Path
) -> None:
    at, late = tmp_path / "late", Post(tmp_path / "late")
    newcomer = Newcomer(at, late, bench)
    assert bench.newcomer.settle(carried, bench.elodie, PHRASE).animator == bench.elodie
    # What else lies in the folder is not ours to take away.
    at.mkdir()
    (at / "notes.txt").touch()
    with pytest.raises(Refused) as caught:
        newcomer.settle(carried, bench.elodie, PHRASE)
    assert caught.value.reason is Reason.USED
    assert [path.name for path in at.iterdir()] == ["notes.txt"]
    # Headquarters sees it too: once, however often that PC comes.
    [kept] = waiting(central.store)
    assert (kept.device, kept.reason) == (carried.device, Reason.USED)
    (at / "notes.txt").unlink()
    with pytest.raises(Refused):
        newcomer.settle(carried, bench.elodie, PHRASE)
    assert waiting(central.store) == (kept,)
    assert not at.exists()
    newcomer.settle(enrol(central.store, bench.antenna, address, bench.elodie), bench.elodie, PHRASE)
    assert not late.unknown
    late.close()
