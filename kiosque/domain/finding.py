"""Finding a person: the words that stand for them in the search key, and who comes first of those who may be meant."""

import re
from collections.abc import Sequence

from kiosque.domain import persons, spelling

RULES = 1
"""Raised with each change of what becomes of a name here or in ``spelling``: keys are then made again."""

CLOSE = 0.72
"""How close, on average, each typed word must be to a word of the name."""

_LOOKED_AT = 40
"""Candidates that are compared letter by letter; the others are too far by any measure."""


def names_key(given_name: str | None, family_name: str | None) -> str:
    """Return the words of a name, as they are compared."""
    return " ".join(_words(given_name, family_name))


def sounds_key(given_name: str | None, family_name: str | None) -> str:
    """Return the windows of the words of a name."""
    heard = map(spelling.windows, _words(given_name, family_name))
    return " ".join(sorted(frozenset[str]().union(*heard)))


def contacts_key(phone: str | None, email: str | None) -> str:
    """Return one word for a telephone number and one for an e-mail address."""
    return " ".join(filter(None, (phone_word(phone or ""), email_word(email or ""))))


def phone_word(phone: str) -> str:
    """Return the word that stands for a telephone number, or for its start."""
    digits = re.sub(r"\D", "", persons.phone(phone))
    return f"t{digits}" if digits else ""


def email_word(email: str) -> str:
    """Return the word that stands for an e-mail address: its signs would cut it in several."""
    kept = persons.email(email)
    return f"e{kept.encode().hex()}" if kept else ""


KEYS = {"names_key": names_key, "sounds_key": sounds_key, "contacts_key": contacts_key}
"""What a database calls, by these names, to keep the search key."""


def closest(typed: Sequence[str], candidates: Sequence[str], limit: int) -> list[int]:
    """Return the places of at most ``limit`` of ``candidates`` (words of names) that ``typed`` may mean, best first.

    Among equals the first of ``candidates`` comes first.
    """
    kept = list(range(len(candidates)))
    if len(kept) > _LOOKED_AT:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - as in ``letters``

        near = process.extract(" ".join(typed), candidates, scorer=fuzz.WRatio, processor=None, limit=_LOOKED_AT)
        kept = sorted(place for _, _, place in near)
    scores = {place: _score(typed, candidates[place].split()) for place in kept}
    ranked = sorted((place for place in kept if scores[place] >= CLOSE), key=lambda place: -scores[place])
    return ranked[:limit]


def _score(typed: Sequence[str], name: Sequence[str]) -> float:
    return sum(max((spelling.closeness(word, each) for each in name), default=0.0) for word in typed) / len(typed)


def _words(given_name: str | None, family_name: str | None) -> tuple[str, ...]:
    return spelling.words(f"{given_name or ''} {family_name or ''}")
