"""What a stream remembers: short things, the first ones, and never more than there is room for."""

import pytest

from kiosque.journal.entry import Entry, Value, entry_id
from kiosque.sync import known
from kiosque.sync.column import Key
from kiosque.sync.known import Known, Lessons, Likeness
from kiosque.sync.shape import Shape

COLUMN: Key = (6, 0, 3)
BESIDE: Key = (6, 1, 4)
LONG = "a" * (known.LONGEST + 1)


def taught(*values: Value) -> Known:
    learner = Known()
    learner.learn(Lessons(columns=[(COLUMN, values)]))
    return learner


def test_the_values_of_a_column_are_remembered_in_the_order_of_their_appearance() -> None:
    learner = taught("b", "a", "b", 7)
    learner.learn(Lessons(columns=[(COLUMN, ["c", "a"])]))
    assert learner.seen(COLUMN).values == ["b", "a", 7, "c"]
    assert learner.seen(COLUMN).places["c"] == 3


def test_flags_bytes_and_long_texts_are_not_remembered() -> None:
    assert taught(*(None, True, b"b", LONG, LONG[:-1])).seen(COLUMN).values == [LONG[:-1]]


def test_the_items_of_tuples_are_remembered_apart() -> None:
    learner = taught(("a", 1), "b", ("a", (2,)))
    assert learner.seen(COLUMN).values == ["b"]
    assert learner.items(COLUMN).values == ["a", 1]


def test_a_column_is_remembered_up_to_as_many_values_as_a_byte_tells_apart() -> None:
    learner = taught(*range(known.MOST_VALUES + 9))
    assert len(learner.seen(COLUMN).values) == known.MOST_VALUES
    learner.learn(Lessons(columns=[(COLUMN, [-1])]))
    assert -1 not in learner.seen(COLUMN).places


@pytest.mark.parametrize(
    ("of", "value", "remembered"),
    [
        pytest.param("who", "26220", True, id="texts"),
        pytest.param((1, 2), ("26220",), True, id="tuples"),
        pytest.param(LONG, "26220", False, id="a long key"),
        pytest.param("who", LONG, False, id="a long value"),
        pytest.param("who", tuple(range(known.MOST_ITEMS + 1)), False, id="many items"),
        pytest.param("who", ((1,),), False, id="tuples in a tuple"),
    ],
)
def test_what_was_beside_is_remembered_when_both_are_short(of: Value, value: Value, *, remembered: bool) -> None:
    learner = Known()
    learner.learn(Lessons(likenesses=[Likeness(COLUMN, BESIDE, {of: "before"})]))
    learner.learn(Lessons(likenesses=[Likeness(COLUMN, BESIDE, {of: value})]))
    assert learner.like(COLUMN, BESIDE).get(of) == (value if remembered else None)


def test_a_shape_that_has_no_room_is_not_remembered() -> None:
    fields = tuple(range(known.MOST_REMEMBERED // 2))
    shapes = [
        Shape(kind, creates=True, changes=said, personal=()) for kind, said in ((6, fields), (7, ()), (8, fields))
    ]
    learner = Known()
    learner.learn(Lessons(shapes=shapes))
    assert [shape.kind for shape in learner.shapes] == [6, 7]


def test_once_there_is_no_room_nothing_more_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST_REMEMBERED", 5)
    learner = Known()
    for number in range(9):
        key = (number, 0, 3)
        lessons = Lessons(columns=[(key, ["a", "b"])], likenesses=[Likeness(key, BESIDE, {1: 2, 3: 4})])
        learner.learn(lessons)
    # One for the authors of no entry at all, one for a column and one for each of its values, one for a pair.
    assert learner.seen((0, 0, 3)).values == ["a", "b"]
    assert not any(learner.seen((number, 0, 3)).values for number in range(1, 9))
    assert [dict(learner.like((number, 0, 3), BESIDE)) for number in range(9)] == [{}] * 9


def test_of_the_entries_before_only_what_nobody_erases_is_known() -> None:
    before = [
        Entry(9, 1, 1, 0, 0, 77, 6, entry_id(9, 1), {3: "a"}, {4: "somebody"}),
        Entry(9, 2, 2, 1, 0, 78, 6, entry_id(9, 1), {3: "b"}),
    ]
    learner = Known(before)
    assert learner.seen(COLUMN).values == ["a", "b"]
    assert learner.seen(BESIDE).values == []
    assert learner.seen(known.AUTHOR).values == [77, 78]
    assert learner.created.of(6) == [entry_id(9, 1)]
    assert learner.shapes == []


def visitors() -> list[Entry]:
    return [
        Entry(9, number, number, 0, 0, 0, 5, entry_id(9, number), {7: f"age {number}", 8: "26220"}) for number in (1, 2)
    ]


def test_what_a_record_was_created_with_is_known_of_whoever_names_it() -> None:
    learner = Known(visitors())
    one, two = entry_id(9, 1), entry_id(9, 2)
    assert learner.told(one, 7) == "age 1"
    assert learner.told((one, two), 7) == ("age 1", "age 2")
    assert list(learner.fields((two,))) == list(learner.fields(two)) == [7, 8]


def test_of_what_is_no_known_record_nothing_is_told() -> None:
    learner = Known(visitors())
    one, unknown = entry_id(9, 1), entry_id(9, 3)
    for of in (unknown, (one, unknown), None, "26220", ("a",), ()):
        assert learner.told(of, 9) in (None, ())
        assert not of or list(learner.fields(of)) == ([7, 8] if of == (one, unknown) else [])
    assert learner.told(one, 9) is None
    assert learner.told((one, unknown), 7) is None


def test_long_creations_updates_and_those_beyond_the_bound_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST_TOLD", 2)
    long = Entry(9, 8, 8, 0, 0, 0, 5, entry_id(9, 8), {7: "a" * known.LONGEST_TOLD})
    update = Entry(9, 9, 9, 8, 0, 0, 5, entry_id(9, 1), {7: "older"})
    third = Entry(9, 10, 10, 0, 0, 0, 5, entry_id(9, 10), {7: "young"})
    learner = Known([long, *visitors(), update, third])
    assert learner.told(long.record, 7) is None
    assert learner.told(entry_id(9, 1), 7) == "age 1"
    assert learner.told(third.record, 7) is None
