"""Which names people bear, and what those names are usually shortened to: real lists, to tell a slip from a name."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kiosque.domain.shipped import rows
from kiosque.domain.spelling import words


def bare(name: str) -> str:
    """Return a name as one word without accents or signs: *Jean-Noël* is *jeannoel*."""
    return "".join(words(name))


@cache
def given_names() -> Mapping[str, frozenset[str]]:
    """Return the first names given in France since 1920, bare, each with who bears it: ``F``, ``M``, or both."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows("given_names.csv"):
        found[bare(row["name"])] |= frozenset(row["sex"])
    return dict(found)


@cache
def family_names() -> frozenset[str]:
    """Return the most frequent surnames of people born in France, bare."""
    return frozenset(bare(row["name"]) for row in rows("family_names.csv"))


@cache
def shortened() -> Mapping[str, frozenset[str]]:
    """Return the usual short forms, bare, each with the first names that it may stand for."""
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in rows("diminutives.csv"):
        found[bare(row["usual"])] |= {bare(row["name"])}
    return dict(found)
