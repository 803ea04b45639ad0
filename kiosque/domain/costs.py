"""What the project costs: the natures of a cost, and how an amount is typed."""

import re

from kiosque.domain.codelist import Code, CodeList

INVESTMENT, RUNNING = "investment", "running"

COST_NATURES = CodeList(
    "cost_natures",
    (Code(INVESTMENT, "Investissement", icon="hammer"), Code(RUNNING, "Fonctionnement", icon="repeat")),
)
"""As the supports of partners have them: a share of the one, another of the other."""

MOST = 100_000_000_00
"""Cents: a hundred million euros are a slip of the finger."""

_AMOUNT = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?")


def cents(text: str) -> int | None:
    """Return the cents of an amount as people type it (*1 234,50 €*); None for what is no amount."""
    found = _AMOUNT.fullmatch("".join(text.replace("€", "").split()))
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def share_of(amount: int, share: int) -> int:
    """Return ``share`` per cent of an amount in cents, half a cent upwards."""
    return (amount * share + 50) // 100


LISTS = (COST_NATURES,)
