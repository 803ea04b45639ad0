"""The last entries before a number: all that were asked for, or a refusal."""

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.sync.backlog import backlog, preceding
from kiosque.sync.refusal import Reason, Refused
from tests.stores import Space


def test_what_precedes_and_what_follows_are_the_journal(nyons: Space) -> None:
    store = nyons.store
    permanences.open_permanence(store, nyons.animator)
    for _ in range(5):
        reception.sign_in_unnamed(store, "other")
    entries = store.entries(store.device)
    assert preceding(store, store.device, 4, 3) == entries[1:4]
    assert preceding(store, store.device, 0, 0) == []
    assert list(backlog(store, store.device, 4)) == entries[4:]


@pytest.mark.parametrize(("number", "count"), [(2, 3), (900, 3), (900, 900)])
def test_what_is_not_held_is_refused(nyons: Space, number: int, count: int) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    with pytest.raises(Refused) as caught:
        preceding(nyons.store, nyons.store.device, number, count)
    assert caught.value.reason is Reason.GAP
