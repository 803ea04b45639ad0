"""Headquarters' page of what was taken away: by whom, when, and why."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Template

from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.export_log import MOST_SHOWN, forget, log
from kiosque.central.rights import Right, needs

LOG = "/journal-des-exports"


@get(LOG, guards=[needs(Right.LOG)], sync_to_thread=True)
def show_log(request: Request[Account, dict[str, Any], State], central: NamedDependency[Central]) -> Template:
    """Return what was taken away in the last twelve months, the latest first."""
    forget(central.store)
    context = {"account": request.user, "log": log(central.store), "most": MOST_SHOWN, "now": central.store.now()}
    return Template("export_log.html", context=context)


HANDLERS = (show_log,)
