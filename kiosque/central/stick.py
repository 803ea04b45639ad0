"""A stick's file at headquarters: the same round as on the line, and what a revoked device still brings."""

from litestar.concurrency import sync_to_thread

from kiosque.central.brought import Imported
from kiosque.central.central import Central
from kiosque.central.devices import UnknownDevice
from kiosque.central.quarantine import keep_refused, settle, waiting
from kiosque.db.keys import Credential, change_credential, credential
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.sync.caller import open_whole
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.stick import check_request, pack_reply
from kiosque.sync.stick_file import StickTrouble, Trouble, portions


class NotRevoked(KnownError):
    """The device is received as ever: there is nothing to accept apart."""


async def import_file(central: Central, content: bytes) -> Imported:
    """Keep what a device's file brings, as if the line had brought it, and make the file that answers it.

    It is opened to its end before anything of it is kept. Raises ``StickTrouble``, ``Refused`` for an enrolment that
    served another device, ``Busy``.
    """
    known = await sync_to_thread(_opened, central.store, content)
    if known.revoked_at is not None:
        return await _import_revoked(central, known, content)
    end = CentralEnd(central.store)
    new, refused = await _keep(central, end, content)
    if refused:
        await sync_to_thread(keep_refused, central.store, end.device, refused)
    await central.ingest.heard(end.device, await sync_to_thread(end.receipt))
    # An answer would be of a life that is about to end: the file is brought again in the next one.
    silent = refused is not None and refused.reason is Reason.RESTORED
    reply = b"" if silent else await sync_to_thread(_reply, end, refused)
    return Imported(end.device, known.antenna, new, refused, reply)


async def accept(central: Central, device: int, up_to: int) -> int:
    """Accept what a revoked device wrote, up to its number ``up_to``; return how many entries that brought.

    What waits in quarantine is taken at once, what it brings later too. Nothing that was taken goes away again.
    Raises ``UnknownDevice``, ``NotRevoked``, or what ``import_file`` raises.
    """
    store = central.store
    known = credential(store, device)
    if known is None:
        raise UnknownDevice(f"Aucun poste n’a le numéro {device}.")
    if known.revoked_at is None:
        raise NotRevoked(f"Le poste {device} n’est pas retiré du réseau\u202f: ce qu’il apporte est déjà reçu.")
    change_credential(store, device, accepted=up_to)
    new = 0
    for each in waiting(store):
        if each.device == device and each.content:
            imported = await import_file(central, each.content)
            new += imported.new
            if imported.refused is None or str(imported.refused) != f"{each.reason.name}: {each.detail}":
                settle(store, each.id)
    return new


async def _import_revoked(central: Central, known: Credential, content: bytes) -> Imported:
    end = CentralEnd(central.store, accepting=known.accepted or 0)
    new, refused = await _keep(central, end, content)
    if refused:
        await sync_to_thread(keep_refused, central.store, known.device, refused, content)
    if new:
        await central.ingest.heard(known.device, await sync_to_thread(end.receipt))
    return Imported(known.device, known.antenna, new, refused, b"", revoked=True)


async def _keep(central: Central, end: CentralEnd, content: bytes) -> tuple[int, Refused | None]:
    """Commit each frame whole, on the one ingest thread; return how many entries were new, and what was refused."""
    new = 0
    try:
        for chunk in portions(content):
            frames = end.feed(chunk)
            while frame := await sync_to_thread(next, frames, None):
                new += await central.ingest.keep(frame.entries)
        await sync_to_thread(end.finish)
    except Refused as refused:
        return new, refused
    return new, None


def _opened(store: Store, content: bytes) -> Credential:
    check_request(content)
    try:
        return open_whole(store, portions(content))
    except Refused as refused:
        if refused.reason is Reason.USED:
            raise
        raise StickTrouble(_OF_REQUEST.get(refused.reason, Trouble.DAMAGED), str(refused)) from refused


_OF_REQUEST = {
    Reason.STRANGER: Trouble.OTHER_NETWORK,
    Reason.KEY: Trouble.OTHER_NETWORK,
    Reason.VERSION: Trouble.NEWER,
}
"""What it means that an envelope does not open; otherwise it is damaged."""


def _reply(end: CentralEnd, refused: Refused | None) -> bytes:
    return b"".join(pack_reply(end.question, end.reply(refused)))
