"""Every kind of record, without exception: what the documentation says becomes of it holds between two devices."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from kiosque.actions import history
from kiosque.actions.history import By
from kiosque.actions.visitors import erasure, finding, links
from kiosque.db.engine import KEYS, SqliteDatabase, prepare
from kiosque.db.records import TABLES
from kiosque.db.store import Store
from kiosque.domain import apart
from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records import (
    ANIMATOR,
    BOOKING,
    HOUSEHOLD,
    KINDS,
    LINK,
    REGISTRATION,
    REQUEST,
    VISITOR,
    WISH,
)
from kiosque.journal.entry import Value
from kiosque.journal.odds import odds
from tests.actions.pcs import Pcs, two
from tests.stores import KEY, MONDAY_9_H, Space, rows, said, space

HERE = Path(__file__).parent
BY_PCS = tuple(kind for kind in KINDS if kind.root in (Root.ANTENNA, Root.VISITOR))
BY_HEADQUARTERS = tuple(kind for kind in KINDS if kind.root is Root.NETWORK)

PROVED = {
    "key": ("test_keys.py::test_a_passphrase_chosen_here_takes_the_place_of_one_that_headquarters_confirmed",),
    "hours": ("test_hours.py::test_two_who_note_the_same_day_without_knowing_of_each_other_are_read_alike",),
    "permanence": ("test_two_pcs.py::test_a_permanence_that_two_close_otherwise_has_one_word_and_its_presences_too",),
    "presence": ("test_two_pcs.py::test_who_is_noted_by_two_was_there_for_all_of_it_and_counted_once",),
    "task": ("test_tasks.py::test_two_pcs_correct_one_time_and_end_with_the_same",),
    "visitor": (
        "test_one_person.py::test_headquarters_erases_somebody_everywhere_they_came",
        "test_profile.py::test_two_pcs_say_otherwise_of_one_person_and_end_with_the_same",
    ),
    "household": (
        "test_two_pcs.py::test_a_household_stays_when_one_of_it_is_erased_and_its_card_is_given_anew_by_two",
        "test_two_pcs.py::test_whoever_is_joined_stays_in_the_household_of_each_record",
        "test_two_pcs.py::test_who_is_moved_by_two_lives_in_one_household_and_the_other_one_stands",
    ),
    "link": (
        "test_one_person.py::test_one_person_or_two_is_decided_at_one_antenna_and_holds_at_the_other",
        "test_one_person.py::test_two_who_were_joined_and_one_of_them_erased_before_the_line_came_back",
    ),
    "visit": (
        "test_two_pcs.py::test_a_visit_that_two_correct_keeps_what_each_said_and_of_its_hours_the_later",
        "test_one_person.py::test_who_is_erased_at_one_antenna_is_nobody_at_the_other",
    ),
    "group": ("test_two_pcs.py::test_a_group_that_two_correct_keeps_what_each_said_and_every_visit_follows",),
    "intervention": (
        "test_two_pcs.py::test_help_that_two_correct_keeps_what_each_said_and_its_history",
        "test_two_pcs.py::test_help_to_somebody_who_is_erased_keeps_its_codes_and_no_word_whoever_writes_one_meanwhile",
    ),
    "workshop": (
        "test_workshop_changes.py::test_two_pcs_that_correct_one_workshop_at_once_keep_what_each_said_of_another_field",
        "test_workshop_changes.py::test_who_was_registered_where_it_was_not_known_to_be_called_off_is_told_too",
    ),
    "registration": (
        "test_workshops.py::test_two_pcs_that_give_the_last_place_at_once_both_gave_it",
        "test_two_pcs.py::test_who_registered_signed_and_booked_is_erased_on_both_and_the_places_stay",
    ),
    "attendance": (
        "test_workshops.py::test_two_pcs_that_mark_the_same_half_day_end_with_one_answer",
        "test_two_pcs.py::test_who_registered_signed_and_booked_is_erased_on_both_and_the_places_stay",
    ),
    "desk": ("test_two_pcs.py::test_a_desk_renamed_by_one_is_the_one_that_the_other_gives",),
    "desk_use": ("test_desks.py::test_two_pcs_that_give_one_place_at_once_free_it_once",),
    "booking": (
        "test_bookings.py::test_two_pcs_that_booked_one_desk_at_once_find_the_same_clash_and_it_is_moved",
        "test_two_pcs.py::test_who_registered_signed_and_booked_is_erased_on_both_and_the_places_stay",
    ),
    "pass": ("test_bookings.py::test_two_records_of_one_person_use_one_pass_and_two_pcs_count_alike",),
    "loan": (
        "test_equipment.py::test_of_two_loans_of_one_thing_the_first_is_named_and_both_end",
        "test_equipment.py::test_of_a_borrower_joined_with_another_record_the_loan_goes_too",
        "test_two_pcs.py::test_what_is_lent_longer_by_one_and_given_back_at_the_other_is_back",
    ),
    "inspection": ("test_equipment.py::test_two_pcs_that_found_it_otherwise_agree_on_the_later_word",),
    "wish": (
        "test_requests.py::test_two_pcs_that_answer_one_wish_agree",
        "test_two_pcs.py::test_wishes_of_two_records_of_one_person_stay_and_go_with_either",
    ),
    "feedback": ("test_requests.py::test_a_pc_that_is_closed_twice_in_a_half_day_says_the_whole_and_two_pcs_add_up",),
    "repair": (
        "test_repairs.py::test_two_pcs_that_say_otherwise_how_a_repair_ended_agree_on_one_of_them",
        "test_repairs.py::test_who_is_erased_leaves_the_repair_and_no_word",
    ),
    "item": ("test_repairs.py::test_two_pcs_that_repair_one_object_know_all_of_it",),
    "authorisation": (
        "test_machines.py::test_two_pcs_that_allow_at_once_keep_both_and_the_later_day_holds",
        "test_machines.py::test_who_is_erased_is_allowed_nothing_and_that_somebody_was_stays",
    ),
}
"""Of what two PCs may say at once, where its own row of *Each kind of record* is proved. What headquarters alone says
needs no line here: the test of it below, and ``tests/db/test_routing.py``, are of every kind."""


def test_each_kind_that_pcs_write_has_its_own_proof() -> None:
    assert sorted(PROVED) == sorted(kind.name for kind in BY_PCS)
    for named in {each for several in PROVED.values() for each in several}:
        file, _, test = named.partition("::")
        written = ast.parse((HERE / file).read_text(encoding="utf-8")).body
        assert test in {each.name for each in written if isinstance(each, ast.FunctionDef)}, named


# ----- corrected, and two at once -------------------------------------------------------------------------------------


def sample(kind: Kind, field: Field, word: str = "A") -> Value:
    """Return a value that may stand in a field, another one for another ``word``."""
    number = MONDAY_9_H + 60 * ord(word)
    text = f"{kind.name}-{field.name}-{word}"
    made: dict[Type, Value] = {
        Type.BOOL: word == "A",
        Type.INTERVAL: (number, number + 60),
        Type.CODES: (text, word),
        Type.BYTES: text.encode(),
        **dict.fromkeys((Type.INT, Type.TIME), number),
        **dict.fromkeys((Type.CODE, Type.LABEL, Type.TEXT), text),
    }
    return made[field.type]


def own(kind: Kind) -> list[Field]:
    """Return the fields of a kind that refer to nothing, and that PCs may write."""
    theirs = apart.FIELDS if kind is VISITOR else ()
    return [field for field in kind.fields if field.type not in (Type.REF, Type.REFS) and field.name not in theirs]


def every_record(store: Store, kinds: tuple[Kind, ...], antenna: int) -> dict[Kind, int]:
    """Write one record of each kind, all in one gesture."""
    made: dict[Kind, int] = {}
    with store.writing() as writer:
        for kind in sorted(kinds, key=lambda each: each is LINK):
            where: dict[str, Value] = (
                {"antenna": antenna} if any(each.name == "antenna" for each in kind.fields) else {}
            )
            if kind is LINK:
                where = {"one": made[VISITOR], "other": writer.record(VISITOR, given_name="Zoé")}
            made[kind] = writer.record(kind, **where, **{each.name: sample(kind, each) for each in own(kind)})
    return made


@pytest.fixture
def pcs(nyons: Space) -> Pcs:
    """Two PCs of one antenna."""
    return two(nyons)


def test_two_pcs_that_say_otherwise_of_any_record_end_with_the_same_and_its_history(pcs: Pcs) -> None:
    made = every_record(pcs.one, BY_PCS, pcs.space.antenna)
    pcs.meet()
    for store, word in ((pcs.one, "B"), (pcs.other, "C")):
        with store.writing(pcs.author) as writer:
            for kind, record in made.items():
                first, last = own(kind)[0], own(kind)[-1]
                # The last field is said by both; of a kind that has others, the first by one of them.
                new = {last.name: sample(kind, last, word)} | (
                    {first.name: sample(kind, first, word)} if store is pcs.one else {}
                )
                writer.amend(kind, record, **new)
    pcs.agree(*(kind.name for kind in BY_PCS))
    for kind, record in made.items():
        first, last = own(kind)[0], own(kind)[-1]
        for store in pcs.all:
            entries = store.history(record)
            assert last.number in {each.field for each in odds(entries)}, kind.name
            state = store.state(record)
            assert state is not None
            assert state.values[last.number] == sample(kind, last, "BC"[entries[-1].device == pcs.other.device])
            assert first is last or state.values[first.number] == sample(kind, first, "B")
            changes = history.history(store, record)
            assert [change.created for change in changes] == [True, False, False]
            assert {change.author for change in changes[1:]} == {"Élodie Brès"}


def test_what_headquarters_says_otherwise_reaches_both_with_its_history(pcs: Pcs) -> None:
    made = every_record(pcs.central, BY_HEADQUARTERS, pcs.space.antenna)
    pcs.meet()
    with pcs.central.writing() as writer:
        for kind, record in made.items():
            writer.amend(kind, record, **{each.name: sample(kind, each, "B") for each in own(kind)})
    pcs.agree(*(kind.name for kind in BY_HEADQUARTERS))
    for kind, record in made.items():
        for store in pcs.all:
            _, change = history.history(store, record)
            assert {each.field for each in change.said} == {each.name for each in own(kind)}
            assert change.by is By.HEADQUARTERS


# ----- joined, and erased ---------------------------------------------------------------------------------------------

MARK = "Marqueur"
NUMBER = "0699887766"
FORGOTTEN = tuple(
    kind
    for kind in KINDS
    if any(each.personal for each in kind.fields) and kind not in (ANIMATOR, HOUSEHOLD, LINK, REQUEST)
)
"""An animator is no visitor; a household's card is nobody's name; links are made by what people do; what was asked of
headquarters is forgotten when it is answered."""


def in_clear(pcs: Pcs, folder: Path) -> Pcs:
    """Return the same three stores in files that are not encrypted, so that their bytes may be read."""
    stores = []
    for store, name in zip(pcs.all, ("kiosk-1.db", "kiosk-2.db", "central.db"), strict=True):
        store.close()
        path = folder / f"clear-{name}"
        sealed = sqlite.connect(folder / name, isolation_level=None)
        sealed.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        sealed.execute("ATTACH DATABASE ? AS clear KEY ''", (str(path),))
        sealed.execute("SELECT sqlcipher_export('clear')")
        sealed.close()
        stores.append(Store(SqliteDatabase(partial(opened, path)), pcs.space.clock))
    return replace(pcs, one=stores[0], other=stores[1], central=stores[2])


def opened(path: Path) -> sqlite.Connection:
    """Open a file without a key, with all else that a connection must have."""
    connection = sqlite.connect(path, isolation_level=None, check_same_thread=False)
    prepare(connection)
    for name, key_of in KEYS.items():
        connection.create_function(name, 2, key_of, deterministic=True)
    return connection


@pytest.fixture
def clear(tmp_path: Path) -> Iterator[Pcs]:
    """Two PCs and their central, whose files may be read."""
    with space(tmp_path) as made:
        pcs = in_clear(two(made), tmp_path)
        yield pcs
        for store in pcs.all:
            store.close()


def marked(kind: Kind, who: int, made: dict[str, int]) -> dict[str, Value]:
    """Return what a record of a kind says of somebody, and of what it belongs to."""
    about: dict[str, Value] = {}
    for field in kind.fields:
        if field.personal and field.type in (Type.REF, Type.REFS):
            about[field.name] = (who,) if field.type is Type.REFS else who
        elif field.personal and field.type in (Type.TEXT, Type.BYTES):
            words = NUMBER if field.name == "phone" else f"{MARK} {field.name}"
            about[field.name] = words.encode() if field.type is Type.BYTES else words
        elif field.type is Type.REF and field.name in made:
            about[field.name] = made[field.name]
    return about


def everything_of(pcs: Pcs) -> tuple[int, int]:
    """Write of somebody, at one PC, all that any kind can say of them; return two records of one person."""
    made = {"antenna": pcs.space.antenna}
    alone = {"name": f"Odette {MARK}", "phone": NUMBER}
    with pcs.one.writing() as writer:
        names = {"given_name": "Odette", "family_name": MARK, "phone": NUMBER}
        hers, twin = (writer.record(VISITOR, **names) for _ in range(2))
        for kind in FORGOTTEN:
            if kind is not VISITOR:
                made[kind.name] = writer.record(kind, **marked(kind, twin, made))
        # Whoever telephoned before anybody knew them, and whoever is not them.
        for kind in (REGISTRATION, BOOKING, WISH):
            writer.record(kind, **alone)
            writer.record(kind, name="Odette Roux", phone="0475260000")
        # A child for whom she answers, and who stays.
        writer.record(VISITOR, given_name="Léo", answered_by=twin)
    return hers, twin


def named_in(store: Store) -> set[int]:
    """Return whom the rows of every kind name."""
    found = set()
    for kind, held in ((kind, rows(store)[kind.name]) for kind in TABLES):
        personal = [each.name for each in kind.fields if each.personal and each.type in (Type.REF, Type.REFS)]
        found |= {int(one) for row in held for name in personal for one in str(row[name] or "").split()}
    return found


def test_who_is_erased_is_named_by_no_record_of_any_kind_in_no_file(clear: Pcs, tmp_path: Path) -> None:
    hers, twin = everything_of(clear)
    clear.meet()
    before = clear.agree(*(kind.name for kind in FORGOTTEN))
    links.join(clear.other, hers, twin, author=clear.author)
    # Joining writes nothing over, whatever the kind.
    assert clear.agree(*(kind.name for kind in FORGOTTEN)) == before
    for store in clear.all:
        assert finding.find(store, f"Odette {MARK}")
        assert twin in named_in(store)
    files = [path for path in tmp_path.iterdir() if path.name.startswith("clear-") and path.suffix == ".db"]
    assert all(any(MARK.lower().encode() in each.lower() for each in bytes_of(path)) for path in files)
    erasure.erase_person(clear.central, hers, author=0)
    after = clear.agree(*(kind.name for kind in FORGOTTEN))
    assert len(after) == len(before)
    for store in clear.all:
        assert not named_in(store) & {hers, twin}
        assert finding.find(store, f"Odette {MARK}") == ()
        assert b"Odette Roux" in said(store)
        assert b"L\xc3\xa9o" in said(store)
    for path in files:
        for content in bytes_of(path):
            assert MARK.lower().encode() not in content.lower(), path.name
            assert NUMBER.encode() not in content, path.name


def bytes_of(path: Path) -> list[bytes]:
    """Return what a database's file holds, and what stands beside it."""
    return [each.read_bytes() for each in path.parent.glob(f"{path.name}*")]
