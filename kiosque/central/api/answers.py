"""What the API answers: each of these is a schema of its description."""

from datetime import date
from typing import Annotated, Any

from msgspec import Meta, Struct

from kiosque.central.api.keys import Scope
from kiosque.reports.exports.columns import Sheet
from kiosque.reports.exports.description import field


class WhoAmI(Struct, frozen=True):
    """What the key of the request opens."""

    name: str
    scopes: list[Scope]
    association: Annotated[str, Meta(description="asoft ou aventic ; vide : tout le réseau.")]
    until: Annotated[int, Meta(description="Secondes UTC depuis 1970.")]


class Antenna(Struct, frozen=True):
    """An antenna that is open today."""

    id: int
    code: str
    name: str
    commune: Annotated[str, Meta(description="Code INSEE.")]
    association: str


class Figure(Struct, frozen=True):
    """What one antenna did on one local day."""

    antenna: Annotated[int, Meta(description="Identifiant de l’antenne ; 0 : on ne sait pas laquelle.")]
    day: date
    permanences: int
    seconds: Annotated[int, Meta(description="Durée des permanences, sans compter deux fois ce qui se recouvre.")]
    visits: int
    interventions: int
    workshops: int
    attendances: int


class Objective(Struct, frozen=True):
    """How an objective stands today."""

    code: str
    name: str
    definition: str
    value: int
    target: int
    first: date
    last: date | None


class Column(Struct, frozen=True, omit_defaults=True):
    """A column of a table (Frictionless Table Schema): ``codes`` tells the words of each code."""

    name: str
    title: str
    type: str
    description: str
    unit: str = ""
    refers: str = ""
    codes: dict[str, str] = {}


class Table(Struct, frozen=True):
    """A table, and what its columns are."""

    name: str
    title: str
    fields: list[Column]


class Rows(Struct, frozen=True):
    """Some rows of a table, by their times or ids; ``next`` is what ``after`` has to be for those that follow."""

    rows: list[dict[str, Any]]
    next: int | None


class Missing(Struct, frozen=True):
    """An antenna that cannot be published, and what nobody has said of it."""

    name: str
    missing: list[str]


class Problem(Struct, frozen=True):
    """Why there is no answer."""

    status_code: int
    detail: str


def table(sheet: Sheet) -> Table:
    """Return what a table is."""
    return Table(sheet.name, sheet.title, [Column(**field(each)) for each in sheet.columns])
