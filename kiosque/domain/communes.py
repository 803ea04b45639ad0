"""The communes around the network: finding one as it is typed, and showing it without doubt."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kiosque.domain.shipped import rows
from kiosque.domain.spelling import words

_ARTICLES = frozenset({"l", "la", "le", "les"})
_EARTH_RADIUS_KM = 6371


@dataclass(frozen=True, slots=True)
class Commune:
    """One commune. ``insee`` and ``postal_codes`` are text; the centroid is in degrees."""

    insee: str
    name: str
    department: str
    postal_codes: tuple[str, ...]
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to call a commune, today's or a former one, cut into comparable words."""

    words: tuple[str, ...]
    commune: Commune


def by_insee(insee: str) -> Commune | None:
    """Return today's commune of that INSEE code, or None (unknown, or elsewhere in France, or a former code)."""
    return _communes().get(insee)


def everywhere() -> tuple[Commune, ...]:
    """Return every commune that is known, in the order of INSEE codes."""
    return tuple(_communes().values())


def names() -> tuple[tuple[tuple[str, ...], Commune], ...]:
    """Return every name, today's and former ones, cut into comparable words, with today's commune."""
    return tuple((name.words, name.commune) for name in _names())


def display(commune: Commune) -> str:
    """Return *Venterol (26)*: names recur, so the département is always shown."""
    return f"{commune.name}\u00a0({commune.department})"


def named(insee: str | None) -> str:
    """Return how the commune of an INSEE code is written in a form; the code itself when it is not known here."""
    found = by_insee(insee or "")
    return display(found) if found else insee or ""


def search(text: str, limit: int = 6, near: str | None = None) -> tuple[Commune, ...]:
    """Return at most ``limit`` communes that what was typed may mean, best first.

    Case, accents, hyphens and apostrophes do not matter, *St* and *Ste* are *Saint* and *Sainte*, a former name leads
    to today's commune, and digits are a postal code. Names that begin as typed come first, then those that have the
    words further on; among equals the nearest to the commune ``near`` (INSEE code), or the most populous without it.
    """
    typed = words(text)
    if not typed:
        return ()
    ranks: dict[str, int] = {}
    for name in _names():
        rank = _rank(typed, name)
        if rank is not None:
            ranks[name.commune.insee] = min(rank, ranks.get(name.commune.insee, rank))
    reference = _communes().get(near) if near else None

    def order(commune: Commune) -> tuple[float, ...]:
        return ranks[commune.insee], distance(reference, commune) if reference else -commune.population

    found = [_communes()[insee] for insee in ranks]
    return tuple(sorted(found, key=order)[:limit])


def distance(one: Commune, other: Commune) -> float:
    """Return the distance in km, as the crow flies, between the centroids of two communes (haversine formula)."""
    latitudes = math.radians(one.latitude), math.radians(other.latitude)
    half_height = (latitudes[1] - latitudes[0]) / 2
    half_width = math.radians(other.longitude - one.longitude) / 2
    chord = math.sin(half_height) ** 2 + math.cos(latitudes[0]) * math.cos(latitudes[1]) * math.sin(half_width) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(chord))


def _rank(typed: tuple[str, ...], name: _Name) -> int | None:
    """Return 0 when the name begins as typed (its article aside), 1 when the words come further on, None for a miss."""
    if len(typed) == 1 and typed[0].isdigit():
        return 0 if any(code.startswith(typed[0]) for code in name.commune.postal_codes) else None
    bare = name.words[1:] if name.words[0] in _ARTICLES else name.words
    if any(" ".join(called).startswith(" ".join(typed)) for called in (name.words, bare)):
        return 0
    rest = iter(name.words)
    # Each typed word begins a word of the name, in the same order.
    if all(any(word.startswith(part) for word in rest) for part in typed):
        return 1
    return None


@cache
def _communes() -> Mapping[str, Commune]:
    found = (
        Commune(
            row["insee"],
            row["name"],
            row["department"],
            tuple(row["postal_codes"].split(";")),
            int(row["population"]),
            float(row["latitude"]),
            float(row["longitude"]),
        )
        for row in rows("communes.csv")
    )
    return {commune.insee: commune for commune in found}


@cache
def _names() -> tuple[_Name, ...]:
    communes = _communes()
    today = [_Name(words(commune.name), commune) for commune in communes.values()]
    former = [_Name(words(row["former_name"]), communes[row["insee"]]) for row in rows("former_communes.csv")]
    return (*today, *former)
