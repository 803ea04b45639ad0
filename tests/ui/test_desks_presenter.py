"""The places at the desk: two taps, over a real database and without a window."""

from kiosque.actions.coworking import desks
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.ui import places
from kiosque.ui.animator.desking import DesksPresenter
from kiosque.ui.animator.desks import DesksState
from kiosque.ui.animator.printing import PrintingPresenter, PrintingState
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage


def test_a_free_place_is_taken_in_two_taps_and_freed_in_one(nyons: Space, stage: Stage) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    visit = reception.sign_in_unnamed(nyons.store, "desk").visit
    pictures = Pictures[DesksState]()
    presenter = DesksPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    assert not pictures.last.places
    presenter.choose(frozenset({"computer"}))
    presenter.add(" ")
    assert pictures.last.wrong
    presenter.add("Ordinateur 1")
    [place] = pictures.last.places
    assert (place.form, pictures.last.wrong) == ("computer", "")
    presenter.take(visit)
    presenter.touch(place.id)
    presenter.touch(place.id)
    assert pictures.last.taking is None
    presenter.touch(place.id)
    presenter.take(visit)
    assert pictures.last.taking is None
    assert [each.since for each in pictures.last.places] == [nyons.clock.now]
    presenter.touch(place.id)
    assert [each.since for each in pictures.last.places] == [None]
    assert stage.take_back is not None
    stage.take_back()
    assert desks.places(nyons.store)[0].since is not None
    presenter.back()
    assert stage.gone[-1] == places.More()


def test_pages_are_counted_by_whoever_printed_with_a_place_or_without(nyons: Space, stage: Stage) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    DesksPresenter(backstage(nyons, stage), Pictures[DesksState]()).printing()
    stage.at(places.Printing)
    pictures = Pictures[PrintingState]()
    presenter = PrintingPresenter(backstage(nyons, stage), pictures)
    presenter.start()
    assert not pictures.last.printers
    presenter.count(3)
    visit = reception.sign_in_unnamed(nyons.store, "service").visit
    presenter.refresh()
    [printer] = pictures.last.printers or ()
    presenter.choose(printer)
    presenter.choose(printer)
    assert pictures.drawn[-1].chosen != printer
    presenter.choose(printer)
    presenter.resume(presenter.begun())
    assert pictures.last.chosen == printer
    presenter.count(3)
    assert pictures.last.today == 3
    assert [(each.visit, each.pages) for each in pictures.last.printers or ()] == [(visit, 3)]
    assert stage.take_back is not None
    stage.take_back()
    presenter.refresh()
    assert pictures.last.today == 0
    presenter.earlier()
    presenter.back()
    assert stage.gone[-1] == places.Desks()
