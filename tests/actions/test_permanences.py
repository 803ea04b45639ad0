"""Opening, forgetting and closing a permanence; what it has seen."""

import pytest

from kiosque.actions import interventions, permanences, reception
from kiosque.actions.inputs import BadInput
from kiosque.db.records import permanence
from kiosque.domain.card import card_code
from tests.stores import Space, folded, rows


def test_a_permanence_opens_counts_and_closes(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    reception.sign_in_card(nyons.store, card_code(bytes(10)))
    left = reception.sign_in_unnamed(nyons.store, "service").visit
    interventions.log_intervention(nyons.store, visits=(left,), themes=("email",), duration=15)
    reception.sign_out(nyons.store, left)
    nyons.clock.pass_(minutes=180)
    seen = permanences.summary(nyons.store, opened)
    assert (seen.visits, seen.unnamed, seen.still_here, seen.interventions) == (2, 1, 1, 1)
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    row = nyons.store.one(permanence.select())
    assert (row.ended_at - row.started_at, row.to_confirm) == (180 * 60, None)
    assert permanences.current(nyons.store) is None
    assert reception.present(nyons.store) == ()
    assert permanences.visits_this_year(nyons.store) == 2
    assert permanences.visits_today(nyons.store) == 2
    nyons.clock.pass_(days=1)
    assert permanences.visits_today(nyons.store) == 0
    nyons.clock.pass_(days=-1)
    assert rows(nyons.store) == folded(nyons.store)


def test_two_permanences_are_not_open_at_once(nyons: Space) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    with pytest.raises(permanences.AlreadyOpen, match="déjà ouverte"):
        permanences.open_permanence(nyons.store, nyons.animator)
    assert len(nyons.store.all(permanence.select())) == 1


def test_the_screen_knows_who_opened_and_what_was_planned(nyons: Space) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    now = permanences.current(nyons.store)
    assert now is not None
    assert (now.animator_name, now.opened_at, now.forgotten) == ("Élodie Brès", nyons.clock.now, False)
    assert permanences.planned_today(nyons.store) == "9\u202fh – 12\u202fh\u202f30 et 13\u202fh\u202f30 – 18\u202fh"
    nyons.clock.pass_(days=6)
    assert permanences.planned_today(nyons.store) == ""


def test_a_forgotten_closing_is_asked_about_and_marked(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(days=2)
    now = permanences.current(nyons.store)
    assert now is not None
    assert now.forgotten
    permanences.close_permanence(nyons.store, now.id, author=nyons.animator, closed_at=opened.at + 3 * 3600)
    row = nyons.store.one(permanence.select())
    assert (row.ended_at - row.started_at, row.to_confirm) == (3 * 3600, True)


def test_a_closing_before_the_opening_or_in_the_future_is_refused(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(minutes=60)
    for moment in (opened.at - 1, nyons.clock.now + 1):
        with pytest.raises(BadInput):
            permanences.close_permanence(nyons.store, opened.record, author=nyons.animator, closed_at=moment)
    assert permanences.current(nyons.store) is not None


def test_a_clock_put_back_does_not_keep_a_permanence_open(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(minutes=-90)
    permanences.close_permanence(nyons.store, opened.record, author=nyons.animator)
    row = nyons.store.one(permanence.select())
    assert row.ended_at == row.started_at


def test_what_is_closed_or_unknown_cannot_be_closed(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    permanences.close_permanence(nyons.store, opened, author=nyons.animator)
    for which in (opened, 12):
        with pytest.raises(permanences.NotOpen):
            permanences.close_permanence(nyons.store, which, author=nyons.animator)
    with pytest.raises(permanences.NotOpen):
        permanences.summary(nyons.store, 12)
