"""Headquarters' page of somebody who is set apart: what is kept of them, since when, and lifting it with a reason."""

from dataclasses import dataclass
from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.visitors import apart
from kiosque.actions.visitors.apart import Apart
from kiosque.central import decided
from kiosque.central.central import Central
from kiosque.central.decided import NoReason
from kiosque.central.once import leading
from kiosque.central.pages.device_words import UNCLEAR
from kiosque.central.pages.devices import Unclear
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.somebody import Asked
from kiosque.central.pages.words import commune
from kiosque.central.rights import Right, needs
from kiosque.domain import rights_codes
from kiosque.domain.apart import OBJECTION, RESTRICTION, Flag
from kiosque.domain.errors import KnownError

ONE = "/personnes/{visitor:int}/a-part"
LIFTED = "C’est levé\u202f: cette personne est de nouveau connue comme les autres."
OURS: dict[str, Any] = {"guards": [needs(Right.REQUESTS, Right.NAMES)], "opt": {"uncompressed": True}}


@dataclass(frozen=True, slots=True)
class Words:
    """What a flag is called, what it means, and its two gestures."""

    flag: Flag
    state: str
    means: str
    raising: str
    lifting: str


APART = {
    rights_codes.RESTRICTION: Words(
        RESTRICTION,
        "Fiche gelée",
        "Tout est gardé, et rien ne sert plus\u00a0: sa fiche ne se montre, ne se corrige, ne se réunit, ni ne "
        "s’efface à son terme. À l’accueil, ses passages comptent sans elle. Elle ne se voit plus qu’ici. La personne "
        "peut toujours demander à tout savoir, ou qu’on l’efface pour de bon.",
        "Geler sa fiche partout",
        "Lever le gel",
    ),
    rights_codes.OBJECTION: Words(
        OBJECTION,
        "Opposition",
        "Ses passages comptent désormais sans elle, et plus personne ne la rappelle ni ne l’invite. Ce qui a été "
        "compté reste compté\u202f; sa fiche s’efface à son terme, ou avant si elle le demande.",
        "Ne plus la suivre, partout",
        "Lever l’opposition",
    ),
}
"""By the right that asks for it."""


@get(ONE, **OURS)
async def show_apart(request: Asked, central: NamedDependency[Central], visitor: FromPath[int]) -> Template:
    """Return somebody who is set apart."""
    return await sync_to_thread(_page, request, central, visitor, Form())


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def lift_apart(request: Asked, central: NamedDependency[Central], visitor: FromPath[int]) -> Template | Redirect:
    """Lift what the form names (field ``act``), with a reason; or show the page again with why not."""
    form = await form_of(request)
    try:
        await sync_to_thread(_lift, request, central, visitor, form)
    except NoReason as error:
        return await sync_to_thread(_page, request, central, visitor, form.refused("reason", error.sentence))
    except KnownError as error:
        return await sync_to_thread(_page, request, central, visitor, form.refused("act", error.sentence))
    return await leading(request, central, f"/personnes/{visitor}", LIFTED)


HANDLERS = (show_apart, lift_apart)


def _lift(request: Asked, central: Central, visitor: int, form: Form) -> None:
    if form["act"] not in APART:
        raise Unclear(UNCLEAR)
    reason = decided.reason_of(form["reason"])
    done = apart.lift(central.store, visitor, APART[form["act"]].flag)
    decided.note(central.store, done, request.user, reason)


def _page(request: Asked, central: Central, visitor: int, form: Form) -> Template:
    person = apart.apart_of(central.store, visitor)
    if person is None:
        raise NotFoundException
    context = {
        "account": request.user,
        "person": person,
        "facts": _facts(person),
        "up": [(right, each, person.since(each.flag)) for right, each in APART.items() if person.since(each.flag)],
        "form": form,
        "now": central.store.now(),
    }
    return Template("apart.html", context=context, status_code=form.status)


def _facts(person: Apart) -> list[tuple[str, str]]:
    said = person.said
    lines = (
        ("Année de naissance", str(said.birth_year or "")),
        ("Commune", commune(said.commune) if said.commune else ""),
        ("Téléphone", said.phone),
        ("E-mail", said.email),
    )
    return [(title, words) for title, words in lines if words]
