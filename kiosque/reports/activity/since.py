"""What became otherwise since a report was frozen: stated beside it, never in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosque.reports.activity.told import Cell, Report, Section, Table, Unit
from kiosque.reports.activity.words import said


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is no longer what was frozen: where it stands, what it was, what it is; empty for nothing."""

    section: str
    what: str
    then: str
    now: str


def differences(frozen: Report, now: Report) -> tuple[Difference, ...]:
    """Return what is otherwise in the report as it would be made now, in the order of its sections."""
    others = {section.key: section for section in now.sections}
    return tuple(
        Difference(section.title, what, then, today)
        for section in frozen.sections
        if section.key in others
        for what, then, today in _of(section, others[section.key])
        if then != today
    )


def _of(then: Section, now: Section) -> Iterator[tuple[str, str, str]]:
    held = {figure.name: figure for figure in now.figures}
    for figure in then.figures:
        other = held.pop(figure.name, None)
        yield figure.name, said(figure.value, figure.unit), said(other.value, other.unit) if other else ""
    yield from ((name, "", said(each.value, each.unit)) for name, each in held.items())
    tables = {table.name: table for table in now.tables}
    for table in then.tables:
        yield from _lines(table, tables.pop(table.name, None))
    for table in tables.values():
        yield from ((what, "", today) for what, today, _ in _lines(table, None))


def _lines(then: Table, now: Table | None) -> Iterator[tuple[str, str, str]]:
    units = [column.unit for column in then.columns]
    held = _by_title(now) if now else {}
    for title, cells in _by_title(then).items():
        yield f"{then.title}, {title}", _told(cells, units), _told(held.pop(title, ()), units)
    yield from ((f"{then.title}, {title}", "", _told(cells, units)) for title, cells in held.items())


def _by_title(table: Table) -> dict[str, tuple[Cell, ...]]:
    lines = [*table.lines, table.total] if table.total else [*table.lines]
    found: dict[str, tuple[Cell, ...]] = {}
    for line in lines:
        title = str(line[0])
        # Two lines of one name (two costs) are told as one.
        found[title] = (*found.get(title, ()), *line[1:])
    return found


def _told(cells: tuple[Cell, ...], units: list[Unit]) -> str:
    width = len(units) - 1
    told = (said(cell, units[1 + place % width]) for place, cell in enumerate(cells))
    return " · ".join(each for each in told if each)
