"""The ledger finds what is wrong: each planted fault is seen by exactly the figure that stands for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import links, people, reception
from kiosque.actions.visitors.people import Answers
from kiosque.db import records
from kiosque.db.feeds import NETWORK
from kiosque.demo.ledger import Left, facts, lacking, read_back
from kiosque.demo.played import Played
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.records import KINDS, LINK, VISIT, VISITOR
from tests.stores import Space, meet, space

CARD = card_code(bytes(range(RANDOM_BYTES)))


@pytest.fixture
def nyons(tmp_path: Path) -> Iterator[Space]:
    for kind in KINDS:
        (tmp_path / f"{kind.name}.csv").write_text("id\n")
    with space(tmp_path) as made:
        yield made


def morning(place: Space) -> Left:
    """Play a morning, send it, and return what it left."""
    played = Played(place.antenna)
    permanences.open_permanence(place.store, place.animator)
    played.wrote("permanence")
    played.wrote("presence")
    for card in (CARD, ""):
        place.clock.pass_(minutes=10)
        said = reception.sign_in_card(place.store, card) if card else reception.sign_in_unnamed(place.store, "service")
        played.visit(said.at, card)
    meet(place.store, place.central)
    at = place.network.folder
    return Left([place.store], place.central, at, at, played.facts)


def told(left: Left) -> tuple[bool, int, int]:
    ledger = read_back(left)
    return ledger.heads_equal, ledger.doubled, ledger.missing


def test_a_morning_is_there_once(nyons: Space) -> None:
    ledger = read_back(morning(nyons))

    assert (ledger.heads_equal, ledger.doubled, ledger.missing) == (True, 0, 0)
    # Nothing was pulled: one of four ways counts otherwise.
    assert not ledger.alike
    assert not ledger.sound
    assert replace(ledger, totals={"journal": ledger.totals["journal"]}).sound
    assert ledger.entries_kiosk == ledger.entries_central == 5
    assert (ledger.visitors, ledger.people) == (1, 1)


def test_what_was_not_sent_is_missing(nyons: Space) -> None:
    left = morning(nyons)
    left.played.update([("visit", nyons.antenna, reception.sign_in_unnamed(nyons.store, "service").at, "")])

    # The entry, and the visit that it says.
    assert told(left) == (False, 0, 2)


def test_an_entry_that_the_central_loses_is_missing(nyons: Space) -> None:
    left = morning(nyons)
    last = nyons.central.entries(nyons.store.device)[-1].id
    with nyons.central.database.writing() as connection:
        connection.execute(records.entry.delete().where(records.entry.c.id == last))

    assert told(left) == (False, 0, 1)


def test_a_row_that_the_central_loses_is_missing(nyons: Space) -> None:
    left = morning(nyons)
    with nyons.central.database.writing() as connection:
        connection.execute(records.visit.delete().where(records.visit.c.visitor.is_(None)))

    assert told(left) == (True, 0, 1)


def test_an_entry_that_was_changed_is_missing_and_another_one_is_there(nyons: Space) -> None:
    left = morning(nyons)
    with nyons.central.database.writing() as connection:
        connection.execute(records.entry.update().where(records.entry.c.kind == VISIT.number).values(personal=b"\x80"))

    equal, doubled, missing = told(left)
    assert (equal, doubled, missing) == (True, 1, 1), "the chain leaves out what is personal; the ledger does not"


def test_a_visit_that_is_there_twice_is_doubled(nyons: Space) -> None:
    left = morning(nyons)
    moment = next(at for kind, _, at, card in left.played if kind == "visit" and not card)
    nyons.clock.now = moment
    reception.sign_in_unnamed(nyons.store, "service")
    meet(nyons.store, nyons.central)

    assert told(left) == (True, 1, 0)


def test_a_person_who_is_counted_twice_is_doubled(nyons: Space) -> None:
    left = morning(nyons)
    one = nyons.store.one(records.visitor.select()).id
    with nyons.store.writing() as writer:
        other = writer.record(VISITOR, card=CARD)
    meet(nyons.store, nyons.central)
    ledger = read_back(left)
    assert (ledger.heads_equal, ledger.doubled, ledger.visitors, ledger.people) == (True, 0, 2, 1)

    (link,) = nyons.central.all(records.link.select())
    assert {link.one, link.other} == {one, other}
    with nyons.central.writing() as writer:
        writer.amend(LINK, link.id, verdict="different")
    meet(nyons.store, nyons.central)
    assert told(left) == (True, 1, 0)


def test_who_was_joined_by_an_animator_is_one_person_and_nobody_else_is(nyons: Space) -> None:
    left = morning(nyons)
    one = nyons.store.one(records.visitor.select()).id
    other = people.write_down(nyons.store, Answers("Zoé", "Roux"), author=nyons.animator).record
    links.join(nyons.store, one, other, author=nyons.animator)
    meet(nyons.store, nyons.central)

    assert told(left) == (True, 0, 1)
    assert told(replace(left, joined=1)) == (True, 0, 0)
    links.part(nyons.store, other, author=nyons.animator)
    meet(nyons.store, nyons.central)
    assert told(replace(left, joined=1)) == (True, 1, 0)


def test_a_feed_that_ends_elsewhere_is_seen(nyons: Space) -> None:
    left = morning(nyons)
    with nyons.store.database.writing() as connection:
        last = nyons.store.feed_head(NETWORK).position
        connection.execute(records.feed.delete().where(records.feed.c.feed == NETWORK, records.feed.c.position == last))

    assert told(left) == (False, 0, 0)


def test_what_a_lost_pc_wrote_is_counted_once_and_what_went_with_it_is_missing(nyons: Space) -> None:
    left = morning(nyons)
    new = nyons.network.kiosk(nyons.central, nyons.antenna)
    meet(nyons.store, nyons.central)
    after = replace(left, kiosks=[new], lost=[nyons.store])
    assert told(after) == (True, 0, 0)
    assert read_back(after).entries_kiosk == 5
    assert lacking(new, of=nyons.store) == 0

    reception.sign_in_unnamed(nyons.store, "digital")
    assert told(after) == (False, 0, 1)
    assert lacking(new, of=nyons.store) == 1
    assert told(replace(after, unrestored=3)) == (False, 0, 4)


def test_what_was_taken_back_is_not_a_fact(nyons: Space) -> None:
    left = morning(nyons)
    assert facts(nyons.central) == Counter(left.played)
    with nyons.store.writing() as writer:
        writer.amend(
            KINDS[5], nyons.store.one(records.visit.select().where(records.visit.c.visitor.is_(None))).id, deleted=True
        )
    meet(nyons.store, nyons.central)

    assert facts(nyons.central).total() == left.played.total() - 1
