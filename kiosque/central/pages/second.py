"""Coming in, once the password was right: the code of a telephone, or getting one."""

from dataclasses import dataclass
from typing import Any

import segno
from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from litestar.status_codes import HTTP_200_OK, HTTP_303_SEE_OTHER, HTTP_403_FORBIDDEN, HTTP_429_TOO_MANY_REQUESTS
from markupsafe import Markup

from kiosque.central import second_factor, sessions
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.gate import proven, tries
from kiosque.central.once import Once, leading
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.pages.login import CODE, HOME, LOGIN, PROTECT, patience, safe
from kiosque.central.rights import open_to
from kiosque.central.second_factor import SecondFactor
from kiosque.central.sessions import Stage
from kiosque.central.tries import BY_CODE

Asked = Request[Any, dict[str, Any], State]

OPEN: dict[str, Any] = {"exclude_from_auth": True, "uncompressed": True} | open_to("whoever gave the right password")

OWN = "/compte"
"""The page of one's own account: where what it got is shown."""

WRONG = "Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant."
NOT_YET = "Ce code n’est pas le bon. Vérifiez l’heure du téléphone, puis attendez le code suivant."


@dataclass(frozen=True, slots=True)
class Offer:
    """What an account takes to be protected: the square for the telephone, and what to type in its place."""

    square: Markup
    groups: tuple[str, ...]


@get(CODE, opt=OPEN)
async def show_code(
    request: Asked, central: NamedDependency[Central], suite: FromQuery[str] = HOME
) -> Template | Redirect:
    """Return the page that asks for the code."""
    account = await _halfway(request, central, Stage.CODE)
    return _code(suite) if account else _again()


@post(CODE, opt=OPEN)
async def give_code(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Come in by a code, or show the form again with the reason in one sentence."""
    form = await request.form()
    typed, suite = str(form.get("code", "")), str(form.get("suite", ""))
    account = await _halfway(request, central, Stage.CODE)
    if account is None:
        return _again()
    try:
        right = await proven(central, account, typed)
    except TooManyRequestsException as error:
        return _code(suite, patience(int((error.headers or {})["retry-after"])), HTTP_429_TOO_MANY_REQUESTS)
    if not right:
        return _code(suite, WRONG, HTTP_403_FORBIDDEN)
    response = Redirect(safe(suite), status_code=HTTP_303_SEE_OTHER)
    response.set_cookie(await sync_to_thread(sessions.begin, request, central, account, Stage.IN))
    return response


@get(PROTECT, opt=OPEN)
async def show_protect(
    request: Asked, central: NamedDependency[Central], suite: FromQuery[str] = HOME
) -> Template | Redirect:
    """Return the page by which an account gets its codes, before it may come in."""
    account = await _halfway(request, central, Stage.PROTECT)
    return _protect(request, central, account, Form({"suite": suite})) if account else _again()


@post(PROTECT, opt=OPEN, status_code=HTTP_200_OK)
async def protect(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Protect the account and come in, to where its recovery codes are shown."""
    form = await form_of(request)
    account = await _halfway(request, central, Stage.PROTECT)
    if account is None:
        return _again()
    try:
        tried = await tries(central, (BY_CODE, account.name))
    except TooManyRequestsException as error:
        sentence = patience(int((error.headers or {})["retry-after"]))
        return _protect(request, central, account, form.refused("code", sentence), HTTP_429_TOO_MANY_REQUESTS)
    codes = await sync_to_thread(take, request, central, account, form["code"])
    if codes is None:
        return _protect(request, central, account, form.refused("code", NOT_YET), HTTP_403_FORBIDDEN)
    await sync_to_thread(central.tries.take_back, tried)
    begun = await sync_to_thread(sessions.begin, request, central, account, Stage.IN)
    return await leading(request, central, OWN, to_print(codes, safe(form["suite"])), begun)


HANDLERS = (show_code, give_code, show_protect, protect)


def offer(request: Request[Any, Any, State], central: Central, account: Account) -> Offer:
    """Return what ``account`` is offered to take in the session that the request brings."""
    secret = second_factor.pending(sessions.secret_of(request, central))
    square = segno.make_qr(second_factor.address(account.name, secret))
    drawn = square.svg_inline(omitsize=True, border=3, dark="#14201c", light="#ffffff")
    return Offer(Markup(drawn), tuple(secret[start : start + 4] for start in range(0, len(secret), 4)))  # noqa: S704 - drawn here


def take(request: Request[Any, Any, State], central: Central, account: Account, typed: str) -> tuple[str, ...] | None:
    """Let ``account`` take what it is offered, if ``typed`` is a code of it; return its recovery codes."""
    secret = second_factor.pending(sessions.secret_of(request, central))
    return SecondFactor(central.store).take(account.name, secret, typed)


def to_print(codes: tuple[str, ...], suite: str = OWN) -> Once:
    """Return what shows the recovery codes that an account got, and ``suite``: where one goes on to."""
    return Once(shown={"codes": "\n".join(codes), "suite": suite})


async def _halfway(request: Asked, central: Central, stage: Stage) -> Account | None:
    found, account = await sync_to_thread(sessions.whose, request, central)
    return account if found and found.stage is stage else None


def _again() -> Redirect:
    return Redirect(LOGIN, status_code=HTTP_303_SEE_OTHER)


def _code(suite: str, sentence: str = "", status: int = HTTP_200_OK) -> Template:
    context = {"suite": safe(suite), "sentence": sentence, "hill": hill(AT_NIGHT)}
    return Template("login_code.html", context=context, status_code=status)


def _protect(request: Asked, central: Central, account: Account, form: Form, status: int = HTTP_200_OK) -> Template:
    context = {
        "account": account,
        "offer": offer(request, central, account),
        "suite": safe(form["suite"]),
        "form": form,
        "hill": hill(AT_NIGHT),
    }
    return Template("login_protect.html", context=context, status_code=status)
