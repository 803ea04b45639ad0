"""The enrolment file: what headquarters gives a new PC so that it may speak for an antenna."""

from pathlib import Path

import msgspec

from kiosque.db.identity import Identity
from kiosque.domain.errors import KnownError

VERSION = 1


class Enrolment(msgspec.Struct, frozen=True):
    """Who the device is, where the central answers, and the animator who will choose its passphrase."""

    version: int
    device: int
    antenna: int
    central: int
    address: str
    secret: str
    animator: int

    @property
    def identity(self) -> Identity:
        """What the device's store keeps of it."""
        return Identity(self.device, self.antenna, self.central, self.address, self.secret.encode())


class UnreadableEnrolment(KnownError):
    """The file is not an enrolment, or is of a newer program."""


def of(identity: Identity, animator: int) -> Enrolment:
    """Return the enrolment that carries ``identity``, for ``animator`` (record id)."""
    return Enrolment(
        VERSION,
        identity.device,
        identity.antenna,
        identity.central,
        identity.address,
        identity.secret.decode(),
        animator,
    )


def write(path: Path, enrolment: Enrolment) -> None:
    """Write an enrolment file, for one PC and to be deleted after: it holds a secret."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(enrolment)))


def read(path: Path) -> Enrolment:
    """Return the enrolment in a file. Raises ``UnreadableEnrolment``."""
    try:
        enrolment = msgspec.json.decode(path.read_bytes(), type=Enrolment)
    except (OSError, msgspec.MsgspecError) as error:
        sentence = f"« {path.name} » n’est pas un fichier d’inscription, ou il est abîmé."
        raise UnreadableEnrolment(sentence) from error
    if enrolment.version != VERSION:
        sentence = "Ce fichier d’inscription vient d’une version plus récente de Kiosque."
        raise UnreadableEnrolment(sentence)
    return enrolment
