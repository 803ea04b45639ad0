"""Words without an end: somebody may type eighty letters and no space, and nothing else may leave the screen for it."""

import re
import unicodedata

LONGEST = 24
"""Letters of the longest word that people write; « anticonstitutionnellement » has one more, and may break."""
_PIECE = 12
BREAK = "\u200b"
"""A space without a width: where a line may end."""

_ENDLESS = re.compile(rf"[^\s-]{{{LONGEST + 1},}}")


def breakable(text: str) -> str:
    """Return ``text`` with places where its endless words may break; most have none."""
    return _ENDLESS.sub(lambda word: BREAK.join(pieces(word.group())), text)


def pieces(word: str) -> list[str]:
    """Return an endless word in pieces, and any other one whole; an accent stays on its letter."""
    if len(word) <= LONGEST:
        return [word]
    cuts, at = [0], _PIECE
    while at < len(word):
        if not unicodedata.combining(word[at]):
            cuts.append(at)
            at += _PIECE
        else:
            at += 1
    return [word[start:end] for start, end in zip(cuts, [*cuts[1:], len(word)], strict=True)]
