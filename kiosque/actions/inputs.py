"""What people type or choose, checked before anything is written."""

import unicodedata
from collections.abc import Container
from datetime import date

from sqlalchemy import ColumnElement, Table

from kiosque.db.apart import down
from kiosque.db.records import visitor
from kiosque.domain import communes, persons, place_names
from kiosque.domain.communes import Commune
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.repeated import repeated
from kiosque.domain.retention import months_after
from kiosque.domain.validity import Dates, dates

LONGEST_NAME = 80
LONGEST_NOTE = 500
_FEWEST_DIGITS, _MOST_DIGITS = 4, 15
"""Of a telephone number: short numbers exist, and ITU-T E.164 allows no more."""
EARLIEST = date(1950, 1, 1)
"""Nothing that is said of the network began before: such a year is a slip."""
MONTHS_AHEAD = 12 * 10
"""Nothing is planned for so far ahead: such a year is a slip too."""
TOO_LONG = "C’est trop long\u00a0: {most} lettres au plus."
TOO_FAR = "Ce jour est trop loin\u202f: vérifiez l’année."
NO_NAME = "Il manque un nom ici."


class BadInput(KnownError):
    """Something typed or chosen cannot be kept. ``field`` says where, so that a form can show it there."""

    def __init__(self, field: str, sentence: str, **values: object) -> None:
        super().__init__(sentence, **values)
        self.field = field


class InDoubt(BadInput):
    """A commune that was typed may be several. ``choices`` are the few best, the best first."""

    def __init__(self, text: str, choices: tuple[Commune, ...]) -> None:
        told = ", ".join(f"{communes.display(each)} {each.insee}" for each in choices)
        super().__init__(
            "commune", "« {text} » est en doute\u00a0: choisissez {told}.", text=repeated(words(text)), told=told
        )
        self.choices = choices


def name(field: str, text: str, longest: int = LONGEST_NAME, missing: str = NO_NAME) -> str:
    """Return a name or a title as it will be kept: composed accents, single spaces. Raises ``BadInput``.

    ``missing``: the sentence of what is no name, where nothing was typed.
    """
    kept = words(text)
    if all(unicodedata.category(letter)[0] == "M" for letter in kept):
        # Nothing, or accents without a letter.
        raise BadInput(field, missing)
    if len(kept) > longest:
        raise BadInput(field, TOO_LONG, most=longest)
    return kept


def note(text: str | None) -> str | None:
    """Return a short free text as it will be kept, None when it says nothing. Raises ``BadInput``."""
    kept = words(text or "")
    if len(kept) > LONGEST_NOTE:
        raise BadInput("note", TOO_LONG, most=LONGEST_NOTE)
    return kept or None


def telephone(text: str) -> str | None:
    """Return a telephone number as it will be kept, None when there is none. Raises ``BadInput``."""
    kept = persons.phone(text)
    if kept and not _FEWEST_DIGITS <= sum(letter.isdigit() for letter in kept) <= _MOST_DIGITS:
        raise BadInput("phone", "Ce numéro n’est pas complet.")
    return kept or None


def commune(text: str, near: str | None = None) -> str:
    """Return the INSEE code of the commune that ``text`` means, by its code or as people type it.

    ``near`` (INSEE code): of equal choices the nearest to it come first. Raises ``InDoubt``, or ``BadInput`` when none
    is known.
    """
    if coded := communes.by_insee(text.strip()):
        return coded.insee
    found = place_names.resolve(text, near)
    if found.commune is not None:
        return found.commune.insee
    if found.choices:
        raise InDoubt(text, found.choices)
    raise BadInput("commune", "Aucune commune connue ne s’appelle « {text} ».", text=repeated(words(text)))


def chosen(field: str, code: str, codes: Container[str]) -> str:
    """Return ``code`` when it is one of ``codes``. Raises ``BadInput``."""
    if code not in codes:
        raise BadInput(field, "«\u00a0{code}\u00a0» n’est pas un choix possible.", code=repeated(code))
    return code


def between(first: date, last: date | None, field: str = "last") -> Dates:
    """Return the dates from ``first`` to ``last``, None: until further notice. Raises ``BadInput``: it comes before."""
    if last is not None and last < first:
        raise BadInput(field, "Le dernier jour vient après le premier.")
    return dates(first, last)


def of_our_time(now: int, **days: date | None) -> None:
    """Check that none of ``days``, each by the field that says it, is of another century. Raises ``BadInput``."""
    latest = months_after(local(now).date(), MONTHS_AHEAD)
    for field, day in days.items():
        if day is not None and not EARLIEST <= day <= latest:
            raise BadInput(field, TOO_FAR)


def words(text: str) -> str:
    """Return ``text`` without what cannot be seen, accents composed, every run of spaces as one."""
    visible = "".join(" " if unicodedata.category(letter).startswith("Z") else letter for letter in text)
    printable = "".join(
        letter for letter in visible.replace("\t", " ").replace("\n", " ") if unicodedata.category(letter)[0] != "C"
    )
    return " ".join(unicodedata.normalize("NFC", printable).split())


def same(one: str | None, other: str | None) -> bool:
    """Whether two names are one to whoever reads them: case is no difference."""
    return words(one or "").casefold() == words(other or "").casefold()


def alive(table: Table) -> ColumnElement[bool]:
    """Return the condition that a record is not in the bin; of a visitor, that they are not set apart either."""
    here: ColumnElement[bool] = table.c.deleted.is_not(True)
    return here & down(table) if table is visitor else here
