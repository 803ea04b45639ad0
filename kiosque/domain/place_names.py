"""Which commune somebody means, by its name, its département and its postal code as people type them.

Only what can mean one commune alone is resolved: a whole name, today's or a former one, with which no other begins, or
a postal code of one commune. Whatever is in doubt gets a few choices, the best first, and is left to a person.
"""

import re
from collections.abc import Collection, Iterable, Mapping
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
    agreeing = _in(departments, [each for each in _beginning(said) if each in by_code])
    if any(each in whole for each in agreeing):
        return _one_of(agreeing, near, said, whole)
    if whole:
        # The name is one, and what was said beside it is another's: who typed it knows which is right.
        longer = _ranked(agreeing, near, said)[: CHOICES // 2]
        coded = _ranked([each for each in by_code if postal], near)[:2]
        return Resolved(None, tuple(dict.fromkeys((*longer, *_ranked(whole, near, said), *coded)))[:CHOICES])
    alike = _in(departments, [each for each in _alike(name, said, near) if not postal or each in by_code])
    return Resolved(None, tuple(alike[:CHOICES]) or tuple(_alike(name, said, near)[:CHOICES]))


def _one_of(
    found: Iterable[Commune], near: str | None, said: tuple[str, ...] = (), whole: Collection[Commune] = ()
) -> Resolved:
    """Return the one that was found, else the few best, among which are those that bear the ``whole`` name."""
    ranked = _ranked(found, near, said)
    if len(ranked) == 1:
        return Resolved(ranked[0])
    best = [each for each in ranked if each in whole] + [each for each in ranked if each not in whole]
    return Resolved(None, tuple(each for each in ranked if each in best[:CHOICES]))


def _ranked(found: Iterable[Commune], near: str | None, said: tuple[str, ...] = ()) -> tuple[Commune, ...]:
    """Return the nearest first, or the most populous; if an article was ``said``, first those that have it."""
    reference = communes.by_insee(near) if near else None
    titled = {each for name, each in communes.names() if name[: len(said)] == said}
    article = bool(said) and said[0] in _LEFT_OUT

    def order(each: Commune) -> tuple[bool, float, str]:
        far = communes.distance(reference, each) if reference else -each.population
        return article and each not in titled, far, each.insee

    return tuple(sorted(set(found), key=order))


def _in(departments: list[str], found: list[Commune]) -> list[Commune]:
    return [each for each in found if not departments or each.department in departments]


def _whole(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes that bear this whole name, today or before."""
    return _by_key().get(_key(said), ())


def _beginning(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes of which a name begins with these words, or is these: *Mirabel* may be cut short."""
    return _by_beginning().get(_key(said), ())


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


@cache
def _by_beginning() -> Mapping[tuple[str, ...], tuple[Commune, ...]]:
    found: dict[tuple[str, ...], dict[Commune, None]] = {}
    for key, several in _by_key().items():
        for words_kept in range(1, len(key) + 1):
            found.setdefault(key[:words_kept], {}).update(dict.fromkeys(several))
    return {key: tuple(several) for key, several in found.items()}
