"""The language in force, and how words are found in it.

French is the source: it stands where it is written, and is the key. Any other language has its catalogue of Qt
Linguist in ``languages/``. Only the GUI thread changes the language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTranslator

from kiosque.domain import english, french

CATALOGUES = Path(__file__).parent / "languages"
"""``kiosque_<code>.ts`` is what people edit, ``kiosque_<code>.qm`` what is read (`make texts`)."""


class Language(Enum):
    """What the screens can speak, by its code."""

    FRENCH = "fr"
    ENGLISH = "en"

    @property
    def own_name(self) -> str:
        """Its name, as who speaks it looks for it, whatever is in force."""
        return {Language.FRENCH: "Français", Language.ENGLISH: "English"}[self]

    @property
    def following(self) -> "Language":
        """The language that is offered while this one is in force."""
        everyone = list(Language)
        return everyone[(everyone.index(self) + 1) % len(everyone)]


class Manner(Protocol):
    """How moments, numbers and lists are written in one language."""

    def hour(self, seconds: int) -> str:
        """Write the hour of UTC ``seconds`` on the wall of a space."""

    def clock_words(self, hours: int, minutes: int) -> str:
        """Write an hour of the day."""

    def weekday(self, when: date) -> str:
        """Write the day of the week."""

    def day(self, when: date) -> str:
        """Write the day with its month."""

    def duration(self, minutes: int) -> str:
        """Write how long."""

    def number(self, how_many: int) -> str:
        """Write a number."""

    def listed(self, words: Sequence[str]) -> str:
        """Write a list."""


_MANNERS: dict[Language, Manner] = {Language.FRENCH: french, Language.ENGLISH: english}


@dataclass(slots=True)
class _InForce:
    language: Language = Language.FRENCH


_in_force = _InForce()


def speak(language: Language) -> None:
    """Put ``language`` in force: every word that is read from now on is in it."""
    _in_force.language = language


def spoken() -> Language:
    """Return the language in force."""
    return _in_force.language


def manner() -> Manner:
    """Return how moments and numbers are written in the language in force."""
    return _MANNERS[_in_force.language]


def find(context: str, source: str, one: str = "", how_many: int = -1) -> str:
    """Return the French ``source`` of ``context`` in the language in force; itself where no translation is known.

    With ``how_many``, ``source`` is the plural and ``one`` the singular: the catalogue knows its language's plurals.
    """
    # In French zero is singular.
    written = one if one and how_many < 2 else source  # noqa: PLR2004 - the plural begins at two
    if _in_force.language is Language.FRENCH:
        return written
    return _translator(_in_force.language).translate(context, source, one, how_many) or written


@cache
def _translator(language: Language) -> QTranslator:
    made = QTranslator()
    if not made.load(str(CATALOGUES / f"kiosque_{language.value}.qm")):
        message = f"no catalogue for {language.value}: make texts"
        raise RuntimeError(message)
    return made
