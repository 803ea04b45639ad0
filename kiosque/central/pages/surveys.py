"""Headquarters' page of what people of a place said that they need: noted, corrected, taken back."""

from typing import Any

from litestar import get, post
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import partners, surveys
from kiosque.actions.network.surveys import MOST_ANSWERS, Survey
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, last_day_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, Unsure, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.pages.turning import turned
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.french import local
from kiosque.domain.records import SURVEY

HERE = "/enquetes"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {"note": "L’enquête est notée.", "corrige": "L’enquête est corrigée.", "retire": "L’enquête est à la corbeille."}


@get(HERE, **OURS)
async def show_surveys(
    request: Asked,
    central: NamedDependency[Central],
    once: NamedDependency[Once],
    enquete: FromQuery[int | None] = None,
) -> Template:
    """Return the surveys, and the form that notes another one, or corrects ``enquete``."""
    return await sync_to_thread(_page, request, central, Form({"survey": str(enquete or "")}), once.said)


@post(HERE, status_code=HTTP_200_OK, **OURS)
async def note_survey(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Note a survey, correct one (field ``survey``), or take it back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _done(central, request.user, form),
        lambda form: _page(request, central, form, ""),
    )


HANDLERS = (show_surveys, note_survey)


def _done(central: Central, account: Account, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    held = _theirs(store, here, form.number("survey")) if form["survey"] else None
    done, said = _noted(store, account, here, held, form)
    decided.note(store, done, account)
    return HERE, DONE[said]


def _noted(store: Store, account: Account, here: Mine, held: Survey | None, form: Form) -> tuple[Done, str]:
    if held and form["act"] == "remove":
        return partners.take_back(store, held.id), "retire"
    if held:
        require_read(store, held.id, form, lambda: story(store, SURVEY, held.id, account))
    several = {name: _whole(name, form[name]) for name in ("answers", "teleworkers", "desks")}
    # Those that stay keep their order: the most wanted first.
    before = held.needs if held else ()
    chosen = form.all("needs")
    needed = [*(each for each in before if each in chosen), *(each for each in chosen if each not in before)]
    if held:
        return surveys.correct_survey(store, held.id, **several, needs=needed), "corrige"
    where, asked = here.chosen(form["antenna"]).id, last_day_of(form, "asked")
    other = surveys.same_day(store, where, asked)
    # Just the same is refused, not asked about.
    just = other and (other.needs, *several.values()) == (tuple(needed), other.answers, other.teleworkers, other.desks)
    if other and not just and not form["sure"]:
        answers = "1 réponse" if other.answers == 1 else f"{other.answers} réponses"
        raise Unsure(
            f"Une enquête de cette antenne est déjà notée pour ce jour ({answers}). Est-ce bien une autre\u202f?"
        )
    return surveys.survey(store, antenna=where, **several, needs=needed, asked=asked), "note"


def _whole(field: str, typed: str) -> int:
    text = typed.strip() or "0"
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(MOST_ANSWERS))):
        raise BadInput(field, "Écrivez un nombre entier.")
    return int(text)


def _theirs(store: Store, here: Mine, survey: int) -> Survey:
    found = next((each for each in surveys.surveys(store) if each.id == survey), None)
    if found is None or found.antenna not in here.antennas:
        raise NotFoundException
    return found


def _page(request: Asked, central: Central, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    here = mine(store, account)
    correcting = _theirs(store, here, form.number("survey")) if form["survey"] else None
    context = {
        "account": account,
        "turn": turned(
            request,
            [each for each in surveys.surveys(store) if each.antenna in here.antennas],
            lambda each: here.antennas[each.antenna].name,
        ),
        "here": here,
        "correcting": correcting,
        "read": mark_of(store, correcting.id) if correcting else "",
        "form": form if form.wrong or not correcting else _first(correcting),
        "reasons": VISIT_REASONS.codes,
        "said": said,
        "today": local(store.now()).date(),
        "history": story(store, SURVEY, correcting.id, account) if correcting else [],
    }
    return Template("surveys.html", context=context, status_code=form.status)


def _first(held: Survey) -> Form:
    counted = {"answers": held.answers, "teleworkers": held.teleworkers, "desks": held.desks, "survey": held.id}
    return Form({name: str(value) for name, value in counted.items()}, {"needs": list(held.needs)})
