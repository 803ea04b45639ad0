"""What stands in a place as people type it: the words of a name, postal codes, départements in figures or in words."""

import re
from dataclasses import dataclass

from kiosque.domain.spelling import words

_LEFT_OUT = frozenset(
    ["l", "la", "le", "les", "lez", "s", "ss", "sur", "sous", "en", "de", "du", "d", "des", "et", "au", "aux", "cedex"]
)
"""Articles and links are left out, cut short or mistaken for each other; a *CEDEX* is where letters go."""

_HINTS = (
    (("alpes", "de", "haute", "provence"), "04"),
    (("hautes", "alpes"), "05"),
    (("ardeche",), "07"),
    (("drome",), "26"),
    (("isere",), "38"),
    (("vaucluse",), "84"),
    (("france",), None),
)
"""What is written after a name to say where it is: the départements of which the communes are known, the country."""

_NUMBERS = dict(zip("23456789", ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"), strict=True))

_POSTAL = re.compile(r"(?:\bF-)?((?<!\d)\d{5}(?!\d)|(?<!\w)(?=.?\d)[\dOoIl]{2}[\s.]?[\dOoIl]{3}(?!\w))")
"""*26110*, *26 110*, *2611O*: letters that look like a figure stand for it in what begins as a number."""
_MISREAD = str.maketrans("OoIl", "0011")
_DEPARTMENT = re.compile(r"(?<!\d)(?:0[1-9]|[1-8]\d|9[0-5])(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was typed: ``words`` are the name, ``departments`` were said beside it."""

    words: tuple[str, ...]
    departments: frozenset[str]


@dataclass(frozen=True, slots=True)
class Typed:
    """``codes``: of five figures. ``readings``: every word in the name, then the hints at its end as hints."""

    codes: frozenset[str]
    readings: tuple[Reading, ...]


def read(text: str) -> Typed:
    """Return what stands in ``text``: *2611O NYONS (Drôme)* is Nyons, 26110, 26."""
    codes = frozenset(re.sub(r"[\s.]", "", code).translate(_MISREAD) for code in _POSTAL.findall(text))
    rest = _POSTAL.sub(" ", text)
    departments = frozenset(_DEPARTMENT.findall(rest))
    said = tuple(_NUMBERS.get(word, word) for word in words(_DEPARTMENT.sub(" ", rest)))
    readings = [Reading(said, departments)]
    while shorter := _without_hint(readings[-1], alone=bool(codes)):
        readings.append(shorter)
    return Typed(codes, tuple(readings))


def key(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that tell a name: without its articles and its links, wherever any word is left."""
    return tuple(word for word in said if not is_link(word)) or said


def is_link(word: str) -> bool:
    """Whether a word is an article or a link, which tells no name from another."""
    return word in _LEFT_OUT


def _without_hint(reading: Reading, *, alone: bool) -> Reading | None:
    """Return ``reading`` without the hint at its end. After a link it is none: *sur Isère* is a part of a name.

    ``alone``: it may be all that is left, a postal code says the rest.
    """
    for hint, department in _HINTS:
        said, end = reading.words[: -len(hint)], reading.words[-len(hint) :]
        if end == hint and (alone if not said else not is_link(said[-1])):
            return Reading(said, reading.departments | ({department} if department else set()))
    return None
