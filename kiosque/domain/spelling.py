"""Words as they are compared: without accents, by their sound, and with one letter more or less."""

import re
import unicodedata
from functools import lru_cache

from kiosque.domain.letters import distance, similarity

_SHORT = {"st": "saint", "ste": "sainte"}
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})

WINDOW = 5
"""Letters of a word that are indexed. Fewer would mean too many people for one word, more too many slips in it."""

HALF_TYPED = 0.99
"""How well the start of a word fits it: the word itself comes first."""

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh|ch", "x"),
        ("ph", "f"),
        ("qu?|ck|c(?![eiy])", "k"),
        ("c|z|ss", "s"),
        ("g(?=[eiy])", "j"),
        ("gu(?=[eiy])", "g"),
        ("h", ""),
        ("w", "v"),
        ("y|ij", "i"),
        ("eau|aul(?=[dtx])|au", "o"),
        ("ai|ei|oe|ae|eu", "e"),
        ("[ae]m(?=[bp])|[ae]n(?=[^aeinouy]|$)", "an"),
        (r"(.)\1+", r"\1"),
    )
)
"""French spellings of one sound, in order. Each looks at its neighbours only: half a name sounds like its start."""


def words(text: str) -> tuple[str, ...]:
    """Return ``text`` as lower-case words without accents or signs, *St* and *Ste* spelt out."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    kept = (letter for letter in letters if not unicodedata.combining(letter))
    found = "".join(letter if letter.isalnum() else " " for letter in kept).split()
    return tuple(_SHORT.get(word, word) for word in found)


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return how a word of ``words`` sounds, roughly: *Philippe* and *Filipe* are one."""
    for pattern, said in _SOUNDS:
        word = pattern.sub(said, word)
    return word


def windows(word: str) -> frozenset[str]:
    """Return the start of a word and of its sound, and the same with each letter left out.

    Two words whose starts differ by one letter (put in, left out, changed, or two swapped) have one of these in common:
    by letters when the slip changes how its neighbours sound, by sound when one sound is spelt otherwise.
    """
    starts = {word[:WINDOW], sound(word)[:WINDOW]}
    shorter = {start[:place] + start[place + 1 :] for start in starts for place in range(len(start))}
    return frozenset(filter(None, starts | shorter))


def closeness(typed: str, word: str) -> float:
    """Return how well ``typed``, which may be the start of a word only, fits ``word``: from 0 to 1, the word itself."""
    if word.startswith(typed):
        return 1.0 if word == typed else HALF_TYPED
    by_letter = max(_likeness(typed, word), _likeness(typed, word[: len(typed)]))
    heard, meant = sound(typed), sound(word)
    return max(by_letter, 0.98 * _likeness(heard, meant), 0.95 * _likeness(heard, meant[: len(heard)]))


def alike(one: str, other: str) -> bool:
    """Whether two names may be one: written in another order, in part, by the ear, or with a slip of the fingers."""
    first, second = words(one), words(other)
    if not first or not second:
        return False
    few, many = sorted((first, second), key=len)
    return all(any(_slip(word, each) for each in many) for word in few) or _slip("".join(first), "".join(second))


def _slip(one: str, other: str) -> bool:
    """Whether two words sound alike, or differ by one slip in four letters or more, two in eight or more."""
    if sound(one) == sound(other):
        return True
    allowed = min(len(one), len(other)) // 4
    return distance(one, other, 2) <= min(allowed, 2)


def _likeness(one: str, other: str) -> float:
    return similarity(one, other)
