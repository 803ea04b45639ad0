"""Freezing a report: once its days are over, and with a reason where it can be subtracted from what was given."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b

import msgspec

from kiosque.central import reporting, sharing
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.decided import NoReason, reason_of
from kiosque.central.gathering import gather, gathered
from kiosque.central.reporting import Asked, RefusedReport
from kiosque.db.report_tables import report
from kiosque.domain.french import local
from kiosque.reports.activity.subtracting import Readable, readable, same
from kiosque.reports.activity.told import Report
from kiosque.reports.activity.words import long_day
from kiosque.reports.period import ONE_DAY, Period

READ = "read"
"""What is refused when it was not read as it is now."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another report that is frozen, or the page of a funder, and the days that it shares with one.

    ``other`` is None of a page; ``opens``: the account may open the report.
    """

    period: Period
    whose: str
    days: Period
    other: Asked | None = None
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Overlap:
    """With what a report shares days, and what can be read from them together, at least."""

    meetings: tuple[Meeting, ...] = ()
    readable: tuple[Readable, ...] = ()
    untold: int = 0
    """How many more can be read, with reports that the account may not open."""

    def __bool__(self) -> bool:
        """Whether freezing gives anything away."""
        return bool(self.meetings or self.readable or self.untold)


@dataclass(frozen=True, slots=True)
class Read:
    """What whoever freezes a report had before them: the mark of its figures (``figures_of``), and its words."""

    figures: str
    words: Mapping[str, str] = field(default_factory=dict)


def freeze(central: Central, account: Account, asked: Asked, read: Read, why: str = "") -> Report:
    """Freeze a report: what was read it says for ever.

    Raises ``RefusedReport``: see ``unready``, ``overlap``; and in ``read`` when it says something else by now.
    """
    found = gathered(central.store, asked) or gather(central, asked)
    if sentence := unready(central, asked, found):
        raise RefusedReport(sentence)
    if sentence := _unread(found, read):
        raise RefusedReport(sentence, READ)
    made = replace(found, draft=False)
    reason = _reason(why) if overlap(central, account, asked, made) else None
    frozen = {"contents": reporting.pack(made), "frozen_at": central.store.now(), "frozen_by": account.name}
    values = frozen | {"reason": reason, "draft": None}
    still = (report.c.id == asked.id, report.c.frozen_at.is_(None))
    if not central.store.write_local(report.update().where(*still).values(values)):
        raise RefusedReport("Ce rapport est figé\u202f: plus rien n’y change.")
    return made


def figures_of(made: Report) -> str:
    """Return what stands for the figures of a report in a form: the same for the same figures, whenever counted."""
    bare = tuple(replace(each, comment="") for each in made.sections)
    told = replace(made, sections=bare, made=0, day=made.first, heads=(), digest="", draft=False)
    return blake2b(msgspec.json.encode(told), digest_size=8).hexdigest()


def too_early(central: Central, asked: Asked) -> str:
    """Return why a report cannot be frozen yet, empty when all its days are over: of the others nobody knows."""
    if asked.period.last < local(central.store.now()).date():
        return ""
    after = long_day(asked.period.last + ONE_DAY)
    return f"Cette période n’est pas finie\u202f: son rapport se fige à partir du {after}."


def unready(central: Central, asked: Asked, made: Report) -> str:
    """Return why a report that says ``made`` cannot be frozen yet, empty when it can: see ``too_early``."""
    if sentence := too_early(central, asked):
        return sentence
    if local(made.made).date() <= asked.period.last:
        return "Ces chiffres datent d’avant la fin de la période\u202f: refaites-les, et relisez."
    return ""


def overlap(central: Central, account: Account, asked: Asked, made: Report) -> Overlap:
    """Return what a report that says ``made`` shares with what is frozen. One that says the same gives nothing away."""
    seen = {each.id for each in reporting.reports(central, account)}
    found = {each.id: (each, report) for each, report in reporting.all_frozen(central.store) if each.id != asked.id}
    others = {number: pair for number, pair in found.items() if not same(made, pair[1])}
    told = readable(made, [report for number, (_, report) in others.items() if number in seen])
    every = readable(made, [report for _, report in others.values()])
    meetings = [
        Meeting(each.period, each.whose, days, each, each.id in seen)
        for each, _ in others.values()
        if (days := _shared(asked.period, each.period)) and not _apart(asked.association, each.association)
    ]
    return Overlap((*meetings, *_pages(central, asked.period)), told, len(every) - len(told))


def _unread(made: Report, read: Read) -> str:
    """Return what of a report was not read as it is now; empty when all was."""
    if read.figures != figures_of(made):
        return "Les chiffres ont changé depuis que vous les avez lus\u202f: relisez, puis figez."
    for each in made.sections:
        if each.key in read.words and reporting.tidy(read.words[each.key]) != each.comment:
            return f"«\u00a0{each.title}\u00a0»\u202f: quelqu’un y a écrit entre-temps. Relisez, puis figez."
    return ""


def _pages(central: Central, period: Period) -> Iterator[Meeting]:
    for page in sharing.periods(central.store):
        if days := _shared(period, page):
            yield Meeting(page, "", days)


def _apart(one: str, other: str) -> bool:
    """Whether two reports are of two associations: no act of one is in the other."""
    return bool(one and other and one != other)


def _shared(one: Period, other: Period) -> Period | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None


def _reason(why: str) -> str:
    try:
        return reason_of(why)
    except NoReason as error:
        raise RefusedReport(f"Ce rapport partage des jours avec d’autres. {error.sentence}", "why") from error
