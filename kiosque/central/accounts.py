"""Headquarters' accounts: who they are, known again by a password."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select

from kiosque.db.account_tables import account
from kiosque.db.records import antenna
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.errors import KnownError

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256
"""Stretching a password costs as much as it is long: nobody may ask for more."""
LONGEST_NAME = 80


class Role(StrEnum):
    """What an account is for; ``rights`` says what each may do."""

    FIGURES = "figures"
    """Figures and rows without a name in them, of the whole network."""
    ASSOCIATION = "association"
    """One association's antennas: their figures, plans and corrections."""
    DATA_PROTECTION = "data_protection"
    """People and what they ask of their data, and who took which data away."""
    ADMINISTRATOR = "administrator"
    """Everything."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account of headquarters. ``antennas`` (record ids): the only ones that it sees; None: all of them."""

    name: str
    role: Role
    association: str = ""
    antennas: frozenset[int] | None = None


class RefusedAccount(KnownError):
    """The account cannot be made: its name, its password or its association will not do."""


class Accounts:
    """The accounts kept in the central's database. Safe to use from several threads."""

    def __init__(self, store: Store, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        # The library's defaults are RFC 9106's second recommended option: argon2id, 64 MiB, 3 passes.
        self._hasher = hasher or PasswordHasher()

    def add(self, name: str, password: str, role: Role = Role.FIGURES, association: str = "") -> Account:
        """Make an account; one of the role of an association is of ``association``.

        Raises ``RefusedAccount``: name taken or empty, password too short or too long, association missing.
        """
        kept = canonical(name)
        if not kept or len(kept) > LONGEST_NAME:
            raise RefusedAccount(f"Un compte porte un nom, de {LONGEST_NAME} lettres au plus.")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise RefusedAccount(f"Un mot de passe a {SHORTEST_PASSWORD} caractères au moins.")
        if self.find(kept):
            raise RefusedAccount(f"Le compte {kept} existe déjà.")
        _check_association(role, association)
        row = {"name": kept, "password_hash": self._hasher.hash(password), "role": role.value}
        made = account.insert().values(**row, association=association or None, created_at=self._store.now())
        self._store.write_local(made)
        return self._of(kept, role, association)

    def find(self, name: str) -> Account | None:
        """Return the account of that name, None when there is none."""
        row = self._store.first(_WHO.where(account.c.name == canonical(name)))
        return self._of(*row) if row else None

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account whose name and password these are, else None.

        It takes as long for a name that nobody has: somebody else's name is stretched in its place.
        """
        row = self._store.first(_WHO.add_columns(account.c.password_hash).where(account.c.name == canonical(name)))
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
        return self._of(row.name, row.role, row.association)

    def _of(self, name: str, role: str, association: str | None) -> Account:
        if role != Role.ASSOCIATION:
            return Account(name, Role(role), association or "")
        # Those in the bin too: what took place there is still the association's.
        own = select(antenna.c.id).where(antenna.c.association == association)
        return Account(name, Role(role), association or "", frozenset(row.id for row in self._store.all(own)))

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("the password of nobody")


_WHO = select(account.c.name, account.c.role, account.c.association)


def _check_association(role: Role, association: str) -> None:
    if role is not Role.ASSOCIATION and association:
        raise RefusedAccount("Seul un compte d’association en porte une.")
    if role is Role.ASSOCIATION and association not in ASSOCIATIONS:
        known = " ou ".join(each.code for each in ASSOCIATIONS)
        raise RefusedAccount(f"Dites de quelle association est ce compte\u202f: {known}.")


def canonical(name: str) -> str:
    """Return a name as it is kept: composed accents, no capitals, no space around."""
    return unicodedata.normalize("NFC", name).strip().casefold()
