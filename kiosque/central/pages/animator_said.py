"""Headquarters' pages where somebody is hired, said otherwise, engaged anew, and leaves."""

from datetime import date
from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK
from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, of_our_time
from kiosque.actions.network import corrections, engagements, network, staff, tasks
from kiosque.actions.network.corrections import AnimatorSaid
from kiosque.actions.network.engagements import Engaged
from kiosque.actions.network.network import Animator
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.openers import openers
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form, day_of, last_day_of, time_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, Unsure, association_of, no_act, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.rights import Right, may, needs
from kiosque.db import records as tables
from kiosque.db.store import Store
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.records import ANIMATOR
from kiosque.domain.staff import ACTIVITIES

NEW, ONE = "/animateurs/nouveau", "/animateurs/{animator:int}/corriger"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {
    "ajoute": "Cette personne fait partie du réseau.",
    "corrige": "C’est corrigé. Chaque poste le reçoit à sa prochaine liaison.",
    "engage": "C’est noté. Ce qui était vrai avant le reste.",
    "retire": "L’engagement est retiré.",
    "depart": "Le départ est noté. Chaque poste l’apprend à sa prochaine liaison.",
    "temps": "Ce temps est noté.",
    "reste": "Le départ est retiré\u202f: ses badges et sa phrase secrète servent de nouveau.",
}
FORMS = ("identity", "engage", "task", "leave")
"""The forms of somebody's page that show again what was typed: their ``act``."""
LAST_TASKS = 5
A_MINUTE = 60


@get(NEW, **OURS)
async def show_new_animator(
    request: Asked, central: NamedDependency[Central], antenne: FromQuery[str] = ""
) -> Template:
    """Return the form of somebody who is hired; ``antenne``: where they are to work."""
    return await sync_to_thread(_new, request, central, Form({"status": "employed", "antenna": antenne}))


@post(NEW, status_code=HTTP_200_OK, **OURS)
async def hire(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Hire somebody; then lead to all that may be said of them."""
    return await sent(
        request,
        central,
        lambda form: _hired(central, request.user, form),
        lambda form: _new(request, central, form),
        otherwise="given_name",
    )


@get(ONE, **OURS)
async def show_animator_said(
    request: Asked, central: NamedDependency[Central], animator: FromPath[int], once: NamedDependency[Once]
) -> Template:
    """Return all that is said of an animator, in forms, and its history."""
    return await sync_to_thread(_page, request, central, animator, Form(), once.said)


@post(ONE, status_code=HTTP_200_OK, **OURS)
async def say_animator_otherwise(
    request: Asked, central: NamedDependency[Central], animator: FromPath[int]
) -> Template | Redirect:
    """Say otherwise who somebody is, engage them, or say that they leave (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _done(central, request.user, animator, form),
        lambda form: _page(request, central, animator, form, ""),
    )


HANDLERS = (show_new_animator, hire, show_animator_said, say_animator_otherwise)


def _hired(central: Central, account: Account, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    done = network.add_animator(
        store,
        given_name=form["given_name"],
        family_name=form["family_name"],
        association=association_of(account, form["association"]) or None,
        status=form["status"],
        antenna=_place(here, form),
        first=day_of("first", form["first"]) if form["first"].strip() or form["last"].strip() else None,
        last=last_day_of(form),
        namesake=bool(form["sure"]),
    )
    decided.note(store, done, account)
    return f"/animateurs/{done.record}/corriger", DONE["ajoute"]


def _done(central: Central, account: Account, animator: int, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    here.member(animator)
    done, said = _act(store, here, account, animator, form)
    decided.note(store, done, account)
    return f"/animateurs/{animator}/corriger", DONE[said]


def _act(store: Store, here: Mine, account: Account, animator: int, form: Form) -> tuple[Done, str]:
    match form["act"]:
        case "identity":
            require_read(store, animator, form, lambda: story(store, ANIMATOR, animator, account))
            place = _place(here, form) or 0
            given = form["association"] if may(account, Right.NETWORK) else None
            if account.association and not place:
                # Whoever roams is of the association that says so.
                given = account.association
            said = AnimatorSaid(form["given_name"], form["family_name"], given, place)
            return corrections.correct_animator(store, animator, said), "corrige"
        case "engage":
            first, last = day_of("first", form["first"]), last_day_of(form)
            of_our_time(store.now(), first=first, last=last)
            over = engagements.overlapped(store, animator, first, last)
            if over and not form["sure"]:
                raise _beside(over)
            return staff.engage(store, animator, status=form["status"], first=first, last=last), "engage"
        case "disengage":
            known = {each.record for each in engagements.listed(store, animator) if each.record}
            if form.number("engagement") not in known:
                raise BadInput("engagement", "Cet engagement n’est plus noté.")
            return engagements.disengage(store, form.number("engagement")), "retire"
        case "leave":
            return _left(store, animator, form), "depart"
        case "task":
            return _task(store, here, animator, form), "temps"
        case "stay":
            return engagements.leaves(store, animator, None), "reste"
    raise no_act()


def _beside(other: Engaged) -> Unsure:
    said = _Dated(other)
    ends = f"jusqu’au {words.short_day(said.last, date.min)}" if said.last else "sans dernier jour"
    begins = f"depuis le {words.short_day(said.first, date.min)}, " if said.first else ""
    status = codes.ANIMATOR_STATUSES.label(other.status)
    return Unsure(
        f"Un autre engagement vaut déjà certains de ces jours\u202f: {status[:1].lower()}{status[1:]}, {begins}{ends}. "
        "Ces jours-là, le plus court des deux compte. Est-ce bien voulu\u202f?"
    )


def _left(store: Store, animator: int, form: Form) -> Done:
    last, at_once = day_of("leaves", form["leaves"]), bool(form["at_once"])
    engagements.check_last(store, animator, last)
    if not form["sure"]:
        until = "dès maintenant" if at_once else f"après le {words.short_day(last, date.min)}"
        raise Unsure(
            f"{network.animator_name(store, animator)} n’ouvrira plus aucun poste {until}\u202f: ni badge, ni phrase "
            "secrète, dès que chaque poste l’apprend. Ses heures et ses formations restent. Cela se défait ici."
        )
    return engagements.leaves(store, animator, last, at_once=at_once)


def _task(store: Store, here: Mine, animator: int, form: Form) -> Done:
    start = time_of("starts", form["starts"], day_of("day", form["day"]))
    minutes = form["minutes"].strip()
    if not minutes.isdecimal() or not 0 < int(minutes[:4]) <= tasks.LONGEST // A_MINUTE:
        raise BadInput("minutes", "Écrivez une durée en minutes\u202f: douze heures au plus.")
    end = start + A_MINUTE * int(minutes)
    where = here.chosen(form["where"]).id
    return tasks.note_task(store, animator, activity=form["activity"], started_at=start, ended_at=end, antenna=where)


def _place(here: Mine, form: Form) -> int | None:
    return here.chosen(form["antenna"]).id if form["antenna"] else None


def _new(request: Asked, central: Central, form: Form) -> Template:
    context = {
        "account": request.user,
        "form": form,
        "here": mine(central.store, request.user),
        "associations": tuple(codes.ASSOCIATIONS),
        "statuses": tuple(codes.ANIMATOR_STATUSES),
    }
    return Template("animator_new.html", context=context, status_code=form.status)


def _page(request: Asked, central: Central, animator: int, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    read, here = mark_of(store, animator), mine(store, account)
    person = here.member(animator)
    row = store.one(select(tables.animator.c.left_at).where(tables.animator.c.id == animator))
    context = {
        "account": account,
        "person": person,
        "read": read,
        "here": here,
        # Of the form that was sent, what was typed; of the others, what is said.
        "of": {name: form if form["act"] == name else _first(person) for name in FORMS},
        "tasks": tasks.tasks_of(store, animator, LAST_TASKS),
        "activities": ACTIVITIES.codes,
        "said": said,
        "lost": form.sentence if form.wrong in {"act", "engagement"} else "",
        "engaged": [_Dated(each) for each in engagements.listed(store, animator)],
        "left": local(row.left_at - 1).date() if row.left_at else None,
        "openers": openers(store, animator),
        "associations": tuple(codes.ASSOCIATIONS),
        "statuses": tuple(codes.ANIMATOR_STATUSES),
        "now": store.now(),
        "today": local(store.now()).date(),
        "history": story(store, ANIMATOR, animator, account),
    }
    return Template("animator_said.html", context=context, status_code=form.status)


class _Dated:
    """An engagement, as the page shows it."""

    def __init__(self, engaged: Engaged) -> None:
        self.record, self.status = engaged.record, engaged.status
        self.first = local(engaged.started_at).date() if engaged.started_at else None
        self.last = local(engaged.ended_at - 1).date() if engaged.ended_at else None


def _first(person: Animator) -> Form:
    """Return what is said of somebody as the forms show it."""
    return Form(
        {
            "given_name": person.given_name,
            "family_name": person.family_name,
            "association": person.association,
            "antenna": str(person.antenna or ""),
        }
    )
