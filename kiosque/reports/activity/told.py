"""A report as it is told: figures, tables and words in their order, as they are frozen and given away.

Nothing in it is exact where it may not be: cells below five are ``None`` here already. A paper, an annex and a page
are all made of this alone, so that they say the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = int | str | None
"""A value in the smallest of its unit (people, seconds, cents, grams, per cent), words, or None: it is hidden."""


class Unit(StrEnum):
    """What the integers of a column are."""

    COUNT = "count"
    TIME = "time"
    """Seconds."""
    MONEY = "money"
    """Cents of a euro."""
    SHARE = "share"
    """Per cent."""
    WEIGHT = "weight"
    """Grams."""
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that stands alone; ``beside`` is what belongs next to it, ``defined`` where its definition is."""

    name: str
    value: Cell
    unit: Unit
    defined: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; ``defined`` is empty where its title says all."""

    title: str
    unit: Unit = Unit.COUNT
    defined: str = ""
    wide: int = 0
    """How wide it is on paper, beside the others; 0: as its words or numbers are."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Its first column has words; ``bar`` is the column that is drawn beside it, ``floor`` its stroke."""

    name: str
    title: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    note: str = ""
    bar: int = 0
    floor: int = 0
    drawing: str = ""
    """``lying`` or ``standing`` bars, or none."""
    undrawn: int = 0
    """Of the last lines, those that are the rest and no part: as bars they would hide the others."""

    @property
    def hides(self) -> bool:
        """Whether a cell is hidden in it."""
        return any(cell is None for line in (*self.lines, self.total) for cell in line)


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``comment`` is headquarters' words, paragraphs apart by an empty line; ``map`` is an SVG."""

    key: str
    title: str
    comment: str = ""
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    map: str = ""
    map_said: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell in it."""
        return not (self.comment or self.figures or self.tables or self.map)


@dataclass(frozen=True, slots=True)
class Definition:
    """What is counted under a name."""

    key: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """How far the journal of one PC was known: its last number, and the digest that stands for all up to it."""

    device: int
    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. ``made`` is UTC seconds; ``whose``: of which association it is, empty for the network."""

    first: date
    last: date
    day: date
    made: int
    funder: str
    whose: str
    sections: tuple[Section, ...]
    definitions: tuple[Definition, ...]
    heads: tuple[Head, ...]
    digest: str
    """One for all of ``heads``."""
    draft: bool = False
    """It is not frozen yet: it may still say something else."""

    def tables(self) -> Iterator[tuple[Section, Table]]:
        """Give each table with its section."""
        for section in self.sections:
            for table in section.tables:
                yield section, table

    @property
    def hides(self) -> bool:
        """Whether anything is hidden in it."""
        figures = any(figure.value is None for section in self.sections for figure in section.figures)
        return figures or any(table.hides for _, table in self.tables())

    @property
    def entries(self) -> int:
        """How many entries of the journal it was made from."""
        return sum(head.number for head in self.heads)
