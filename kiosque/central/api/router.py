"""The API and its description, plugged together."""

from typing import Any

from litestar import Request, Router
from litestar.exceptions import HTTPException, NotAuthorizedException, PermissionDeniedException
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin, YamlRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme
from litestar.response import Response
from litestar.status_codes import HTTP_404_NOT_FOUND
from litestar.types import ExceptionHandlersMap

from kiosque.central.api.addresses import HANDLERS
from kiosque.central.api.answers import Problem
from kiosque.central.api.door import opened_by
from kiosque.central.central import Central
from kiosque.central.pages.errors import PLAIN_HANDLERS
from kiosque.central.rights import open_to

API = "/api/v1"
DESCRIPTION = "/schema"

_FOR_PROGRAMS: dict[str, Any] = {"exclude_from_auth": True, "exclude_from_csrf": True}


def problem(_: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    """Return why there is no answer, as the description says it: of what does not read, each parameter and why."""
    wrong = "; ".join(f"{each['key']}: {each['message']}" for each in error.extra or () if isinstance(each, dict))
    said = Problem(error.status_code, wrong or error.detail)
    return Response(said, status_code=error.status_code, headers=error.headers)


_REFUSED = (HTTPException, HTTP_404_NOT_FOUND, NotAuthorizedException, PermissionDeniedException)
ANSWERS: ExceptionHandlersMap = {**PLAIN_HANDLERS, **dict.fromkeys(_REFUSED, problem)}


def api(central: Central) -> Router:
    """Return the addresses of the API."""
    return Router(
        API,
        route_handlers=list(HANDLERS),
        guards=[opened_by(central)],
        opt=_FOR_PROGRAMS | open_to("whoever holds a key of the API"),
        exception_handlers=ANSWERS,
        include_in_schema=True,
        security=[{"key": []}],
        tags=["Kiosque"],
    )


def description() -> OpenAPIConfig:
    """Return what describes the API: open to everybody, as JSON and as YAML. It tells shapes and no data."""
    return OpenAPIConfig(
        title="Kiosque",
        version="1",
        description="Les chiffres, les lignes et les lieux du réseau. Personne n’y est nommé. Une clé, faite par la "
        "coordination, s’envoie dans chaque demande : Authorization: Bearer kiosque_…",
        use_handler_docstrings=True,
        components=Components(security_schemes={"key": SecurityScheme(type="http", scheme="bearer")}),
        render_plugins=[JsonRenderPlugin(path="/openapi.json"), YamlRenderPlugin(path="/openapi.yaml")],
        openapi_router=Router(
            DESCRIPTION,
            route_handlers=[],
            include_in_schema=False,
            opt=_FOR_PROGRAMS | open_to("everybody"),
        ),
    )
