"""Who a database is, and how far its journal went: what a machine knows of itself."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this database is. ``antenna`` is a record's id, 0 at the central; ``central`` is the central's device number.

    A device proves itself first by ``secret`` (once, from its enrolment), then by its key pair, whose 32-byte ``seed``
    it drew; ``root`` is the public key that headquarters' keys are signed by, ``certificate`` what headquarters said of
    the device's own key. ``epoch`` is not 0 at a central, and another after each restoration: such a store has feeds.
    """

    device: int
    antenna: int
    central: int
    address: str = ""
    secret: bytes = b""
    seed: bytes = b""
    root: bytes = b""
    certificate: bytes = b""
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """How far a device's journal was received, and when (UTC seconds; 0: never).

    ``in_doubt``: entries left since, and no reply came. At the central, ``network`` and ``antenna`` are how far the
    device held its feeds, and ``signature`` is what it signed of its head at number ``signed``.
    """

    number: int
    received_at: int
    in_doubt: bool = False
    network: int = 0
    antenna: int = 0
    signed: int = 0
    signature: bytes = b""

    def with_later(self, later: "Receipt") -> "Receipt":
        """Return what is known after a ``later`` one: a number and a signature never go back."""
        kept = replace(later, number=max(self.number, later.number))
        return replace(kept, signed=self.signed, signature=self.signature) if self.signed > later.signed else kept
