"""Keys that names which may be one have in common: what finds among millions whatever ``spelling.alike`` takes for one.

A key is a number of 32 bits, and tells no name. That two have one in common is a reason to compare them, and no more.
"""

from collections.abc import Iterator
from functools import lru_cache
from zlib import crc32

from kiosque.domain import persons
from kiosque.domain.spelling import sound, words

RULES = 1
"""Raised with each change of what becomes of a name here or in ``spelling``: keys are then made again."""

LONG, SLIPS = 8, 2
"""Letters from which on a word may differ by two slips; of fewer, but four at least, by one."""

_SHORTEST = 4
_SIGNED = 1 << 31


def keys_of(name: str | None, number: str | None) -> tuple[int, ...]:
    """Return the keys by which a name, or the telephone number beside it, is found."""
    found = {key for word in _spoken(name or "") for key in _kept(word)}
    return tuple(sorted(found | {*number_keys(number or "")}))


def name_keys(name: str) -> frozenset[int]:
    """Return keys of which any name that is like ``name`` has one."""
    return frozenset(key for word in _spoken(name) for key in _asked(word))


def number_keys(number: str) -> frozenset[int]:
    """Return the key of a telephone number; none of what is none."""
    said = persons.phone(number)
    return frozenset({_key("t", said)} if said else ())


def kin_key(name: str | None, number: str | None) -> str:
    """Return the keys as words, for an index of texts."""
    return " ".join(map(word_of, keys_of(name, number)))


def word_of(key: int) -> str:
    """Return a key as a word."""
    return f"{key + _SIGNED:x}"


def _spoken(name: str) -> tuple[str, ...]:
    """Return the words of a name, and all of them written as one."""
    said = words(name)
    return (*said, "".join(said)) if len(said) > 1 else said


@lru_cache(maxsize=4096)
def _kept(word: str) -> frozenset[int]:
    """Return the keys of a word.

    What sounds alike has the sound in common. Two words that differ by one slip (OSA: a letter left out, put in,
    changed, swapped with the next) have one in common once a letter is left out of each. Of two slips in a long word,
    at most one is in its first half, or at most one in the other (both only where two letters are swapped across).
    """
    heard = {_key("s", sound(word))}
    if len(word) < _SHORTEST:
        return frozenset(heard)
    return frozenset(heard | {*(_halves(word, len(word)) if len(word) >= LONG else _shortened("w", word))})


@lru_cache(maxsize=256)
def _asked(word: str) -> frozenset[int]:
    """Return keys of which each word that ``spelling.alike`` takes for this one has one."""
    found = {_key("s", sound(word))}
    if len(word) >= _SHORTEST:
        found |= {*_shortened("w", word)}
        for length in range(max(LONG, len(word) - SLIPS), len(word) + SLIPS + 1):
            found |= {*_halves(word, length)}
    return frozenset(found)


def _halves(word: str, length: int) -> Iterator[int]:
    """Return the keys of both halves of a word, cut as one of ``length`` letters is: its beginning and its end."""
    begins = length // 2
    yield from _shortened(f"b{length}", word[:begins])
    yield from _shortened(f"e{length}", word[begins - length :])


def _shortened(of: str, part: str) -> Iterator[int]:
    yield _key(of, part)
    yield from (_key(of, part[:place] + part[place + 1 :]) for place in range(len(part)))


def _key(of: str, said: str) -> int:
    return crc32(f"{of} {said}".encode()) - _SIGNED


KEYS = {"kin_key": kin_key}
"""What a database calls, by these names, to keep the keys."""
