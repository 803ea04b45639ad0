"""What the pages that correct a record share: where it belongs, its history, and a form that keeps what was typed."""

from collections.abc import Callable
from typing import Any

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.exceptions import NotFoundException
from litestar.response import Redirect, Template
from sqlalchemy import select

from kiosque.actions import bins, history
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.decided import NoReason
from kiosque.central.once import leading
from kiosque.central.pages import told
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.seen import require_read
from kiosque.central.pages.watch import of_scope
from kiosque.central.rights import Right, may, needs
from kiosque.db import records as tables
from kiosque.db.records import TABLES
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind
from kiosque.domain.records import INTERVENTION, VISIT
from kiosque.reports.antennas import antennas

Asked = Request[Account, dict[str, Any], State]

OURS: dict[str, Any] = {"guards": [needs(Right.CORRECT)], "opt": {"uncompressed": True}}
"""A page that repeats what was typed is not compressed beside a form's token."""

CORRECTED = "C’est corrigé. Les chiffres suivent."
BINNED = {
    VISIT: "Ce passage est à la corbeille. Les chiffres suivent.",
    INTERVENTION: "Cette aide est à la corbeille. Les chiffres suivent.",
}

Correct = Callable[[Store, Form, Account], Done]


def antenna_of(store: Store, kind: Kind, record: int) -> int | None:
    """Return the antenna of a visit's or an intervention's permanence. Raises ``NotFoundException``."""
    table, held = TABLES[kind], tables.permanence
    query = select(held.c.antenna).select_from(table.outerjoin(held, held.c.id == table.c.permanence))
    row = store.first(query.where(table.c.id == record, table.c.deleted.is_not(True)))
    if row is None:
        raise NotFoundException
    return None if row.antenna is None else int(row.antenna)


def require_mine(store: Store, kind: Kind, record: int, account: Account) -> None:
    """Raise ``NotFoundException`` for a record that is not there, or not of the account's antennas."""
    of_scope(account, antenna_of(store, kind, record) or 0)


async def corrected(
    request: Asked,
    central: Central,
    kind: Kind,
    record: int,
    correct: Correct,
    page: Callable[[Asked, Central, int, Form | None], Template],
) -> Template | Redirect:
    """Correct a record as a form asks, or throw it away; or show the form again as it was typed, with why not."""
    form = await form_of(request)

    def decide() -> tuple[str, str]:
        store = central.store
        require_mine(store, kind, record, request.user)
        require_read(store, record, form, lambda: _story(store, kind, record, request.user))
        reason = decided.reason_of(form["reason"])
        if form["act"] == "bin":
            back, said = day_of(store, kind, record), BINNED[kind]
            done = bins.throw_away(store, record, author=0)
        else:
            back, said = request.url.path, CORRECTED
            done = correct(store, form, request.user)
        decided.note(store, done, request.user, reason)
        return back, said

    try:
        return await leading(request, central, *await sync_to_thread(decide))
    except BadInput as error:
        wrong = form.refused(error.field, error.sentence)
    except NoReason as error:
        wrong = form.refused("reason", error.sentence)
    return await sync_to_thread(page, request, central, record, wrong)


def template(
    request: Asked, central: Central, kind: Kind, record: int, form: Form, more: dict[str, Any], *, name: str
) -> Template:
    """Return the page ``name`` of a record with its form and its history."""
    store = central.store
    antenna = antenna_of(store, kind, record)
    with store.reading() as connection:
        place = next((each for each in antennas(connection) if each.id == antenna), None)
    context = more | {
        "account": request.user,
        "record": record,
        "place": place,
        "back": day_of(store, kind, record),
        "form": form,
        "names": may(request.user, Right.NAMES),
        "history": _story(store, kind, record, request.user),
    }
    return Template(name, context=context, status_code=form.status)


def _story(store: Store, kind: Kind, record: int, account: Account) -> list[dict[str, object]]:
    changes = history.history(store, record)
    why = decided.decisions(store, [each.entry for each in changes])
    return told.lines(kind, changes, why, store.now(), names=may(account, Right.NAMES))


def day_of(store: Store, kind: Kind, record: int) -> str:
    """Return the address of the rows of the day that a record is of."""
    table = TABLES[kind]
    at = table.c.started_at if "started_at" in table.c else table.c.given_at
    row = store.one(select(at.label("at")).where(table.c.id == record))
    return f"/antennes/{antenna_of(store, kind, record) or 0}/jours/{local(row.at).date()}"
