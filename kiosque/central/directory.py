"""What administrators do about accounts: make one, change what it is for, let its owner in again, close it."""

from dataclasses import dataclass

from sqlalchemy import Update, exists, select

from kiosque.actions.inputs import BadInput
from kiosque.central import tokens
from kiosque.central.accounts import NO_PASSWORD, Account, Accounts, Role, canonical, check_association
from kiosque.central.second_factor import SecondFactor
from kiosque.db.account_tables import account, invitation, session
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError

INVITED_FOR = 3 * 86_400
"""Seconds that a link to choose a password serves: a week-end lies between two working days."""


class UnknownAccount(KnownError):
    """There is no account of that name."""


class LastAdministrator(BadInput):
    """Nobody would be left who can look after accounts."""

    def __init__(self) -> None:
        super().__init__("role", "Il faut qu’il reste quelqu’un pour administrer les comptes. Rien n’a été changé.")


@dataclass(frozen=True, slots=True)
class Listed:
    """An account, as administrators see it. Times are UTC seconds, 0 for never.

    ``chosen``: its owner has a password. ``protected``: and a second proof.
    """

    name: str
    role: Role
    association: str
    created_at: int
    used_at: int
    disabled_at: int
    chosen: bool
    protected: bool


def listed(store: Store) -> tuple[Listed, ...]:
    """Return every account by name, those that are closed last."""
    closed = account.c.disabled_at.is_not(None)
    return tuple(_listed(*row) for row in store.all(_LISTED.order_by(closed, account.c.name)))


def find(store: Store, name: str) -> Listed:
    """Return the account of that name, closed or not. Raises ``UnknownAccount``."""
    row = store.first(_LISTED.where(account.c.name == canonical(name)))
    if row is None:
        raise UnknownAccount("Aucun compte ne porte ce nom.")
    return _listed(*row)


def create(store: Store, accounts: Accounts, name: str, role: Role, association: str) -> tuple[Account, str]:
    """Make an account; return it, and the secret by which its owner chooses a password. Raises ``RefusedAccount``."""
    made = accounts.add_without_password(name, role, association)
    return made, _invite(store, made.name)


def let_in_again(store: Store, accounts: Accounts, name: str) -> str:
    """Take an account's password and end its sessions; return the secret by which its owner chooses another one.

    Raises ``UnknownAccount``.
    """
    found = find(store, name)
    accounts.take_password(found.name)
    _end_sessions(store, found.name)
    return _invite(store, found.name)


def change_password(store: Store, accounts: Accounts, name: str, password: str) -> None:
    """Let another password open an account, and end its sessions. Raises ``UnknownAccount``, ``RefusedAccount``."""
    found = find(store, name)
    accounts.choose_password(found.name, password)
    _end_sessions(store, found.name)


def change_role(store: Store, name: str, role: Role, association: str) -> None:
    """Let an account be for something else. Raises ``UnknownAccount``, ``RefusedAccount``, ``LastAdministrator``."""
    found = find(store, name)
    check_association(role, association)
    changed = account.update().values(role=role.value, association=association or None)
    _unless_last(store, found.name, changed, stays=role is Role.ADMINISTRATOR)


def forget_code(store: Store, name: str) -> None:
    """Take an account's second proof away, and end its sessions. Raises ``UnknownAccount``."""
    found = find(store, name)
    SecondFactor(store).forget(found.name)
    store.write_local(account.update().where(account.c.name == found.name).values(code_due=0))
    _end_sessions(store, found.name)


def close(store: Store, name: str) -> None:
    """Let nobody in by an account any more, from its next page on. Raises ``UnknownAccount``, ``LastAdministrator``."""
    found = find(store, name)
    _unless_last(store, found.name, account.update().values(disabled_at=store.now()), stays=False)
    store.write_local(invitation.delete().where(invitation.c.account == found.name))
    _end_sessions(store, found.name)


def reopen(store: Store, name: str) -> None:
    """Let an account that was closed serve again, by the password and the second proof that it had."""
    found = find(store, name)
    store.write_local(account.update().where(account.c.name == found.name).values(disabled_at=None))


def invited(store: Store, secret: str) -> str | None:
    """Return the account that a link lets choose a password; None when it does not serve (any more)."""
    serves = (invitation.c.lookup == tokens.lookup(secret)) & (invitation.c.until > store.now())
    row = store.first(select(invitation.c.account).where(serves))
    return row.account if row else None


def accept(store: Store, accounts: Accounts, secret: str, password: str) -> Account | None:
    """Let ``password`` open the account that a link leads to; None when it does not serve (any more).

    Raises ``RefusedAccount`` when the password will not do: the link serves again then.
    """
    name = invited(store, secret)
    known = accounts.find(name) if name else None
    if known is None:
        return None
    accounts.choose_password(known.name, password)
    spent = invitation.delete().where(invitation.c.lookup == tokens.lookup(secret))
    # Of two who follow one link at the same moment, one comes in.
    return known if store.write_local(spent) else None


def _invite(store: Store, name: str) -> str:
    over = (invitation.c.account == name) | (invitation.c.until <= store.now())
    store.write_local(invitation.delete().where(over))
    secret = tokens.draw()
    row = {"lookup": tokens.lookup(secret), "account": name, "until": store.now() + INVITED_FOR}
    store.write_local(invitation.insert().values(**row))
    return secret


def _unless_last(store: Store, name: str, change: Update, *, stays: bool) -> None:
    """Change an account, unless no administrator would be left: in one statement, as two may ask it of each other."""
    other = account.alias("other")
    active = (other.c.role == Role.ADMINISTRATOR.value) & other.c.disabled_at.is_(None)
    left = exists().where(active, other.c.password_hash != NO_PASSWORD, other.c.name != name)
    harmless = (account.c.role != Role.ADMINISTRATOR.value) | left
    asked = account.c.name == name
    if not store.write_local(change.where(asked if stays else asked & harmless)):
        raise LastAdministrator


def _end_sessions(store: Store, name: str) -> None:
    store.write_local(session.delete().where(session.c.account == name))


_LISTED = select(
    account.c.name,
    account.c.role,
    account.c.association,
    account.c.created_at,
    account.c.used_at,
    account.c.disabled_at,
    account.c.password_hash != NO_PASSWORD,
    account.c.secret.is_not(None),
)


def _listed(
    name: str, role: str, association: str | None, created: int, used: int | None, closed: int | None, *held: bool
) -> Listed:
    chosen, protected = held
    return Listed(name, Role(role), association or "", created, used or 0, closed or 0, bool(chosen), bool(protected))
