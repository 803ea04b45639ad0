"""Headquarters' page where a badge is made: shown this once, to be printed and cut out."""

from typing import Any

import segno
from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK
from markupsafe import Markup

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import keys
from kiosque.central import decided
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.mine import mine
from kiosque.central.pages.saying import Asked
from kiosque.central.rights import Right, needs
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.crockford import grouped

BADGE = "/badges/nouveau"
OURS: dict[str, Any] = {"guards": [needs(Right.DEVICES)], "opt": {"uncompressed": True}}


@get(BADGE, **OURS)
async def show_badge(
    request: Asked, central: NamedDependency[Central], once: NamedDependency[Once], animateur: FromQuery[str] = ""
) -> Template:
    """Return the form that makes a badge; ``animateur``: whose. Or a badge that was made just now, this once."""
    if "badge" in once.shown:
        return await sync_to_thread(_badge, request, central, once)
    return await sync_to_thread(_page, request, central, Form({"animator": animateur}))


@post(BADGE, status_code=HTTP_200_OK, **OURS)
async def make_badge(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Make a badge, and lead to where it is shown."""
    form = await form_of(request)
    try:
        who, badge = await sync_to_thread(_made, request, central, form)
    except BadInput as error:
        return await sync_to_thread(_page, request, central, form.refused("animator", error.sentence))
    shown = Once(shown={"who": str(who), "badge": badge})
    return await leading(request, central, f"{BADGE}?animateur={who}", shown)


HANDLERS = (show_badge, make_badge)


def _made(request: Asked, central: Central, form: Form) -> tuple[int, str]:
    store = central.store
    who = mine(store, request.user).staff.get(form.number("animator"))
    if who is None:
        raise BadInput("animator", "Choisissez pour qui est ce badge.")
    text, done = keys.issued(store, who.id)
    decided.note(store, done, request.user)
    return who.id, text


def _badge(request: Asked, central: Central, once: Once) -> Template:
    who, text = mine(central.store, request.user).staff[int(once.shown["who"])], once.shown["badge"]
    # A badge lives in a pocket: a quarter of its code may be lost, and it is still read.
    square = segno.make_qr(text, error="q").svg_inline(omitsize=True, border=2, dark="#14201c", light="#ffffff")
    context = {
        "account": request.user,
        "who": who,
        "association": ASSOCIATIONS.label(who.association) if who.association else "",
        "square": Markup(square),  # noqa: S704 - drawn here
        "text": grouped(text),
    }
    return Template("badge.html", context=context)


def _page(request: Asked, central: Central, form: Form) -> Template:
    staff = mine(central.store, request.user).staff.values()
    context = {"account": request.user, "form": form, "staff": [each for each in staff if not each.shut]}
    return Template("badge_new.html", context=context, status_code=form.status)
