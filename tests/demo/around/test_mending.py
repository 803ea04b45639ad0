"""What was noted otherwise than it was is corrected in a demo, or goes to the bin and comes back."""

import pytest

from kiosque.actions.bins import binned
from kiosque.actions.helping import interventions
from kiosque.actions.history import corrected, history
from kiosque.demo.around.mending import Mending
from kiosque.demo.events import Close
from kiosque.demo.ledger import facts
from tests.demo.around.stage import Room, person
from tests.stores import folded, meet, rows


def help_somebody(nyons: Room) -> None:
    nyons.come(0, person(1))
    done = interventions.log_intervention(
        nyons.space.store, visits=(nyons.visits[0],), themes=("email",), duration=15, animator=nyons.space.animator
    )
    nyons.helps.append((done.record, done.at))


@pytest.mark.parametrize("share", ["HELP", "TWICE", "MISTAKEN", "VISIT"])
def test_what_is_looked_at_again_is_counted_as_before(nyons: Room, monkeypatch: pytest.MonkeyPatch, share: str) -> None:
    help_somebody(nyons)
    store = nyons.space.store
    meet(store, nyons.space.central)
    before = facts(nyons.space.central)
    for each in ("HELP", "TWICE", "MISTAKEN", "VISIT"):
        monkeypatch.setattr(f"kiosque.demo.around.mending.{each}", 1 if each == share else 0)
    nyons.space.clock.pass_(minutes=20)
    Mending().play(Close(0), nyons.here())
    meet(store, nyons.space.central)
    assert facts(nyons.space.central) == before
    assert not +nyons.played.facts
    record = nyons.visits[0] if share == "VISIT" else nyons.helps[0][0]
    assert corrected(history(store, record)) == (share in {"HELP", "VISIT"})
    assert sum(change.binned is not None for change in history(store, record)) == (2 if share == "MISTAKEN" else 0)
    assert len(binned(store)) == (share == "TWICE")
    assert rows(store) == folded(store)


def test_nothing_is_looked_at_again_before_the_closing(nyons: Room) -> None:
    help_somebody(nyons)
    entries = len(nyons.space.store.entries(nyons.space.store.device))
    for _ in range(3):
        Mending().play(Close(0), nyons.here(5))
    assert len(nyons.space.store.entries(nyons.space.store.device)) == entries, "drawn with this seed: all was right"
