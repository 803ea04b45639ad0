"""The places at the desk: two taps, over a real database and without a window."""

import pytest

from kiosque.actions.coworking import desks
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.ui import places
from kiosque.ui.animator.desking import DesksPresenter
from kiosque.ui.animator.desks import DesksState
from tests.stores import Space
from tests.ui.backstages import Pictures, Stage, backstage


@pytest.fixture
def stage() -> Stage:
    return Stage()


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
