"""A line between a kiosk and its central, as bad as asked: what both ways to make one have in common."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from benchmarks.lane import PROFILES, Profile


@dataclass(frozen=True)
class Counts:
    """What went over the line since the last reset, on connections opened since: bytes as TCP's payload."""

    up: int = 0
    """What the kiosk sent, whether it arrived or not."""
    down: int = 0
    packets_up: int = 0
    packets_down: int = 0
    connections: int = 0
    lost: int = 0
    dropped: int = 0


class Link(Protocol):
    """A line.

    The central is run with the prefix ``far`` before its command, and listens at ``host`` and ``port``; kiosks are run
    with the prefix ``near``, and find it at ``address``.
    """

    how: str
    near: tuple[str, ...]
    far: tuple[str, ...]
    host: str
    port: int
    address: str

    def lead_to(self, address: str) -> None:
        """Say where the central answers, once it does."""
        ...

    def become(self, profile: Profile, seed: str = "") -> None:
        """Be like ``profile`` from now on, drawing its losses from ``seed``."""
        ...

    def reset(self) -> None:
        """Count from nothing, and only what is on connections opened from now on."""
        ...

    def cut_after(self, up: int) -> None:
        """Become dark as soon as so many bytes are counted up, unless it becomes something else before."""
        ...

    def counts(self) -> Counts:
        """Return what was counted."""
        ...


@contextmanager
def opened(*, relay: bool = False) -> Iterator[Link]:
    """Give a line, a cable at first: of network namespaces where they may be had, of a ``relay`` elsewhere."""
    from benchmarks.namespaces import Refused, namespaces  # noqa: PLC0415 - Linux only
    from benchmarks.relay import relaying  # noqa: PLC0415

    if not relay:
        try:
            with namespaces() as link:
                link.become(PROFILES["lan"])
                yield link
                return
        except Refused as why:
            print(f"no network namespaces here ({why}): a relay in user space stands for the line")
    with relaying() as other:
        yield other
