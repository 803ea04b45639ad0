"""Names that stand alone, found by a key: the same as when each of them is compared, in a file or on a server."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select, text

from kiosque.actions.visitors.named_alone import erase_alone, named_alone
from kiosque.db import alone_key
from kiosque.db import records as tables
from kiosque.db.alone_key import NAMED
from kiosque.db.store import Store
from kiosque.domain.persons import Described, likeness, phone
from kiosque.domain.records import BOOKING, REGISTRATION, WISH
from tests.domain.slips import drawn_name, slipped
from tests.stores import CENTRAL, Hands, founded


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store, _ = founded(tmp_path / "central.db", CENTRAL, Hands())
    yield store
    store.close()


def compared(store: Store, who: Described) -> list[int]:
    """Return the records that are like ``who``, each held against them, as they are found without a key."""
    asked = Described(who.given_name, who.family_name, phone(who.phone))
    found = {}
    for table in (tables.TABLES[kind] for kind in NAMED):
        for row in store.all(select(table).where(table.c.erased.is_distinct_from(""))):
            like = likeness(asked, Described(row.name or "", row.name or "", row.phone or ""))
            if like.enough:
                found[row.id] = like.how_much
    return sorted(found, key=lambda each: (-found[each], each))


def agrees(store: Store, asked: list[Described]) -> int:
    """Hold what is found against what is compared, of each who asks; return how many were found."""
    several = 0
    for who in asked:
        found = [each.record for each in named_alone(store, who).alone]
        assert found == compared(store, who), who
        several += len(found)
    return several


def test_what_is_found_by_the_key_is_what_is_found_by_comparing_everybody(store: Store, run_seed: int) -> None:
    drawn = Random(run_seed)
    names = [f"{drawn_name(drawn)} {drawn_name(drawn)}" for _ in range(40)]
    numbers = [f"06{drawn.randrange(10**8):08}" for _ in range(10)]
    with store.writing() as writer:
        made = [
            writer.record(
                drawn.choice(NAMED),
                name=slipped(drawn, drawn.choice(names)) or "x",
                phone=drawn.choice((None, drawn.choice(numbers))),
            )
            for _ in range(80)
        ]
        writer.record(REGISTRATION, phone=numbers[0])
        writer.record(WISH, name="Chastel Odete")
    asked = [
        Described(given, family, drawn.choice(("", drawn.choice(numbers), "jean@exemple.fr")))
        for name in drawn.sample(names, 10)
        for given, _, family in [slipped(drawn, name).partition(" ")]
    ]
    asked += [Described(names[0].split()[0], "", numbers[0]), Described("Odette", "Chastel")]
    # On a server, none of the keys is made yet, then a few, then all.
    assert agrees(store, asked)
    alone_key.keep_up(store.database, 40)
    agrees(store, asked)
    while alone_key.keep_up(store.database):
        pass
    agrees(store, asked)
    erase_alone(store, made[:30], author=0)
    with store.writing() as writer:
        for kind in (REGISTRATION, BOOKING):
            table = tables.TABLES[kind]
            for row in store.all(select(table).where(table.c.name.is_not(None)).limit(15)):
                writer.correct(kind, row.id, name=slipped(drawn, drawn.choice(names)) or "y", phone=row.phone)
    assert agrees(store, asked)
    while alone_key.keep_up(store.database):
        pass
    assert agrees(store, asked)
    assert named_alone(store, Described("", "", numbers[0])).alone == ()


def test_an_erased_name_leaves_no_key(store: Store) -> None:
    alone_key.ready(store.database)
    with store.writing() as writer:
        made = [writer.record(kind, name="Odette Chastel") for kind in (REGISTRATION, BOOKING, WISH)]
    alone_key.keep_up(store.database)
    assert [each.record for each in named_alone(store, Described("Odette", "Chastel")).alone] == made
    erase_alone(store, made, author=0)
    with store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(text(alone_key.TABLE))) == 0


def test_a_key_of_older_rules_is_made_again(store: Store) -> None:
    served = store.database.reader.dialect.name != "sqlite"
    with store.database.writing() as connection:
        if served:
            # The one of these rules is there already, as it stays when a database is emptied for the next test.
            connection.execute(text(f"DROP TABLE IF EXISTS {alone_key.TABLE}"))
            connection.execute(text(f"DROP FUNCTION IF EXISTS {alone_key.TABLE}_mark CASCADE"))
            connection.execute(text("CREATE TABLE alone_key_0 (record BIGINT)"))
            connection.execute(
                text("CREATE FUNCTION alone_key_0_mark() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'")
            )
        else:
            connection.execute(text("CREATE VIRTUAL TABLE alone_key_0 USING fts5(keys)"))
    with store.writing() as writer:
        alone = writer.record(WISH, name="Odette Chastel")
    assert [each.record for each in named_alone(store, Described("Odette", "Chastel")).alone] == [alone]
    there = "SELECT relname FROM pg_class" if served else "SELECT name FROM sqlite_master"
    with store.reading() as connection:
        assert "alone_key_0" not in connection.scalars(text(there)).all()
