"""What a person reads when a page cannot be shown, and what the log keeps of a bug."""

import logging
import traceback
from typing import Any
from urllib.parse import quote

from litestar import MediaType, Request
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_303_SEE_OTHER, HTTP_404_NOT_FOUND, HTTP_500_INTERNAL_SERVER_ERROR
from litestar.types import ExceptionHandlersMap

from kiosque.central.pages.hill import AT_NIGHT, hill
from kiosque.central.pages.login import HOME, LOGIN

_log = logging.getLogger(__name__)

Asked = Request[Any, Any, Any]

SENTENCES = {
    403: ("Cette page est réservée à l’administration.", "Votre compte montre les chiffres."),
    404: ("Cette page n’existe pas.", "L’adresse a peut-être été mal recopiée."),
    413: ("C’est trop long.", "Ce qui a été envoyé dépasse ce que cette page accepte."),
    500: ("Quelque chose s’est mal passé de notre côté.", "C’est noté, et rien n’a été perdu. Réessayez bientôt."),
}
OTHERWISE = ("Cette demande n’est pas possible.", "Revenez à l’accueil et réessayez.")


def to_login(request: Asked, _: NotAuthorizedException) -> Response[Any]:
    """Send whoever is not logged in to the login page, and back afterwards."""
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    wanted = f"?suite={quote(path)}" if request.method == "GET" and path != HOME else ""
    return Redirect(f"{LOGIN}{wanted}", status_code=HTTP_303_SEE_OTHER)


def expired(_: Asked, __: PermissionDeniedException) -> Response[Any]:
    """Begin again with a fresh form: this one was open since before a restart, or was not ours."""
    response: Response[Any] = Redirect(LOGIN, status_code=HTTP_303_SEE_OTHER)
    response.delete_cookie("csrftoken")
    return response


def page(_: Asked, error: HTTPException) -> Template:
    """Return the page of a refused request."""
    return _page(error.status_code)


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
    Exception: plain_bug,
}

HANDLERS: ExceptionHandlersMap = {
    NotAuthorizedException: to_login,
    PermissionDeniedException: expired,
    HTTPException: page,
    HTTP_404_NOT_FOUND: page,
    Exception: bug,
}


def _page(status: int) -> Template:
    title, more = SENTENCES.get(status, OTHERWISE)
    context = {"title": title, "more": more, "hill": hill(AT_NIGHT)}
    return Template("message.html", context=context, status_code=status)
