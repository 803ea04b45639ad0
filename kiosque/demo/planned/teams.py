"""The animators of a demo: as what they are engaged, what they learnt, and where those who roam are when."""

from collections.abc import Sequence
from datetime import date, timedelta

from kiosque.actions.network import staff
from kiosque.db.store import Store
from kiosque.demo.planned.placed import PROJECT, Placed, roaming, said, week
from kiosque.domain import french
from kiosque.domain.opening_hours import CLOSED, Slot

BASIS = (("mediation", 14), ("donnees", 7))
"""What every animator of an antenna followed, and for how many hours: they are trained."""

MORE = (
    ("demarches", 7, date(2017, 3, 13)),
    ("atelier", 7, date(2019, 3, 18)),
    ("accueil", 7, date(2022, 5, 16)),
    ("kiosque", 3, date(2026, 11, 9)),
)
"""What came later: everybody followed the first of these, every second animator the next, every third the next."""

EARLY, LATE = PROJECT, date(2024, 10, 7)
RECENT = 4
"""One animator in four came late, and followed the basis then."""

BEGINNING = ("mediation", 14, date(2026, 1, 19))
"""What those who roam followed since they are lent: they are not trained yet."""

LENT_FROM, LENT_UNTIL = date(2026, 1, 1), date(2027, 12, 31)
"""Those who roam are lent by the Département for two years."""

EXCEPTION = date(2026, 11, 23)
"""The Monday of a week in which the circuit is not the usual: those who roam meet on the day of their first stop."""


def engage(store: Store, placed: Sequence[Placed]) -> None:
    """Write down in the central's ``store`` who is lent, who learnt what, and the circuit."""
    for animator in roaming(placed):
        staff.engage(store, animator, status="lent", first=LENT_FROM, last=LENT_UNTIL)
    _train(store, placed)
    _send_round(store, placed)


def _train(store: Store, placed: Sequence[Placed]) -> None:
    local = sorted({each.animators[0] for each in placed})
    late = local[RECENT - 1 :: RECENT]
    for day, who in ((EARLY, [each for each in local if each not in late]), (LATE, late)):
        for subject, length in BASIS if who else ():
            staff.train(store, subject=subject, day=day, hours=length, who=who)
    today = french.local(store.now()).date()
    # A demonstration may begin before the last of them: what is to come is not noted.
    been = [each for each in MORE if each[2] <= today]
    for among, (subject, length, day) in enumerate(been, start=1):
        staff.train(store, subject=subject, day=day, hours=length, who=local[::among])
    subject, length, day = BEGINNING
    staff.train(store, subject=subject, day=day, hours=length, who=roaming(placed))


def _send_round(store: Store, placed: Sequence[Placed]) -> None:
    """Let those who roam come to each antenna once a week, at hours when it is open and they are nowhere else."""
    taken: dict[int, list[Slot]] = {}
    for each in placed:
        for animator in each.animators[1:]:
            slot = next((slot for slot in week(each.space) if _free(taken.get(animator, []), slot)), None)
            if slot is not None:
                first = animator not in taken
                taken.setdefault(animator, []).append(slot)
                staff.plan_stop(store, animator=animator, antenna=each.antenna, hours=said(slot), first=PROJECT)
                if first:
                    _except(store, animator, each)


def _except(store: Store, animator: int, each: Placed) -> None:
    staff.plan_stop(
        store,
        animator=animator,
        antenna=each.antenna,
        hours=CLOSED,
        first=EXCEPTION,
        last=EXCEPTION + timedelta(days=6),
    )


def _free(taken: Sequence[Slot], slot: Slot) -> bool:
    return all(each.end <= slot.start or slot.end <= each.start for each in taken)
