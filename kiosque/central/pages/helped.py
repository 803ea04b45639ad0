"""Headquarters' page of one act of help: what was noted of it, corrected with its history."""

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions import corrections
from kiosque.actions.corrections import Help
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.correcting import OURS, Asked, corrected, require_mine, template
from kiosque.central.pages.forms import Form
from kiosque.central.pages.seen import mark_of
from kiosque.central.rights import Right, may
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.records import INTERVENTION

ONE = "/interventions/{intervention:int}"


@get(ONE, **OURS)
async def show_help(
    request: Asked, central: NamedDependency[Central], intervention: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return one act of help."""
    return await sync_to_thread(_page, request, central, intervention, None, once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def correct_help(
    request: Asked, central: NamedDependency[Central], intervention: FromPath[int]
) -> Template | Redirect:
    """Correct an act of help, or throw it away."""

    def correct(store: Store, form: Form, account: Account) -> Done:
        return _correct(store, intervention, form, account)

    return await corrected(request, central, INTERVENTION, intervention, correct, _page)


HANDLERS = (show_help, correct_help)


def _correct(store: Store, intervention: int, form: Form, account: Account) -> Done:
    before = corrections.help_of(store, intervention)
    if not form["duration"].strip().isdecimal():
        raise BadInput("duration", "Écrivez une durée en minutes.")
    return corrections.correct_help(
        store,
        intervention,
        themes=form.all("themes"),
        duration=int(form["duration"]),
        service=form["service"] or None,
        admin_themes=form.all("admin_themes"),
        # Whoever may not read names does not see the note, and leaves it as it is.
        text=form["note"] if may(account, Right.NAMES) else before.note,
        author=0,
    )


def _page(request: Asked, central: Central, intervention: int, form: Form | None, said: str = "") -> Template:
    require_mine(central.store, INTERVENTION, intervention, request.user)
    read = mark_of(central.store, intervention)
    given = corrections.help_of(central.store, intervention)
    day = local(given.given_at).date()
    services = [each for each in codes.SERVICES if each.valid_at(day) or each.code == given.service]
    more = {
        "read": read,
        "said": said,
        "given": given,
        "day": day,
        "services": services,
        "choices": {
            "themes": ("Thématiques", codes.THEMES),
            "admin_themes": ("Démarches, s’il y en a", codes.ADMIN_THEMES),
        },
    }
    return template(request, central, INTERVENTION, intervention, form or _first(given), more, name="help.html")


def _first(given: Help) -> Form:
    several = {"themes": list(given.themes), "admin_themes": list(given.admin_themes)}
    said = {"duration": str(given.duration), "service": given.service or "", "note": given.note}
    return Form(said, several)
