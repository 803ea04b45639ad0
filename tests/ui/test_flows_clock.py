"""A PC whose clock is wrong: what the animator is asked, and what becomes of the hours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kiosque.actions.helping import interventions
from kiosque.actions.opening import permanences
from kiosque.actions.opening.clock_repair import Correction
from kiosque.actions.visitors import reception
from kiosque.domain.errors import KnownError
from kiosque.domain.records import DESK_USE, LOAN, PERMANENCE, PRESENCE, REPAIR, VISIT, VISITOR, WISH
from kiosque.sync.checks import Answer, Checks
from kiosque.sync.clock import Clock
from kiosque.sync.line_errors import Elsewhere, NoLine
from kiosque.ui import places
from kiosque.ui.animator.closing import ClosePresenter, CloseState
from kiosque.ui.animator.held import clock_sure
from kiosque.ui.animator.line import LinePresenter, LineState, advice
from kiosque.ui.animator.mend import MendPresenter, MendState, changes, correct
from kiosque.ui.animator.moments import any_day
from kiosque.ui.animator.opening import OpenPresenter, OpenState
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.today import TodayPresenter, TodayState
from kiosque.ui.backstage import Backstage
from tests.stores import MONDAY_9_H, Space, rows
from tests.sync.machine import Machine
from tests.ui.backstages import Pictures, Stage, backstage
from tests.ui.conftest import Kiosk, start
from tests.ui.hands import until, words
from tests.ui.line import Line

HOUR, DAY = 3_600, 86_400


def yesterday(nyons: Space) -> None:
    """Let this PC have written something the day before."""
    nyons.clock.now = MONDAY_9_H - DAY
    with nyons.store.writing() as writer:
        writer.record(VISITOR, card="W" * 17)
    nyons.clock.now = MONDAY_9_H


@pytest.fixture
def machine(nyons: Space) -> Machine:
    """A machine whose battery is dead: it begins in 1970."""
    yesterday(nyons)
    made = Machine(wrong=-MONDAY_9_H)
    nyons.store.now = made.clock.now
    made.clock.start(nyons.store)
    return made


def behind(nyons: Space, stage: Stage, clock: Clock) -> Backstage:
    made = backstage(nyons, stage)
    made.services = replace(made.services, clock=clock, now=clock.now)
    return made


@pytest.fixture
def dead(qapp: QApplication, nyons: Space, machine: Machine) -> Iterator[Kiosk]:
    """A kiosk on that machine."""
    del qapp
    made = start(nyons, clock=machine.clock)
    try:
        yield made
    finally:
        made.close()


# ----- the date ------------------------------------------------------------------------------------------------------


def test_the_date_is_asked_and_corrected_before_anything_is_opened(dead: Kiosk, machine: Machine) -> None:
    robot = dead.robot
    dead.unlock()
    robot.wait_for("animator.today")
    assert "jeudi 1er janvier 1970" in words(dead)
    robot.tap("today.no")
    robot.fill("today.day", "2/3/2026")
    robot.fill("today.hour", "9h02")
    robot.tap("today.send")
    robot.wait_for("animator.open")
    assert machine.clock.now() - MONDAY_9_H == 120
    robot.tap("open.go")
    robot.wait_for("counter.home")
    [row] = rows(dead.space.store)["permanence"]
    assert row["started_at"] == MONDAY_9_H + 120


def test_a_date_that_is_right_is_asked_once(dead: Kiosk) -> None:
    dead.unlock()
    dead.robot.wait_for("animator.today")
    dead.robot.tap("today.yes")
    dead.robot.wait_for("animator.open")
    dead.robot.tap("open.go")
    dead.robot.wait_for("counter.home")
    dead.desk()


def test_a_question_that_was_left_is_asked_again(nyons: Space, stage: Stage, machine: Machine) -> None:
    made = behind(nyons, stage, machine.clock)
    for _ in range(2):
        OpenPresenter(made, Pictures[OpenState]()).start()
        stage.at(places.Today)
        TodayPresenter(made, Pictures[TodayState]()).back()
        stage.at(places.Closed)


@pytest.mark.parametrize(
    ("day", "hour", "wrong"),
    [
        ("", "9:00", (True, False)),
        ("2/3", "9:00", (True, False)),
        ("31/2/2026", "9:00", (True, False)),
        ("2/3/1970", "9:00", (True, False)),
        ("2/3/2026", "midi", (False, True)),
        ("hier", "", (True, True)),
    ],
)
def test_a_date_that_is_none_is_said_so(
    nyons: Space, stage: Stage, machine: Machine, day: str, hour: str, wrong: tuple[bool, bool]
) -> None:
    pictures = Pictures[TodayState]()
    presenter = TodayPresenter(behind(nyons, stage, machine.clock), pictures)
    presenter.start()
    presenter.other()
    assert (pictures.last.typing, pictures.last.day, pictures.last.hour) == (True, "01/01/1970", "01:00")
    presenter.send(day, hour)
    assert (bool(pictures.last.wrong_day), bool(pictures.last.wrong_hour)) == wrong
    assert machine.clock.to_ask


def test_a_day_is_read_with_its_year() -> None:
    assert str(any_day("2/3/2026")) == "2026-03-02"
    assert str(any_day("29.2.2104")) == "2104-02-29"
    assert [any_day(text) for text in ("", "2/3", "2/3/2019", "2/3/2106", "30/2/2026")] == [None] * 5


def test_an_answer_that_comes_after_something_was_written_proposes_corrections(
    nyons: Space, stage: Stage, machine: Machine
) -> None:
    made = behind(nyons, stage, machine.clock)
    permanences.open_permanence(nyons.store, nyons.animator)
    TodayPresenter(made, Pictures[TodayState]()).send("2/3/2026", "9:00")
    stage.at(places.Mend)
    pictures = Pictures[MendState]()
    presenter = MendPresenter(made, pictures)
    presenter.start()
    moved = "Permanence\u202f: 01/01/1970 1\u202fh devient 02/03/2026 9\u202fh"
    assert pictures.last.changes == (moved, "1\u00a0présence")
    presenter.accept()
    [row] = rows(nyons.store)["permanence"]
    assert (row["started_at"], row["to_confirm"]) == (MONDAY_9_H, True)
    stage.at(places.Open)


# ----- what was learnt -----------------------------------------------------------------------------------------------


@pytest.fixture
def late(nyons: Space) -> Machine:
    """A machine two hours late, which has written a permanence, a visit and an act of help; then a round came."""
    yesterday(nyons)
    made = Machine(wrong=-2 * HOUR)
    nyons.store.now = made.clock.now
    made.clock.start(nyons.store)
    permanences.open_permanence(nyons.store, nyons.animator)
    made.pass_(HOUR)
    visit = reception.sign_in_unnamed(nyons.store, "digital").visit
    interventions.log_intervention(nyons.store, visits=(visit,), themes=("email",), duration=30)
    made.round()
    return made


def test_corrections_are_proposed_at_the_next_unlock_and_accepted(
    qapp: QApplication, nyons: Space, late: Machine
) -> None:
    del qapp
    kiosk = start(nyons, clock=late.clock)
    try:
        kiosk.unlock()
        kiosk.robot.wait_for("animator.mend")
        until(kiosk, lambda: "Permanence\u202f: 7\u202fh devient 9\u202fh" in words(kiosk))
        assert "retardait de 2\u202fh" in words(kiosk)
        assert "1\u00a0passage, 1\u00a0intervention" in words(kiosk)
        kiosk.robot.tap("mend.accept")
        kiosk.robot.wait_for("animator.desk")
        until(kiosk, lambda: "4\u00a0heures corrigées" in kiosk.window.said)
    finally:
        kiosk.close()
    [permanence], [visit] = rows(nyons.store)["permanence"], rows(nyons.store)["visit"]
    for moment, truth in ((permanence["started_at"], MONDAY_9_H), (visit["started_at"], MONDAY_9_H + HOUR)):
        assert isinstance(moment, int)
        assert abs(moment - truth) <= 1
    assert abs(nyons.store.now() - late.truth) <= 1


def test_corrections_that_are_refused_leave_everything(nyons: Space, stage: Stage, late: Machine) -> None:
    made, before = behind(nyons, stage, late.clock), rows(nyons.store)
    pictures = Pictures[MendState]()
    presenter = MendPresenter(made, pictures)
    presenter.start()
    presenter.leave_all()
    assert rows(nyons.store) == before
    assert late.clock.now() == pytest.approx(late.truth - 2 * HOUR, abs=1)
    late.round()
    OpenPresenter(made, Pictures[OpenState]()).start()
    stage.at(places.Desk)
    # The hours of that permanence are for headquarters to confirm.
    closing = ClosePresenter(made, Pictures[CloseState]())
    closing.start()
    closing.send("08:00")
    [row] = rows(nyons.store)["permanence"]
    assert row["to_confirm"] is True


def test_corrections_can_be_decided_later(nyons: Space, stage: Stage, late: Machine) -> None:
    made = behind(nyons, stage, late.clock)
    presenter = MendPresenter(made, Pictures[MendState]())
    presenter.start()
    presenter.scanned(("W" * 17,))
    presenter.back()
    stage.at(places.Closed)
    OpenPresenter(made, Pictures[OpenState]()).start()
    stage.at(places.Mend)


def test_what_cannot_be_written_is_proposed_again(
    nyons: Space, stage: Stage, late: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = Pictures[MendState]()
    presenter = MendPresenter(behind(nyons, stage, late.clock), pictures)
    presenter.start()
    before = rows(nyons.store)

    def full(*_: object, **__: object) -> None:
        raise KnownError("Le disque est plein.")

    with monkeypatch.context() as patch:
        patch.setattr("kiosque.db.write.Writer.amend", full)
        presenter.accept()
    assert stage.said == ["Le disque est plein."]
    assert rows(nyons.store) == before
    assert not pictures.last.waiting
    presenter.accept()
    stage.at(places.Open)


def test_a_clock_that_was_mended_meanwhile_has_nothing_to_correct(nyons: Space, stage: Stage) -> None:
    clock = Clock(nyons.clock, nyons.clock, built_at=0)
    MendPresenter(behind(nyons, stage, clock), Pictures[MendState]()).start()
    stage.at(places.Open)
    assert correct(nyons.store, clock, nyons.animator) == 0


def test_a_clock_that_wrote_no_hour_is_mended_all_the_same(nyons: Space, stage: Stage) -> None:
    machine = Machine(wrong=3 * DAY)
    nyons.store.now = machine.clock.now
    machine.clock.start(nyons.store)
    with nyons.store.writing() as writer:
        writer.record(VISITOR, card="W" * 17)
    machine.round()
    pictures = Pictures[MendState]()
    presenter = MendPresenter(behind(nyons, stage, machine.clock), pictures)
    presenter.start()
    assert pictures.last == MendState("Ce poste avançait de 3\u00a0jours.", (words_of.MEND_NOTHING,))
    presenter.accept()
    assert nyons.store.now() == pytest.approx(machine.truth, abs=1)


def test_the_other_pc_of_the_room_may_close_what_this_one_opened(nyons: Space, machine: Machine) -> None:
    other = nyons.store.device + 1 << 32 | 7
    assert not clock_sure(nyons.store, machine.clock, other)
    assert clock_sure(nyons.store, Clock(nyons.clock, nyons.clock, built_at=0), other)


# ----- Essayer -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (None, words_of.CHECKED),
        (NoLine(), words_of.CHECK_INTERNET_HOW),
        (Elsewhere(), words_of.CHECK_INTERNET_HOW),
    ],
    ids=["all is well", "no line", "somebody else"],
)
def test_essayer_shows_each_check_as_it_comes(
    nyons: Space, stage: Stage, trouble: KnownError | None, said: str
) -> None:
    made = backstage(nyons, stage)
    line = made.services.sync
    assert isinstance(line, Line)
    line.trouble = trouble
    pictures = Pictures[LineState]()
    presenter = LinePresenter(made, pictures)
    presenter.start()
    presenter.try_now()
    presenter.refresh()
    shown = [state.checks for state in pictures.drawn]
    assert shown[0] is None
    assert shown[1] == Checks()
    assert [state.trying for state in pictures.drawn] == [False, True, True, True, False, False]
    last = shown[-1]
    assert last
    assert advice(last) == said


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        (Checks(), words_of.LINE_WAIT),
        (Checks(Answer.NO, Answer.NO, Answer.NO), words_of.CHECK_ROOM_HOW),
        (Checks(Answer.YES, Answer.NO, Answer.NO), words_of.CHECK_INTERNET_HOW),
        (Checks(Answer.YES, Answer.YES, Answer.NO), words_of.CHECK_SERVICE_HOW),
        (Checks(Answer.YES, Answer.YES, Answer.NO, "Occupé."), "Occupé."),
        (Checks(Answer.YES, Answer.YES, Answer.YES), words_of.CHECKED),
    ],
)
def test_the_first_check_that_fails_says_what_to_do(checks: Checks, said: str) -> None:
    assert advice(checks) == said


def test_a_screen_that_was_left_stops_trying(nyons: Space, stage: Stage) -> None:
    made = backstage(nyons, stage)
    pictures = Pictures[LineState]()
    presenter = LinePresenter(made, pictures)
    presenter.start()
    presenter.leave()
    presenter.try_now()
    line = made.services.sync
    assert isinstance(line, Line)
    assert line.tries == []


def test_a_bug_in_a_check_gives_the_button_back(nyons: Space, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    made = backstage(nyons, stage)

    def broken(_: Checks) -> Checks:
        raise KnownError("Quelque chose n’a pas marché.")

    monkeypatch.setattr(made.services.sync, "check", broken)
    pictures = Pictures[LineState]()
    presenter = LinePresenter(made, pictures)
    presenter.start()
    presenter.try_now()
    assert not pictures.last.trying
    assert stage.said == ["Quelque chose n’a pas marché."]


def test_all_that_a_wrong_clock_wrote_is_told() -> None:
    found = [Correction(kind, 1, (0, 60), (3600, 3660)) for kind in (PERMANENCE, PRESENCE, DESK_USE, WISH) * 3]
    *openings, others = changes((*found, Correction(LOAN, 1, (0, None), (3600, None))))
    assert len(openings) == 2
    assert others == ("1\u00a0autre permanence, 3\u00a0présences, 3\u00a0places prises, 1\u00a0prêt et 3\u00a0envies")
    one = changes((Correction(VISIT, 1, (0, 60), (3600, 3660)), Correction(REPAIR, 1, 0, 3600)))
    assert one == ("1\u00a0passage, 0\u00a0intervention", "1\u00a0réparation")
