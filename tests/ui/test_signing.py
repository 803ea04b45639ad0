"""Signing on the screen, and the sheet to be signed: over a real database."""

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.workshops import agenda, attendance, registrations, workshops
from kiosque.domain.signature import pack
from kiosque.ui import places
from kiosque.ui.animator.attendance import SIGN, AttendanceState
from kiosque.ui.animator.attending import AttendancePresenter
from kiosque.ui.animator.plan_details import Chosen
from kiosque.ui.animator.planner import PlanPresenter
from kiosque.ui.animator.planning import PlanState, Typed
from kiosque.ui.animator.signing import SignPresenter, SignState
from kiosque.ui.papers.paper import pdf, picture
from kiosque.ui.papers.signing import A_PAGE, SigningSheet, rows_of
from tests.stores import MONDAY_9_H, Space
from tests.ui.backstages import Pictures, Stage, backstage

DRAWN = (((0.1, 0.5), (0.5, 0.2), (0.9, 0.6)),)
HOUR = 3600


@pytest.fixture
def workshop(nyons: Space) -> int:
    """A whole day's workshop, with two people."""
    permanences.open_permanence(nyons.store, nyons.animator)
    made = workshops.plan(
        nyons.store,
        title="Photo",
        theme="email",
        starts_at=MONDAY_9_H,
        minutes=8 * 60,
        capacity=4,
        animator=nyons.animator,
    ).record
    for name in ("Zoé Roux", "Élie Brun"):
        registrations.register(nyons.store, made, author=nyons.animator, called=name)
    return made


def at_workshop(
    space: Space, stage: Stage, place: places.Attendance
) -> tuple[AttendancePresenter, Pictures[AttendanceState]]:
    pictures = Pictures[AttendanceState]()
    presenter = AttendancePresenter(backstage(space, stage), pictures, place)
    presenter.start()
    return presenter, pictures


def test_somebody_signs_for_the_afternoon_with_a_finger(nyons: Space, stage: Stage, workshop: int) -> None:
    presenter, pictures = at_workshop(nyons, stage, places.Attendance(workshop))
    assert pictures.last.halves == 2
    presenter.choose("1")
    presenter.choose(SIGN)
    zoe = pictures.last.people[0]
    assert (zoe.name, zoe.note) == ("Zoé Roux", "À signer")
    presenter.touch(zoe.registration)
    place = stage.at(places.Sign)
    assert place == places.Sign(workshop, zoe.registration, 1)
    drawn = Pictures[SignState]()
    signing = SignPresenter(backstage(nyons, stage), drawn, place)
    signing.start()
    assert drawn.last.name == "Zoé Roux"
    signing.send((((0.5, 0.5),),))
    assert drawn.last.wrong
    signing.send(DRAWN)
    assert stage.gone[-1] == places.Attendance(workshop, signing=True)
    assert attendance.roll(nyons.store, workshop).signatures[zoe.registration] == (None, pack(DRAWN))
    signing.back()
    again, pictures = at_workshop(nyons, stage, places.Attendance(workshop, signing=True))
    again.choose("1")
    again.choose(SIGN)
    assert [each.note for each in pictures.last.people] == ["A signé", "À signer"]


def test_the_sheet_has_those_who_are_expected_and_room_for_others(nyons: Space, stage: Stage, workshop: int) -> None:
    presenter, pictures = at_workshop(nyons, stage, places.Attendance(workshop))
    attendance.sign(nyons.store, pictures.last.people[0].registration, pack(DRAWN), author=nyons.animator)
    presenter.refresh()
    presenter.sheet()
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, SigningSheet)
    assert [row.name for row in paper.rows] == ["Élie Brun", "Zoé Roux", "", "", ""]
    assert paper.rows[1].signatures == (pack(DRAWN), None)
    assert paper.animators == ("Élodie Brès",)
    assert paper.title == "Émargement, Photo, lundi 2 mars 2026"
    attendance.mark(nyons.store, pictures.last.people[0].registration, "noshow", author=nyons.animator)
    presenter.refresh()
    presenter.sheet()
    paper = stage.at(places.Preview).paper
    assert isinstance(paper, SigningSheet)
    assert paper.rows[1].signatures == (None, None)
    presenter.choose(SIGN)
    assert [each.note for each in pictures.last.people] == ["À signer", "À signer"]


@pytest.mark.usefixtures("qapp")
def test_a_signature_is_drawn_and_a_long_list_takes_pages() -> None:
    halves = ((MONDAY_9_H, MONDAY_9_H + 4 * HOUR), (MONDAY_9_H + 4 * HOUR, MONDAY_9_H + 8 * HOUR))
    names = tuple(f"Marie-Antoinette de La Rochefoucauld {number}" for number in range(A_PAGE + 1))

    def sheet(signed: bytes | None) -> SigningSheet:
        rows = rows_of(names, [(signed, None)] * len(names), 3)
        return SigningSheet("Photo", "Nyons", "Asoft", halves, ("Élodie Brès",), rows)

    empty, full = sheet(None), sheet(pack(DRAWN))
    assert (empty.pages, len(full.rows)) == (2, A_PAGE + 1)
    assert picture(empty, 1) != picture(full, 1)
    assert pdf(full).startswith(b"%PDF")


def test_a_series_elsewhere_is_planned_after_its_doubts_were_read(nyons: Space, stage: Stage, workshop: int) -> None:
    pictures = Pictures[PlanState]()
    presenter = PlanPresenter(backstage(nyons, stage), pictures, places.Plan(workshop))
    presenter.start()
    # What is like another begins as it was, a week later.
    assert (pictures.drawn[-1].defaults.title, pictures.drawn[-1].defaults.day) == ("Photo", "09/03/2026")
    presenter.choose(Chosen(elsewhere=True, every=1, in_term=False))
    presenter.sent(Typed("Photo", "09/03/2026", "14:00", "8", "", "x"))
    assert set(filter(pictures.last.wrong.get, pictures.last.wrong)) == {"sessions"}
    assert pictures.last.part == "more"
    typed = Typed("Photo", "09/03/2026", "14:00", "8", "École de Sahune", "6")
    presenter.sent(typed)
    assert pictures.last.doubts == ("Une séance tombe pendant les vacances scolaires.",)
    presenter.sent(typed)
    assert stage.gone[-1] == places.Workshops()
    planned = agenda.upcoming(nyons.store)
    # Easter Monday was left out.
    assert [line.where for line in planned].count("École de Sahune") == 6
    assert presenter.begun().chosen.elsewhere


def test_a_workshop_is_called_off_or_done_again(nyons: Space, stage: Stage, workshop: int) -> None:
    presenter, _ = at_workshop(nyons, stage, places.Attendance(workshop))
    presenter.again()
    assert stage.gone[-1] == places.Plan(workshop)
    presenter.call_off(False)  # noqa: FBT003 - a slot
    assert agenda.upcoming(nyons.store) == ()
    assert stage.take_back is not None
    stage.take_back()
    assert len(agenda.upcoming(nyons.store)) == 1
