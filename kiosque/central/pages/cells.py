"""What stands in a cell of a list: a value, as what it is said, and whether nothing was said of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kiosque.central.pages import words
from kiosque.domain import codes, french
from kiosque.domain.equipment_codes import EQUIPMENT_FORMS
from kiosque.domain.network_codes import DESK_FORMS, LABELS, NATURES, ROOMS, SIZES
from kiosque.domain.programmes import AUDIENCES
from kiosque.domain.repair_codes import BARRIERS, CATEGORIES, OUTCOMES, PROBLEMS
from kiosque.domain.sectors import SECTORS
from kiosque.domain.staff import ACTIVITIES, TRAINING_SUBJECTS

KILOGRAM = 1_000
CENTS = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what stands under ``title``; ``soft``: nothing was said; ``href``: where it leads."""

    title: str
    text: str
    soft: bool = False
    href: str = ""


def said(title: str, kind: str, value: Any, now: int) -> Cell:  # noqa: ANN401 - a value of any column
    """Return the cell of a value that is said as ``kind``."""
    if value is None or value == "":
        return Cell(title, _UNSAID.get(kind, "non précisé"), soft=True)
    return Cell(title, _SAID[kind](value, now))


def moment(at: int, now: int) -> str:
    """Return *mardi 15 décembre à 9 h 10*, with the year when it is not this one."""
    when = french.local(at).date()
    year = "" if when.year == french.local(now).year else f" {when.year}"
    return f"{french.day(when)}{year} à {french.hour(at)}"


def weight(grams: int) -> str:
    """Return *3 500,6 kg*."""
    whole, tenths = divmod(round(grams * 10 / KILOGRAM), 10)
    return f"{french.number(whole)}{f',{tenths}' if tenths else ''}{french.NARROW_SPACE}kg"


def euros(cents: int) -> str:
    """Return *1 234 €*: to the nearest euro."""
    return f"{words.number(round(cents / CENTS))}{french.NARROW_SPACE}€"


Say = Callable[[Any, int], str]

_SAID: Mapping[str, Say] = {
    "moment": moment,
    "day": lambda at, now: words.short_day(french.local(at).date(), french.local(now).date()),
    "hour": lambda at, _: french.hour(at),
    "minutes": lambda minutes, _: french.duration(minutes),
    "hours": lambda seconds, _: words.hours(seconds),
    "number": lambda count, _: words.number(count),
    "text": lambda text, _: str(text),
    "title": lambda text, _: str(text),
    "doubt": lambda doubt, _: "fermeture à confirmer" if doubt else "",
    "reason": lambda code, _: codes.VISIT_REASONS.label(code),
    "age_band": lambda code, _: codes.AGE_BANDS.label(code),
    "commune": lambda code, _: words.commune(code),
    "themes": lambda several, _: words.each_label(codes.THEMES, tuple(several.split())),
    "service": lambda code, _: codes.SERVICES.label(code),
    "desk": lambda code, _: DESK_FORMS.label(code),
    "category": lambda code, _: CATEGORIES.label(code),
    "problem": lambda code, _: PROBLEMS.label(code),
    "outcome": lambda code, _: OUTCOMES.label(code),
    "grams": lambda grams, _: weight(grams),
}

_UNSAID = {
    "hour": "inconnu",
    "themes": "non précisées",
    "service": "aucun",
    "commune": "non précisée",
    "doubt": "",
    "grams": "pas pesé",
    "category": "non précisée",
    "problem": "non précisée",
}


FILTERS: Mapping[str, Callable[..., str]] = {
    "weight": weight,
    "euros": euros,
    "moment_long": moment,
    "day_of": _SAID["day"],
    "said_as": lambda value, kind: said("", kind, value, 0).text,
    "room": ROOMS.label,
    "size": SIZES.label,
    "label": LABELS.label,
    "nature": NATURES.label,
    "desk_form": DESK_FORMS.label,
    "equipment_form": EQUIPMENT_FORMS.label,
    "audience": AUDIENCES.label,
    "theme": codes.THEMES.label,
    "level": codes.WORKSHOP_LEVELS.label,
    "attended": codes.ATTENDANCE.label,
    "category": CATEGORIES.label,
    "problem": PROBLEMS.label,
    "outcome": OUTCOMES.label,
    "barrier": BARRIERS.label,
    "subject": TRAINING_SUBJECTS.label,
    "activity": ACTIVITIES.label,
    "staff_status": codes.ANIMATOR_STATUSES.label,
}
"""Codes as templates say them."""

RULES = (
    ("themes", "Thématiques", codes.THEMES),
    ("services", "Organismes", codes.SERVICES),
    ("age_bands", "Âges", codes.AGE_BANDS),
    ("statuses", "Situations", codes.STATUSES),
    ("sectors", "Secteurs", SECTORS),
)
"""The lists of a programme's rule: their names, their titles, their codes."""
