"""Who an envelope is from, as the central knows its devices."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosque.db.keys import Credential, HeldKey, credential, headquarters_keys
from kiosque.db.store import Store
from kiosque.sync.enrolment import verify_claim
from kiosque.sync.envelope import Claim, Direction, Opening, Unsealer, shared_key
from kiosque.sync.refusal import Reason, Refused


@dataclass(frozen=True, slots=True)
class Caller:
    """Who an envelope is from, once its opening is read."""

    known: Credential
    key: HeldKey
    public: bytes
    shared: bytes
    claiming: bool
    """Whether it has no certificate yet."""


def open_whole(store: Store, chunks: Iterable[bytes]) -> Credential:
    """Open a device's envelope to its end, even a revoked one's, and keep nothing of it; return whose it is.

    Raises ``Refused``.
    """
    unsealer = Unsealer(Direction.UP, lambda opening: identify(store, opening).shared)
    return identify(store, unsealer.check(chunks)).known


def identify(store: Store, opening: Opening) -> Caller:
    """Return who an envelope is from, should it open. Raises ``Refused``."""
    known = credential(store, opening.device)
    if known is None:
        raise Refused(Reason.STRANGER, f"device {opening.device} was never enrolled here")
    key = next((key for key in headquarters_keys(store) if key.serial == opening.key), None)
    if key is None:
        raise Refused(Reason.KEY, f"key {opening.key} of headquarters")
    public = _public_of(known, opening.claim)
    return Caller(known, key, public, shared_key(key.seed, public), opening.claim is not None)


def _public_of(known: Credential, claimed: Claim | None) -> bytes:
    """Return the public key to believe a device by. Raises ``Refused`` when its enrolment does not prove it."""
    if claimed is None:
        if not known.public:
            raise Refused(Reason.STRANGER, f"device {known.device} has not claimed its enrolment")
        return known.public
    if known.public == claimed.public:
        return claimed.public
    # Once a device is known by its key its secret is gone: then nobody can tell a second PC from a damaged claim.
    if (known.secret or not known.public) and not verify_claim(known.secret, claimed, known.device):
        raise Refused(Reason.STRANGER, f"the claim of device {known.device}")
    if known.public:
        raise Refused(Reason.USED, f"the enrolment of device {known.device}")
    return claimed.public
