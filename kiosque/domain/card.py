"""The code on a member card: 80 random bits that a person can read out, and that catches a slip of the hand."""

from kiosque.domain import crockford
from kiosque.domain.errors import KnownError

RANDOM_BYTES = 10
CODE_LENGTH = 17
"""Sixteen characters of five bits, and one that checks them."""


class UnreadableCard(KnownError):
    """What was scanned or typed is not the code of a card."""


def card_code(random: bytes) -> str:
    """Return the code that carries ``RANDOM_BYTES`` random bytes."""
    return crockford.checked(crockford.digits(int.from_bytes(random, "big"), CODE_LENGTH - 1))


def read_card(text: str) -> str:
    """Return the code in what was scanned or typed, whatever its case, spaces and hyphens.

    Raises ``UnreadableCard`` when it is not the code of a card: one wrong character is always caught.
    """
    code = crockford.read(text, CODE_LENGTH)
    if code is None:
        sentence = "Cette carte ne se lit pas. Réessayez, ou entrez sans carte."
        raise UnreadableCard(sentence)
    return code
