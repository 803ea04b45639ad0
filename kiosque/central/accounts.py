"""Headquarters' accounts: who may look at the pages, and who may pull the journal."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select

from kiosque.db.records import account
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256
"""Stretching a password costs as much as it is long: nobody may ask for more."""
LONGEST_NAME = 80


class Role(StrEnum):
    """What an account may do. Step 5 adds one association, and data protection."""

    FIGURES = "figures"
    """Look at figures and at rows without a name in them."""
    ADMINISTRATOR = "administrator"
    """That, and pull the whole journal, names included."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of headquarters."""

    name: str
    role: Role


class RefusedAccount(KnownError):
    """The account cannot be made: its name or its password will not do."""


class Accounts:
    """The accounts kept in the central's database. Safe to use from several threads."""

    def __init__(self, store: Store, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        # The library's defaults are RFC 9106's second recommended option: argon2id, 64 MiB, 3 passes.
        self._hasher = hasher or PasswordHasher()

    def add(self, name: str, password: str, role: Role = Role.FIGURES) -> Account:
        """Make an account. Raises ``RefusedAccount``: name taken or empty, password too short or too long."""
        kept = canonical(name)
        if not kept or len(kept) > LONGEST_NAME:
            raise RefusedAccount(f"Un compte porte un nom, de {LONGEST_NAME} lettres au plus.")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise RefusedAccount(f"Un mot de passe a {SHORTEST_PASSWORD} caractères au moins.")
        if self.find(kept):
            raise RefusedAccount(f"Le compte {kept} existe déjà.")
        row = {"name": kept, "password_hash": self._hasher.hash(password), "role": role.value}
        self._store.write_local(account.insert().values(**row, created_at=self._store.now()))
        return Account(kept, role)

    def find(self, name: str) -> Account | None:
        """Return the account of that name, None when there is none."""
        row = self._store.first(select(account.c.name, account.c.role).where(account.c.name == canonical(name)))
        return Account(row.name, Role(row.role)) if row else None

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account whose name and password these are, else None.

        It takes as long for a name that nobody has: somebody else's name is stretched in its place.
        """
        query = select(account.c.name, account.c.role, account.c.password_hash)
        row = self._store.first(query.where(account.c.name == canonical(name)))
        kept = row.password_hash if row else self._nobody
        try:
            self._hasher.verify(kept, password[:LONGEST_PASSWORD])
        except VerifyMismatchError:
            return None
        if row is None:
            return None
        if self._hasher.check_needs_rehash(kept):
            better = account.update().where(account.c.name == row.name)
            self._store.write_local(better.values(password_hash=self._hasher.hash(password)))
        return Account(row.name, Role(row.role))

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("the password of nobody")


def canonical(name: str) -> str:
    """Return a name as it is kept: composed accents, no capitals, no space around."""
    return unicodedata.normalize("NFC", name).strip().casefold()
