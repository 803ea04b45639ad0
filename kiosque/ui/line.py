"""What the window says about the line: one of four sentences, its icon and its colour."""

from dataclasses import dataclass

from kiosque.sync.agent import AllReceived, KeptHere, Sending, Silent, Status
from kiosque.ui.texts import texts


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence about the line. ``tone`` names a colour of the palette."""

    sentence: str
    icon: str
    tone: str


def say_line(status: Status, now: int) -> Said:
    """Return what is said of ``status`` at ``now`` (UTC seconds). Offline is normal: it is never red."""
    match status:
        case AllReceived(at):
            return Said(texts.all_received(at, now), "cloud-check", "action")
        case KeptHere(waiting):
            return Said(texts.kept_here(waiting), "archive", "waiting")
        case Sending(done, total):
            return Said(texts.sending(done, total), "cloud-upload", "waiting")
        case Silent(since, _):
            return Said(texts.silent(since, now), "usb", "attention")
