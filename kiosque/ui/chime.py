"""Two soft notes for an arrival, where the system can play them."""

import io
import math
import shutil
import struct
import sys
import tempfile
import wave
from pathlib import Path

from PySide6.QtCore import QProcess

RATE = 22_050
"""Samples a second: enough for notes without overtones."""
NOTES = ((659.26, 0.0), (880.0, 0.16))
"""E5 then A5, a rising fourth: hertz, and seconds after which each begins."""
LASTS, FADES = 0.9, 5.5
"""Seconds in all; how fast a note dies away."""
LOUD = 0.22
"""Of the loudest there is: a room where somebody telephones."""
ATTACK = 0.012
"""Seconds in which a note rises, so that it does not click."""

_PLAYERS = (("paplay", ()), ("pw-play", ()), ("aplay", ("-q",)))


def notes() -> bytes:
    """Return the two notes as a WAV file: one channel of 16 bits."""
    samples = (_sample(place / RATE) for place in range(round(LASTS * RATE)))
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", round(32_767 * each)) for each in samples))
    return written.getvalue()


def _sample(at: float) -> float:
    total = 0.0
    for pitch, begins in NOTES:
        since = at - begins
        if since >= 0:
            total += math.sin(math.tau * pitch * since) * math.exp(-FADES * since) * min(1.0, since / ATTACK)
    # The last moments fade to nothing: a cut would click too.
    return LOUD * total * min(1.0, (LASTS - at) / 0.05)


def find_player() -> tuple[str, ...] | None:
    """Return the command that plays a file, without the file; empty on Windows, whose Python plays; None: nothing."""
    if sys.platform == "win32":  # pragma: no cover - only Windows has it
        return ()
    for name, arguments in _PLAYERS:
        program = shutil.which(name)
        if program:
            return (program, *arguments)
    return None


class Chime:
    """Plays without waiting. The notes are made once, at the first arrival, in a file that goes with the program."""

    def __init__(self, player: tuple[str, ...]) -> None:
        self._player = player
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def ring(self) -> None:
        """Play the two notes."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="kiosque-", ignore_cleanup_errors=True)
            Path(self._folder.name, "arrival.wav").write_bytes(notes())
        file = str(Path(self._folder.name) / "arrival.wav")
        if sys.platform == "win32":  # pragma: no cover - only Windows has it
            import winsound  # noqa: PLC0415

            winsound.PlaySound(file, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        else:
            program, *arguments = self._player
            QProcess.startDetached(program, [*arguments, file])

    def close(self) -> None:
        """Take the file away."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
