"""One's own account: its password, its code, and where it is logged in."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.central import passwords, sessions
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.gate import known, tries
from kiosque.central.once import NOTHING, Once, leading
from kiosque.central.pages import account_words as words
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.login import patience
from kiosque.central.pages.second import NOT_YET, OWN, offer, take, to_print
from kiosque.central.rights import Right, needs
from kiosque.central.second_factor import SecondFactor
from kiosque.central.sessions import Session, Sessions, Stage
from kiosque.central.tries import BY_CODE
from kiosque.domain.errors import KnownError

Asked = Request[Account, Session, State]

CODE = f"{OWN}/code"

OURS: dict[str, Any] = {"guards": [needs(Right.OWN)], "opt": {"uncompressed": True}}


@get(OWN, **OURS)
async def show_own(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return one's own account; or the recovery codes that it got just now, this once."""
    if "codes" in once.shown:
        shown = {"account": request.user, "codes": once.shown["codes"].split("\n"), "suite": once.shown["suite"]}
        return Template("recovery_codes.html", context=shown)
    return await sync_to_thread(_own, request, central, Form(), once)


@post(OWN, status_code=HTTP_200_OK, **OURS)
async def change_own(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Do what one of the page's forms asks (field ``act``), and say on the page what came of it."""
    form = await form_of(request)
    try:
        done = await _done(request, central, form)
    except KnownError as error:
        return await sync_to_thread(_own, request, central, _refused(form, error))
    except TooManyRequestsException as error:
        return await sync_to_thread(_own, request, central, form.refused("now", _patience(error)))
    begun = None
    if form["act"] == "password":
        begun = await sync_to_thread(sessions.begin, request, central, request.user, Stage.IN)
    return await leading(request, central, OWN, done, begun)


@get(CODE, **OURS)
async def show_code(request: Asked, central: NamedDependency[Central]) -> Template:
    """Return the page by which one's own account gets its codes, or gets them on another telephone."""
    return _code(request, central, Form())


@post(CODE, status_code=HTTP_200_OK, **OURS)
async def take_code(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Protect one's own account, and lead to its recovery codes. What protected it before does until then."""
    form = await form_of(request)
    try:
        await _prove(request, central, form)
    except BadInput as error:
        return _code(request, central, _refused(form, error))
    except TooManyRequestsException as error:
        return _code(request, central, form.refused("now", _patience(error)))
    try:
        tried = await tries(central, (BY_CODE, request.user.name))
    except TooManyRequestsException as error:
        return _code(request, central, form.refused("code", _patience(error)))
    codes = await sync_to_thread(take, request, central, request.user, form["code"])
    if codes is None:
        return _code(request, central, form.refused("code", NOT_YET))
    await sync_to_thread(central.tries.take_back, tried)
    await sync_to_thread(Sessions(central.store).end_all, request.user.name, request.auth.lookup)
    begun = await sync_to_thread(sessions.begin, request, central, request.user, Stage.IN)
    return await leading(request, central, OWN, to_print(codes), begun)


HANDLERS = (show_own, change_own, show_code, take_code)


async def _done(request: Asked, central: Central, form: Form) -> Once:
    """Do what a form asks; return what to say or to show. Raises ``KnownError``, or 429."""
    held, own = Sessions(central.store), request.user.name
    match form["act"]:
        case "end":
            await sync_to_thread(held.end, own, _bytes(form["session"]))
            return Once("C’est fait\u202f: cet appareil devra entrer à nouveau.")
        case "others":
            await sync_to_thread(held.end_all, own, request.auth.lookup)
            return Once("C’est fait\u202f: les autres appareils devront entrer à nouveau.")
        case "password":
            await _prove(request, central, form)
            await sync_to_thread(_choose, central, request, form)
            return Once("Votre mot de passe est changé. Les autres appareils devront entrer à nouveau.")
        case "renew":
            await _prove(request, central, form)
            return to_print(await sync_to_thread(_renew, central, request.user))
    raise BadInput("act", words.UNCLEAR)


async def _prove(request: Asked, central: Central, form: Form) -> None:
    """Have the password said again: whoever finds a screen that was left open changes nothing. Raises, or 429."""
    if not await known(request, central, request.user.name, form["now"]):
        raise BadInput("now", words.WRONG_PASSWORD)


def _choose(central: Central, request: Asked, form: Form) -> None:
    if form["password"] != form["again"]:
        raise BadInput("again", words.NOT_TWICE)
    central.accounts.choose_password(request.user.name, form["password"])
    Sessions(central.store).end_all(request.user.name, request.auth.lookup)


def _renew(central: Central, account: Account) -> tuple[str, ...]:
    if not account.protected:
        raise BadInput("act", words.UNCLEAR)
    return SecondFactor(central.store).renew(account.name)


def _own(request: Asked, central: Central, form: Form, once: Once = NOTHING) -> Template:
    held, account = Sessions(central.store), request.user
    context = {
        "account": account,
        "role": words.ROLES[account.role],
        "left": SecondFactor(central.store).left(account.name),
        "sessions": held.of(account.name),
        "here": request.auth.lookup,
        "shortest": passwords.SHORTEST,
        "longest": passwords.LONGEST,
        "now": central.store.now(),
        "said": once.said,
        # Of the form that was sent, what is wrong with it; of none of them, what stands above them.
        "of": {name: form if name == form["act"] else Form() for name in ("renew", "password")},
        "lost": "" if form.wrong in {"now", "password", "again"} else form.sentence,
    }
    return Template("own.html", context=context, status_code=form.status)


def _code(request: Asked, central: Central, form: Form) -> Template:
    context = {
        "account": request.user,
        "offer": offer(request, central, request.user),
        "longest": passwords.LONGEST,
        "form": form,
    }
    return Template("own_code.html", context=context, status_code=form.status)


def _refused(form: Form, error: KnownError) -> Form:
    return form.refused(error.field if isinstance(error, BadInput) else "act", error.sentence)


def _patience(error: TooManyRequestsException) -> str:
    return patience(int((error.headers or {})["retry-after"]))


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise BadInput("act", words.UNCLEAR) from error
