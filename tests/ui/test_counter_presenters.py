"""Presenters of the counter over a real database, without a window: what a tap writes, and where it leads."""

from itertools import pairwise

import pytest

from kiosque.actions.done import UNDO_SECONDS
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.crockford import grouped
from kiosque.ui import places
from kiosque.ui.counter.arrivals import FEW
from kiosque.ui.counter.card import CardPresenter, CardState
from kiosque.ui.counter.form import Answers, FormPresenter, FormState
from kiosque.ui.counter.given import GivenPresenter, GivenState
from kiosque.ui.counter.home import HomePresenter, HomeState
from kiosque.ui.counter.leave import WAYS, LeavePresenter, LeaveState
from kiosque.ui.counter.message import Message, WelcomePresenter
from kiosque.ui.counter.question import Question, RememberPresenter
from kiosque.ui.counter.reason import ReasonPresenter
from kiosque.ui.counter.tiles import TilesState
from kiosque.ui.counter.ways import WaysPresenter, WaysState
from tests.stores import Space, rows
from tests.ui.backstages import Pictures, Stage, backstage


def visits(space: Space) -> list[dict[str, object]]:
    return [row for row in rows(space.store)["visit"] if not row["deleted"]]


def card_of(space: Space, given_name: str, family_name: str = "") -> str:
    """Return the card of somebody who came and left."""
    signed = reception.sign_in_unnamed(space.store, "digital")
    made = reception.remember(space.store, signed.visit, given_name=given_name, family_name=family_name)
    reception.sign_out(space.store, signed.visit)
    return made.card


def test_a_reason_counts_an_unnamed_visit(opened: Space, stage: Stage) -> None:
    pictures = Pictures[TilesState]()
    presenter = ReasonPresenter(backstage(opened, stage), pictures, first=False)
    presenter.start()
    assert len(pictures.last.tiles) <= 6
    presenter.choose("digital")
    assert [row["reason"] for row in visits(opened)] == ["digital"]
    stage.at(places.Welcome)


def test_a_second_tap_before_the_answer_counts_once(opened: Space, stage: Stage) -> None:
    """The lane answers later: what is tapped meanwhile is the same tap."""
    waiting: list[object] = []
    behind = backstage(opened, stage)
    behind.submit = lambda *work: waiting.append(work)
    presenter = ReasonPresenter(behind, Pictures[TilesState](), first=False)
    presenter.choose("digital")
    presenter.choose("digital")
    assert len(waiting) == 1


def test_a_first_visit_is_counted_before_anything_is_asked(opened: Space, stage: Stage) -> None:
    presenter = ReasonPresenter(backstage(opened, stage), Pictures[TilesState](), first=True)
    presenter.choose("service")
    assert len(visits(opened)) == 1
    stage.at(places.Remember)
    assert rows(opened.store)["visitor"] == []
    refusing = RememberPresenter(backstage(opened, stage), Pictures[Question](), stage.at(places.Remember).visit)
    refusing.no()
    assert stage.gone[-1] == places.Welcome(None)
    assert rows(opened.store)["visitor"] == []


def test_an_arrival_is_taken_back_within_ten_seconds(opened: Space, stage: Stage) -> None:
    ReasonPresenter(backstage(opened, stage), Pictures[TilesState](), first=False).choose("digital")
    assert stage.take_back is not None
    stage.take_back()
    assert visits(opened) == []
    stage.at(places.Home)


def test_too_late_is_said_and_changes_nothing(opened: Space, stage: Stage) -> None:
    ReasonPresenter(backstage(opened, stage), Pictures[TilesState](), first=False).choose("digital")
    opened.clock.pass_(seconds=UNDO_SECONDS + 1)
    assert stage.take_back is not None
    stage.take_back()
    assert len(visits(opened)) == 1
    assert "trop tard" in stage.said[-1]


def form(space: Space, stage: Stage) -> tuple[FormPresenter, Pictures[FormState]]:
    signed = reception.sign_in_unnamed(space.store, "digital")
    pictures = Pictures[FormState]()
    presenter = FormPresenter(backstage(space, stage), pictures, signed.visit)
    presenter.start()
    return presenter, pictures


def test_a_card_asks_for_no_name(opened: Space, stage: Stage) -> None:
    """Nor for anything else; and nobody without a name is found by one."""
    presenter, _ = form(opened, stage)
    presenter.sent(Answers("", " ", "", ""))
    given = stage.at(places.Given)
    assert (given.given_name, given.code) == ("", rows(opened.store)["visitor"][0]["card"])
    shown = Pictures[GivenState]()
    GivenPresenter(backstage(opened, stage), shown, given).start()
    assert shown.last.title == "Voici votre carte."
    ways = Pictures[WaysState]()
    WaysPresenter(backstage(opened, stage), ways, given).start()
    assert not ways.last.named


def test_a_first_name_is_kept_with_its_card(opened: Space, stage: Stage) -> None:
    presenter, _ = form(opened, stage)
    presenter.sent(Answers("Églantine", "", "", ""))
    stage.at(places.Given)
    visitor = rows(opened.store)["visitor"][0]
    assert (visitor["given_name"], visitor["family_name"], visitor["card"]) == (
        "Églantine",
        None,
        stage.at(places.Given).code,
    )


def test_a_commune_is_chosen_with_its_department(opened: Space, stage: Stage) -> None:
    presenter, pictures = form(opened, stage)
    presenter.commune_typed("venterol")
    assert pictures.last.suggested == ("Venterol\u00a0(26)", "Venterol\u00a0(04)")
    presenter.commune_chosen("Venterol\u00a0(26)")
    presenter.sent(Answers("Zoé", "", "1990", "Venterol\u00a0(26)"))
    assert rows(opened.store)["visitor"][0]["commune"] == "26367"


def test_a_commune_that_is_typed_whole_is_understood_and_one_in_doubt_is_asked_for(opened: Space, stage: Stage) -> None:
    presenter, pictures = form(opened, stage)
    presenter.sent(Answers("Zoé", "", "", "venterol"))
    assert pictures.last.which
    assert pictures.last.suggested == ("Venterol\u00a0(26)", "Venterol\u00a0(04)")
    presenter.back()
    assert (pictures.last.which, stage.gone) == (False, [])
    presenter.sent(Answers("Zoé", "", "19", "venterol"))
    assert (pictures.last.which, pictures.last.look_at) == (False, "birth_year")
    presenter.none_meant()
    assert (pictures.last.commune, pictures.last.look_at) == ("", "commune")
    presenter.sent(Answers("Zoé", "", "", "26110 NYONS (Drome)"))
    assert rows(opened.store)["visitor"][0]["commune"] == "26220"


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        (Answers("\u0301\u0302", "", "", ""), "given_name"),
        (Answers("Zoé", "", "19", ""), "birth_year"),
        (Answers("Zoé", "", "mille", ""), "birth_year"),
        (Answers("Zoé", "", "1750", ""), "birth_year"),
        (Answers("Zoé", "", "", "Brigadoon"), "commune"),
        (Answers("Z" * 200, "", "", ""), "given_name"),
    ],
    ids=["accents without a letter", "two digits", "words", "too old", "unknown commune", "too long"],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(
    opened: Space, stage: Stage, answers: Answers, field: str
) -> None:
    presenter, pictures = form(opened, stage)
    presenter.sent(answers)
    assert pictures.last.wrong[field]
    assert pictures.last.look_at == field
    assert rows(opened.store)["visitor"] == []
    assert stage.gone == []
    presenter.edited(field)
    assert not pictures.last.wrong[field]


def test_a_card_signs_in_then_asks_whether_one_leaves(opened: Space, stage: Stage) -> None:
    code = card_of(opened, "Zoé", "Martin")
    home = HomePresenter(backstage(opened, stage), Pictures[HomeState]())
    home.scanned((code,))
    signed = stage.at(places.Welcome).signed
    pictures = Pictures[Message]()
    WelcomePresenter(backstage(opened, stage), pictures, signed).start()
    assert pictures.last.title == "Bonjour Zoé\u202f!"
    home.scanned((code,))
    stage.at(places.Already)


def test_the_reading_of_a_scan_that_is_a_card_is_taken(opened: Space, stage: Stage) -> None:
    code = card_of(opened, "Zoé")
    HomePresenter(backstage(opened, stage), Pictures[HomeState]()).scanned(("àé&q", code))
    stage.at(places.Welcome)


def test_a_code_that_does_not_read_is_said_beside_the_line(opened: Space, stage: Stage) -> None:
    pictures = Pictures[CardState]()
    presenter = CardPresenter(backstage(opened, stage), pictures, leaving=False)
    presenter.start()
    for code in ("", "  ", "7K2M", grouped(card_of(opened, "Zoé"))[:-1] + "?"):
        presenter.typed(code)
        assert pictures.last.wrong
    assert stage.gone == []


def test_leaving_shows_hours_and_reasons_never_a_name(opened: Space, stage: Stage) -> None:
    code = card_of(opened, "Zoé", "Martin")
    reception.sign_in_card(opened.store, code)
    unnamed = reception.sign_in_unnamed(opened.store, "repair")
    pictures = Pictures[LeaveState]()
    presenter = LeavePresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert [arrival.visit for arrival in pictures.last.arrivals] == [unnamed.visit]
    assert "Zoé" not in repr(pictures.last)
    presenter.leave_visit(unnamed.visit)
    assert stage.gone[-1] == places.Farewell(None)
    presenter.scanned((code,))
    assert stage.gone[-1] == places.Farewell("Zoé")


def test_at_most_six_things_can_be_touched_to_leave_however_many_are_here(opened: Space, stage: Stage) -> None:
    """Sixty people without a name: about when one came, then when exactly; each of them is reached."""
    came, reasons = [], [reason.code for reason in VISIT_REASONS]
    for number in range(60):
        came.append(reception.sign_in_unnamed(opened.store, reasons[number % 6]).visit)
        opened.clock.pass_(seconds=100)
    pictures = Pictures[LeaveState]()
    presenter = LeavePresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert pictures.last.other
    assert not pictures.last.ways
    assert len(pictures.last.stretches) == 5
    reached: list[int] = []

    def go_through(state: LeaveState) -> None:
        assert len(state.stretches) + len(state.arrivals) + state.other + WAYS * state.ways <= FEW
        assert all(before.last < after.first for before, after in pairwise(state.stretches))
        reached.extend(arrival.visit for arrival in state.arrivals)
        for stretch in state.stretches:
            presenter.narrow(stretch)
            go_through(pictures.last)
            presenter.back()

    go_through(pictures.last)
    assert sorted(reached) == came
    presenter.back()
    assert stage.gone == [places.Home()]


def test_who_cannot_be_told_apart_by_hour_and_reason_is_one_tile(opened: Space, stage: Stage) -> None:
    first, second = (reception.sign_in_unnamed(opened.store, "repair").visit for _ in range(2))
    reception.sign_in_unnamed(opened.store, "digital")
    pictures = Pictures[LeaveState]()
    presenter = LeavePresenter(backstage(opened, stage), pictures)
    presenter.start()
    assert [arrival.visit for arrival in pictures.last.arrivals][:1] == [first]
    assert len(pictures.last.arrivals) == 2
    presenter.leave_visit(first)
    presenter.refresh()
    assert pictures.last.arrivals[0].visit == second


def test_a_stretch_that_everybody_has_left_gives_the_whole_day_again(opened: Space, stage: Stage) -> None:
    came = []
    for _ in range(14):
        came.append(reception.sign_in_unnamed(opened.store, "repair").visit)
        opened.clock.pass_(minutes=3)
    pictures = Pictures[LeaveState]()
    presenter = LeavePresenter(backstage(opened, stage), pictures)
    presenter.start()
    presenter.narrow(pictures.last.stretches[0])
    begun = presenter.begun()
    gone = [arrival.visit for arrival in pictures.last.arrivals]
    assert gone == came[: len(gone)]
    for visit in gone:
        reception.sign_out(opened.store, visit)
    presenter.refresh()
    assert pictures.last.stretches
    # Drawn again in another language, it goes on from where one was.
    presenter.other()
    assert pictures.last == LeaveState(())
    presenter.resume(begun)
    assert pictures.last.stretches


def test_home_is_closed_when_no_permanence_is_open(nyons: Space, stage: Stage) -> None:
    HomePresenter(backstage(nyons, stage), Pictures[HomeState]()).start()
    assert stage.gone[-1] == places.Closed()


def test_home_counts_the_houses_of_the_day_and_of_the_year(opened: Space, stage: Stage) -> None:
    """The afternoon's permanence goes on from the morning's houses; yesterday's are gone."""
    reception.sign_in_unnamed(opened.store, "digital")
    for pause in ({"days": 1}, {"minutes": 240}):
        held = permanences.current(opened.store)
        assert held is not None
        permanences.close_permanence(opened.store, held.id, author=opened.animator)
        opened.clock.pass_(**pause)
        permanences.open_permanence(opened.store, opened.animator)
        reception.sign_in_unnamed(opened.store, "digital")
    pictures = Pictures[HomeState]()
    HomePresenter(backstage(opened, stage), pictures).start()
    assert pictures.last == HomeState("Bonjour", "Nyons", 2, 3)
