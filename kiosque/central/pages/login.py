"""Coming in and going out."""

from typing import Any
from urllib.parse import quote

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import TooManyRequestsException
from litestar.params import FromQuery
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_403_FORBIDDEN, HTTP_429_TOO_MANY_REQUESTS

from kiosque.central import sessions
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.gate import known
from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.rights import Right, needs, open_to
from kiosque.central.sessions import Stage
from kiosque.domain.french import plural

Asked = Request[Any, dict[str, Any], State]

LOGIN = "/entrer"
CODE = f"{LOGIN}/code"
PROTECT = f"{LOGIN}/proteger"
LOGOUT = "/sortir"
LOST = "perdu"
"""In an address of the login page: a form was sent that was not taken."""
NEXT = {Stage.CODE: CODE, Stage.PROTECT: PROTECT}
HOME = "/"
OPEN = {"exclude_from_auth": True} | open_to("whoever wants to come in")

NOT_KEPT = "Vous n’étiez plus connecté\u202f: ce que vous veniez d’écrire n’a pas été gardé."
TOO_OLD = (
    "Ce formulaire n’était plus valable.",
    "Rien de ce que vous veniez d’envoyer n’a été fait, ni gardé. Revenez à la page, et recommencez.",
)
WRONG = "Ce nom et ce mot de passe ne vont pas ensemble."
LONGEST_ADDRESS = 200


@get(LOGIN, opt=OPEN | {"uncompressed": True})
async def show_login(
    request: Asked, central: NamedDependency[Central], suite: FromQuery[str] = HOME, perdu: FromQuery[str] = ""
) -> Template | Redirect:
    """Return the login page; whoever is logged in goes on. ``suite`` is the page they came for.

    ``perdu``: they sent a form that was not taken, which is said.
    """
    found, _ = await sync_to_thread(sessions.whose, request, central)
    if not found or found.stage is not Stage.IN:
        return _form(suite=safe(suite), lost=NOT_KEPT if perdu else "")
    if perdu:
        title, more = TOO_OLD
        context = {"title": title, "more": more, "back": safe(suite), "hill": hill(AT_NIGHT)}
        return Template("message.html", context=context, status_code=HTTP_403_FORBIDDEN)
    return Redirect(safe(suite), status_code=HTTP_303_SEE_OTHER)


@post(LOGIN, opt=OPEN | {"uncompressed": True})
async def login(request: Asked, central: NamedDependency[Central]) -> Response[Any] | Template:
    """Log in, or show the form again with the reason in one sentence."""
    form = await request.form()
    name, password, suite = (str(form.get(field, "")) for field in ("name", "password", "suite"))
    try:
        account = await known(request, central, name, password)
    except TooManyRequestsException as error:
        return _too_many(int((error.headers or {})["retry-after"]), suite)
    if account is None:
        return _form(suite=safe(suite), name=name, sentence=WRONG, status=HTTP_403_FORBIDDEN)
    return await sync_to_thread(let_in, request, central, account, suite)


@post(LOGOUT, guards=[needs(Right.OWN)])
async def logout(request: Asked, central: NamedDependency[Central]) -> Redirect:
    """Log out."""
    response = Redirect(LOGIN, status_code=HTTP_303_SEE_OTHER)
    response.set_cookie(await sync_to_thread(sessions.end, request, central))
    return response


def let_in(request: Asked, central: Central, account: Account, suite: str) -> Redirect:
    """Begin the session of an account whose password was right, and go on to what is still asked of it."""
    stage = sessions.stage_of(account, central.store.now())
    further = f"?suite={quote(safe(suite))}" if safe(suite) != HOME else ""
    response = Redirect(safe(suite) if stage is Stage.IN else NEXT[stage] + further, status_code=HTTP_303_SEE_OTHER)
    response.set_cookie(sessions.begin(request, central, account, stage))
    return response


HANDLERS = (show_login, login, logout)


def safe(suite: str) -> str:
    """Return an address of ours to go on to: nobody is sent elsewhere by a link to our login page."""
    plain = suite.isascii() and suite.isprintable() and "\\" not in suite and len(suite) <= LONGEST_ADDRESS
    return suite if plain and suite.startswith("/") and not suite.startswith(("//", LOGIN)) else HOME


def _form(*, suite: str, name: str = "", sentence: str = "", lost: str = "", status: int = 200) -> Template:
    context = {"suite": suite, "name": name, "sentence": sentence, "lost": lost, "hill": hill(AT_NIGHT)}
    return Template("login.html", context=context, status_code=status)


def _too_many(wait: int, suite: str) -> Template:
    page = _form(suite=safe(suite), sentence=patience(wait), status=HTTP_429_TOO_MANY_REQUESTS)
    page.headers["retry-after"] = str(wait)
    return page


def patience(wait: int) -> str:
    """Return what to say to somebody who tried too often, and has to wait for so many seconds."""
    return f"Trop d’essais. Réessayez dans {plural(-(-wait // 60), 'minute', 'minutes')}."
