"""Wishes at the desk: counted, planned, called, without a window."""

from kiosque.actions.visitors import feedback
from kiosque.actions.workshops import agenda, wishes
from kiosque.ui import places
from kiosque.ui.animator.planner import PlanPresenter
from kiosque.ui.animator.planning import PlanState
from kiosque.ui.animator.wishes import Line, WishesPresenter, WishesState
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage


def at_wishes(space: Space, stage: Stage) -> tuple[WishesPresenter, Pictures[WishesState]]:
    pictures = Pictures[WishesState]()
    presenter = WishesPresenter(backstage(space, stage), pictures)
    presenter.start()
    return presenter, pictures


def told(pictures: Pictures[WishesState]) -> tuple[Line, ...]:
    lines = pictures.last.lines
    assert lines is not None
    return lines


def test_wishes_and_smiles_are_counted_and_a_mistake_goes(opened: Space, stage: Stage) -> None:
    feedback.smile(opened.store, "great")
    presenter, pictures = at_wishes(opened, stage)
    assert told(pictures) == ()
    presenter.add(frozenset({"photo"}))
    presenter.add(frozenset())
    presenter.add(frozenset({"photo"}))
    [line] = told(pictures)
    assert (line.title, line.note) == ("Photo numérique", "2\u00a0envies, la dernière aujourd’hui")
    assert pictures.last.faces[0] == ("laugh", "Très bien", 1)
    presenter.less(line.last)
    assert [each.wishes for each in wishes.wanted(opened.store)] == [1]
    presenter.back()
    assert stage.gone[-1] == places.More()


def test_a_wish_becomes_a_workshop_and_those_who_wanted_it_are_called(opened: Space, stage: Stage) -> None:
    for name in ("Odette", "Paul"):
        wished = wishes.wish(opened.store, "astronomy").record
        wishes.ask_to_be_called(opened.store, wished, called=name, phone="0612345678")
    presenter, pictures = at_wishes(opened, stage)
    assert told(pictures)[0].callers == "2 personnes veulent être appelées."
    presenter.plan("astronomy")
    plans = Pictures[PlanState]()
    planner = PlanPresenter(backstage(opened, stage), plans, stage.at(places.Plan))
    planner.start()
    assert (plans.last.defaults.title, plans.last.theme) == ("Astronomie", "culture_numerique")
    planner.back()
    assert stage.gone[-1] == places.Wishes()
    planner.sent(plans.last.defaults)
    planner.sent(plans.last.defaults)
    assert [line.title for line in agenda.upcoming(opened.store)] == ["Astronomie"]
    presenter.refresh()
    assert told(pictures) == ()
    assert [each.whom.split(",")[0] for each in pictures.last.callers] == ["Odette", "Paul"]
    presenter.enrol(pictures.last.callers[0].wish)
    presenter.call(pictures.last.callers[0].wish)
    assert pictures.last.callers == ()
    assert [line.registered for line in agenda.upcoming(opened.store)] == [1]
