"""Journals as hypothesis draws them: several devices, few records, every way of touching them."""

from hypothesis import strategies as st

from kiosque.domain.kinds import DELETED, ERASED
from kiosque.journal.clock import tick
from kiosque.journal.entry import Entry, Value, entry_id

KIND = 6
OTHER_KIND = 99
PLAIN = (3, 4, DELETED)
PERSONAL = (5, 6)

values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(1 << 63), (1 << 63) - 1),
    st.text("aé’€😀\0 ", max_size=8),
    st.binary(max_size=4),
    st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)),
)


@st.composite
def journals(draw: st.DrawFn, longest: int = 12) -> list[Entry]:
    """Entries of up to three devices, in an order in which they could have been written."""
    numbers: dict[int, int] = {}
    clocks: dict[int, int] = {}
    records: list[int] = []
    written: list[Entry] = []
    for _ in range(draw(st.integers(0, longest))):
        device = draw(st.integers(1, 3))
        # A device has seen what it wrote, and maybe what others wrote.
        seen = written if draw(st.booleans()) else [entry for entry in written if entry.device == device]
        number = numbers.get(device, 0) + 1
        clock = tick(clocks.get(device, 0), *(entry.clock for entry in seen))
        known = [record for record in records if any(entry.record == record for entry in seen)]
        creates = not known or draw(st.booleans())
        record = entry_id(device, number) if creates else draw(st.sampled_from(known))
        base = 0 if creates else max(entry.clock for entry in seen if entry.record == record)
        kind = draw(st.sampled_from((KIND, KIND, KIND, OTHER_KIND)))
        changes = draw(st.dictionaries(st.sampled_from(PLAIN), values, max_size=3))
        if not creates and draw(st.integers(0, 4)) == 0:
            several = [entry.id for entry in written if entry.record == record]
            changes[ERASED] = tuple(draw(st.lists(st.sampled_from(several), max_size=2)))
        personal = draw(st.dictionaries(st.sampled_from(PERSONAL), values, max_size=2))
        written.append(Entry(device, number, clock, base, 0, 0, kind, record, changes, personal))
        numbers[device], clocks[device] = number, clock
        if creates:
            records.append(record)
    return written


def of_device(journal: list[Entry], device: int) -> list[Entry]:
    """Return one device's entries, in order."""
    return [entry for entry in journal if entry.device == device]
