"""Codes that a person reads out and types: Crockford's base 32, and a character that catches a slip of the hand."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No I, L, O or U, which are taken for other letters."""

BITS = 5
"""Of a character."""

GROUP = 4
_MISREAD = str.maketrans("ILO", "110")
_LETTERS = frozenset(ALPHABET)
_ONCE = {digit: value for value, digit in enumerate(ALPHABET)}
_TWICE = {digit: sum(divmod(2 * value, len(ALPHABET))) for digit, value in _ONCE.items()}
"""What a character adds to a check: each second one is doubled, and its two digits are added."""


def digits(number: int, places: int) -> str:
    """Return ``number`` in ``places`` characters, without its check."""
    return "".join(ALPHABET[number >> BITS * place & 31] for place in reversed(range(places)))


def number(digits: str) -> int:
    """Return the number that ``digits`` write."""
    total = 0
    for digit in digits:
        total = total << BITS | _ONCE[digit]
    return total


def checked(digits: str) -> str:
    """Return ``digits`` and their check character."""
    return digits + _check(digits)


def read(text: str, length: int) -> str | None:
    """Return the code of ``length`` characters in what was scanned or typed, whatever its case, spaces and hyphens.

    None when it is none: one wrong character is always caught.
    """
    code = unchecked(text, length)
    return code if code and _check(code[:-1]) == code[-1] else None


def unchecked(text: str, length: int) -> str | None:
    """Return the same of a code that has no check character; None when it is not of that shape."""
    code = "".join(text.upper().translate(_MISREAD).replace("-", " ").split())
    return code if len(code) == length and _LETTERS.issuperset(code) else None


def grouped(code: str) -> str:
    """Return a code in groups of four, as it is printed and read out."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def _check(digits: str) -> str:
    """Return the check character: Luhn's algorithm in base 32, which catches any single wrong character."""
    total = sum(map(_TWICE.__getitem__, digits[::-2])) + sum(map(_ONCE.__getitem__, digits[-2::-2]))
    return ALPHABET[-total % len(ALPHABET)]
