"""Who may do what: the rights, what each role has, and how an address says which of them it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.status_codes import HTTP_403_FORBIDDEN

from kiosque.central.accounts import Account, Role


class Right(StrEnum):
    """What somebody may do. A page needs one of them, or several at once."""

    OWN = "own"
    """Look after one's own account."""
    FIGURES = "figures"
    """See figures, and rows without a name in them."""
    NAMES = "names"
    """See people by their names."""
    PLAN = "plan"
    """Plan antennas: their hours, workshops, who comes when."""
    CORRECT = "correct"
    """Confirm closings, and correct what was noted. What shows a name needs ``NAMES`` too."""
    NETWORK = "network"
    """Decide what holds for the whole network: objectives, code lists, costs."""
    REPORT = "report"
    """Make activity reports."""
    EXPORT = "export"
    """Take files away that name nobody."""
    PULL = "pull"
    """Take the whole journal away, names included."""
    DEVICES = "devices"
    """Enrol and revoke PCs, take in what they bring, decide what opens them."""
    REQUESTS = "requests"
    """Answer what a person asks of their data: access, erasure, rectification, and setting them apart."""
    LOG = "log"
    """Read who took which data away, and why."""
    FUNDERS = "funders"
    """Make a page that a funder reads without an account."""
    ACCOUNTS = "accounts"
    """Make accounts, and take them away."""


RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.FIGURES: frozenset({Right.OWN, Right.FIGURES, Right.EXPORT}),
    Role.ASSOCIATION: frozenset(
        {Right.OWN, Right.FIGURES, Right.EXPORT, Right.PLAN, Right.CORRECT, Right.REPORT},
    ),
    Role.DATA_PROTECTION: frozenset({Right.OWN, Right.FIGURES, Right.NAMES, Right.REQUESTS, Right.LOG}),
    Role.ADMINISTRATOR: frozenset(Right),
}
"""What each role may do. That of an association does it for its own antennas only: see ``scope``."""


class NotAllowed(HTTPException):
    """The account is not one that may see this."""

    status_code = HTTP_403_FORBIDDEN


Guarded = ASGIConnection[Any, Account, Any, Any]


@dataclass(frozen=True, slots=True)
class Needs:
    """A guard: lets pass whoever has all of ``rights``."""

    rights: frozenset[Right]

    async def __call__(self, connection: Guarded, _: BaseRouteHandler) -> None:
        """Raise ``NotAllowed`` for anybody else."""
        if not self.rights <= RIGHTS[connection.user.role]:
            raise NotAllowed(" ".join(sorted(self.rights)))


def needs(*rights: Right) -> Needs:
    """Return the guard of an address that needs all of ``rights``: ``guards=[needs(Right.PLAN)]``."""
    return Needs(frozenset(rights))


OPEN_TO = "open_to"
"""Option of an address that needs no account: who may ask instead, for whoever reads the program."""

ASKS = "asks"
"""Option of an address that programs ask with an account in each request: the right that it takes."""


def open_to(whom: str) -> dict[str, Any]:
    """Return the options of an address that is open without an account, to ``whom``."""
    return {OPEN_TO: whom}


def asks(right: Right) -> dict[str, Any]:
    """Return the options of an address that programs ask: ``gate.asking`` lets only such accounts pass."""
    return {ASKS: right}


def declared(handler: BaseRouteHandler) -> bool:
    """Whether an address says who may ask it."""
    return any(isinstance(guard, Needs) for guard in handler.guards or ()) or not {OPEN_TO, ASKS}.isdisjoint(
        handler.opt
    )


async def only_declared(_: Guarded, handler: BaseRouteHandler) -> None:
    """Let nobody pass to an address that does not say who may: a guard of the whole application."""
    if not declared(handler):
        raise NotAllowed("nobody said who may")


def may(account: Account, *rights: str) -> bool:
    """Whether an account has all of ``rights``."""
    return RIGHTS[account.role].issuperset(rights)


def employs(account: Account, antenna: int | None, association: str) -> bool:
    """Whether an account says of an animator who they are and when they leave.

    Of an association's those of its antennas, and those who roam for it; ``antenna``, ``association``: the animator's.
    """
    if account.antennas is None:
        return True
    return association == account.association if antenna is None else antenna in account.antennas


def scope(account: Account) -> frozenset[int] | None:
    """Return the antennas (record ids) that an account may see and change anything of; None for all of them."""
    return account.antennas
