"""Devices: enrolling one by a file or by a code, giving a copy a number, revoking one, taking what it still brings."""

from enum import Enum

from msgspec.structs import replace
from nacl.utils import random
from sqlalchemy import select

from kiosque.actions.inputs import BadInput, alive
from kiosque.actions.network import keys as animators_keys
from kiosque.actions.network import network
from kiosque.central import authority
from kiosque.central.numbers import unused_number
from kiosque.db import records as tables
from kiosque.db.copies import Copy, copies, grant_number
from kiosque.db.identity import Identity
from kiosque.db.keys import Credential, add_credential, change_credential, credential, headquarters_keys
from kiosque.db.recovery import UnreadableRecovery, open_recovery
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.opener import BADGE
from kiosque.domain.repeated import repeated
from kiosque.sync import codes, enrolment
from kiosque.sync.enrolment import LONGEST_NAME, MOST_BADGES, MOST_OPENERS, SECRET_BYTES, Enrolment, Opener, reaches
from kiosque.sync.private_file import LARGEST

LONGEST_ADDRESS = 200
"""Characters: what an enrolment file carries."""


class UnknownAntenna(KnownError):
    """There is no such antenna."""


class UnreadableAddress(BadInput):
    """What was given as the central's address is none."""


class NoRecovery(KnownError):
    """The device has not sent a recovery code."""


class UnknownDevice(KnownError):
    """No device of that number was ever enrolled here."""


class CodeEnd(Enum):
    """Why a code leads to nothing."""

    UNKNOWN = "nobody was ever given it"
    USED = "a device has claimed its place, or was revoked"
    EXPIRED = "its days are over"


def enrol(store: Store, antenna: int, address: str, animator: int) -> Enrolment:
    """Enrol a new device at ``antenna`` (record id), which reaches the central at ``address``; return what to carry.

    Its number is drawn at random among those never used here, so that a restored central does not give one twice.
    ``animator`` (record id) is who will open it first. Raises ``UnknownAntenna`` or ``UnreadableAddress``.
    """
    _check_address(address)
    table = tables.antenna
    place = store.first(select(table.c.name).where(table.c.id == antenna, table.c.deleted.is_not(True)))
    if place is None:
        raise UnknownAntenna("Cette antenne n’existe pas.")
    number, secret = unused_number(store), random(SECRET_BYTES)
    network.add_device(store, device_number=number, antenna=antenna)
    add_credential(store, Credential(number, antenna, secret, store.now()))
    identity = Identity(number, antenna, store.identity.central, address, secret=secret, root=store.identity.root)
    carried = enrolment.of(identity, animator, authority.public(authority.current(store)))
    told = replace(carried, place=(place.name or "")[:LONGEST_NAME], openers=_openers(store, antenna, animator))
    # Long names make few openers: a file that is too large is none.
    while len(enrolment.pack(told)) > LARGEST:
        told = replace(told, openers=told.openers[:-1])
    return told


def _openers(store: Store, antenna: int, first: int) -> tuple[Opener, ...]:
    """Return who may open a device of an antenna first: who headquarters named, then its own and those who roam."""
    table = tables.animator
    here = (table.c.antenna == antenna) | table.c.antenna.is_(None) | (table.c.id == first)
    rows = store.all(select(table).where(here, table.c.shut.is_not(True), alive(table)))
    badges: dict[int, tuple[bytes, ...]] = {}
    for holder in animators_keys.active(store):
        if holder.form == BADGE:
            badges[holder.animator] = (holder.public, *badges.get(holder.animator, ()))[:MOST_BADGES]
    ranked = sorted(rows, key=lambda row: (row.id != first, row.antenna is None, row.family_name or "", row.id))
    named = [(row.id, f"{row.given_name or ''} {row.family_name or ''}".strip()) for row in ranked[:MOST_OPENERS]]
    return tuple(Opener(each, name[:LONGEST_NAME], badges.get(each, ())) for each, name in named)


def code_for(store: Store, carried: Enrolment) -> str:
    """Return a one-time code that fetches ``carried`` over the line, for seven days. Nothing keeps the code."""
    code = codes.new_code(random(codes.RANDOM_BYTES))
    keys = codes.keys_of(code)
    sealed = codes.seal(keys, enrolment.pack(carried))
    row = {"lookup": keys.lookup, "device": carried.device, "sealed": sealed}
    store.write_local(tables.enrolment_code.insert().values(expires_at=store.now() + codes.LIFETIME, **row))
    return codes.shown(code)


def fetched(store: Store, lookup: bytes) -> bytes | CodeEnd:
    """Return the sealed enrolment that a code leads to, or why it leads to none.

    It may be fetched again until a device has claimed its place: a reply may be lost. Who asks has the code, of which
    the ``lookup`` is made: it tells a stranger nothing.
    """
    table = tables.enrolment_code
    row = store.first(select(table).where(table.c.lookup == lookup))
    known = credential(store, row.device) if row else None
    if row is None or known is None:
        return CodeEnd.UNKNOWN
    if known.public or known.revoked_at is not None:
        return CodeEnd.USED
    return bytes(row.sealed) if row.expires_at > store.now() else CodeEnd.EXPIRED


def approve(store: Store, public: bytes) -> int:
    """Give the copy of a device that asks under the key ``public`` a number of its own; return it.

    Approving twice changes nothing. Raises ``UnknownDevice``.
    """
    asking = next((copy for copy in copies(store) if copy.public == public), None)
    known = credential(store, asking.device) if asking else None
    if asking is None or known is None:
        raise UnknownDevice("Aucune copie de poste n’attend de numéro sous cette clé.")
    if asking.number is not None:
        return asking.number
    number = unused_number(store)
    network.add_device(store, device_number=number, antenna=known.antenna)
    add_credential(store, Credential(number, known.antenna, b"", store.now(), public=public, key=known.key))
    grant_number(store, public, number)
    return number


def asking(store: Store) -> tuple[Copy, ...]:
    """Return the copies that wait for a number."""
    return tuple(copy for copy in copies(store) if copy.number is None)


def known(store: Store, device: int) -> bool:
    """Whether a device of that number was ever enrolled here."""
    return credential(store, device) is not None


def revoke(store: Store, device: int) -> None:
    """Answer nothing that ``device`` asks from now on; what it sent stays. Revoking twice changes nothing.

    Raises ``UnknownDevice``.
    """
    held = credential(store, device)
    if held is None:
        raise UnknownDevice(f"Aucun poste n’a le numéro {device}.")
    if held.revoked_at is None:
        change_credential(store, device, revoked_at=store.now())


def recovery_code(store: Store, device: int) -> str:
    """Return the recovery code of ``device``, to be read out; the device replaces it once it has served.

    Raises ``UnknownDevice``, ``NoRecovery`` or ``UnreadableRecovery``.
    """
    held = credential(store, device)
    if held is None:
        raise UnknownDevice(f"Aucun poste n’a le numéro {device}.")
    if not held.recovery:
        raise NoRecovery(f"Le poste {device} n’a pas encore envoyé de code de secours.")
    # Sealed for the key that headquarters had then.
    *newer, oldest = headquarters_keys(store)
    for key in newer:
        try:
            return open_recovery(key.seed, held.recovery)
        except UnreadableRecovery:
            continue
    return open_recovery(oldest.seed, held.recovery)


def _check_address(address: str) -> None:
    if not reaches(address) or len(address) > LONGEST_ADDRESS:
        sentence = (
            f"«\u00a0{repeated(address)}\u00a0» n’est pas une adresse\u202f: elle commence par https:// ou http://."
        )
        raise UnreadableAddress("address", sentence)
