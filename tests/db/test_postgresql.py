"""A central on a server: what is not the same there as in a file, and must come to the same."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from kiosque.actions.network import network
from kiosque.actions.visitors.finding import find
from kiosque.central import authority
from kiosque.cli import app
from kiosque.db import folder, moving
from kiosque.db.doctor import examine
from kiosque.db.journal import heads
from kiosque.db.metadata import metadata
from kiosque.db.paths import CENTRAL_ADDRESS
from kiosque.db.place import keep_address, open_server, place_of
from kiosque.db.postgresql import UnfitDatabase
from kiosque.db.records import entry, visitor
from kiosque.db.store import Store
from kiosque.db.trouble import StorageTrouble
from kiosque.db.upgrade import HEAD, downgrade, revision, upgrade
from kiosque.domain.records import ANTENNA, VISITOR
from kiosque.journal.entry import Entry
from kiosque.sync import root
from tests.postgresql import Server
from tests.served import Shelf, served_centrals
from tests.stores import CENTRAL, Hands, Space, founded, meet, rows, said, space


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    with served_centrals() as shelf:
        yield shelf


@pytest.fixture
def server(shelf: Shelf) -> Server:
    return shelf.server


@pytest.fixture
def central(shelf: Shelf, tmp_path: Path) -> Iterator[Store]:
    del shelf
    store, _ = founded(tmp_path / "central.db", CENTRAL, Hands())
    yield store
    store.close()


@pytest.fixture
def nyons(shelf: Shelf, tmp_path: Path) -> Iterator[Space]:
    """One antenna with its kiosk, in a file, and its central, on the server."""
    del shelf
    with space(tmp_path) as made:
        yield made


# ----- migrations -----------------------------------------------------------------------------------------------------


def test_the_migrations_make_exactly_the_tables_of_the_program(server: Server) -> None:
    database = open_server(server.address(server.make()))
    upgrade(database)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revision(database) == HEAD
    database.close()


def test_every_migration_goes_down_and_up_again(server: Server) -> None:
    database = open_server(server.address(server.make()))
    upgrade(database)
    downgrade(database, "base")
    upgrade(database)
    assert revision(database) == HEAD
    downgrade(database, "base")
    assert inspect(database.reader).get_table_names() == ["alembic_version"]
    database.close()


# ----- two ways to it -------------------------------------------------------------------------------------------------


def test_who_reads_cannot_write_and_sees_one_state(central: Store) -> None:
    with pytest.raises(DBAPIError, match="read-only"), central.reading() as connection:
        connection.execute(visitor.delete())
    with central.reading() as connection:
        before = heads(connection)
        with central.writing() as writer:
            writer.record(VISITOR, given_name="Odette")
        assert heads(connection) == before
    with central.reading() as connection:
        assert heads(connection) != before


def test_a_query_is_planned_for_its_own_values_however_often_it_is_asked(central: Store) -> None:
    with central.reading() as connection:
        for clock in range(20):
            connection.execute(select(entry.c.id).where(entry.c.clock == clock)).all()
        plans = "SELECT sum(generic_plans), sum(custom_plans) FROM pg_prepared_statements"
        generic, custom = connection.execute(text(plans)).one()
    assert generic == 0
    assert custom > 5


def test_programs_that_write_at_once_take_turns(central: Store, server: Server) -> None:
    name = central.database.address.split("/")[3].split("?")[0]  # type: ignore[attr-defined]
    others = [Store(open_server(server.address(name)), central.now) for _ in range(3)]

    def work(store: Store) -> None:
        for _ in range(5):
            with store.writing() as writer:
                writer.record(VISITOR, commune="26220")

    # Under one number, as two programs never do: the second to write reads again where the first has ended.
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, [central, *others]))
    assert len(rows(central)["visitor"]) == 20
    assert examine(central).healthy
    for store in others:
        store.close()


def test_a_server_that_is_not_there_gets_a_sentence() -> None:
    with pytest.raises(StorageTrouble, match="ne répond pas"):
        open_server("postgresql://kiosque@/kiosque?host=/nowhere")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("mysql://kiosque@/kiosque", "PostgreSQL"),
        ("postgresql://kiosque:secret@/kiosque", "PGPASSWORD"),
    ],
)
def test_an_address_that_will_not_do_is_refused(address: str, why: str) -> None:
    with pytest.raises(UnfitDatabase, match=why):
        open_server(address)


def test_a_database_that_sorts_otherwise_is_refused_with_what_makes_a_good_one(server: Server) -> None:
    server.run("CREATE DATABASE elsewhere TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
    with pytest.raises(UnfitDatabase, match="createdb --template template0 --encoding UTF8 --locale C elsewhere"):
        open_server(server.address("elsewhere"))


# ----- the same as in a file ------------------------------------------------------------------------------------------


def test_words_come_in_the_same_order(central: Store, nyons: Space) -> None:
    names = ["éa", "Zoé", "ea", "Éa", "a b", "ab", "a-b", "œ", "oe"]
    orders = []
    for store in (central, nyons.store):
        with store.writing() as writer:
            for name in names:
                writer.record(VISITOR, given_name=name)
        query = visitor.select().order_by(visitor.c.given_name)
        orders.append([row.given_name for row in store.all(query)])
    assert orders[0] == orders[1] == sorted(names)


def test_a_text_that_a_server_cannot_hold_is_kept_in_the_journal_and_shown_nowhere(central: Store) -> None:
    number = ANTENNA.field("name").number
    entry = Entry(77, 1, 1, 0, 0, 0, ANTENNA.number, 77 << 32 | 1, {number: "Ny\0ons"}, {})
    assert central.apply([entry]) == 1
    assert rows(central)["antenna"][0]["name"] is None
    assert central.entries(77) == [entry]
    assert examine(central).healthy
    with pytest.raises(TypeError), central.writing() as writer:
        writer.record(ANTENNA, code="N", name="Ny\0ons")


def test_people_are_found_by_the_same_slips_and_who_is_erased_by_none(nyons: Space) -> None:
    with nyons.store.writing() as writer:
        odette = writer.record(VISITOR, given_name="Odette", family_name="Chastel", phone="0475262626")
        writer.record(VISITOR, given_name="Marcel", family_name="Arnoux")
    meet(nyons.store, nyons.central)
    for typed in ("odette", "chast", "chstel", "Odete Chastel", "0475 26", "arnou", "nobody"):
        assert find(nyons.central, typed) == find(nyons.store, typed)
    with nyons.store.writing() as writer:
        writer.amend(VISITOR, odette, family_name="Charrol")
        renamed = writer.record(VISITOR, given_name="Paulette")
    meet(nyons.store, nyons.central)
    assert [each.visitor for each in find(nyons.central, "charrol")] == [odette]
    assert not find(nyons.central, "chastel")
    assert [each.visitor for each in find(nyons.central, "paul")] == [renamed]
    with nyons.store.writing() as writer:
        writer.erase(VISITOR, odette)
    meet(nyons.store, nyons.central)
    assert not find(nyons.central, "odette")
    assert b"Odette" not in said(nyons.central)


# ----- from a file to a server ----------------------------------------------------------------------------------------


def test_a_central_moves_to_a_server_with_all_that_it_holds(server: Server, tmp_path: Path) -> None:
    at, address = tmp_path / "central", server.address(server.make())
    store = folder.new_central(at, begin=lambda made: root.write(tmp_path / "root", authority.found(made)))
    network.add_antenna(store, code="NYO", label="Nyons", form="seat", association="asoft", commune="26220", hours=None)
    before, identity = rows(store), store.identity
    store.close()
    moving.to_server(at, address)
    moved = folder.open_central(at)
    assert (rows(moved), moved.identity) == (before, identity)
    assert examine(moved).healthy
    network.add_animator(moved, given_name="Élodie", family_name="Brès")
    moved.close()
    assert not (at / "central.db").exists()
    with pytest.raises(folder.AlreadyThere, match="déjà sur un serveur"):
        moving.to_server(at, address)
    other = tmp_path / "other"
    with pytest.raises(folder.AlreadyThere, match="contient déjà un central"):
        folder.new_central(other, address=address)
    assert not other.exists()


def test_the_address_of_a_server_is_its_owner_s_alone(tmp_path: Path) -> None:
    (tmp_path / f"{CENTRAL_ADDRESS}.new").write_text("what was left by a cut, for everybody to read")
    address = "postgresql://kiosque:un-secret@127.0.0.1:1/kiosque"
    keep_address(tmp_path, address)
    assert place_of(tmp_path).database == address
    assert (tmp_path / CENTRAL_ADDRESS).stat().st_mode & 0o777 == 0o600


def test_commands_make_move_and_verify_a_central_on_a_server(server: Server, tmp_path: Path) -> None:
    runner, address = CliRunner(), server.address(server.make())

    def said(*words: object, code: int = 0) -> str:
        done = runner.invoke(app, ["central", *map(str, words)])
        assert done.exit_code == code, done.output
        return done.output

    at = tmp_path / "central"
    said("create", "--dir", at)
    said("antenna", "--dir", at, "NYO", "Nyons", "--commune", "Nyons")
    moved = said("move", "--dir", at, "--database", address)
    assert "tous les journaux sont égaux" in moved
    assert "Tout est en ordre" in said("doctor", "--dir", at)
    said("antenna", "--dir", at, "REM", "Rémuzat", "--commune", "Rémuzat")
    assert "Tout est en ordre" in said("doctor", "--dir", at, "--rebuild")
    other = server.address(server.make())
    assert "son disque doit l’être" in said("create", "--dir", tmp_path / "new", "--database", other)
    assert "Tout est en ordre" in said("doctor", "--dir", tmp_path / "new")


def test_a_new_central_begins_on_a_server(server: Server, tmp_path: Path) -> None:
    store = folder.new_central(tmp_path / "central", address=server.address(server.make()))
    store.close()
    again = folder.open_central(tmp_path / "central")
    assert again.identity == store.identity
    again.close()
    assert [path.name for path in (tmp_path / "central").iterdir()] == ["central.database"]
