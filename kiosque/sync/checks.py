"""The three checks of *Essayer*, one after the other: the room, the Internet, our service."""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from kiosque.domain.errors import KnownError
from kiosque.sync.reachability import way_out

OUTSIDE = (("80.67.169.12", 53), ("9.9.9.9", 53))
"""Who answers on the Internet whatever our service does, by address: resolvers of FDN and of Quad9, over TCP."""

PATIENCE = 5.0
"""Seconds that each of them has to answer: somebody is looking at the screen."""


class Answer(Enum):
    """What is known of one check."""

    WAITING = "not looked at yet"
    LOOKING = "being looked at"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Checks:
    """How far *Essayer* has come."""

    room: Answer = Answer.LOOKING
    internet: Answer = Answer.WAITING
    service: Answer = Answer.WAITING
    trouble: str = ""
    """What our service, or who stands in its place, had to say; empty when a round went through, or nobody answered."""

    @property
    def over(self) -> bool:
        """Whether all three were looked at."""
        return Answer.LOOKING not in (self.room, self.internet, self.service)


Try = Callable[[], KnownError | None]
"""Does a round; returns why it did not go through."""


def answers(addresses: Sequence[tuple[str, int]] = OUTSIDE, patience: float = PATIENCE) -> bool:
    """Whether one of ``addresses`` answers, if only to refuse, within ``patience`` seconds each."""
    return any(_answers(address, patience) for address in addresses)


def _answers(address: tuple[str, int], patience: float) -> bool:
    try:
        socket.create_connection(address, patience).close()
    except ConnectionRefusedError:
        return True
    except OSError:
        return False
    return True


def proceed(
    checks: Checks, try_round: Try, outside: Callable[[], bool] = answers, way: Callable[[], str] = way_out
) -> Checks:
    """Look at the next thing and return how far one has come. It takes up to the patience of what is looked at.

    None is left out because another failed: what comes last settles what came before.
    """
    if checks.room is Answer.LOOKING:
        return replace(checks, room=_answer(bool(way())), internet=Answer.LOOKING)
    if checks.internet is Answer.LOOKING:
        found = _answer(outside())
        return _settled(replace(checks, internet=found, service=Answer.LOOKING))
    trouble = try_round()
    said = "" if trouble is None or getattr(trouble, "silent", False) else trouble.sentence
    return _settled(replace(checks, service=_answer(trouble is None), trouble=said))


def _answer(found: bool) -> Answer:  # noqa: FBT001 - it is the answer
    return Answer.YES if found else Answer.NO


def _settled(checks: Checks) -> Checks:
    """Say of the nearer what the further one proves."""
    if checks.service is Answer.YES:
        return replace(checks, room=Answer.YES, internet=Answer.YES)
    if checks.internet is Answer.YES:
        return replace(checks, room=Answer.YES)
    return checks
