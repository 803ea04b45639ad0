"""Whether this machine has a way out: a hint that it is worth trying now, never a reason not to."""

import socket
from collections.abc import Sequence

SOMEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
"""Addresses of documentation (RFC 5737, RFC 3849): the way to them is the way to anywhere."""

_DISCARD = 9


def way_out(somewhere: Sequence[tuple[socket.AddressFamily, str]] = SOMEWHERE) -> str:
    """Return the address under which this machine would leave for the Internet; empty when it has no way there.

    The system is asked for its route, and nothing is sent: connecting a datagram socket only chooses one.
    """
    for family, address in somewhere:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asked:
                asked.connect((address, _DISCARD))
                return str(asked.getsockname()[0])
        except OSError:
            # No route of this family, or none of this family at all.
            continue
    return ""
