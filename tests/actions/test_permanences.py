"""Opening, forgetting and closing a permanence; what it has seen."""

import pytest

from kiosque.actions.helping import interventions
from kiosque.actions.inputs import BadInput
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import links, reception, visits
from kiosque.db.records import permanence, visit
from kiosque.db.store import Store
from kiosque.domain.card import card_code
from kiosque.journal.entry import device_of
from tests.stores import Space, folded, meet, rows


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


def test_the_screen_knows_who_opened(nyons: Space) -> None:
    permanences.open_permanence(nyons.store, nyons.animator)
    now = permanences.current(nyons.store)
    assert now is not None
    assert (now.animator_name, now.opened_at, now.forgotten) == ("Élodie Brès", nyons.clock.now, False)


def test_a_forgotten_closing_is_asked_about_and_marked(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    nyons.clock.pass_(days=2)
    now = permanences.current(nyons.store)
    assert now is not None
    assert now.forgotten
    permanences.close_permanence(nyons.store, now.id, author=nyons.animator, closed_at=opened.at + 3 * 3600)
    row = nyons.store.one(permanence.select())
    assert (row.ended_at - row.started_at, row.to_confirm) == (3 * 3600, True)


def test_the_last_thing_known_of_a_permanence(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator)
    assert permanences.last_known(nyons.store, opened.record) == opened.at
    nyons.clock.pass_(minutes=10)
    visit = reception.sign_in_unnamed(nyons.store, "digital").visit
    assert permanences.last_known(nyons.store, opened.record) == opened.at + 600
    nyons.clock.pass_(minutes=10)
    interventions.log_intervention(nyons.store, visits=(visit,), themes=("email",), duration=15)
    assert permanences.last_known(nyons.store, opened.record) == opened.at + 1200
    nyons.clock.pass_(minutes=10)
    reception.sign_out(nyons.store, visit)
    nyons.clock.pass_(days=1)
    assert permanences.last_known(nyons.store, opened.record) == opened.at + 1800


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


def beside(nyons: Space) -> Store:
    """A second PC of the antenna, which knows what the first one has sent."""
    meet(nyons.store, nyons.central)
    return nyons.network.kiosk(nyons.central, nyons.antenna)


def test_what_one_pc_opened_is_open_on_the_other_and_both_receive(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    first, second = nyons.store, beside(nyons)
    now = permanences.current(second)
    assert now is not None
    assert now.id == opened
    with pytest.raises(permanences.AlreadyOpen):
        permanences.open_permanence(second, nyons.animator)

    card = card_code(bytes(10))
    for store in (first, second):
        reception.sign_in_unnamed(store, "service")
    reception.sign_in_card(second, card)
    with pytest.raises(visits.AlreadyHere):
        reception.sign_in_card(second, card)
    nyons.clock.pass_(minutes=30)
    for store in (second, first, second):
        meet(store, nyons.central)

    for store in (first, second):
        seen = permanences.summary(store, opened)
        assert (seen.visits, seen.unnamed, seen.still_here) == (3, 2, 3)
        assert len(reception.present(store)) == 3
        with pytest.raises(visits.AlreadyHere):
            reception.sign_in_card(store, card)
    # Who came in at one PC leaves at the other.
    reception.sign_out_card(first, card)
    assert len(reception.present(first)) == 2

    permanences.close_permanence(second, opened, author=nyons.animator)
    for store in (second, first):
        meet(store, nyons.central)
        assert permanences.current(store) is None
        assert rows(store) == folded(store)


def test_two_pcs_that_open_before_they_meet_stay_open_until_both_are_closed(nyons: Space) -> None:
    first, second = nyons.store, beside(nyons)
    opened = [permanences.open_permanence(store, nyons.animator).record for store in (first, second)]
    for store in (first, second):
        reception.sign_in_unnamed(store, "service")
    nyons.clock.pass_(minutes=60)
    for store in (first, second, first):
        meet(store, nyons.central)

    for store in (first, second):
        assert len(reception.present(store)) == 2
        assert [permanences.summary(store, each).visits for each in opened] == [1, 1]
        assert permanences.open_here(store) == tuple(sorted(opened))
        # Each PC goes on with its own: its counter does not change under anybody's hands.
        now = permanences.current(store)
        assert now is not None
        assert device_of(now.id) == store.device
        interventions.log_intervention(
            store, visits=[each.visit for each in reception.present(store)], themes=("email",), duration=15
        )
    for each in opened:
        permanences.close_permanence(first, each, author=nyons.animator)
    assert permanences.current(first) is None


@pytest.mark.parametrize("which", [0, 1])
def test_visits_of_other_days_of_another_pc_are_not_of_this_permanence(nyons: Space, which: int) -> None:
    # Device numbers are drawn: each of the two PCs may have the greater one.
    pcs = sorted((nyons.store, beside(nyons)), key=lambda store: store.device)
    one, other = pcs[which], pcs[1 - which]
    past = []
    for day in range(4):
        at = other if day % 2 else one
        past.append(permanences.open_permanence(at, nyons.animator).record)
        for store in (at, nyons.store, *pcs):
            meet(store, nyons.central)
        for store in pcs:
            for _ in range(3 + day):
                reception.sign_in_unnamed(store, "digital")
        for store in (*pcs, *pcs):
            meet(store, nyons.central)
        permanences.close_permanence(at, past[-1], author=nyons.animator)
        for store in (at, *pcs):
            meet(store, nyons.central)
        nyons.clock.pass_(days=1)

    for store in pcs:
        assert [permanences.summary(store, each).visits for each in past] == [6, 8, 10, 12]
        assert len(store.all(visit.select())) == 36


def test_a_new_pc_goes_on_with_the_permanence_of_the_lost_one(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    arrived = reception.sign_in_unnamed(nyons.store, "service").visit
    new = beside(nyons)
    reception.sign_in_unnamed(new, "digital")
    reception.sign_out(new, arrived)
    nyons.clock.pass_(minutes=5)
    assert permanences.summary(new, opened).visits == 2
    assert len(reception.present(new)) == 1
    permanences.close_permanence(new, opened, author=nyons.animator)
    assert permanences.current(new) is None


def test_people_are_counted_once_however_many_cards_they_have(nyons: Space) -> None:
    opened = permanences.open_permanence(nyons.store, nyons.animator).record
    for number in (1, 2, 3, 4):
        reception.sign_in_card(nyons.store, card_code(bytes([number]) * 10))
    reception.sign_in_unnamed(nyons.store, "digital")
    one, other, third, _ = (each.visitor for each in reception.present(nyons.store) if each.visitor)
    # The first and the third are the same by the second.
    links.join(nyons.store, one, other, author=nyons.animator)
    links.join(nyons.store, other, third, author=nyons.animator)
    seen = permanences.summary(nyons.store, opened)
    assert (seen.visits, seen.people, seen.unnamed) == (5, 2, 1)
    links.tell_apart(nyons.store, other, third, author=nyons.animator)
    assert permanences.summary(nyons.store, opened).people == 3
