"""How often one may try to open: ten times a minute, and less and less often after five wrong ones."""

import logging
import os
from collections import deque
from pathlib import Path

import msgspec

_log = logging.getLogger(__name__)

FREE = 5
"""Wrong secrets in a row before one has to wait: a slip of the hand, capitals, another's passphrase."""

FIRST_WAIT, LONGEST_WAIT = 5, 300
"""Seconds: the wait doubles with each wrong one."""

MOST, WITHIN = 10, 60
"""Attempts, and the seconds in which they may fall (privacy-security, threat 2)."""


class Note(msgspec.Struct, frozen=True):
    """What outlives the program: whoever pulls the plug does not try more often. No secret, no name."""

    made: tuple[int, ...] = ()
    wrong: int = 0


class Attempts:
    """Told of each attempt and its moment (UTC seconds), says how long to wait before the next.

    Badge or passphrase, each attempt counts.
    """

    def __init__(self, kept: Path | None = None) -> None:
        """``kept``: the file that holds what outlives the program; None: nothing does."""
        self._kept = kept
        note = _read(kept) if kept else Note()
        self._made: deque[int] = deque(note.made, maxlen=MOST)
        self._wrong = note.wrong

    def wait(self, now: int) -> int:
        """Return the seconds to wait before another attempt; 0: none."""
        if not self._made:
            return 0
        pause = min(FIRST_WAIT << self._wrong - FREE, LONGEST_WAIT) if self._wrong >= FREE else 0
        crowded = WITHIN if len(self._made) == MOST else 0
        waits = (_left(pause, self._made[-1], now), _left(crowded, self._made[0], now))
        return max(waits)

    def made(self, now: int) -> None:
        """Somebody tries."""
        self._made.append(now)

    def wrong(self) -> None:
        """It was wrong."""
        self._wrong += 1

    def right(self) -> None:
        """It opened."""
        self._wrong = 0

    def before(self) -> Note:
        """Return what to keep before somebody tries: that it was wrong, until it turns out to be right."""
        return Note(tuple(self._made), self._wrong + 1)

    def keep(self, note: Note) -> None:
        """Write ``note`` down, durably. Not on the thread that draws. A full disk keeps nobody from opening."""
        if self._kept is None:
            return
        try:
            temporary = self._kept.with_name(f"{self._kept.name}.new")
            with temporary.open("wb") as stream:
                stream.write(msgspec.json.encode(note))
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(self._kept)
        except OSError as error:
            _log.warning("the attempts to open were not noted: %s", error.strerror)


def _read(kept: Path) -> Note:
    try:
        return msgspec.json.decode(kept.read_bytes(), type=Note)
    except (OSError, msgspec.MsgspecError):
        # None yet, or a disk that lies: the badge and the passphrase hold by themselves.
        return Note()


def _left(pause: int, since: int, now: int) -> int:
    # The clock may have been set back: nobody waits longer than the pause.
    return max(0, min(pause, since + pause - now))
