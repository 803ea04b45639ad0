"""Headquarters' accounts, for the command line."""

from pathlib import Path

from kiosque.bootstrap.central import opened
from kiosque.central import directory
from kiosque.central.accounts import Accounts, Role
from kiosque.central.api import keys
from kiosque.central.pages import account_words as words


def add(at: Path, name: str, password: str, role: str, association: str = "") -> None:
    """Give somebody of headquarters an account. Raises ``KnownError``."""
    with opened(at) as store:
        Accounts(store).add(name, password, Role(role), association)


def journal_key(at: Path, name: str, days: int) -> str:
    """Return a new key that opens the whole journal; nothing keeps it. Raises ``KnownError``."""
    with opened(at) as store:
        return keys.make(store, name, [keys.Scope.JOURNAL], days, by="ligne de commande")


def listed(at: Path) -> tuple[str, ...]:
    """Return a line on each account. Raises ``KnownError``."""
    with opened(at) as store:
        now = store.now()
        return tuple(words.line(each, now) for each in directory.listed(store))


def change_password(at: Path, name: str, password: str) -> None:
    """Let another password open an account, and end its sessions. Raises ``KnownError``."""
    with opened(at) as store:
        directory.change_password(store, Accounts(store), name, password)


def forget_code(at: Path, name: str) -> None:
    """Take an account's second proof away. Raises ``KnownError``."""
    with opened(at) as store:
        directory.forget_code(store, name)


def reopen(at: Path, name: str) -> None:
    """Let an account that was closed serve again. Raises ``KnownError``."""
    with opened(at) as store:
        directory.reopen(store, name)
