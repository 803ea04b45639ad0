"""The code on a member card: 80 random bits that a person can read out, and that catches a slip of the hand."""

from kiosque.domain.errors import KnownError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which are taken for other letters."""

RANDOM_BYTES = 10
CODE_LENGTH = 17
"""Sixteen characters of five bits, and one that checks them."""

GROUP = 4
_MISREAD = str.maketrans("ILO", "110")


class UnreadableCard(KnownError):
    """What was scanned or typed is not the code of a card."""


def card_code(random: bytes) -> str:
    """Return the code that carries ``RANDOM_BYTES`` random bytes."""
    number = int.from_bytes(random, "big")
    digits = "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(CODE_LENGTH - 1)))
    return digits + _check(digits)


def read_card(text: str) -> str:
    """Return the code in what was scanned or typed, whatever its case, spaces and hyphens.

    Raises ``UnreadableCard`` when it is not the code of a card: one wrong character is always caught.
    """
    code = "".join(text.upper().translate(_MISREAD).replace("-", " ").split())
    known = len(code) == CODE_LENGTH and set(code) <= set(ALPHABET)
    if not known or _check(code[:-1]) != code[-1]:
        sentence = "Cette carte ne se lit pas. Réessayez, ou entrez sans carte."
        raise UnreadableCard(sentence)
    return code


def grouped(code: str) -> str:
    """Return a code in groups of four, as it is printed and read out."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def _check(digits: str) -> str:
    """Return the check character: Luhn's algorithm in base 32, which catches any single wrong character."""
    base = len(ALPHABET)
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = ALPHABET.index(digit) * (2 if place % 2 == 0 else 1)
        total += value // base + value % base
    return ALPHABET[-total % base]
