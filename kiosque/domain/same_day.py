"""Hours that OSM would read otherwise than who wrote them: those of a day that hide others, those of the night."""

import re
from dataclasses import dataclass, replace
from datetime import date

from kiosque.domain.french import weekday
from kiosque.domain.opening_hours import UnreadableHours
from kiosque.domain.repeated import repeated

_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
_DAY = "(?:mo|tu|we|th|fr|sa|su)"
_SPAN = re.compile(r"(\d{1,2}:\d\d)\s*-\s*(\d{1,2}:\d\d)")
_RULE = re.compile(
    rf"\s*({_DAY}(?:-{_DAY})?(?:,\s*{_DAY}(?:-{_DAY})?)*)?\s*"
    rf"({_SPAN.pattern}(?:\s*,\s*{_SPAN.pattern})*|off|closed)\s*",
    re.IGNORECASE,
)
_COMMENT = re.compile(r'"[^"]*"')
_MIDNIGHT = 24 * 60
_A_MONDAY = date(2026, 1, 5)


@dataclass(frozen=True, slots=True)
class _Rule:
    """Hours of some ``days`` of the week, none where they are not known; ``spans`` in minutes, none when closed."""

    text: str
    days: frozenset[int] = frozenset()
    spans: tuple[tuple[int, int], ...] = ()
    bare: bool = False


def checked(hours: str) -> None:
    """Refuse spans that end after midnight. Raises ``UnreadableHours``."""
    for found in _SPAN.finditer(_COMMENT.sub("", hours)):
        start, end = _minutes(found[1]), _minutes(found[2])
        if max(start, end) > _MIDNIGHT:
            raise UnreadableHours(
                "Une journée n’a que 24 heures\u00a0: «\u00a0{span}\u00a0». Écrivez 24:00 au plus tard.", span=found[0]
            )
        if start >= end:
            raise UnreadableHours(
                "La fermeture vient après l’ouverture, le même jour\u00a0: «\u00a0{span}\u00a0». "
                "Écrivez par exemple\u00a0: 09:00-17:00.",
                span=found[0],
            )


def added(hours: str, typed: str) -> str:
    """Return an OSM text in which hours of the same days, one after the other, are added where OSM would replace.

    ``typed`` is what the person wrote. Raises ``UnreadableHours`` when it is not clear that some are to be replaced.
    """
    checked(hours)
    kept: list[_Rule] = []
    parts = [hours] if '"' in hours else hours.split(";")
    for part in parts:
        rule = _rule(part)
        if rule.bare and rule.spans and len(kept) == 1 and kept[0].spans:
            rule = replace(rule, days=kept[0].days)
        same = [each for each in kept if rule.spans and each.days & rule.days == each.days | rule.days and each.spans]
        others = [each for each in kept if each.days & rule.days and each not in same]
        if any(not _meant(each, rule) for each in others) or any(_meet(each, rule) for each in same):
            raise _twice(typed, rule, [*same, *others])
        if same:
            first = same[0]
            spans = ",".join(found[0] for found in _SPAN.finditer(part))
            joined = replace(first, text=f"{first.text.rstrip()},{spans}", spans=(*first.spans, *rule.spans))
            kept[kept.index(first)] = joined
        else:
            kept.append(rule)
    return hours if len(kept) == len(parts) else ";".join(each.text for each in kept)


def _rule(text: str) -> _Rule:
    """Return what is known of one rule; only days of the week and hours are."""
    found = _RULE.fullmatch(text)
    if not found:
        return _Rule(text)
    days: set[int] = set()
    for each in re.findall(rf"{_DAY}(?:-{_DAY})?", (found[1] or "mo-su").lower()):
        first, last = _DAYS.index(each[:2]), _DAYS.index(each[-2:])
        days |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    spans = tuple((_minutes(span[1]), _minutes(span[2])) for span in _SPAN.finditer(text))
    return _Rule(text, frozenset(days), spans, bare=found[1] is None)


def _meant(earlier: _Rule, later: _Rule) -> bool:
    """Whether it is clear that ``later`` takes the place of ``earlier`` on some of its days.

    It is when it closes them, or shortens or shifts their hours; and when everything was closed at first.
    """
    if not earlier.spans:
        return earlier.bare and bool(later.spans)
    return later.days < earlier.days and (not later.spans or _meet(earlier, later))


def _meet(one: _Rule, other: _Rule) -> bool:
    return any(start < end and begin < stop for start, stop in one.spans for begin, end in other.spans)


def _twice(typed: str, rule: _Rule, before: list[_Rule]) -> UnreadableHours:
    day = min(min(each.days & rule.days) for each in before)
    return UnreadableHours(
        "Le {day} est dit deux fois\u00a0: «\u00a0{hours}\u00a0». "
        "Écrivez ses horaires ensemble, par exemple\u00a0: {day} 9h-12h 14h-17h.",
        day=weekday(_A_MONDAY.replace(day=_A_MONDAY.day + day)),
        hours=repeated(typed),
    )


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
