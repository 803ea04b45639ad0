"""What a person reads when a page cannot be shown, and what the log keeps of a bug."""

import logging
import traceback
from typing import Any
from urllib.parse import quote, urlsplit

from litestar import MediaType, Request
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.response import Redirect, Response, Template
from litestar.status_codes import (
    HTTP_303_SEE_OTHER,
    HTTP_404_NOT_FOUND,
    HTTP_500_INTERNAL_SERVER_ERROR,
    HTTP_503_SERVICE_UNAVAILABLE,
)
from litestar.types import ExceptionHandlersMap

from kiosque.central.pages.accounts import INVITATION
from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.pages.login import HOME, LOGIN, LOGOUT, LOST
from kiosque.central.pages.refusal_words import of_central
from kiosque.central.typed import TooManyDigits, Unkept
from kiosque.db.trouble import StorageTrouble

_log = logging.getLogger(__name__)

Asked = Request[Any, Any, Any]

SENTENCES = {
    403: ("Votre compte n’ouvre pas cette page.", "Si vous en avez besoin, demandez-la à l’administration."),
    404: ("Cette page n’existe pas.", "L’adresse a peut-être été mal recopiée."),
    413: ("C’est trop long.", "Ce qui a été envoyé dépasse ce que cette page accepte."),
    500: ("Quelque chose s’est mal passé de notre côté.", "C’est noté, et rien n’a été perdu. Réessayez bientôt."),
}
PROGRAMS = "/api/"
SECRET = frozenset({"password", "again", "now", "code"})
"""Fields of forms that hold a password or a code."""

LONG_ENOUGH = 300
"""Seconds after which a full disk may have been seen to."""

OTHERWISE = ("Cette demande n’est pas possible.", "Revenez à l’accueil et réessayez.")


def to_login(request: Asked, _: NotAuthorizedException) -> Response[Any]:
    """Send whoever is not logged in to the login page, and back afterwards; of a form, say that it is lost."""
    if request.method != "GET" and not request.url.path.startswith((LOGIN, LOGOUT)):
        return Redirect(_lost(request), status_code=HTTP_303_SEE_OTHER)
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    wanted = f"?suite={quote(path)}" if request.method == "GET" and path != HOME else ""
    return Redirect(f"{LOGIN}{wanted}", status_code=HTTP_303_SEE_OTHER)


def expired(request: Asked, _: PermissionDeniedException) -> Response[Any]:
    """Begin again with a fresh form: this one was open since before a restart, or was not ours.

    What was sent is lost, which is said by the page that this leads to; of who has still to come in nothing was.
    """
    path = request.url.path
    to = path if path.startswith(f"{INVITATION}/") else LOGIN if path.startswith(LOGIN) else _lost(request)
    response: Response[Any] = Redirect(to, status_code=HTTP_303_SEE_OTHER)
    forms = request.app.csrf_config
    if forms is not None:
        # Of a name with the prefix no browser takes it back without the same promises.
        response.set_cookie(
            key=forms.cookie_name, value="", max_age=0, path="/", secure=forms.cookie_secure, httponly=True
        )
    return response


def _lost(request: Asked) -> str:
    """Return the address that says that a form is lost, and leads back to the page that it was on, if that is known.

    What a form is sent to may be no page.
    """
    page = urlsplit(request.headers.get("referer", ""))
    ours = page.path if page.netloc == request.url.netloc else ""
    back = f"&suite={quote(ours + (f'?{page.query}' if page.query else ''))}" if ours.startswith("/") else ""
    return f"{LOGIN}?{LOST}=1{back}"


def page(request: Asked, error: HTTPException) -> Response[Any] | Template:
    """Return the page of a refused request; to a program that asks for an address of no page, an object of why."""
    if f"{request.url.path}/".startswith(PROGRAMS):
        said = {"status_code": error.status_code, "detail": error.detail}
        return Response(said, media_type=MediaType.JSON, status_code=error.status_code)
    return _page(error.status_code)


def unkept(request: Asked, error: Unkept) -> Template:
    """Say that a sign that nobody sees is in what was typed, and give all of it back without that sign.

    A password or a code is not written on a page: it is typed again.
    """
    secret = any(each.name in SECRET for each in error.said)
    wrong = [] if secret else [each for each in error.said if not each.whole]
    context = {
        "address": f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path,
        "number": "",
        "said": [] if secret else error.said,
        "wrong": wrong,
    }
    return Template("unkept.html", context=context, status_code=error.status_code)


def too_many_digits(request: Asked, error: TooManyDigits) -> Template:
    """Say that a number is too long, and which; what was typed beside it is where it was, one page back."""
    context = {"number": error.typed, "address": request.url.path, "said": [], "wrong": []}
    return Template("unkept.html", context=context, status_code=error.status_code)


def bug(request: Asked, error: Exception) -> Template:
    """Say that it is ours, on a page."""
    _keep_trace(request, error)
    return _page(HTTP_500_INTERNAL_SERVER_ERROR)


def plain(_: Asked, error: HTTPException) -> Response[str]:
    """Return the answer of an address that only programs ask: no page."""
    return Response(error.detail, media_type=MediaType.TEXT, status_code=error.status_code, headers=error.headers)


def plain_bug(request: Asked, error: Exception) -> Response[str]:
    """Say that it is ours, to a program."""
    _keep_trace(request, error)
    return Response("a bug", media_type=MediaType.TEXT, status_code=HTTP_500_INTERNAL_SERVER_ERROR)


def disk(_: Asked, error: StorageTrouble) -> Template:
    """Say what is wrong with the central's disk, on a page."""
    return _page(HTTP_503_SERVICE_UNAVAILABLE, (_told(error), SENTENCES[HTTP_500_INTERNAL_SERVER_ERROR][1]))


def plain_disk(_: Asked, error: StorageTrouble) -> Response[str]:
    """Ask a program to come back once there is room again; who runs the central reads why."""
    _told(error)
    headers = {"retry-after": str(LONG_ENOUGH)}
    text, status = MediaType.TEXT, HTTP_503_SERVICE_UNAVAILABLE
    return Response("come back later", media_type=text, status_code=status, headers=headers)


def _told(error: StorageTrouble) -> str:
    sentence = of_central(error.sentence)
    _log.warning("%s", sentence)
    return sentence


def _keep_trace(request: Asked, error: Exception) -> None:
    """Log a bug without its message, which may repeat a person's name."""
    trace = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s at %s\n%s", type(error).__name__, request.scope["route_handler"], trace)


PLAIN_HANDLERS: ExceptionHandlersMap = {
    HTTPException: plain,
    # What is said of a status goes before what is said of a class: without this it would be the page below.
    HTTP_404_NOT_FOUND: plain,
    NotAuthorizedException: plain,
    PermissionDeniedException: plain,
    StorageTrouble: plain_disk,
    Exception: plain_bug,
}

HANDLERS: ExceptionHandlersMap = {
    Unkept: unkept,
    TooManyDigits: too_many_digits,
    NotAuthorizedException: to_login,
    PermissionDeniedException: expired,
    HTTPException: page,
    HTTP_404_NOT_FOUND: page,
    StorageTrouble: disk,
    Exception: bug,
}


def _page(status: int, sentences: tuple[str, str] | None = None) -> Template:
    title, more = sentences or SENTENCES.get(status, OTHERWISE)
    context = {"title": title, "more": more, "hill": hill(AT_NIGHT)}
    return Template("message.html", context=context, status_code=status)
