"""What is looked for in the search key, and how each database's own index is asked for it."""

from dataclasses import dataclass

NAMES, SOUNDS, CONTACTS = "names", "sounds", "contacts"
"""The three parts of a person's key."""

COLUMNS = (NAMES, SOUNDS, CONTACTS)

WEIGHTS = dict(zip(COLUMNS, "ABC", strict=True))
"""On PostgreSQL a key is one vector, in which the weight of a word says of which part it is."""


LONGEST = 500
"""Letters of a word of the key on PostgreSQL, which takes no word of more than 2,046 bytes."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of one part of the key; ``starts``: one that begins so."""

    part: str
    word: str
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """All of several things."""

    of: tuple["Sought", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of several things."""

    of: tuple["Sought", ...]


Sought = Word | Every | Either


def fts5(sought: Sought) -> str:
    """Return it in the words of SQLite's full-text index."""
    if isinstance(sought, Word):
        # Words hold letters and digits only; the quotes keep AND, OR and NOT from being more than names.
        return f'{sought.part} : "{sought.word}"{" *" if sought.starts else ""}'
    between = " AND " if isinstance(sought, Every) else " OR "
    return f"({between.join(map(fts5, sought.of))})"


def tsquery(sought: Sought) -> str:
    """Return it in the words of PostgreSQL's."""
    if isinstance(sought, Word):
        return f"'{sought.word[:LONGEST]}':{'*' if sought.starts else ''}{WEIGHTS[sought.part]}"
    between = " & " if isinstance(sought, Every) else " | "
    return f"({between.join(map(tsquery, sought.of))})"


def tsvector(keys: tuple[str, str, str]) -> str:
    """Return the vector of a person whose parts of the key have these words."""
    return " ".join(
        f"'{word}':{place}{WEIGHTS[part]}"
        for place, (part, words) in enumerate(zip(COLUMNS, keys, strict=True), 1)
        for word in sorted({each[:LONGEST] for each in words.split()})
    )
