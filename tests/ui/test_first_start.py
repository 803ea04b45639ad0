"""The first start of a PC: the real window, a central that really runs, a stick; and each thing that can go wrong."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication

from kiosque.bootstrap import kiosk as root
from kiosque.central.devices import enrol
from kiosque.db.folder import Opened
from kiosque.domain.card import card_code
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import badge_text
from kiosque.sync import codes
from kiosque.sync.agent import AllReceived, KeptHere, Status
from kiosque.sync.enrolment import Enrolment, UnreadableEnrolment
from kiosque.sync.line_errors import Elsewhere, ExpiredCode, NotTrusted, Unavailable, UnknownCode, UsedCode
from kiosque.sync.newcomer import NobodyAnswers, NoFile, NoNetwork, NotAnAddress
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Open, Ready, Start, Who
from kiosque.ui.services import Services
from kiosque.ui.welcome.code import CodePresenter, CodeState
from kiosque.ui.welcome.ready import ReadyPresenter, ReadyState
from kiosque.ui.welcome.start import StartPresenter, StartState
from kiosque.ui.welcome.stick import StickPresenter, StickState
from kiosque.ui.welcome.texts import words_of
from kiosque.ui.welcome.who import WhoPresenter, WhoState
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, at_once
from tests.ui.line import Line
from tests.ui.new_pc import PHRASE, enrolments


def test_a_new_pc_is_enrolled_in_five_screens_by_a_code_or_by_a_stick(
    qapp: QApplication, nyons: Space, tmp_path: Path
) -> None:
    del qapp
    said: list[str] = []
    assert enrolments(nyons, tmp_path, said.append) == 0, "\n".join(said)
    for at in ("by code", "by stick"):
        assert root.services(root.post_of(tmp_path / at), full_screen=False).newcomer is None


# ----- presenters -----------------------------------------------------------------------------------------------------


@dataclass
class Newcomer:
    """A new PC whose answers a test chooses."""

    carried: Enrolment
    trouble: KnownError | None = None
    plugged: tuple[Path, ...] = ()
    asked: list[tuple[str, str]] = field(default_factory=list)
    settled: list[tuple[int, str]] = field(default_factory=list)
    opened: Opened | None = None

    def sticks(self) -> tuple[Path, ...]:
        return self.plugged

    def by_code(self, address: str, code: str) -> Enrolment:
        self.asked.append((address, code))
        return self._found()

    def by_stick(self, stick: Path) -> Enrolment:
        self.asked.append(("stick", stick.name))
        return self._found()

    def settle(self, carried: Enrolment, animator: int, secret: str) -> Opened:
        assert carried is self.carried
        self.settled.append((animator, secret))
        self._found()
        assert self.opened
        return self.opened

    def _found(self) -> Enrolment:
        if self.trouble:
            raise self.trouble
        return self.carried


@pytest.fixture
def newcomer(nyons: Space) -> Newcomer:
    carried = enrol(nyons.central, nyons.antenna, "http://central", nyons.animator)
    return Newcomer(carried, opened=Opened(nyons.store, nyons.animator))


@pytest.fixture
def behind(nyons: Space, stage: Stage, newcomer: Newcomer) -> Backstage:
    def unlock(passphrase: str) -> Opened:
        raise AssertionError(passphrase)

    return Backstage(Services(unlock, Line(), nyons.clock, newcomer=newcomer), at_once, stage)


ABOUT_THE_ADDRESS = (NotAnAddress("Cette adresse ne se lit pas."), NobodyAnswers("Rien ne répond."))
ABOUT_THE_REST = (
    codes.UnreadableCode("Douze lettres."),
    codes.WrongCode("Ce code n’ouvre rien."),
    UnknownCode(),
    ExpiredCode(),
    UsedCode(),
    Elsewhere(),
    NotTrusted(),
    Unavailable(),
    NoNetwork("Pas de réseau ici."),
    UnreadableEnrolment("Ce fichier est abîmé."),
)


@pytest.mark.parametrize("trouble", [*ABOUT_THE_ADDRESS, *ABOUT_THE_REST], ids=lambda each: type(each).__name__)
def test_each_failure_of_a_code_is_one_sentence_beside_what_it_is_about(
    behind: Backstage, newcomer: Newcomer, stage: Stage, trouble: KnownError
) -> None:
    pictures = Pictures[CodeState]()
    presenter = CodePresenter(behind, pictures)
    presenter.start()
    newcomer.trouble = trouble
    presenter.send("central", "7K2M")
    assert not pictures.last.asking
    where = pictures.last.wrong_address if trouble in ABOUT_THE_ADDRESS else pictures.last.wrong
    assert where == trouble.sentence
    assert pictures.last.wrong_address + pictures.last.wrong == where
    newcomer.trouble = None
    presenter.send("central", "7K2M")
    assert stage.at(Who).carried is newcomer.carried


def test_a_second_tap_asks_nothing_more(behind: Backstage, newcomer: Newcomer) -> None:
    waiting: list[object] = []
    behind.submit = lambda *work: waiting.append(work)
    presenter = CodePresenter(behind, Pictures[CodeState]())
    presenter.send("central", "7K2M")
    presenter.send("central", "7K2M")
    assert len(waiting) == 1
    assert newcomer.asked == []


def test_each_stick_is_read_once_and_said(behind: Backstage, newcomer: Newcomer, stage: Stage) -> None:
    pictures = Pictures[StickState]()
    presenter = StickPresenter(behind, pictures)
    presenter.start()
    assert pictures.last.sentence == words_of.STICK_PLUG
    newcomer.plugged = (Path("one"), Path("two"))
    presenter.look()
    assert pictures.last.sentence == words_of.STICK_SEVERAL
    newcomer.plugged, newcomer.trouble = (Path("one"),), NoFile("Il n’y a pas de fichier d’inscription.")
    presenter.look()
    presenter.look()
    assert newcomer.asked == [("stick", "one")]
    assert (pictures.last.sentence, pictures.last.tone) == (newcomer.trouble.sentence, "attention")
    newcomer.plugged, newcomer.trouble = (Path("two"),), None
    presenter.look()
    assert stage.at(Who).by_stick


def test_who_opens_is_chosen_and_chooses_a_passphrase(
    behind: Backstage, newcomer: Newcomer, stage: Stage, nyons: Space
) -> None:
    pictures = Pictures[WhoState]()
    presenter = WhoPresenter(behind, pictures, Who(newcomer.carried, by_stick=False))
    presenter.start()
    assert pictures.last.people == ((nyons.animator, "Élodie Brès"),)
    assert "Nyons" in pictures.last.place
    presenter.send("  ")
    assert pictures.last.wrong == words_of.WHO_MISSING
    newcomer.trouble = KnownError("Choisissez au moins quatre mots différents.")
    presenter.send("azerty")
    assert pictures.last.wrong == newcomer.trouble.sentence
    newcomer.trouble = None
    presenter.choose(nyons.animator)
    presenter.send(PHRASE)
    assert newcomer.settled[-1] == (nyons.animator, PHRASE)
    assert stage.at(Ready).opener == "Élodie Brès"
    assert behind.opened is newcomer.opened


def test_a_badge_is_shown_and_a_card_is_not_one(behind: Backstage, newcomer: Newcomer) -> None:
    # As an earlier program wrote it: it names nobody, and no place.
    newcomer.carried = earlier = structs.replace(newcomer.carried, openers=(), place="")
    pictures = Pictures[WhoState]()
    presenter = WhoPresenter(behind, pictures, Who(earlier, by_stick=False))
    presenter.start()
    assert [name for _, name in pictures.last.people] == [words_of.WHO_UNKNOWN]
    presenter.scanned((card_code(bytes(10)),))
    assert pictures.last.wrong == words_of.WHO_NO_BADGE
    badge = badge_text(bytes(16))
    presenter.scanned(("typed", badge))
    assert newcomer.settled == [(newcomer.carried.animator, badge)]


@pytest.mark.parametrize(
    ("status", "received"), [(AllReceived(0), True), (KeptHere(3), False)], ids=["received", "no line"]
)
def test_what_was_received_is_said_and_nobody_has_to_wait(
    behind: Backstage, stage: Stage, status: Status, *, received: bool
) -> None:
    behind.services = replace(behind.services, sync=Line(status))
    pictures = Pictures[ReadyState]()
    presenter = ReadyPresenter(behind, pictures, Ready("Élodie Brès", "Nyons", by_stick=True))
    presenter.start()
    assert [each.received for each in pictures.drawn] == [None, received]
    assert pictures.last.after == words_of.READY_STICK
    presenter.back()
    stage.at(Open)


def test_from_any_screen_one_goes_back_to_the_start(behind: Backstage, stage: Stage, newcomer: Newcomer) -> None:
    makers: tuple[Callable[[], None], ...] = (
        CodePresenter(behind, Pictures[CodeState]()).back,
        StickPresenter(behind, Pictures[StickState]()).back,
        WhoPresenter(behind, Pictures[WhoState](), Who(newcomer.carried, by_stick=True)).back,
    )
    for back in makers:
        back()
        stage.at(Start)


def test_the_start_offers_an_exercise_where_there_is_one(behind: Backstage, stage: Stage) -> None:
    pictures = Pictures[StartState]()
    presenter = StartPresenter(behind, pictures)
    presenter.start()
    assert not pictures.last.practice
    presenter.practice()
    assert stage.exercises == 1
