"""What the pages' forms send: their fields as they were typed, hours and days among them, and what is wrong."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from litestar import Request
from litestar.status_codes import HTTP_200_OK, HTTP_409_CONFLICT

from kiosque.actions.inputs import TOO_FAR, BadInput, commune
from kiosque.central.typed import MOST_DIGITS
from kiosque.domain.communes import Commune
from kiosque.domain.french import PARIS, local

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:hH]\s*(\d{2})?)?")
"""*09:30* of a browser, *9 h 30*, *9h* of whoever types."""
YEARS = range(1900, 2200)
"""Of a day that is typed: another is a slip, and what it begins or ends could be shown nowhere."""
LONGEST_NUMBER = MOST_DIGITS
"""Digits of a record's number, and more than any has."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was sent, or as it is first shown; where something is wrong, the sentence for it."""

    values: dict[str, str] = field(default_factory=dict)
    several: dict[str, list[str]] = field(default_factory=dict)
    wrong: str = ""
    sentence: str = ""
    choices: tuple[Commune, ...] = ()
    """Where a commune that was typed may be several: those that it may be."""

    def __getitem__(self, name: str) -> str:
        """Return what was typed in a field."""
        return self.values.get(name, "")

    def all(self, name: str) -> list[str]:
        """Return all that was chosen of a field."""
        return self.several.get(name, [])

    def refused(self, field_: str, sentence: str, choices: tuple[Commune, ...] = ()) -> "Form":
        """Return the same form, with what is wrong in it."""
        return Form(self.values, self.several, field_, sentence, choices)

    @property
    def status(self) -> int:
        """The status of the page that shows it: of one that is refused, 409."""
        return HTTP_409_CONFLICT if self.wrong else HTTP_200_OK

    def number(self, name: str) -> int:
        """Return the record whose number a field sends; 0 for what is none."""
        typed = self[name]
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER else 0


async def form_of(request: Request[Any, Any, Any]) -> Form:
    """Return the form that was sent."""
    sent = await request.form()
    several = {name: [str(each) for each in sent.getall(name)] for name in sent}
    return Form({name: each[-1] for name, each in several.items()}, several)


def commune_of(form: Form) -> str:
    """Return the commune (INSEE code) that a form says: typed, or chosen of those that it might be.

    Raises ``BadInput``, ``InDoubt`` among them.
    """
    typed = form["which"] or form["commune"]
    if not typed.strip():
        raise BadInput("commune", "Dites dans quelle commune.")
    return commune(typed)


def last_day_of(form: Form, name: str = "last") -> date | None:
    """Return the day that was typed where none is needed. Raises ``BadInput``."""
    return day_of(name, form[name]) if form[name].strip() else None


def time_of(name: str, typed: str, day: date) -> int:
    """Return the moment that an hour typed for a day means, UTC seconds. Raises ``BadInput``."""
    found = _HOUR.fullmatch(typed.strip())
    hours, minutes = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hours > 23 or minutes > 59:  # noqa: PLR2004 - of a day, of an hour
        raise BadInput(name, "Écrivez une heure, comme 9 h 30.")
    return int(datetime(day.year, day.month, day.day, hours, minutes, tzinfo=PARIS).timestamp())


def end_of(name: str, typed: str, start: int) -> int:
    """Return the moment that an hour typed after ``start`` means: the next day's when it is an earlier hour."""
    day = local(start).date()
    end = time_of(name, typed, day)
    return end if end >= start else time_of(name, typed, day + timedelta(days=1))


def hour_typed(at: int | None) -> str:
    """Return a moment as a browser's field of hours holds it, empty when there is none."""
    return "" if at is None else f"{local(at):%H:%M}"


def day_of(name: str, typed: str) -> date:
    """Return the day that was typed, as a browser sends it or as *23/11/2026*. Raises ``BadInput``."""
    text = typed.strip()
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text, shape).replace(tzinfo=PARIS).date()
        except ValueError:
            continue
        if day.year not in YEARS:
            raise BadInput(name, TOO_FAR)
        return day
    raise BadInput(name, "Écrivez un jour, comme 23/11/2026.")
