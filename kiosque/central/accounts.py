"""Headquarters' accounts: who they are, known again by a password."""

import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import select

from kiosque.central import passwords
from kiosque.central.passwords import RefusedAccount
from kiosque.db.account_tables import account
from kiosque.db.records import antenna
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS

LONGEST_NAME = 80

NO_PASSWORD = ""
"""What is kept of the password of an account that has none yet: no password is it."""


NEVER = 1 << 40
"""A moment that does not come: an account of a demonstration is opened by its password alone."""


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
    """One account of headquarters. ``antennas`` (record ids): the only ones that it sees; None: all of them.

    ``protected``: it has a second proof. ``code_due``: from when it has to have one, UTC seconds. None is opened by its
    password alone: rows without a name are data of people too, in a village of sixty an age and an hour are somebody.
    """

    name: str
    role: Role
    association: str = ""
    antennas: frozenset[int] | None = None
    protected: bool = field(default=False, compare=False)
    code_due: int = field(default=0, compare=False)

    @property
    def reminded_until(self) -> int:
        """Until when a password alone still does, for an account without a second proof (UTC seconds); else 0."""
        return self.code_due if not self.protected and self.code_due < NEVER else 0


class Accounts:
    """The accounts kept in the central's database. Safe to use from several threads."""

    def __init__(self, store: Store, hasher: PasswordHasher | None = None) -> None:
        self._store = store
        # The library's defaults are RFC 9106's second recommended option: argon2id, 64 MiB, 3 passes.
        self._hasher = hasher or PasswordHasher()

    def add(
        self, name: str, password: str, role: Role = Role.FIGURES, association: str = "", *, code_due: int = 0
    ) -> Account:
        """Make an account; one of the role of an association is of ``association``. ``code_due``: see ``Account``.

        Raises ``RefusedAccount``: name taken or empty, password that will not do, association missing.
        """
        passwords.check(password, canonical(name))
        return self._add(name, self._hasher.hash(password), role, association, code_due)

    def add_without_password(self, name: str, role: Role, association: str = "") -> Account:
        """Make an account that nothing opens until its owner has chosen a password. Raises ``RefusedAccount``."""
        return self._add(name, NO_PASSWORD, role, association, 0)

    def find(self, name: str) -> Account | None:
        """Return the account of that name, None when there is none, or none any more."""
        row = self._store.first(_WHO.where(account.c.name == canonical(name), account.c.disabled_at.is_(None)))
        return self._of(*row) if row else None

    def verify(self, name: str, password: str) -> Account | None:
        """Return the account whose name and password these are, else None.

        It takes as long for a name that nobody has: somebody else's name is stretched in its place.
        """
        named = account.c.name == canonical(name), account.c.disabled_at.is_(None)
        row = self._store.first(_WHO.add_columns(account.c.password_hash).where(*named))
        known = row is not None and row.password_hash != NO_PASSWORD
        kept = row.password_hash if row and known else self._nobody
        try:
            # Never cut: what is longer than any password is none, and costs no more than one.
            self._hasher.verify(kept, password if len(password) <= passwords.LONGEST else "")
        except VerifyMismatchError:
            return None
        if row is None or not known:
            return None
        if self._hasher.check_needs_rehash(kept):
            self._keep(row.name, self._hasher.hash(password))
        return self._of(*row[:-1])

    def choose_password(self, name: str, password: str) -> None:
        """Let ``password`` open the account from now on. Raises ``RefusedAccount`` when it will not do."""
        passwords.check(password, canonical(name))
        self._keep(canonical(name), self._hasher.hash(password))

    def take_password(self, name: str) -> None:
        """Let no password open the account, until its owner has chosen another one."""
        self._keep(canonical(name), NO_PASSWORD)

    def used(self, name: str) -> None:
        """Note that somebody came in by this account."""
        used = account.update().where(account.c.name == name).values(used_at=self._store.now())
        self._store.write_local(used)

    def _add(self, name: str, kept: str, role: Role, association: str, code_due: int) -> Account:
        called = canonical(name)
        # A name is part of an address: the page of the account.
        told = any(map(str.isalnum, called)) and called.isprintable() and "/" not in called
        if not told or len(called) > LONGEST_NAME:
            raise RefusedAccount("name", f"Un compte porte un nom, de {LONGEST_NAME} lettres au plus, sans barre.")
        row = {"name": called, "password_hash": kept, "role": role.value, "association": association or None}
        new = account.insert().values(**row, created_at=self._store.now(), code_due=code_due)
        with self._store.writing_local() as writer:
            if writer.first(select(account.c.name).where(account.c.name == called)):
                raise RefusedAccount("name", f"Le compte {called} existe déjà.")
            check_association(role, association)
            writer.write(new)
        return self._of(called, role, association, None, code_due)

    def _keep(self, name: str, password_hash: str) -> None:
        kept = account.update().where(account.c.name == name).values(password_hash=password_hash)
        self._store.write_local(kept)

    def _of(self, name: str, role: str, association: str | None, secret: str | None, code_due: int | None) -> Account:
        antennas = self._antennas(association) if role == Role.ASSOCIATION else None
        return Account(name, Role(role), association or "", antennas, secret is not None, code_due or 0)

    def _antennas(self, association: str | None) -> frozenset[int]:
        # Those in the bin too: what took place there is still the association's.
        own = select(antenna.c.id).where(antenna.c.association == association)
        return frozenset(row.id for row in self._store.all(own))

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("the password of nobody")


_WHO = select(account.c.name, account.c.role, account.c.association, account.c.secret, account.c.code_due)


def check_association(role: Role, association: str) -> None:
    """Raise ``RefusedAccount`` unless an account of that role is of one, or needs none."""
    if role is not Role.ASSOCIATION and association:
        raise RefusedAccount("association", "Seul un compte d’association en porte une.")
    if role is Role.ASSOCIATION and association not in ASSOCIATIONS:
        known = " ou ".join(each.code for each in ASSOCIATIONS)
        raise RefusedAccount("association", f"Dites de quelle association est ce compte\u202f: {known}.")


def canonical(name: str) -> str:
    """Return a name as it is kept: composed accents, no capitals, no space around."""
    return unicodedata.normalize("NFC", name).strip().casefold()
