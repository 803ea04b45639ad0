"""Where somebody brings the file that a PC wrote on a stick, and takes the reply back to it."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State, UploadFile
from litestar.di import NamedDependency
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect, Response, Template
from litestar.status_codes import (
    HTTP_303_SEE_OTHER,
    HTTP_413_REQUEST_ENTITY_TOO_LARGE,
    HTTP_422_UNPROCESSABLE_ENTITY,
    HTTP_503_SERVICE_UNAVAILABLE,
)

from kiosque.actions.network import network
from kiosque.central.accounts import Account
from kiosque.central.brought import Imported
from kiosque.central.central import Central
from kiosque.central.ingest import Busy
from kiosque.central.pages import words
from kiosque.central.pages.forms import Form
from kiosque.central.rights import Right, needs
from kiosque.central.stick import import_file
from kiosque.domain.errors import KnownError
from kiosque.sync.stick import down_name
from kiosque.sync.stick_file import Trouble

Asked = Request[Account, dict[str, Any], State]

HERE = "/cle"
MOST_BYTES = 8 << 20
"""A browser's form is read before anybody is known by it: 200 years of an antenna. The command line takes more."""

NO_FILE = "Aucun fichier n’a été choisi. Sur la clé, il est dans le dossier KIOSQUE."
SEVERAL = "Apportez un fichier à la fois."
BUSY = "Beaucoup de postes envoient en ce moment. Réessayez dans une minute."


def too_large(request: Asked, _: HTTPException) -> Template:
    """Show the form again, with the sentence."""
    return _form(request, Trouble.TOO_LARGE.value, HTTP_413_REQUEST_ENTITY_TOO_LARGE)


@get(HERE, guards=[needs(Right.DEVICES)], sync_to_thread=False)
def show(request: Asked) -> Template:
    """Return the form."""
    return _form(request)


@post(
    HERE,
    guards=[needs(Right.DEVICES)],
    request_max_body_size=MOST_BYTES,
    exception_handlers={HTTP_413_REQUEST_ENTITY_TOO_LARGE: too_large},
)
async def bring(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Take a file in and go on to what came of it, or show the form again with the reason in one sentence."""
    chosen = [each for each in (await request.form()).getall("file", []) if isinstance(each, UploadFile)]
    files = [each for each in chosen if each.filename]
    if len(files) != 1:
        return _form(request, SEVERAL if files else NO_FILE, HTTP_422_UNPROCESSABLE_ENTITY)
    try:
        imported = await import_file(central, await files[0].read())
    except KnownError as trouble:
        return _form(request, trouble.sentence, HTTP_422_UNPROCESSABLE_ENTITY)
    except Busy:
        return _form(request, BUSY, HTTP_503_SERVICE_UNAVAILABLE)
    ticket = await sync_to_thread(central.brought.keep, request.user.name, imported)
    return Redirect(f"{HERE}/{ticket}", status_code=HTTP_303_SEE_OTHER)


@get(f"{HERE}/{{ticket:str}}", guards=[needs(Right.DEVICES)])
async def brought(request: Asked, central: NamedDependency[Central], ticket: FromPath[str]) -> Template:
    """Return what came of a file, and where its reply is."""
    imported = await sync_to_thread(_find, request, central, ticket)
    antennas = await sync_to_thread(network.antennas, central.store)
    place = next((each.name for each in antennas if each.id == imported.antenna), "")
    context = {
        "account": request.user,
        "imported": imported,
        "sentences": words.brought(imported, place),
        "reply": f"{HERE}/{ticket}/{down_name(imported.device)}" if imported.reply else "",
        "name": down_name(imported.device),
    }
    return Template("brought.html", context=context)


@get(f"{HERE}/{{ticket:str}}/{{name:str}}", guards=[needs(Right.DEVICES)], sync_to_thread=True)
def reply(
    request: Asked, central: NamedDependency[Central], ticket: FromPath[str], name: FromPath[str]
) -> Response[bytes]:
    """Return the reply's file."""
    imported = _find(request, central, ticket)
    if not imported.reply or name != down_name(imported.device):
        raise NotFoundException
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(imported.reply, media_type="application/octet-stream", headers=headers)


HANDLERS = (show, bring, brought, reply)


def _find(request: Asked, central: Central, ticket: str) -> Imported:
    imported = central.brought.find(request.user.name, ticket)
    if imported is None:
        raise NotFoundException
    return imported


def _form(request: Asked, sentence: str = "", status: int = 200) -> Template:
    form = Form().refused("file", sentence) if sentence else Form()
    return Template("stick.html", context={"account": request.user, "form": form}, status_code=status)
