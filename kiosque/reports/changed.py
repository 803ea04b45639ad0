"""The days that changed since they were counted, counted again from the rows: once for each page."""

from sqlalchemy import Connection

from kiosque.reports.counting import Cells, counted
from kiosque.reports.period import Period
from kiosque.reports.seen import found_before, once


def changed(connection: Connection, run: Period) -> Cells:
    """Return what the rows of ``run`` come to."""
    return once(connection, (changed, run), lambda: counted(connection, run))


def changed_figure(connection: Connection, run: Period, figure: str) -> Cells:
    """Return one figure, at least, of what the rows of ``run`` come to: the others only where they were counted."""
    if found_before(connection, (changed, run)):
        return changed(connection, run)
    return once(connection, (changed, run, figure), lambda: counted(connection, run, figure))
