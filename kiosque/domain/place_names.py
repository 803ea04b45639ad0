"""Which commune somebody means, by its name, its département and its postal code as people type them.

Only what can mean one commune alone is resolved: a whole name, today's or a former one, with which no other begins, or
a postal code of one commune. Whatever is in doubt gets a few choices, the best first, and is left to a person.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest

from kiosque.domain import communes
from kiosque.domain.communes import Commune
from kiosque.domain.letters import similarity
from kiosque.domain.place_typed import Typed, is_link, key, read
from kiosque.domain.sounds import heard

CHOICES = 6
"""At most: as many as a screen offers."""

NEAR_ENOUGH = 0.8
"""Of the letters of a name, in place: below, a slip of the fingers would be another name."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """``commune`` is the one that is meant, None when in doubt; then ``choices`` are the few best."""

    commune: Commune | None
    choices: tuple[Commune, ...] = ()


def resolve(text: str, near: str | None = None) -> Resolved:
    """Return which commune ``text`` means: *St Auban s/ Ouvèze*, *26110 Nyons (Drôme)*, *Venterol (04)*, *Ribiers*.

    ``near`` (INSEE code): of equal choices the nearest to it come first. A postal code or a département that does not
    go with the name puts it in doubt.
    """
    typed = read(text)
    said, departments = typed.readings[-1].words, typed.readings[-1].departments
    coded = [each for each in communes.everywhere() if typed.codes & set(each.postal_codes)]
    if not said:
        found = [each for each in coded if departments <= {each.department}]
        return _one_of(found, near) if found else _doubt(_ranked(coded, near) or _of_insee(typed.codes))
    whole, agreeing = _named(typed)
    if any(each in whole for each in agreeing):
        return _one_of(agreeing, near, said, whole)
    if whole:
        # The name is one, and what was said beside it is another's: who typed it knows which is right.
        longer = _ranked(agreeing, near, said)[: CHOICES // 2]
        return _doubt((*longer, *_ranked(whole, near, said), *_ranked(coded, near)[:2]))
    guessed = _fitting(typed, _guessed(typed, near))
    if any(each in coded for each in guessed) or not coded:
        return _doubt(guessed)
    return _doubt((*guessed[: CHOICES // 2], *_ranked(coded, near)))


def _one_of(
    found: Iterable[Commune], near: str | None, said: tuple[str, ...] = (), whole: Collection[Commune] = ()
) -> Resolved:
    """Return the one that was found, else the few best, among which are those that bear the ``whole`` name."""
    ranked = _ranked(found, near, said)
    if len(ranked) == 1:
        return Resolved(ranked[0])
    best = [each for each in ranked if each in whole] + [each for each in ranked if each not in whole]
    return _doubt(each for each in ranked if each in best[:CHOICES])


def _doubt(found: Iterable[Commune]) -> Resolved:
    return Resolved(None, tuple(dict.fromkeys(found))[:CHOICES])


def _ranked(found: Iterable[Commune], near: str | None, said: tuple[str, ...] = ()) -> tuple[Commune, ...]:
    """Return the nearest first, or the most populous; if an article was ``said``, first those that have it."""
    reference = communes.by_insee(near) if near else None
    titled = {each for name, each in communes.names() if name[: len(said)] == said}
    article = bool(said) and is_link(said[0])

    def order(each: Commune) -> tuple[bool, float, str]:
        far = communes.distance(reference, each) if reference else -each.population
        return article and each not in titled, far, each.insee

    return tuple(sorted(set(found), key=order))


def _of_insee(codes: Iterable[str]) -> tuple[Commune, ...]:
    """Return the communes of these INSEE codes: never more than a choice, a postal code elsewhere may be the same."""
    return tuple(each for each in map(communes.by_insee, sorted(codes)) if each)


def _named(typed: Typed) -> tuple[tuple[Commune, ...], tuple[Commune, ...]]:
    """Return the communes that bear the whole name, and those of which it may be the start that the rest goes with."""
    whole = chain.from_iterable(_whole(each.words) for each in typed.readings)
    agreeing = (
        each
        for reading in typed.readings
        for each in _beginning(reading.words)
        if typed.codes <= set(each.postal_codes) and reading.departments <= {each.department}
    )
    return tuple(whole), tuple(agreeing)


def _fitting(typed: Typed, found: Collection[Commune]) -> tuple[Commune, ...]:
    """Return those of ``found`` that the codes and the départements go with best: all of them if they go with none."""

    def fit(each: Commune) -> tuple[bool, bool]:
        return bool(typed.codes & set(each.postal_codes)), each.department in typed.readings[-1].departments

    best = max(map(fit, found), default=(False, False))
    return tuple(each for each in found if fit(each) == best)


def _whole(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes that bear this whole name, today or before."""
    return _by_key().get(key(said), ())


def _beginning(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes of which a name begins with these words, or is these: *Mirabel* may be cut short."""
    return _by_beginning().get(key(said), ())


def _guessed(typed: Typed, near: str | None) -> tuple[Commune, ...]:
    """Return the communes that may be meant by a part of a name, one with a slip in it, by the ear, or among words."""
    said = typed.readings[-1].words
    begun = _ranked(_beginning(said), near, said)
    found = (*begun, *communes.search(" ".join(said), CHOICES, near), *_within(said, near), *_misspelt(said, near))
    return tuple(dict.fromkeys(found)) or _ranked(_half_right(said), near, said)


def _within(said: tuple[str, ...], near: str | None) -> Iterator[Commune]:
    """Yield the communes whose whole name is among what was said, each name in turn: *Quartier Ruinas, Nyons*."""
    telling = key(said)
    names: list[tuple[Commune, ...]] = []
    end = len(telling)
    while end:
        start = next((at for at in range(max(0, end - _most_words()), end) if telling[at:end] in _by_key()), None)
        if start is not None:
            part = telling[start:end]
            names.append(_one_of(_beginning(part), near, part, _whole(part)).choices or _whole(part))
        end = end - 1 if start is None else start
    yield from filter(None, chain.from_iterable(zip_longest(*names)))


def _misspelt(said: tuple[str, ...], near: str | None) -> Iterator[Commune]:
    """Yield the communes whose name sounds so, then those whose name has about these letters."""
    typed = "".join(key(said))
    yield from _ranked(_by_sound().get(_sound(key(said)), ()), near)
    scores = {name: similarity(typed, "".join(name), NEAR_ENOUGH) for name in _by_key()}
    for name in sorted(filter(scores.__getitem__, scores), key=scores.__getitem__, reverse=True):
        yield from _ranked(_by_key()[name], near)


def _half_right(said: tuple[str, ...]) -> tuple[Commune, ...]:
    """Return the communes whose name begins with the first or the last words, if these are few: *Buis les Bies*."""
    telling = key(said)
    halves = (part for kept in range(len(telling) - 1, 0, -1) for part in (telling[:kept], telling[-kept:]))
    found = (_by_beginning().get(part, ()) for part in halves)
    return next((several for several in found if 0 < len(several) <= CHOICES), ())


def _sound(said: tuple[str, ...]) -> str:
    return "".join(map(heard, said))


@cache
def _by_key() -> Mapping[tuple[str, ...], tuple[Commune, ...]]:
    found: dict[tuple[str, ...], tuple[Commune, ...]] = {}
    for said, commune in communes.names():
        known = found.get(key(said), ())
        if commune not in known:
            found[key(said)] = (*known, commune)
    return found


@cache
def _most_words() -> int:
    return max(map(len, _by_key()))


@cache
def _by_beginning() -> Mapping[tuple[str, ...], tuple[Commune, ...]]:
    found: dict[tuple[str, ...], dict[Commune, None]] = {}
    for name, several in _by_key().items():
        for kept in range(1, len(name) + 1):
            found.setdefault(name[:kept], {}).update(dict.fromkeys(several))
    return {name: tuple(several) for name, several in found.items()}


@cache
def _by_sound() -> Mapping[str, tuple[Commune, ...]]:
    found: dict[str, tuple[Commune, ...]] = {}
    for name, several in _by_key().items():
        found[_sound(name)] = (*found.get(_sound(name), ()), *several)
    return found
