"""Headquarters' page of what was taken away, by whom and why; of what programs asked; of who came in and read what."""

from typing import Any

from litestar import Request, get
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.response import Template

from kiosque.central import access_log, entry_log
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.export_log import MOST_SHOWN, forget, log
from kiosque.central.rights import Right, needs

LOG = "/journal-des-exports"


@get(LOG, guards=[needs(Right.LOG)], sync_to_thread=True)
def show_log(request: Request[Account, dict[str, Any], State], central: NamedDependency[Central]) -> Template:
    """Return what was taken away in the last twelve months, the latest first."""
    store = central.store
    forget(store)
    access_log.forget(store)
    entry_log.forget(store)
    context = {
        "account": request.user,
        "log": log(store),
        "most": MOST_SHOWN,
        "demands": access_log.latest(store),
        "most_demands": access_log.MOST_SHOWN,
        "entrances": entry_log.latest(store),
        "most_entrances": entry_log.MOST_SHOWN,
        "now": store.now(),
    }
    return Template("export_log.html", context=context)


HANDLERS = (show_log,)
