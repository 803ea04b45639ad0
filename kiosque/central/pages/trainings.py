"""Headquarters' page of the trainings that animators followed: noted, corrected, taken back."""

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
from kiosque.actions.network import staff
from kiosque.actions.network.staff import MOST_HOURS, Session
from kiosque.central import decided
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once
from kiosque.central.pages.forms import Form, day_of
from kiosque.central.pages.mine import Mine, mine
from kiosque.central.pages.saying import Asked, Led, sent, story
from kiosque.central.pages.seen import mark_of, require_read
from kiosque.central.rights import Right, needs
from kiosque.db.store import Store
from kiosque.domain.french import local
from kiosque.domain.records import TRAINING
from kiosque.domain.staff import TRAINING_SUBJECTS

HERE = "/formations"
OURS: dict[str, Any] = {"guards": [needs(Right.PLAN)], "opt": {"uncompressed": True}}
DONE = {
    "note": "La formation est notée.",
    "corrige": "La formation est corrigée.",
    "retire": "La formation est à la corbeille\u202f: personne ne l’a suivie.",
}


@get(HERE, **OURS)
async def show_trainings(
    request: Asked,
    central: NamedDependency[Central],
    once: NamedDependency[Once],
    formation: FromQuery[int | None] = None,
) -> Template:
    """Return every training, and the form that notes another one, or corrects ``formation``."""
    return await sync_to_thread(_page, request, central, Form({"session": str(formation or "")}), once.said)


@post(HERE, status_code=HTTP_200_OK, **OURS)
async def note_training(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Note a training, correct one (field ``session``), or take it back (field ``act``)."""
    return await sent(
        request,
        central,
        lambda form: _done(central, request.user, form),
        lambda form: _page(request, central, form, ""),
    )


HANDLERS = (show_trainings, note_training)


def _done(central: Central, account: Account, form: Form) -> Led:
    store = central.store
    here = mine(store, account)
    session = _theirs(store, here, form.number("session")) if form["session"] else None
    done, said = _noted(store, account, here, session, form)
    decided.note(store, done, account)
    return HERE, DONE[said]


def _noted(store: Store, account: Account, here: Mine, session: Session | None, form: Form) -> tuple[Done, str]:
    if session and form["act"] == "remove":
        return staff.untrain(store, session.id), "retire"
    if session:
        require_read(store, session.id, form, lambda: story(store, TRAINING, session.id, account))
    hours = form["hours"].strip()
    if not hours.isdecimal() or len(hours) > len(str(MOST_HOURS)):
        raise BadInput("hours", "Écrivez un nombre entier d’heures.")
    who = [int(each) for each in form.all("who") if each.isdecimal() and int(each) in here.staff]
    subject, day = form["subject"], day_of("day", form["day"])
    if session is None:
        return staff.train(store, subject=subject, day=day, hours=int(hours), who=who), "note"
    done = staff.correct_training(store, session.id, subject=subject, day=day, hours=int(hours), who=who)
    return done, "corrige"


def _theirs(store: Store, here: Mine, session: int) -> Session:
    """Return a training, all of whose animators the account says something of. Raises ``NotFoundException``."""
    found = next((each for each in staff.sessions(store) if each.id == session), None)
    if found is None or not _all_of(found, here):
        raise NotFoundException
    return found


def _all_of(session: Session, here: Mine) -> bool:
    # Of who left and was forgotten nobody else says anything either.
    return all(each in here.staff or each not in here.animators for each in session.animators)


def _page(request: Asked, central: Central, form: Form, said: str) -> Template:
    store, account = central.store, request.user
    here = mine(store, account)
    every = [each for each in staff.sessions(store) if any(who in here.staff for who in each.animators)]
    correcting = _theirs(store, here, form.number("session")) if form["session"] else None
    typed = form if form.wrong or not correcting else _first(correcting)
    context = {
        "account": account,
        "sessions": [(each, _names(each, here), _all_of(each, here)) for each in every],
        "staff": [(each.id, each.full_name) for each in here.staff.values()],
        "correcting": correcting,
        "read": mark_of(store, correcting.id) if correcting else "",
        "form": typed,
        "subjects": TRAINING_SUBJECTS.codes,
        "said": said,
        "today": local(store.now()).date(),
        "history": story(store, TRAINING, correcting.id, account) if correcting else [],
    }
    return Template("trainings.html", context=context, status_code=form.status)


def _names(session: Session, here: Mine) -> tuple[list[str], int]:
    """Return by their names those of whom the account may know, and how many others there are."""
    named = sorted(here.staff[each].full_name for each in session.animators if each in here.staff)
    return named, len(session.animators) - len(named)


def _first(session: Session) -> Form:
    values = {"session": str(session.id), "subject": session.subject, "hours": str(session.hours)}
    return Form(values | {"day": session.day.isoformat()}, {"who": [str(each) for each in session.animators]})
