"""The figures of a report, counted once and kept with it; how far that is, where it takes a while."""

from dataclasses import dataclass, replace
from time import monotonic

from sqlalchemy import select

from kiosque.central import reporting
from kiosque.central.central import Central
from kiosque.central.reporting import Asked
from kiosque.db.report_tables import report
from kiosque.db.store import Store
from kiosque.reports.activity.contents import PARTS
from kiosque.reports.activity.telling import journals
from kiosque.reports.activity.told import Report

SAID_EACH = 1.0
"""Seconds between two notes of how far it is: each is a transaction."""

LOST = 600
"""Seconds after which nobody counts any more who began: five years at ten million acts of help take one minute."""


@dataclass(frozen=True, slots=True)
class Counting:
    """That the figures are being counted: how many of the parts are done."""

    done: int
    parts: int = PARTS


def gather(central: Central, asked: Asked) -> Report:
    """Count what a report would say now, and keep it with the report, until it is counted again; return it."""
    steps = _Steps(central.store, asked.id)
    try:
        made = reporting.preview(central, asked, steps.step)
        bare = replace(made, sections=tuple(replace(each, comment="") for each in made.sections))
        _note(central.store, asked.id, draft=reporting.pack(bare))
    finally:
        _note(central.store, asked.id, counting=None, counted=None)
    return made


def gathered(store: Store, asked: Asked) -> Report | None:
    """Return what was counted last for a report, with what is said in it now; None when nothing was yet."""
    row = store.first(select(report.c.draft).where(report.c.id == asked.id))
    if not row or not row.draft:
        return None
    made, said = reporting.unpacked(row.draft), reporting.comments(store, asked.id)
    sections = tuple(replace(each, comment=said.get(each.key, "")) for each in made.sections)
    return replace(made, sections=sections, funder=asked.funder_name)


def counting(store: Store, asked: Asked) -> Counting | None:
    """Return how far it is while the figures of a report are being counted; None when nobody does."""
    row = store.first(select(report.c.counting, report.c.counted).where(report.c.id == asked.id))
    if row is None or row.counting is None or not 0 <= store.now() - row.counting < LOST:
        return None
    return Counting(row.counted or 0)


def received_since(store: Store, made: Report) -> int:
    """Return how many entries of the journals are known beside those that a report was made from."""
    with store.reading() as connection:
        return sum(each.number for each in journals(connection)) - made.entries


class _Steps:
    """Notes how far it is, for a page that another process may answer."""

    def __init__(self, store: Store, number: int) -> None:
        self._store, self._number = store, number
        self._done, self._said = 0, monotonic()
        _note(store, number, counting=store.now(), counted=0)

    def step(self) -> None:
        """A part is done."""
        self._done += 1
        if monotonic() - self._said >= SAID_EACH:
            self._said = monotonic()
            _note(self._store, self._number, counted=self._done)


def _note(store: Store, number: int, **values: object) -> None:
    store.write_local(report.update().where(report.c.id == number).values(**values))
