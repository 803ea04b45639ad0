"""The enrolment file: what headquarters gives a new PC so that it may speak for an antenna, and the proof of it."""

from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

from kiosque.db.identity import Identity
from kiosque.domain.errors import KnownError
from kiosque.sync.certificates import Device, HeadquartersKey, Public, Record, public_of, verify_key
from kiosque.sync.envelope import MAC_BYTES, Claim
from kiosque.sync.private_file import read_small, write_new
from kiosque.sync.refusal import Refused, malformed

VERSION = 2
SECRET_BYTES = 32

LONGEST_NAME = 200
MOST_OPENERS, MOST_BADGES = 40, 2
"""So many that a file stays under ``private_file.LARGEST``, with a name of thirty letters each."""


class UnreadableEnrolment(KnownError):
    """The file is not an enrolment, is damaged, or is of another version."""


class Opener(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somebody who may open the device first: their record, their name, and the public keys of their badges."""

    animator: Record
    name: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    badges: Annotated[tuple[Public, ...], Meta(max_length=MOST_BADGES)] = ()


class Enrolment(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who the device is, where the central answers, the animator who will open it, and whom it is to believe.

    In the file it is JSON, its bytes in base64.
    """

    version: int
    device: Device
    antenna: Record
    central: Device
    address: Annotated[str, Meta(min_length=1, max_length=200)]
    secret: Annotated[bytes, Meta(min_length=SECRET_BYTES, max_length=SECRET_BYTES)]
    """Good for one key pair: with it the device claims its place, see ``claim``."""
    animator: Record
    root: Public
    """The public key that headquarters' keys are signed by, now and later."""
    key: HeadquartersKey
    """Headquarters' key of today."""
    place: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""
    """The antenna's name: a PC without a line says where it belongs all the same."""
    openers: Annotated[tuple[Opener, ...], Meta(max_length=MOST_OPENERS)] = ()
    """Who else may open it first, ``animator`` before the others; empty in a file of an earlier program."""

    def identity(self, seed: bytes) -> Identity:
        """Return what the device's store keeps of it, with the seed of the key pair that the device drew."""
        return Identity(
            self.device, self.antenna, self.central, self.address, secret=self.secret, seed=seed, root=self.root
        )


def of(identity: Identity, animator: int, key: HeadquartersKey) -> Enrolment:
    """Return the enrolment of a new device, for ``animator`` (record id); ``identity`` has its secret and the root."""
    return Enrolment(
        VERSION,
        identity.device,
        identity.antenna,
        identity.central,
        identity.address,
        identity.secret,
        animator,
        identity.root,
        key,
    )


def bearer(carried: Enrolment, public: bytes) -> int | None:
    """Return whose badge has the key ``public``, as far as the enrolment says; None: nobody's."""
    return next((each.animator for each in carried.openers if public in each.badges), None)


def pack(enrolment: Enrolment) -> bytes:
    """Return the bytes of an enrolment file."""
    return msgspec.json.format(msgspec.json.encode(enrolment))


def unpack(content: bytes, name: str = "inscription") -> Enrolment:
    """Return the enrolment in the bytes of a file called ``name``. Raises ``UnreadableEnrolment``.

    The root's signature is verified: it tells a damaged file. Whom to believe is what the file itself says, so what
    is trusted is the hand that brings it, or the code that opens it.
    """
    try:
        version = msgspec.json.decode(content, type=_Versioned).version
        if version != VERSION:
            raise _of_another_version(version)
        enrolment = msgspec.json.decode(content, type=Enrolment)
        verify_key(enrolment.root, enrolment.key)
        if not reaches(enrolment.address):
            raise malformed(f"the address {enrolment.address}")
    except (msgspec.MsgspecError, UnicodeDecodeError, Refused) as error:
        sentence = "«\u00a0{name}\u00a0» n’est pas un fichier d’inscription, ou il est abîmé."
        raise UnreadableEnrolment(sentence, name=name) from error
    return enrolment


def reaches(address: str) -> bool:
    """Whether a line can be tried to that address of a central."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def write(path: Path, enrolment: Enrolment) -> None:
    """Write an enrolment file, for one PC and to be deleted after: it holds a secret. Raises ``OSError``."""
    write_new(path, pack(enrolment))


def read(path: Path) -> Enrolment:
    """Return the enrolment in a file. Raises ``UnreadableEnrolment``."""
    try:
        content = read_small(path)
    except OSError as error:
        sentence = "«\u00a0{name}\u00a0» ne se lit pas. Apportez un fichier d’inscription."
        raise UnreadableEnrolment(sentence, name=path.name) from error
    return unpack(content, path.name)


def claim(secret: bytes, seed: bytes, device: int) -> Claim:
    """Return how the owner of ``seed`` proves that it was given the ``secret`` of the enrolment of ``device``."""
    public = public_of(seed)
    return Claim(public, _mac(secret, device, public))


def verify_claim(secret: bytes, told: Claim, device: int) -> bool:
    """Whether who tells of its key had the ``secret`` of ``device``; never when the secret is empty, and has served.

    That they have the other half of the key is shown by the envelope, which opens with it.
    """
    return bool(secret) and compare_digest(told.mac, _mac(secret, device, told.public))


class _Versioned(msgspec.Struct):
    version: int


def _of_another_version(version: int) -> UnreadableEnrolment:
    older = "Ce fichier d’inscription vient d’une version plus ancienne de Kiosque. Demandez-en un nouveau."
    newer = "Ce fichier d’inscription vient d’une version plus récente de Kiosque. Demandez-en un nouveau."
    return UnreadableEnrolment(older if version < VERSION else newer)


def _mac(secret: bytes, device: int, public: bytes) -> bytes:
    said = device.to_bytes(4, "big") + public
    return blake2b(said, key=secret, digest_size=MAC_BYTES, person=b"kiosque claim").digest()
