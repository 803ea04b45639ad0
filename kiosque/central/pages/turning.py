"""A long list shown a page at a time, and narrowed by name: a network may have a thousand antennas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from litestar import Request
from litestar.exceptions import NotFoundException

from kiosque.reports.antennas import without_accents

A_PAGE = 50
"""Lines of a page: as many as are read without losing one's way, and as any page draws at once."""

LONGEST = 60
"""Letters that are looked for."""

Each = TypeVar("Each")
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Turn(Generic[Each]):
    """One page of a list: what it shows, which one it is of how many, of how many lines, and what was looked for.

    ``query``: of the addresses of the other pages, the number of theirs put at its end. ``long``: there was more
    than a page before anything was looked for.
    """

    shown: tuple[Each, ...]
    number: int
    pages: int
    total: int
    sought: str
    query: str
    long: bool

    def told(self, say: Callable[[Each], Other]) -> "Turn[Other]":
        """Return the same page, of what is said of each that it shows."""
        shown = tuple(map(say, self.shown))
        return Turn(shown, self.number, self.pages, self.total, self.sought, self.query, self.long)


def turned(
    request: Request[Any, Any, Any],
    several: Sequence[Each],
    name: Callable[[Each], str],
    kept: Mapping[str, str] | None = None,
) -> Turn[Each]:
    """Return the page of ``several`` that is asked for (``page``), of those found by name (``cherche``).

    ``kept``: what else stands in the addresses of its pages. Raises ``NotFoundException`` for a page that is none.
    """
    sought = request.query_params.get("cherche", "").strip()[:LONGEST]
    found = [each for each in several if answers(sought, name(each))] if sought else several
    number, pages = _number(request), max(1, -(-len(found) // A_PAGE))
    if number not in range(1, pages + 1):
        raise NotFoundException
    asked = dict(kept or {}) | ({"cherche": sought} if sought else {})
    first = A_PAGE * (number - 1)
    query = urlencode(asked) + ("&" if asked else "")
    return Turn(tuple(found[first : first + A_PAGE]), number, pages, len(found), sought, query, len(several) > A_PAGE)


def turned_from(
    request: Request[Any, Any, Any], total: int, these: Callable[[int, int], Sequence[Each]], kept: Mapping[str, str]
) -> Turn[Each]:
    """Return the page that is asked for of a list of ``total`` lines; ``these`` reads so many of those after so many.

    ``kept``: what else stands in the addresses of its pages. Raises ``NotFoundException`` for a page that is none.
    """
    number, pages = _number(request), max(1, -(-total // A_PAGE))
    if number not in range(1, pages + 1):
        raise NotFoundException
    shown = tuple(these(A_PAGE * (number - 1), A_PAGE))
    return Turn(shown, number, pages, total, "", f"{urlencode(kept)}&" if kept else "", long=False)


def answers(sought: str, name: str) -> bool:
    """Whether each word that is looked for begins a word of ``name``, accents and case apart."""
    words = _words(name)
    return all(any(word.startswith(each) for word in words) for each in _words(sought))


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in without_accents(text)).split()


def _number(request: Request[Any, Any, Any]) -> int:
    said = request.query_params.get("page", "1")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < LONGEST else 0
