"""One device's journals as hypothesis draws them: known and unknown kinds, alike and unlike, in runs and alone."""

from hypothesis import settings
from hypothesis import strategies as st

from kiosque.journal.chain import GENESIS, digest
from kiosque.journal.entry import MAX_DEVICE, Entry, Fields, Value, entry_id
from tests.sizes import EXAMPLES, size

streamed = settings(max_examples=size(EXAMPLES))
"""Of tests that draw whole streams: they are the longest of the suite."""

DEVICE = 4242
CENTRAL = 77
_INT64 = st.integers(-(1 << 63), (1 << 63) - 1)

scalars: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.integers(1_700_000_000, 1_700_086_400),
    st.integers(1, 12).map(lambda number: entry_id(DEVICE, number)),
    st.integers(1, 3).map(lambda number: entry_id(CENTRAL, number)),
    _INT64,
    st.sampled_from(("26220", "PRESENT", "é’€😀", "", "\0", "a\0b")),
    st.text(max_size=6),
    st.binary(max_size=5),
)

values: st.SearchStrategy[Value] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=6
)
"""At most as deep as the line carries: hypothesis would need more leaves to go further."""

fields: st.SearchStrategy[Fields] = st.dictionaries(st.integers(0, 6) | st.integers(0, 1 << 40), values, max_size=4)

alike: st.SearchStrategy[st.SearchStrategy[Value]] = st.sampled_from(
    (st.booleans(), st.integers(0, 300), st.text("ab", max_size=3), st.binary(max_size=3))
).flatmap(
    lambda of: st.sampled_from((of, st.none() | of, st.tuples(of, st.none() | of), st.lists(of, max_size=3).map(tuple)))
)
"""What one field of one kind holds, entry after entry: values of one type, as real ones are."""


@st.composite
def streams(draw: st.DrawFn, longest: int = 12) -> list[Entry]:
    """Consecutive entries of one device, from any number on."""
    number = draw(st.sampled_from((1, 7, (1 << 32) - longest - 1)))
    clock = draw(st.integers(0, 50) | st.integers(0, 1 << 60))
    device = draw(st.sampled_from((DEVICE, 1, MAX_DEVICE)))
    column = draw(alike)
    written: list[Entry] = []
    for place in range(draw(st.integers(0, longest))):
        clock += 1 + draw(st.integers(0, 3))
        own = entry_id(device, number + place)
        creates = draw(st.booleans())
        others = st.integers(1, (1 << 53) - 1) | st.sampled_from([each.record for each in written] or [1])
        record = own if creates else draw(others.filter(own.__ne__))
        said: dict[int, Value] = dict(draw(fields))
        personal = draw(fields)
        if draw(st.booleans()):
            said[3] = draw(column)
        written.append(
            Entry(
                device,
                number + place,
                clock,
                0 if creates else draw(st.integers(0, clock - 1)),
                draw(st.integers(0, 1 << 33) | _INT64),
                draw(st.sampled_from((0, entry_id(CENTRAL, 9), own))),
                draw(st.sampled_from((5, 6, 1 << 40))),
                record,
                said,
                personal,
            )
        )
    return written


@st.composite
def feeds(draw: st.DrawFn) -> list[Entry]:
    """Entries of one to four devices as a feed has them: in turns, with gaps, an old one after a new one."""
    drawn = draw(st.lists(streams(), min_size=1, max_size=4))
    entries = {entry.id: entry for journal in drawn for entry in journal}
    return draw(st.permutations(list(entries.values()))) if draw(st.booleans()) else list(entries.values())


def after(entries: list[Entry], head: bytes = GENESIS) -> bytes:
    """Return the digest of the chain after ``entries``."""
    for entry in entries:
        head = digest(head, entry)
    return head
