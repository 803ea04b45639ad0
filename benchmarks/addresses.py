"""Every address of headquarters' pages, with one record of each kind in its place, and who may open it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from litestar import Litestar
from sqlalchemy import Select, func, select

from kiosque.central.accounts import Role
from kiosque.central.rights import RIGHTS, Needs
from kiosque.db import records as tables
from kiosque.db.report_tables import report
from kiosque.db.store import Store
from kiosque.domain import records as kinds
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.reports.listing import LISTINGS
from kiosque.reports.mending import REPAIR
from kiosque.reports.period import Period

FILES = (".pdf", ".ods")
UNLINKED = ("/cle/{ticket:str}", "/badges/{number:str}")
"""What came of a stick, and what withdraws a badge: there is none in a network that was played."""

DATED = ("/", "/antennes", "/antennes/{antenna:int}", "/provenance", "/programmes", "/programmes/{programme:int}")
DATED_TOO = ("/reparations", "/animateurs/{animator:int}", "/chiffres")
"""Pages of a period: they are asked for a month and a year too."""


@dataclass(frozen=True)
class Address:
    """One address to ask for: its path, and who may."""

    path: str
    roles: frozenset[Role]


def addresses(app: Litestar, store: Store) -> list[Address]:
    """Return them, in the order of their paths."""
    held = records(store)
    found: list[Address] = []
    for route in app.routes:
        needs = _needs(route)
        if needs is None or route.path.endswith(FILES) or route.path.startswith(UNLINKED):
            continue
        roles = frozenset(role for role in Role if needs.rights <= RIGHTS[role])
        found += [Address(path, roles) for path in _filled(route.path, held)]
    return sorted(found, key=lambda each: each.path)


def _needs(route: Any) -> Needs | None:  # noqa: ANN401 - the framework's
    handler = getattr(route, "route_handler_map", {}).get("GET")
    of = handler[0] if isinstance(handler, tuple) else handler
    return next((guard for guard in (of.guards if of else None) or () if isinstance(guard, Needs)), None)


def _filled(pattern: str, held: Mapping[str, str]) -> Iterator[str]:
    if pattern == "/chiffres/{figure:str}":
        for figure in (*LISTINGS, "personnes", "foyers", "places"):
            for period in ("", f"?periode={held['month']}", f"?periode={held['year']}"):
                yield f"/chiffres/{figure}{period}"
        yield f"/chiffres/interventions?periode={held['year']}&page=100"
        yield f"/chiffres/interventions?periode={held['year']}&page=101&apres={held['early']}"
        for figure in ("personnes", "foyers"):
            yield from (f"/chiffres/{figure}?periode={held[name]}&page=300" for name in ("month", "year"))
        yield f"/chiffres/passages?periode={held['month']}&antenne={held['antenna']}"
        return
    path = re.sub(r"\{((\w+):\w+)\}", lambda each: held.get(each[1]) or held.get(each[2]) or "", pattern)
    if not path.endswith("/") or path == "/":
        yield path
        if pattern in (*DATED, *DATED_TOO):
            yield from (f"{path}?periode={held[name]}" for name in ("month", "year"))


def records(store: Store) -> dict[str, str]:
    """Return something for each parameter of an address: of one antenna, among what has a journal."""
    with store.reading() as connection:

        def one(query: Select[Any]) -> int:
            return connection.scalar(query) or 0

        def latest(kind: Kind, *conditions: Any) -> int:  # noqa: ANN401 - columns
            table = tables.TABLES[kind]
            known = select(tables.entry.c.record).where(
                tables.entry.c.kind == kind.number, tables.entry.c.id == tables.entry.c.record
            )
            return one(select(func.max(table.c.id)).where(table.c.id.in_(known), *conditions))

        antenna = latest(kinds.ANTENNA, tables.antenna.c.association == "asoft")
        permanence = latest(kinds.PERMANENCE, tables.permanence.c.antenna == antenna)
        mine = select(tables.permanence.c.id).where(tables.permanence.c.antenna == antenna)
        last = local(one(select(func.max(tables.intervention.c.given_at)))).date()
        person = latest(kinds.VISITOR, tables.visitor.c.family_name.is_not(None))
        found = {
            "antenna": antenna,
            "permanence": permanence,
            "visit": latest(kinds.VISIT, tables.visit.c.permanence.in_(mine)),
            "intervention": latest(kinds.INTERVENTION, tables.intervention.c.permanence.in_(mine)),
            "workshop": latest(kinds.WORKSHOP, tables.workshop.c.antenna == antenna),
            "session": latest(kinds.WORKSHOP, tables.workshop.c.theme == REPAIR),
            "programme": latest(kinds.PROGRAMME),
            "animator": latest(kinds.ANIMATOR, tables.animator.c.antenna == antenna),
            "request_id": latest(kinds.REQUEST),
            "visitor": person,
            "one": latest(kinds.VISITOR, tables.visitor.c.family_name.is_not(None), tables.visitor.c.id < person),
            "other": person,
            "device": one(select(tables.credential.c.device).where(tables.credential.c.antenna == antenna)),
            "early": one(_early(last)),
            "number:int": one(select(func.max(report.c.id))),
        }
    words = {"day": str(last), "code": "people", "name": "banc-administrator"}
    return {name: str(value) for name, value in found.items() if value} | words | _periods(last)


def _early(last: date) -> Select[Any]:
    """Return the query of an act of help at the beginning of the year: what comes before it is on the last page."""
    given, begun = tables.intervention.c.given_at, Period(last.replace(month=1, day=1), last).start
    return select(tables.intervention.c.id).where(given > begun + 86_400).order_by(given).limit(1)


def _periods(last: date) -> dict[str, str]:
    before = last.replace(day=1)
    return {"month": f"{before:%Y-%m}", "year": str(last.year)}
