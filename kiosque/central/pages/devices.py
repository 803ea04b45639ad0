"""Headquarters' pages of devices and keys: what each is at, and what is decided."""

from typing import Any

from litestar import Request, get, post
from litestar.concurrency import sync_to_thread
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Response, Template
from litestar.status_codes import HTTP_200_OK

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import network
from kiosque.central import authority, devices, stick
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.once import Once, leading
from kiosque.central.pages import device_words as words
from kiosque.central.pages.addresses import absolute
from kiosque.central.pages.forms import Form, form_of
from kiosque.central.pages.overview import overview
from kiosque.central.quarantine import settle
from kiosque.central.rights import Right, needs
from kiosque.domain.errors import KnownError
from kiosque.journal.entry import MAX_NUMBER
from kiosque.reports.devices import Device
from kiosque.reports.devices import devices as every_device
from kiosque.sync import codes, enrolment
from kiosque.sync.enrolment import Enrolment

Asked = Request[Account, dict[str, Any], State]

DEVICES = "/postes"
ENROL = f"{DEVICES}/inscrire"

# The handlers of an address with two methods are registered twice by the framework, which then calls a handler that it
# runs in a thread without waiting for it: these go to the thread by themselves.

# A page that repeats what was typed, or shows a secret, is not compressed beside a form's token.
OURS: dict[str, Any] = {"guards": [needs(Right.DEVICES)], "opt": {"uncompressed": True}}


class Unclear(KnownError):
    """What was sent is not what the page's forms send, or not filled in."""


@get(DEVICES, guards=[needs(Right.DEVICES)])
async def show_devices(request: Asked, central: NamedDependency[Central], once: NamedDependency[Once]) -> Template:
    """Return every device by antenna, what waits for a decision, and the keys."""
    return await sync_to_thread(_devices, request, central, Form(), once.said)


@post(DEVICES, status_code=HTTP_200_OK, **OURS)
async def decide(request: Asked, central: NamedDependency[Central]) -> Template | Redirect:
    """Do what one of the page's small forms asks (field ``act``), and say on the page what came of it."""
    form = await form_of(request)
    try:
        said = await _decided(central, form)
    except KnownError as error:
        return await sync_to_thread(_devices, request, central, form.refused("act", error.sentence))
    return await leading(request, central, DEVICES, said)


@get(ENROL, **OURS)
async def show_enrol(
    request: Asked, central: NamedDependency[Central], once: NamedDependency[Once], antenne: FromQuery[str] = ""
) -> Template:
    """Return the form that enrols a PC; ``antenne`` is where it is to stand. Or a code made just now, this once."""
    if "code" in once.shown:
        return await sync_to_thread(_code, request, central, once)
    form = Form({"antenna": antenne, "address": absolute(request, central)})
    return await sync_to_thread(_form, request, central, form)


@post(ENROL, status_code=HTTP_200_OK, **OURS)
async def enrol(request: Asked, central: NamedDependency[Central]) -> Response[bytes] | Template | Redirect:
    """Enrol a PC: lead to its one-time code, or give its enrolment file; either is shown this once."""
    form = await form_of(request)
    try:
        carried = await sync_to_thread(_enrolled, central, form)
    except BadInput as error:
        return await sync_to_thread(_form, request, central, form.refused(error.field, error.sentence))
    if form["by"] == "file":
        attached = {"content-disposition": f'attachment; filename="inscription-{carried.device}.json"'}
        return Response(enrolment.pack(carried), media_type="application/json", headers=attached)
    code = await sync_to_thread(devices.code_for, central.store, carried)
    shown = {"device": str(carried.device), "code": code, "address": carried.address}
    return await leading(request, central, ENROL, Once(shown=shown))


@get("/postes/{device:int}/retirer", **OURS)
async def show_revoke(request: Asked, central: NamedDependency[Central], device: FromPath[int]) -> Template:
    """Return the page that says what revoking a device means."""
    found = await sync_to_thread(_known, central, device)
    context = {"account": request.user, "device": found, "now": central.store.now()}
    return Template("device_revoke.html", context=context)


@post("/postes/{device:int}/retirer", **OURS)
async def revoke(request: Asked, central: NamedDependency[Central], device: FromPath[int]) -> Redirect:
    """Revoke a device."""
    await sync_to_thread(_known, central, device)
    await sync_to_thread(devices.revoke, central.store, device)
    return await leading(request, central, f"{DEVICES}?cherche={device}#poste-{device}", words.revoked(device))


@post("/postes/{device:int}/secours", status_code=HTTP_200_OK, sync_to_thread=True, **OURS)
def recovery(request: Asked, central: NamedDependency[Central], device: FromPath[int]) -> Template:
    """Show the recovery code of a device, to be read out."""
    held = _known(central, device)
    try:
        code = devices.recovery_code(central.store, device)
    except KnownError as error:
        return _devices(request, central, Form().refused("act", error.sentence))
    context = {"account": request.user, "device": held, "groups": words.groups(code)}
    return Template("device_recovery.html", context=context)


HANDLERS = (show_devices, decide, show_enrol, enrol, show_revoke, revoke, recovery)


async def _decided(central: Central, form: Form) -> str:
    """Do what a form asks; return what to say. Raises ``KnownError``."""
    store = central.store
    match form["act"]:
        case "approve":
            number = await sync_to_thread(devices.approve, store, _key(form["key"]))
            return words.approved(number)
        case "seen":
            await sync_to_thread(settle, store, _number(form["refusal"]))
            return words.SEEN
        case "accept":
            device, up_to = (_number(form[name]) for name in ("device", "up_to"))
            return words.accepted(up_to, await stick.accept(central, device, up_to))
        case "retire":
            return words.retired(await sync_to_thread(authority.retire, store))
    raise Unclear(words.UNCLEAR)


def _enrolled(central: Central, form: Form) -> Enrolment:
    store = central.store
    if form["by"] not in {"code", "file"}:
        raise BadInput("by", words.UNCLEAR)
    antenna, animator = form.number("antenna"), form.number("animator")
    if antenna not in {each.id for each in network.antennas(store)}:
        raise BadInput("antenna", words.WHERE)
    if animator not in {each.id for each in network.working(store)}:
        raise BadInput("animator", words.WHO)
    return devices.enrol(store, antenna, form["address"].strip(), animator)


def _devices(request: Asked, central: Central, form: Form, said: str = "") -> Template:
    found = overview(request, central)
    # What is wrong with accepting stands in the form that asked it, while there is one; the rest above the page.
    asked = form["device"] if form.wrong and form["act"] == "accept" else ""
    beside = next((each.refusal.id for each in found["aside"] if each.up_to and str(each.refusal.device) == asked), 0)
    context = {
        "account": request.user,
        "said": said,
        "lost": "" if beside else form.sentence,
        "accepting": {beside: form.refused("up_to", form.sentence)},
        "unsent": Form(),
    }
    return Template("devices.html", context=found | context, status_code=form.status)


def _form(request: Asked, central: Central, form: Form) -> Template:
    store = central.store
    context = {
        "account": request.user,
        "antennas": [(each.id, f"{each.name} ({each.code})") for each in network.antennas(store)],
        "animators": [(each.id, each.full_name) for each in network.working(store)],
        "form": form,
        "longest": devices.LONGEST_ADDRESS,
    }
    return Template("device_enrol.html", context=context, status_code=form.status)


def _code(request: Asked, central: Central, once: Once) -> Template:
    now = central.store.now()
    context = {
        "account": request.user,
        "device": _known(central, int(once.shown["device"])),
        "groups": once.shown["code"].split("-"),
        "until": words.until(now + codes.LIFETIME, now),
        "address": once.shown["address"],
    }
    return Template("device_code.html", context=context)


def _known(central: Central, device: int) -> Device:
    with central.store.reading() as connection:
        found = next(iter(every_device(connection, numbers={device})), None)
    if found is None:
        raise NotFoundException
    return found


def _number(text: str) -> int:
    typed = text.strip()
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MAX_NUMBER)) and int(typed) <= MAX_NUMBER):
        raise Unclear(words.NO_NUMBER)
    return int(typed)


def _key(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise Unclear(words.UNCLEAR) from error
