"""A voice that reads aloud, where the system has one: espeak-ng, or that of Windows or macOS."""

import contextlib
import shutil
import sys
from dataclasses import dataclass
from subprocess import DEVNULL, PIPE, Popen

SLOWER = "140"
"""Words a minute: slower than the usual 175, for who reads little."""

_NO_CONSOLE = 0x0800_0000 if sys.platform == "win32" else 0
"""CREATE_NO_WINDOW: no black window flashes up over the counter."""

_ESPEAK = ("espeak-ng", "espeak")
# The text comes by the standard input, as for the others: no sentence of ours is ever part of a command.
_WINDOWS = (
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.Rate = -1; "
    "try {{ $voice.SelectVoiceByHints(0, 0, 0, [Globalization.CultureInfo]::new('{language}')) }} catch {{ }}; "
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """A program of the system that reads its standard input aloud."""

    program: str
    arguments: tuple[str, ...]

    def for_language(self, language: str) -> list[str]:
        """Return its arguments for ``fr`` or ``en``."""
        return [each.format(language=language) for each in self.arguments]


def find_reader() -> Reader | None:
    """Return the system's reader; None where there is none, and then nothing is offered."""
    for name in _ESPEAK:
        espeak = shutil.which(name)
        if espeak:
            return Reader(espeak, ("-v", "{language}", "-s", SLOWER, "--stdin"))
    if sys.platform == "win32":  # pragma: no cover - only Windows has it
        powershell = shutil.which("powershell")
        if powershell:
            return Reader(powershell, ("-NoProfile", "-NonInteractive", "-Command", _WINDOWS))
    if sys.platform == "darwin":  # pragma: no cover - only macOS has it
        say = shutil.which("say")
        if say:
            return Reader(say, ())
    return None


class Voice:
    """One voice: what it says next interrupts what it says now. Never waits."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._process: Popen[bytes] | None = None

    @property
    def speaking(self) -> bool:
        """Whether it can be heard."""
        return self._process is not None and self._process.poll() is None

    def read(self, sentences: tuple[str, ...], language: str) -> None:
        """Read ``sentences`` aloud, with a pause between them. A reader that does not start says nothing."""
        self.hush()
        command = [self._reader.program, *self._reader.for_language(language)]
        # A screen's words fit in the pipe: writing them waits for nobody.
        with contextlib.suppress(OSError):
            process = self._process = Popen(  # noqa: S603 - a program of the system, without a shell
                command, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, creationflags=_NO_CONSOLE
            )
            if process.stdin is not None:
                process.stdin.write("\n\n".join(sentences).encode())
                process.stdin.close()

    def hush(self) -> None:
        """Be quiet, at once; nothing of it runs on."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def close(self) -> None:
        """Be quiet for good."""
        self.hush()
