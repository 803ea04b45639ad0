"""The totals as the entries say them, without a table: of each field what was said last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosque.db.store import Store
from kiosque.demo.totals.totals import Totals, a_week
from kiosque.domain.french import local
from kiosque.domain.kinds import DELETED, Kind
from kiosque.domain.records import (
    ANTENNA,
    HOUSEHOLD,
    INTERVENTION,
    LINK,
    PERMANENCE,
    PROGRAMME,
    REGISTRATION,
    REPAIR,
    VISIT,
    VISITOR,
    WORKSHOP,
)
from kiosque.journal.entry import Entry, Value

READ = (
    *(PERMANENCE, VISIT, INTERVENTION, WORKSHOP, REGISTRATION, REPAIR, PROGRAMME),
    *(ANTENNA, VISITOR, LINK, HOUSEHOLD),
)

ENTRIES_AT_A_TIME = 5_000

Fields = Mapping[str, Value]


@dataclass(slots=True)
class _Said:
    """What is said of one record: of each field, by its number, the last value with its stamp."""

    created: bool = False
    fields: dict[int, tuple[tuple[int, int, int], Value]] = field(default_factory=dict)

    def hear(self, entry: Entry) -> None:
        self.created = self.created or entry.creates
        for said in (entry.changes, entry.personal):
            for number, value in said.items():
                if number not in self.fields or self.fields[number][0] < entry.stamp:
                    self.fields[number] = (entry.stamp, value)


def count(central: Store) -> Totals:
    """Count what the journal says that is not in the bin."""
    held = _read(central)
    spans = _spans(held)
    seconds = {antenna: _length(each) for antenna, each in spans.items()}
    weeks: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for antenna, each in spans.items():
        weeks[antenna] = {local(start).isocalendar()[:2] for start, _ in each}
    people = _people(held)
    return Totals(
        permanences=len(held[PERMANENCE]),
        seconds=sum(seconds.values()),
        visits=len(held[VISIT]),
        interventions=len(held[INTERVENTION]),
        workshops=len(held[WORKSHOP]),
        attendances=sum(
            said.get("state") == "seen" and said.get("workshop") in held[WORKSHOP]
            for said in held[REGISTRATION].values()
        ),
        people=len(people),
        households=len({_home(held, home) for home in people.values() if home}),
        programmes=len(held[PROGRAMME]),
        repairs=len(held[REPAIR]),
        hours_per_week={
            str(held[ANTENNA][antenna]["code"]): a_week(each, len(weeks[antenna])) for antenna, each in seconds.items()
        },
    )


def _read(central: Store) -> dict[Kind, dict[int, Fields]]:
    kinds = {kind.number: kind for kind in READ}
    said: dict[Kind, dict[int, _Said]] = {kind: defaultdict(_Said) for kind in READ}
    for entry in _entries(central):
        if entry.kind in kinds:
            said[kinds[entry.kind]][entry.record].hear(entry)
    return {kind: _alive(kind, records) for kind, records in said.items()}


def _entries(central: Store) -> Iterator[Entry]:
    for device in central.devices():
        after = 0
        while some := central.entries(device, after, ENTRIES_AT_A_TIME):
            yield from some
            after = some[-1].number


def _alive(kind: Kind, records: Mapping[int, _Said]) -> dict[int, Fields]:
    names = {each.number: each.name for each in kind.fields}
    return {
        record: {names[number]: value for number, (_, value) in said.fields.items() if number in names}
        for record, said in records.items()
        if said.created and (DELETED not in said.fields or said.fields[DELETED][1] is not True)
    }


def _spans(held: Mapping[Kind, Mapping[int, Fields]]) -> dict[int, list[tuple[int, int]]]:
    """Return when each antenna was open."""
    known: dict[Value, int] = defaultdict(int)
    for said in held[VISIT].values():
        known[said["permanence"]] = max(known[said["permanence"]], *_moments(said["times"]))
    for said in held[INTERVENTION].values():
        known[said["permanence"]] = max(known[said["permanence"]], *_moments((said["given_at"],)))
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for record, said in held[PERMANENCE].items():
        # What headquarters decided on, or else what was noted.
        start, *closed = _moments(said.get("decided") or said["times"])
        antenna = said["antenna"]
        if isinstance(antenna, int):
            spans[antenna].append((start, closed[0] if closed else max(start, known[record])))
    return spans


def _moments(times: Value) -> list[int]:
    return [each for each in times if isinstance(each, int)] if isinstance(times, tuple) else []


def _length(spans: list[tuple[int, int]]) -> int:
    total, reached = 0, min(spans)[0]
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _people(held: Mapping[Kind, Mapping[int, Fields]]) -> dict[int, int | None]:
    """Return who came: for each person the household, by the smallest id of those of their records."""
    stands: dict[int, int] = {}

    def first(visitor: int) -> int:
        while stands.setdefault(visitor, visitor) != visitor:
            visitor = stands[visitor]
        return visitor

    for said in held[LINK].values():
        one, other = said.get("one"), said.get("other")
        if said.get("verdict") == "same" and isinstance(one, int) and isinstance(other, int):
            low, high = sorted((first(one), first(other)))
            stands[high] = low
    found: dict[int, int | None] = {}
    for visitor in {said.get("visitor") for said in held[VISIT].values()}:
        if isinstance(visitor, int):
            person, home = first(visitor), held[VISITOR].get(visitor, {}).get("household")
            homes = [each for each in (found.get(person), home) if isinstance(each, int)]
            found[person] = min(homes, default=None)
    return found


def _home(held: Mapping[Kind, Mapping[int, Fields]], household: int) -> Value:
    """Return what tells a household from another: its card, that two antennas may know."""
    return held[HOUSEHOLD].get(household, {}).get("card") or household
