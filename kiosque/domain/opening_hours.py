"""Planned opening hours: the OSM opening_hours text, read by a library, and the holidays that it does not know."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kiosque.domain.errors import KnownError
from kiosque.domain.french import PARIS, local
from kiosque.domain.holidays import public_holiday, school_holidays
from kiosque.domain.repeated import repeated

if TYPE_CHECKING:  # 3 MB, loaded where hours are first read: not while the kiosk starts
    from opening_hours import OpeningHours

CLOSED = "off"
"""The text of a place that does not open."""

_DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_COMMENT = re.compile(r'"[^"]*"')
# Rules follow each other by ; or ||, or by a comma after the hours of one and before the days of the next.
_BETWEEN_RULES = re.compile(r"(\s*(?:;|\|\||(?<=[0-9\"fnd+])\s*,\s+(?=[A-Z]))\s*)")
_NAMED = rf"(?:PH|SH|(?:{'|'.join(_DAYS)})(?:-(?:{'|'.join(_DAYS)}))?(?:\[[^\]]*\])?)"
_LIST = rf"{_NAMED}(?:\s*,\s*{_NAMED})*"
# A holiday with an offset (PH -1 day) is left to the library.
_SELECTOR = re.compile(rf"(?<!\w)({_LIST})(?!\s*[+-]\s*\d)(?:\s+({_LIST}))?")
_HOLIDAY = re.compile(r"(?<!\w)(?:PH|SH)(?!\w)")
_CLOSES = re.compile(r"(?:off|closed)\s*$")


class UnreadableHours(KnownError):
    """The text is not opening hours."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One planned opening, UTC seconds."""

    start: int
    end: int

    @property
    def whole_day(self) -> bool:
        """Whether it is from midnight to midnight."""
        begins, ends = local(self.start), local(self.end)
        return begins.time() == ends.time() == time() and self.start < self.end


def planned(hours: str, when: date, zone: str | None = None) -> tuple[Slot, ...]:
    """Return the openings of local day ``when``, in order. Raises ``UnreadableHours``.

    ``zone`` is the school zone, for texts that speak of school holidays (``SH``). A text that does not speak of public
    holidays (``PH``) is closed on them: a commune's room is.
    """
    from opening_hours import State  # noqa: PLC0415

    parse(hours)
    if public_holiday(when) and "PH" not in _COMMENT.sub("", hours):
        return ()
    midnight = datetime.combine(when, time())
    slots = []
    for start, end, state, _ in _reading(_on(hours, when, zone)).intervals(midnight, midnight + timedelta(days=1)):
        if state == State.OPEN:
            seconds = [int(moment.replace(tzinfo=PARIS).timestamp()) for moment in (start, end)]
            slots.append(Slot(*seconds))
    return tuple(slots)


def says_nothing_of_the_week(hours: str) -> bool:
    """Whether an OSM text speaks of public or school holidays alone: it would be closed on every other day.

    *SH Mo 09:00-12:00*, which opens on Mondays of the holidays, is meant so.
    """
    rules = _BETWEEN_RULES.split(_COMMENT.sub('"-"', hours))[::2]
    return all(_of_holidays_alone(rule) for rule in rules if rule)


def parse(hours: str) -> "OpeningHours":
    """Return the library's reading of an opening_hours text. Raises ``UnreadableHours``."""
    from opening_hours import validate  # noqa: PLC0415

    if not validate(hours):
        raise UnreadableHours("Ces horaires ne se lisent pas\u00a0: «\u00a0{hours}\u00a0».", hours=repeated(hours))
    return _reading(hours)


def _reading(hours: str) -> "OpeningHours":
    from opening_hours import OpeningHours  # noqa: PLC0415

    return OpeningHours(hours, country="FR")


def _on(hours: str, when: date, zone: str | None) -> str:
    """Return what ``hours`` says of one day, in weekdays alone.

    The library has no school holidays, and takes *PH Mo-Fr* for either, where it means both.
    """
    bare = _COMMENT.sub('"-"', hours)
    if not _HOLIDAY.search(bare):
        return bare
    holds = {"PH": public_holiday(when), "SH": school_holidays(when, zone) is not None}
    first, *rest = _BETWEEN_RULES.split(bare)
    said = ""
    for between, rule in zip(("", *rest[::2]), (first, *rest[1::2]), strict=True):
        kept = _rule_on(rule, _DAYS[when.weekday()], holds)
        if kept:
            said += (between if said else "") + kept
    return said or CLOSED


def _of_holidays_alone(rule: str) -> bool:
    found = _SELECTOR.search(rule)
    if found is None:
        return False
    named, within = found.groups()
    alone = all(each.strip() in {"PH", "SH"} for each in named.split(","))
    return alone and (within is None or _CLOSES.search(rule) is not None)


def _rule_on(rule: str, today: str, holds: dict[str, bool]) -> str:
    """Return one rule without its holidays, or an empty text when it does not speak of the day."""
    for found in _SELECTOR.finditer(rule):
        named, within = found.groups()
        either = [each.strip() for each in named.split(",")]
        holidays = [each for each in either if each in holds]
        if not holidays:
            continue
        days = [each for each in either if each not in holds]
        if any(holds[each] for each in holidays):
            days.append(within or today)
        if not days:
            return ""
        return f"{rule[: found.start()]}{','.join(days)}{rule[found.end() :]}"
    return rule
