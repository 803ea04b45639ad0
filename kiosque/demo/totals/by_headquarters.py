"""The totals as headquarters reads them: by the code of its pages, month by month."""

from collections import Counter, defaultdict

from kiosque.actions.network.network import antennas
from kiosque.actions.network.programmes import programmes
from kiosque.actions.repairing import repair_sessions
from kiosque.db.records import intervention, permanence, visit, workshop
from kiosque.db.store import Store
from kiosque.demo.totals.totals import Totals, a_week
from kiosque.domain.french import local
from kiosque.reports.figures import Figures, figures
from kiosque.reports.people import people
from kiosque.reports.period import Period, month_of

ALWAYS = (0, 2**62)
"""UTC seconds: a clock that was wrong may be years away."""


def count(central: Store) -> Totals:
    """Ask for the figures of each month in which anything happened, and for who came at any time."""
    total, seconds = Figures(), Counter[int]()
    weeks: dict[int, set[tuple[int, int]]] = defaultdict(set)
    with central.reading() as connection:
        for month in _months(central):
            counted = figures(connection, month)
            total += counted.total
            for (antenna, day), each in counted.cells.items():
                seconds[antenna] += each.seconds
                if each.permanences:
                    weeks[antenna].add(day.isocalendar()[:2])
        came = people(connection, *ALWAYS)
    return Totals(
        permanences=total.permanences,
        seconds=total.seconds,
        visits=total.visits,
        interventions=total.interventions,
        workshops=total.workshops,
        attendances=total.attendances,
        people=came.people,
        households=came.households,
        programmes=len(programmes(central)),
        repairs=repair_sessions.results(central, *ALWAYS).attempts,
        hours_per_week={
            each.code: a_week(seconds[each.id], len(weeks[each.id])) for each in antennas(central) if weeks[each.id]
        },
    )


def _months(central: Store) -> set[Period]:
    """Return the months in which anything began."""
    times = (permanence.c.started_at, visit.c.started_at, intervention.c.given_at, workshop.c.started_at)
    return {
        month_of(local(row[0]).date())
        for at in times
        for row in central.all(at.table.select().with_only_columns(at).where(at.is_not(None)))
    }
