"""What reports give away together that each hides: a number of one less the same number of others, from one to four.

Every whole is held against each report within it, and against as many at once as share no day: a year less three of
its quarters tells the fourth. More roundabout sums are not gone through: whoever freezes is told what is found at
least.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiosque.domain.objectives import HOUSEHOLDS, INTERVENTIONS, OBJECTIVES, PEOPLE
from kiosque.reports.activity import definitions as of
from kiosque.reports.activity.told import Cell, Report, Unit
from kiosque.reports.suppress import shown

PROMISED = frozenset(OBJECTIVES.label(code) for code in (HOUSEHOLDS, PEOPLE, INTERVENTIONS))
"""The objectives that count people, or what was done for them, since a day of their own."""
STOOD = 2
"""The column of the table of objectives that says how much there is."""
PLAIN = 2
"""Columns of a table that counts one thing, which its title says."""

NOT_PEOPLE = frozenset({"permanences", "workshops", of.PLACES})
"""Of what is counted: sessions, and things that stand there."""
ONCE = frozenset({of.PEOPLE, of.HOUSEHOLDS})
"""Whoever came twice is counted once: of several periods these do not add up."""

Cells = Mapping[tuple[str, str], Cell]
"""What was counted, by what its definition is and what it is called."""


@dataclass(frozen=True, slots=True)
class Readable:
    """A number that can be read by subtracting, and what it counts, in words."""

    what: str
    count: int


def readable(one: Report, others: Sequence[Report]) -> tuple[Readable, ...]:
    """Return what somebody who has ``one`` and ``others`` can read below five; empty where nothing was found."""
    found = dict[Readable, None]()
    cells = {id(each): dict(_cells(each)) for each in (one, *others)}
    for whole, parts in _families(one, others):
        found.update(dict.fromkeys(_rests(cells[id(whole)], [cells[id(each)] for each in parts])))
    stood = _stood(one)
    for other in others:
        for what, count in _stood(other).items():
            rest = abs(stood.get(what, count) - count)
            if _few(rest):
                found[Readable(f"Les objectifs, {what}", rest)] = None
    return tuple(found)


def same(one: Report, other: Report) -> bool:
    """Whether two reports are of the same days and say the same numbers: then neither tells anything of the other."""
    days = (one.first, one.last, one.whose) == (other.first, other.last, other.whose)
    return days and dict(_cells(one)) == dict(_cells(other)) and _stood(one) == _stood(other)


def _families(one: Report, others: Sequence[Report]) -> Iterator[tuple[Report, list[Report]]]:
    """Give each whole with some that lie within it and share no day; ``one`` is the whole, or among them."""
    within = [each for each in others if _within(each, one)]
    yield from ((one, [each]) for each in within)
    yield one, _apart(within)
    for whole in others:
        if _within(one, whole):
            yield whole, [one]
            yield whole, _apart([one], [each for each in others if each is not whole and _within(each, whole)])


def _within(part: Report, whole: Report) -> bool:
    days = whole.first <= part.first and part.last <= whole.last
    return days and (not whole.whose or whole.whose == part.whose)


def _apart(first: Sequence[Report], more: Sequence[Report] = ()) -> list[Report]:
    """Return as many reports as share nothing, those that end early before the others; of ``first`` at least one."""
    chosen: list[Report] = []
    for several in (first, more):
        for each in sorted(several, key=lambda each: (each.last, -each.first.toordinal())):
            if not any(_meet(each, other) for other in chosen):
                chosen.append(each)
    return chosen


def _meet(one: Report, other: Report) -> bool:
    of_others = bool(one.whose and other.whose and one.whose != other.whose)
    return one.first <= other.last and other.first <= one.last and not of_others


def _rests(whole: Cells, parts: Sequence[Cells]) -> Iterator[Readable]:
    for (defined, what), count in whole.items():
        told = [cell for cell in (part.get((defined, what)) for part in parts) if isinstance(cell, int)]
        if not told or (len(told) > 1 and defined in ONCE) or not isinstance(count, int):
            continue
        if _few(count - sum(told)):
            yield Readable(what, count - sum(told))


def _few(count: int) -> bool:
    return count > 0 and shown(count) is None


def _cells(report: Report) -> Iterator[tuple[tuple[str, str], Cell]]:
    """Give what counts people, or what they did: totals stand among the figures already."""
    for section in report.sections:
        for figure in section.figures:
            if figure.unit is Unit.COUNT and figure.defined not in NOT_PEOPLE:
                yield (figure.defined, figure.name), figure.value
        for table in section.tables:
            for place, column in enumerate(table.columns):
                if column.unit is Unit.COUNT and column.defined not in NOT_PEOPLE:
                    title = column.title.replace("\u00ad", "")
                    words = table.title if len(table.columns) == PLAIN else f"{table.title}, {title}"
                    yield from (((column.defined, f"{words}, {line[0]}"), line[place]) for line in table.lines)


def _stood(report: Report) -> dict[str, int]:
    """Return how far the objectives stood that count people; without those that are told in words (*moins de 5*)."""
    lines = [line for _, table in report.tables() if table.name == "objectifs" for line in table.lines]
    said = {str(line[0]): "".join(str(line[STOOD]).split()) for line in lines}
    return {what: int(words) for what, words in said.items() if what in PROMISED and words.isdecimal()}
