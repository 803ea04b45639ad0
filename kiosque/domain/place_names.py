"""Which commune somebody means, by its name, its département and its postal code as people type them.

Only what can mean one commune alone is resolved: a whole name, today's or a former one, or a postal code of one
commune. Whatever is in doubt gets a few choices, the best first, and is left to a person.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from kiosque.domain import communes
from kiosque.domain.communes import Commune
from kiosque.domain.letters import similarity
from kiosque.domain.spelling import words

CHOICES = 6
"""At most: as many as a screen offers."""

NEAR_ENOUGH = 0.8
"""Of the letters of a name, in place: below, a slip of the fingers would be another name."""

_LEFT_OUT = frozenset(
    ["l", "la", "le", "les", "lez", "s", "ss", "sur", "sous", "en", "de", "du", "d", "des", "et", "au", "aux", "cedex"]
)
"""Articles and links are left out, cut short or mistaken for each other; a *CEDEX* is where letters go."""
_POSTAL = re.compile(r"(?<!\d)\d{5}(?!\d)")
_DEPARTMENT = re.compile(r"(?<!\d)(?:0[1-9]|[1-8]\d|9[0-5])(?!\d)")


@dataclass(frozen=True, slots=True)
class Resolved:
    """``commune`` is the one that is meant, None when in doubt; then ``choices`` are the few best."""

    commune: Commune | None
    choices: tuple[Commune, ...] = ()


def resolve(text: str, near: str | None = None) -> Resolved:
    """Return which commune ``text`` means: *St Auban s/ Ouvèze*, *26110 Nyons*, *Venterol (04)*, *Ribiers*.

    ``near`` (INSEE code): of equal choices the nearest to it come first. A postal code or a département that does not
    go with the name puts it in doubt.
    """
    postal, rest = _POSTAL.findall(text), _POSTAL.sub(" ", text)
    departments, name = _DEPARTMENT.findall(rest), _DEPARTMENT.sub(" ", rest)
    said = words(name)
    by_code = [each for each in communes.everywhere() if not postal or set(postal) & set(each.postal_codes)]
    if not said:
        found = _in(departments, by_code) if postal else []
        return _one_of(found, near)
    whole = _whole(said)
    agreeing = _in(departments, [each for each in whole if each in by_code])
    if agreeing:
        return _one_of(agreeing, near)
    if whole:
        # The name is one, and what was said beside it is another's: who typed it knows which is right.
        return Resolved(None, _ranked(whole, near) + _ranked([each for each in by_code if postal], near)[:2])
    alike = _in(departments, [each for each in _alike(name, said, near) if not postal or each in by_code])
    return Resolved(None, tuple(alike[:CHOICES]) or tuple(_alike(name, said, near)[:CHOICES]))


def _one_of(found: Iterable[Commune], near: str | None) -> Resolved:
    ranked = _ranked(found, near)
    return Resolved(ranked[0]) if len(ranked) == 1 else Resolved(None, ranked)


def _ranked(found: Iterable[Commune], near: str | None) -> tuple[Commune, ...]:
    reference = communes.by_insee(near) if near else None

    def order(each: Commune) -> tuple[float, str]:
        return (communes.distance(reference, each) if reference else -each.population), each.insee

    return tuple(sorted(set(found), key=order)[:CHOICES])


def _in(departments: list[str], found: list[Commune]) -> list[Commune]:
    return [each for each in found if not departments or each.department in departments]


def _whole(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes that bear this whole name, today or before."""
    return _by_key().get(_key(said), ())


def _alike(name: str, said: tuple[str, ...], near: str | None) -> list[Commune]:
    """Return the communes that may be meant by a part of a name, or by one with a slip in it."""
    begun = list(communes.search(name, CHOICES, near))
    typed = "".join(_key(said))
    scored = [
        (similarity(typed, "".join(key), NEAR_ENOUGH), each) for key, several in _by_key().items() for each in several
    ]
    slips = [each for score, each in sorted(scored, key=lambda one: (-one[0], one[1].insee)) if score]
    return list(dict.fromkeys((*begun, *slips)))


def _key(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that tell a name: without its articles and its links, wherever any word is left."""
    return tuple(word for word in said if word not in _LEFT_OUT) or said


@cache
def _by_key() -> Mapping[tuple[str, ...], tuple[Commune, ...]]:
    found: dict[tuple[str, ...], tuple[Commune, ...]] = {}
    for said, commune in communes.names():
        known = found.get(_key(said), ())
        if commune not in known:
            found[_key(said)] = (*known, commune)
    return found
