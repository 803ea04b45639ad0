"""The reminder of a workshop, in letters that are read at arm's length; a telephone takes it into its calendar."""

from dataclasses import dataclass
from datetime import UTC, datetime

from kiosque.domain.french import capital, local
from kiosque.ui.papers.card import LIGHT, hills
from kiosque.ui.papers.paper import A4, Paper
from kiosque.ui.papers.reminder_texts import reminder_words
from kiosque.ui.papers.sheet import Box, Ink, Sheet, Side, Weight
from kiosque.ui.texts import texts

MARGIN = 20
WIDTH = A4.width - 2 * MARGIN
HILLS = 40
QR_SIDE = 44


@dataclass(frozen=True)
class Reminder(Paper):
    """A workshop: its title, when (UTC seconds), where, and who holds it. Nobody's name who is registered."""

    workshop: str
    starts_at: int
    ends_at: int
    where: str
    association: str
    animators: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What it is called, and of which workshop."""
        return reminder_words.titled(self.workshop, texts.day(local(self.starts_at).date()))

    def draw(self, sheet: Sheet, page: int) -> None:
        """Draw it: what, when, where; each as large as it can be."""
        del page
        hills(sheet, A4, HILLS, 0)
        start = local(self.starts_at)
        end = sheet.write(Box(MARGIN, 20, WIDTH, 12), reminder_words.HEAD, Ink(24, Weight.STRONG, LIGHT.quiet))
        end = sheet.write(Box(MARGIN, end + 4, WIDTH, 24), self.workshop, Ink(46, Weight.HEAVY, LIGHT.action), 3)
        day = capital(reminder_words.day(texts.day(start.date()), start.year))
        end = self._told(sheet, end + 12, "calendar-days", day, 32)
        hours = reminder_words.hours(texts.hour(self.starts_at), texts.hour(self.ends_at))
        end = self._told(sheet, end + 6, "clock", capital(hours), 32)
        where = ", ".join(filter(None, (self.where, self.association)))
        end = self._told(sheet, end + 6, "map-pin", where, 26)
        if self.animators:
            held = reminder_words.held_by(texts.listed(self.animators))
            self._told(sheet, end + 6, "user-round", capital(held), 22)
        square = Box(A4.width - MARGIN - QR_SIDE, A4.height - HILLS - QR_SIDE - 16, QR_SIDE, QR_SIDE)
        sheet.qr(square, self.event())
        under = Box(square.left - 10, square.bottom, QR_SIDE + 20, 5)
        sheet.write(under, reminder_words.PHONE, Ink(9.5, colour=LIGHT.quiet, side=Side.CENTRE))
        foot = Box(MARGIN, square.top + 12, WIDTH - QR_SIDE - 14, 24)
        sheet.write(foot, reminder_words.CANNOT, Ink(18, Weight.STRONG), 4)

    def event(self) -> str:
        """Return what a telephone takes into its calendar (RFC 5545, the event alone)."""
        lines = (
            "BEGIN:VEVENT",
            f"SUMMARY:{_plain(self.workshop)}",
            f"DTSTART:{_utc(self.starts_at)}",
            f"DTEND:{_utc(self.ends_at)}",
            f"LOCATION:{_plain(self.where)}",
            "END:VEVENT",
        )
        return "\n".join(lines)

    def _told(self, sheet: Sheet, top: float, icon: str, said: str, points: float) -> float:
        """Write a line beside its picture; return where it ends."""
        ink = Ink(points, Weight.STRONG)
        side = 12
        sheet.icon(icon, Box(MARGIN, top + (ink.line - side) / 2, side, side), LIGHT.action)
        return sheet.write(Box(MARGIN + side + 6, top, WIDTH - side - 6, ink.line), said, ink, 2)


def _utc(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y%m%dT%H%M%SZ}"


def _plain(text: str) -> str:
    """Return a text as a line of an event holds it."""
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
