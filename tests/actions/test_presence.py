"""Animators at a permanence: who comes, who leaves, who takes over; nothing is closed on the way."""

import pytest

from kiosque.actions.done import undo
from kiosque.actions.helping import interventions
from kiosque.actions.network import network
from kiosque.actions.opening import permanences, presence
from kiosque.actions.visitors import reception
from kiosque.db.records import permanence
from tests.stores import Space, folded, meet, rows

HOUR = 3600


def somebody(nyons: Space, name: str, antenna: int | None = None) -> int:
    """Hire somebody of another antenna, or of the roaming team, whom this PC hears of."""
    hired = network.add_animator(nyons.central, given_name=name, family_name="Roux", antenna=antenna).record
    meet(nyons.store, nyons.central)
    return hired


def hours(nyons: Space, opened: int) -> list[tuple[str, float, float | None]]:
    """Return who was there, in hours since the opening."""
    start = nyons.store.one(permanence.select().where(permanence.c.id == opened)).started_at
    return [
        (each.name, (each.started_at - start) / HOUR, each.ended_at and (each.ended_at - start) / HOUR)
        for each in presence.presences(nyons.store, opened)
    ]


def test_who_opens_is_there_until_the_permanence_closes(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    assert hours(nyons, opened) == [("Élodie Brès", 0, None)]
    nyons.clock.pass_(minutes=180)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    assert hours(nyons, opened) == [("Élodie Brès", 0, 3)]
    assert rows(nyons.store) == folded(nyons.store)


@pytest.mark.parametrize("antenna", [None, 1], ids=["roaming", "of another antenna"])
def test_an_animator_of_elsewhere_opens_here(nyons: Space, antenna: int | None) -> None:
    elsewhere = (
        antenna
        and network.add_antenna(
            nyons.central, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264"
        ).record
    )
    zoe = somebody(nyons, "Zoé", elsewhere)
    opened = permanences.open_permanence(nyons.store, zoe).record
    assert hours(nyons, opened) == [("Zoé Roux", 0, None)]
    meet(nyons.store, nyons.central)
    assert rows(nyons.central)["presence"] == rows(nyons.store)["presence"]


def test_somebody_joins_takes_over_and_the_permanence_goes_on(nyons: Space) -> None:
    zoe = somebody(nyons, "Zoé")
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    nyons.clock.pass_(minutes=60)
    presence.join(nyons.store, opened, zoe)
    # Twice is once.
    assert presence.join(nyons.store, opened, zoe).entries == ()
    nyons.clock.pass_(minutes=60)
    elodie = presence.there(nyons.store, opened)[0]
    presence.leave(nyons.store, opened, elodie.id, author=zoe)
    nyons.clock.pass_(minutes=60)
    presence.join(nyons.store, opened, nyons.animator, relieved=[presence.there(nyons.store, opened)[0].id])
    assert permanences.current(nyons.store) is not None
    nyons.clock.pass_(minutes=30)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    assert hours(nyons, opened) == [("Élodie Brès", 0, 2), ("Zoé Roux", 1, 3), ("Élodie Brès", 3, 3.5)]
    assert rows(nyons.store) == folded(nyons.store)


def test_who_takes_over_and_is_taken_back_leaves_everybody_as_they_were(nyons: Space) -> None:
    zoe = somebody(nyons, "Zoé")
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    before = presence.presences(nyons.store, opened)
    done = presence.join(nyons.store, opened, zoe, relieved=[each.id for each in before])
    assert [each.name for each in presence.there(nyons.store, opened)] == ["Zoé Roux"]
    undo(nyons.store, done, zoe)
    assert presence.presences(nyons.store, opened) == before


def test_the_last_one_does_not_leave(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    [elodie] = presence.there(nyons.store, opened)
    with pytest.raises(presence.LastOne, match="Fermez"):
        presence.leave(nyons.store, opened, elodie.id, author=nyons.animator)
    assert presence.there(nyons.store, opened) == (elodie,)


def test_who_is_not_there_can_neither_leave_nor_be_relieved(nyons: Space) -> None:
    zoe = somebody(nyons, "Zoé")
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    with pytest.raises(presence.NotThere):
        presence.leave(nyons.store, opened, 12, author=zoe)
    with pytest.raises(presence.NotThere):
        presence.join(nyons.store, opened, zoe, relieved=[12])
    permanences.close_permanence(nyons.store, opened, author=zoe)
    with pytest.raises(presence.NotThere):
        presence.join(nyons.store, opened, zoe)
    assert len(presence.presences(nyons.store, opened)) == 1


def test_nobody_leaves_before_they_came_whatever_the_clock_says(nyons: Space) -> None:
    zoe = somebody(nyons, "Zoé")
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(minutes=120)
    presence.join(nyons.store, opened.record, zoe)
    nyons.clock.pass_(days=1)
    # The permanence closed, they say, before she came.
    permanences.close_permanence(nyons.store, opened.record, author=zoe, closed_at=opened.at + HOUR)
    assert hours(nyons, opened.record) == [("Élodie Brès", 0, 1), ("Zoé Roux", 2, 2)]


def test_a_closing_that_is_taken_back_brings_everybody_back(nyons: Space) -> None:
    zoe = somebody(nyons, "Zoé")
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    presence.join(nyons.store, opened, zoe)
    before = presence.there(nyons.store, opened)
    nyons.clock.pass_(minutes=60)
    done = permanences.close_permanence(nyons.store, opened, author=zoe)
    undo(nyons.store, done, zoe)
    now = permanences.current(nyons.store)
    assert now is not None
    assert now.id == opened
    assert presence.there(nyons.store, opened) == before


def test_an_opening_is_taken_back_whole(nyons: Space) -> None:
    opening = permanences.open_permanence(nyons.store, nyons.animator)
    permanences.undo_opening(nyons.store, opening, nyons.animator)
    assert permanences.current(nyons.store) is None
    assert presence.presences(nyons.store, opening.record) == ()
    assert rows(nyons.store) == folded(nyons.store)


@pytest.mark.parametrize("what", ["visit", "help", "presence"])
def test_an_opening_that_served_is_not_taken_back(nyons: Space, what: str) -> None:
    opening = permanences.open_permanence(nyons.store, nyons.animator)
    if what == "visit":
        reception.sign_in_unnamed(nyons.store, "digital")
    elif what == "help":
        interventions.log_intervention(nyons.store, themes=("email",), duration=15)
    else:
        presence.join(nyons.store, opening.record, somebody(nyons, "Zoé"))
    before = rows(nyons.store)
    with pytest.raises(permanences.InUse, match="reste ouverte"):
        permanences.undo_opening(nyons.store, opening, nyons.animator)
    assert rows(nyons.store) == before


def test_an_opening_whose_only_visit_was_taken_back_is_taken_back(nyons: Space) -> None:
    opening = permanences.open_permanence(nyons.store, nyons.animator)
    undo(nyons.store, reception.sign_in_unnamed(nyons.store, "digital"))
    permanences.undo_opening(nyons.store, opening, nyons.animator)
    assert permanences.current(nyons.store) is None
