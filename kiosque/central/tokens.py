"""Secrets that open something and are kept nowhere: what is kept is what they are found by."""

import secrets
from hashlib import blake2b

BYTES = 32


def draw() -> str:
    """Return a new secret of 256 bits, that goes into an address or a cookie as it is."""
    return secrets.token_urlsafe(BYTES)


def lookup(secret: str) -> bytes:
    """Return what a secret is found by, and from which nobody finds the secret."""
    return blake2b(secret.encode(), digest_size=BYTES).digest()
