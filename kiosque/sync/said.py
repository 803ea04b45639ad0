"""What a device said of itself in a round: remembered once it is known how far its journal is held."""

import msgspec

from kiosque.db.identity import Receipt


class Said(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a round that has been read, to its end or as far as it came."""

    at: int
    """When it was read, UTC seconds."""
    network: int = 0
    """How far the device holds the two feeds, in this life of the central."""
    antenna: int = 0
    last: int = 0
    """The last number that it brought, 0 when nothing."""
    signature: bytes = b""
    """Of its journal's head there; empty before the end."""

    def receipt(self, held: int) -> Receipt:
        """Return what to remember, given up to which number the device's journal is ``held`` now."""
        signed = self.last if self.signature and self.last <= held else 0
        signature = self.signature if signed else b""
        return Receipt(held, self.at, network=self.network, antenna=self.antenna, signed=signed, signature=signature)
