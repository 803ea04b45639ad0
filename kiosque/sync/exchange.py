"""One round, whatever carries it: bytes in, bytes out."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from kiosque.db.routing import Outside
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.journal.chain import Broken
from kiosque.journal.entry import Entry
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd, Progress, Taken, no_progress
from kiosque.sync.refusal import Reason, Refused, of_journal

MOST_COMPARING = 8
"""Rounds in a row about a journal that forked: three find the place among 250,000 entries, one asks, one goes on."""


class NotSent(KnownError):
    """The line did not take a single byte of a request: the central cannot hold any of it."""


class Line(Protocol):
    """What carries a round."""

    def exchange(self, request: Iterator[bytes]) -> AbstractContextManager[Iterator[bytes]]:
        """Send a request and give the bytes of the reply. Raises a ``KnownError`` when the line does not carry it."""
        ...


def run_round(end: DeviceEnd, line: Line, progress: Progress = no_progress) -> Taken:
    """Do one whole round and return what it brought.

    After a round without a reply the central is first asked how far it is, so that nothing is sent twice. When the
    journal turns out to have forked, the two are compared at once, and a number of its own is asked for.
    Raises what the line raises, or ``Refused``; nothing is lost, and the next round goes on from there.
    """
    try:
        if end.in_doubt:
            taken = _ask(end, line)
            if not end.waiting:
                return taken
        return _send(end, line, progress)
    except Refused:
        if not end.comparing:
            raise
    taken = _compare(end, line)
    if not end.waiting:
        return taken
    try:
        return _send(end, line, progress)
    except Refused:
        # It has its number; how the feeds of a central that was restored go on is compared under that.
        if not end.comparing:
            raise
    return _compare(end, line)


def _send(end: DeviceEnd, line: Line, progress: Progress) -> Taken:
    try:
        with line.exchange(end.request(progress=progress)) as reply:
            return end.take(reply)
    except NotSent:
        end.in_doubt = False
        raise


def _ask(end: DeviceEnd, line: Line) -> Taken:
    with line.exchange(end.request(poll=True)) as reply:
        return end.take(reply)


def _compare(end: DeviceEnd, line: Line) -> Taken:
    for _ in range(MOST_COMPARING):
        try:
            return _ask(end, line)
        except Refused:
            if not end.comparing:
                raise
    raise Refused(Reason.FORKED, "the last common number was not found")


def receive(store: Store, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Do the central's part of a whole round: keep what ``chunks`` bring, give the reply.

    Raises ``Refused`` when whoever sent them has not proved who they are: then nobody is answered.
    """
    end, refused = CentralEnd(store), None
    try:
        for chunk in chunks:
            for frame in end.feed(chunk):
                apply(store, frame.entries)
        end.finish()
    except Refused as why:
        if not end.device:
            raise
        refused = why
    store.keep_receipt(end.device, end.receipt())
    return end.reply(refused)


def apply(store: Store, entries: Iterable[Entry]) -> int:
    """Commit entries, whole or not at all; return how many were new. Raises ``Refused``."""
    try:
        return store.apply(entries)
    except (Broken, Outside) as why:
        raise refusal_of(why) from why


def refusal_of(why: Broken | Outside) -> Refused:
    """Return the refusal of entries that the store did not take."""
    return Refused(Reason.OUTSIDE, str(why)) if isinstance(why, Outside) else of_journal(why)
