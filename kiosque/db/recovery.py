"""The code by which headquarters opens a PC that nobody else can: drawn here, read there, replaced once it served."""

from pathlib import Path

from msgspec.structs import replace
from nacl.exceptions import CryptoError
from nacl.utils import random

from kiosque.db.holder import Holder, code_seed, public_of, seal, unseal
from kiosque.db.keyfile import read, rewrite
from kiosque.db.wraps import KeyFile, Recovery, wrap
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import RECOVERY, RECOVERY_BITS, recovery_code

HEADQUARTERS = 0
"""In the place of an animator: nobody in particular."""


class UnreadableRecovery(KnownError):
    """What a device sent as its recovery code does not open with this key of headquarters."""


def keep_recovery(path: Path, key: bytes, headquarters: bytes) -> None:
    """See that there is an unused recovery code which ``headquarters`` (32 bytes, Ed25519) can read: draw one if not.

    The database is open under ``key``. The codes before it open until headquarters has the new one: a PC that fails
    once more before the line is back is opened by the code that is known there.
    """

    def kept(file: KeyFile) -> KeyFile:
        if file.recovery is not None and file.recovery.headquarters == headquarters:
            return file
        drawn, recovery = new_recovery(headquarters)
        return replace(file, wraps=(*file.wraps, wrap(drawn, (key,))), recovery=recovery)

    rewrite(path, kept)


def new_recovery(headquarters: bytes) -> tuple[Holder, Recovery]:
    """Draw a recovery code; return for whom the key is to be wrapped, and the code as headquarters can read it."""
    code = recovery_code(int.from_bytes(random(12), "big") >> 96 - RECOVERY_BITS)
    holder = Holder(RECOVERY, HEADQUARTERS, public_of(code_seed(RECOVERY, code.encode())))
    return holder, Recovery(holder.public, headquarters, seal(headquarters, code.encode()))


def parcel(path: Path) -> bytes:
    """Return the recovery code as headquarters alone can read it; empty when it is there already, or none is drawn."""
    recovery = read(path).recovery
    return recovery.parcel if recovery else b""


def arrived(path: Path, sent: bytes) -> None:
    """Headquarters has the parcel ``sent``: the codes before it no longer open, and the key is changed after them."""

    def settled(file: KeyFile) -> KeyFile:
        recovery = file.recovery
        if recovery is None or not sent or recovery.parcel != sent:
            return file
        wraps = tuple(
            each for each in file.wraps if each.holder.form != RECOVERY or each.holder.public == recovery.public
        )
        stale = file.stale or len(wraps) < len(file.wraps)
        return replace(file, wraps=wraps, recovery=replace(recovery, parcel=b""), stale=stale)

    rewrite(path, settled)


def open_recovery(headquarters_seed: bytes, sent: bytes) -> str:
    """At headquarters: return the code in a device's parcel. Raises ``UnreadableRecovery``."""
    try:
        return unseal(headquarters_seed, sent).decode()
    except (CryptoError, ValueError) as error:
        sentence = "Le code de secours de ce poste ne se lit pas avec cette clé de la coordination."
        raise UnreadableRecovery(sentence) from error
