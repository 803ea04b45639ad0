"""Which spellings of a name are heard as one in French: stricter than ``spelling.sound``, which a search can afford.

General rules of spelling, in order; what they say is never more than a hint (see ``matching``).
"""

import re
from functools import cache

from kiosque.domain.letters import similarity

ALIKE_IN_WRITING = 0.6
"""Part of the letters that two spellings of one sound share at least: *Faure* and *Fort* are two names."""

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        # Mute at the end: an s after a consonant, e or ui; a d or t after anything but e; an x after u; an e after a
        # vowel, an l, a k or an f. A z is an s there.
        ("z$", "s"),
        (r"(?<=..)st$", "t"),
        (r"(?<=.[^aiouy])s$|(?<=u[iy])s$", ""),
        (r"(?<=.[^e])[dt]+$", ""),
        (r"(?<=.u)x$", ""),
        (r"(?<=.[aeioulkf])e$", ""),
        # Mute within: Besnard, Lecompte, Jeannine, Djamel.
        ("s(?=[nm])", ""),
        ("mp(?=t)", "m"),
        ("[gj]e(?=[ao])|dj", "j"),
        ("ph", "f"),
        ("ch(?=[rl]|ae)|ck|cq|qu?|x(?=c)", "k"),
        ("sch|sh|ch", "C"),
        ("(?<=[aeiouy])s(?=[aeiouy])", "z"),
        ("sc(?=[eiy])|c(?=[eiy])|ss", "s"),
        ("c", "k"),
        ("h", ""),
        (r"([nm])\1$", r"\1"),
        ("w|bv", "v"),
        ("y", "i"),
        ("gu(?=[ei])", "G"),
        ("g(?=[ei])", "j"),
        ("eau|aul(?=[dtx]|$)|au", "o"),
        # The nasal vowels, before a consonant or the end; *ien* is another than *en*.
        ("(?:ai|ei|i|(?<=i)e)[nm](?![aeiounmIAO])", "I"),
        ("[ae][nm](?![aeiounmIAO])", "A"),
        ("o[nm](?![aeiounmIAO])", "O"),
        ("ai|ei(?!ne$)|oe", "e"),
        (r"(.)\1+", r"\1"),
    )
)


@cache
def heard(word: str) -> str:
    """Return how a bare word sounds, in letters of our own: *Gauthier* and *Gautier* are one."""
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return word


def heard_alike(one: str, other: str) -> bool:
    """Whether two bare words are spellings of one sound."""
    return heard(one) == heard(other) and similarity(one, other) >= ALIKE_IN_WRITING
