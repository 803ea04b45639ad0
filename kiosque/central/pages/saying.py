"""What the pages share where headquarters says something of the network: do it, or show the form again as typed."""

from collections.abc import Callable
from typing import Any

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Template

from kiosque.actions import history
from kiosque.actions.inputs import BadInput, InDoubt
from kiosque.actions.network import network
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import told
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.rights import Right, may
from kiosque.db.store import Store
from kiosque.db.write import Erased, Missing
from kiosque.domain.errors import KnownError
from kiosque.domain.kinds import Kind

Asked = Request[Account, dict[str, Any], State]

Led = tuple[str, str | Once]
"""The address of the page that something leads to, and what is said there."""


class Unsure(BadInput):
    """What was asked ends something, and nobody said yet that it is meant: the form asks it beside its button."""

    def __init__(self, sentence: str) -> None:
        super().__init__("sure", sentence)


def no_act() -> BadInput:
    """Return what is said of a form that is none of the page's."""
    return BadInput("act", "Ce geste n’existe pas.")


async def sent(
    request: Asked,
    central: Central,
    do: Callable[[Form], Led],
    again: Callable[[Form], Template],
    *,
    otherwise: str = "act",
    of_many: bool = False,
) -> Template | Redirect:
    """Do what a form asks, and lead to the address that ``do`` returns; or show the form ``again``, with why not.

    ``otherwise``: the field beside which stands what is wrong with none of them. ``of_many``: the page is of many
    records, and says that one of them is missing; the page of one is none then.
    """
    form = await form_of(request)
    try:
        return await leading(request, central, *await sync_to_thread(do, form))
    except InDoubt as error:
        wrong = form.refused(error.field, "Plusieurs communes s’appellent ainsi, ou presque.", error.choices)
    except BadInput as error:
        wrong = form.refused(error.field, error.sentence)
    except (Missing, Erased) as error:
        if not of_many:
            raise NotFoundException from error
        wrong = form.refused(otherwise, error.sentence)
    except KnownError as error:
        wrong = form.refused(otherwise, error.sentence)
    return await sync_to_thread(again, wrong)


def story(store: Store, kind: Kind, record: int, account: Account) -> list[dict[str, object]]:
    """Return the history of a record as it is read: when, by whom, what; the latest first.

    Raises ``NotFoundException`` for one of another kind: whoever sends a form may send any number in it.
    """
    if any(entry.kind != kind.number for entry in store.history(record)):
        raise NotFoundException
    changes = history.history(store, record)
    why = decided.decisions(store, [each.entry for each in changes])
    names = may(account, Right.PLAN) or may(account, Right.NAMES)
    called = {each.id: each.name for each in network.antennas(store)}
    if names:
        called |= {each.id: each.full_name for each in network.animators(store)}
    return told.lines(kind, changes, why, store.now(), names=names, called=called)


def association_of(account: Account, typed: str) -> str:
    """Return the association that a form says: of an account that has its own, that one."""
    return account.association or typed
