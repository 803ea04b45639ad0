"""A child at the counter, and a hurried animator: any touch, key, scan and switch, in any order, for as long as wanted.

`python -m tests.ui.monkey --steps 10000 --seed 1`; `--from-step N` only prints from there. The suite runs a slice.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosque.actions.visitors import households, reception
from kiosque.ui import app, places
from tests.stores import space
from tests.ui.conftest import BADGE, PASSPHRASE, Kiosk, start
from tests.ui.hands import remembered, words
from tests.ui.watched import Loud, said, settle, tables_hold

KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
)
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHORTCUTS = (
    *((key, _CONTROL) for key in (Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_O, Qt.Key.Key_P, Qt.Key.Key_Escape)),
    *((key, _ALT) for key in (Qt.Key.Key_F4, Qt.Key.Key_Tab, Qt.Key.Key_Space)),
    *((key, Qt.KeyboardModifier.NoModifier) for key in (Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_Menu)),
    (Qt.Key.Key_Delete, _CONTROL | _ALT),
)
"""What asks something of the system."""
MINE = "Mireille"
"""The name that is typed here: no screen keeps it for who comes next."""
TYPED = ("vent", "1951", "é", "Zoé", "@", "  ", "12", "14:30", f"{MINE} Borel")
OTHERS = ("Radegonde", "Castelbouc")
"""Somebody who is here, and whose name nobody else may read."""
SIZES = ((1024, 600), (1366, 768), (1920, 1080), (768, 1024))
GUARDED = (places.Unlock,)
"""Where a visitor may come to that is not the counter’s: a passphrase is asked there."""
LITTLE = (places.Closed, places.Open, places.Unlock)
KEPT_OUT = ("quit.", "settings.quit")
"""What ends the program is not pressed: it would end the test."""
AIDS = ("language", "aids.bigger", "aids.contrast", "aids.keyboard")
MINUTES = (1, 2, 5, 20)
CALM = 6
"""Minutes after which nobody has to wait any more before they open, however often it was tried in vain."""
CROWD = 150
"""Visits of a busy permanence, still there: beyond that, this one is closed."""


class Out(AssertionError):
    """Something that must never happen has happened."""


class Monkey:
    """One of them, in front of one kiosk. Nothing it does may break what ``check`` says."""

    def __init__(self, kiosk: Kiosk, seed: str) -> None:
        self.kiosk, self.draw = kiosk, random.Random(seed)
        self.robot, self.window = kiosk.robot, kiosk.window
        self.done: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        self.trusted = False
        """Whether an animator gave their passphrase, and has not come back to the counter since."""
        self.last = ""
        kiosk.open()
        store = kiosk.space.store
        self.other = remembered(kiosk.space, *OTHERS).card
        reception.sign_in_card(store, self.other)
        moi = remembered(kiosk.space, "Moi")
        home = households.add_member(store, moi.record, given_name="Toi", here=False)
        self.cards = (moi.card, home.card, moi.card[:-1], "AAAAAAAAAA", "https://example.org/1", BADGE[:-1], BADGE)
        """A card, a household’s, what is nobody’s, a badge that does not read, and one that opens."""
        known = (moi.record, home.record)
        self.around: tuple[places.Place, ...] = (
            *(places.Find("toi"), places.WriteDown(typed="Toi Moi"), places.Noted(), places.Noted(visits=True)),
            *(places.Bin(), places.Batch(), places.Group(), places.Team(), places.Papers(), places.Workshops()),
            *(places.Staff(), places.NoteTask()),
            *(place(each) for place in (places.Dossier, places.CardOf, places.Housemates) for each in known),
            places.Compare(*known),
        )

    def step(self) -> None:
        """Do one thing, wait for its answer, and check."""
        acts: tuple[tuple[float, Callable[[], None]], ...] = (
            (0.50, self._touch),
            (0.07, self._touch_anywhere),
            (0.10, self._press),
            (0.02, self._ask_the_system),
            (0.07, self._type),
            (0.07, self._scan),
            (0.01, self._resize),
            (0.04, self._switch),
            (0.02, self._wander),
            (0.02, self._pass_time),
            (0.05, self._wait),
            # A closed counter and a passphrase have little to touch.
            (0.15 if isinstance(self.window.place, LITTLE) else 0.03, self._come_and_go),
        )
        (act,) = self.draw.choices([act for _, act in acts], [weight for weight, _ in acts])
        self.last = f"{act.__name__} on {self.robot.screen}"
        act()
        settle(self.kiosk)
        self.check()

    def check(self) -> None:
        """Nobody is out of visitor mode without a passphrase, and no other name is on a screen of the counter."""
        place = self.window.place
        self.seen[place.name] += 1
        if not self.window.isVisible() or QApplication.activePopupWidget() is not None:
            raise Out(f"something else than the window is to be seen, after {place.name}")
        if place.counter:
            self.trusted = False
            shown = f"{words(self.kiosk)}\n{said(self.kiosk)}"
            kept_from = OTHERS if not isinstance(place, places.Home | places.Closed) else (*OTHERS, MINE)
            for name in kept_from:
                if name in shown:
                    raise Out(f"{name} on {place.name}")
        elif not self.trusted and not isinstance(place, GUARDED):
            raise Out(f"{place.name} without a passphrase")

    def _touch(self) -> None:
        reached = sorted(name for name in self.robot.reachable() if not name.startswith(KEPT_OUT))
        keys = [name for name in reached if name.startswith("key.")]
        if keys and self.draw.random() < 0.5:
            # A keyboard has four times as many keys as a screen has answers.
            reached = keys
        if reached:
            name = self.draw.choice(reached)
            self.last = f"{name} on {self.robot.screen}"
            self.done["touches"] += 1
            self.robot.poke(name)

    def _touch_anywhere(self) -> None:
        self.done["touches"] += 1
        spot = QPoint(self.draw.randrange(self.window.width()), self.draw.randrange(self.window.height()))
        found = self.window.childAt(spot)
        under = self.window if found is None else found
        inside = under.mapFrom(self.window, spot)
        if self.window.place.counter and self.draw.random() < 0.3:
            QTest.mouseClick(under, Qt.MouseButton.RightButton, pos=inside)
            menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, inside, under.mapToGlobal(inside))
            QApplication.sendEvent(under, menu)
        elif not under.objectName().startswith(KEPT_OUT):
            QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=inside)
        self.robot.pump()

    def _press(self) -> None:
        self.done["keys"] += 1
        if not self._at_the_way_out():
            self.robot.press(self.draw.choice(KEYS))

    def _ask_the_system(self) -> None:
        self.done["keys"] += 1
        key, modifiers = self.draw.choice(SHORTCUTS)
        if not self._at_the_way_out():
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        self.robot.pump()

    def _type(self) -> None:
        self.done["keys"] += 1
        # A space presses the button that has the keyboard.
        if not self._at_the_way_out():
            self.robot.type(self.draw.choice(TYPED))

    def _at_the_way_out(self) -> bool:
        focused = cast("QWidget | None", self.window.focusWidget())
        return focused is not None and focused.objectName().startswith(KEPT_OUT)

    def _scan(self) -> None:
        self.done["scans"] += 1
        code = self.draw.choice(self.cards)
        # A badge opens by itself: whoever holds it is trusted, where it is taken.
        self.trusted = self.trusted or code == BADGE
        self.robot.scan(code)
        self.robot.wait_for(lambda: not isinstance(self.window.place, places.Unlock) or self.robot.has("unlock.send"))

    def _resize(self) -> None:
        self.done["switches"] += 1
        self.window.resize(*self.draw.choice(SIZES))
        self.robot.pump()

    def _switch(self) -> None:
        """Ask for another language, another look, larger words, a keyboard: as a visitor, or in the settings."""
        self.done["switches"] += 1
        if self.window.place.counter or isinstance(self.window.place, GUARDED):
            self.robot.poke(self.draw.choice(AIDS))
        elif self.trusted:
            self.window.go(places.Settings())
            settle(self.kiosk)
            offered = sorted(name for name in self.robot.reachable() if name.startswith("settings."))
            self.robot.poke(self.draw.choice([name for name in offered if not name.startswith(KEPT_OUT)]))

    def _wander(self) -> None:
        """Let who is trusted go to any screen behind the counter: what can be touched there comes next."""
        if self.trusted and not isinstance(self.window.place, GUARDED):
            self.done["switches"] += 1
            self.window.go(self.draw.choice(self.around))

    def _pass_time(self) -> None:
        self.done["waits"] += 1
        self.kiosk.space.clock.pass_(minutes=self.draw.choice(MINUTES))

    def _wait(self) -> None:
        """Touch nothing until something happens by itself: *Encore là ?*, the wipe, the end of a greeting."""
        self.done["waits"] += 1
        timers = [each for each in self.window.findChildren(QTimer) if each.isSingleShot() and each.isActive()]
        if timers:
            due = self.draw.choice(timers)
            due.stop()
            due.timeout.emit()
        self.robot.pump()

    def _come_and_go(self) -> None:
        """Let an animator come to their desk, open again what was closed, or let them go back to the counter."""
        self.done["switches"] += 1
        if isinstance(self.window.place, places.Desk) and len(reception.present(self.kiosk.space.store)) > CROWD:
            self._close_and_open()
        elif isinstance(self.window.place, places.Open):
            self.robot.poke(self.draw.choice(("open.go", "open.unknown")))
        elif not self.window.place.counter:
            self.window.go(places.Home())
        elif self.robot.has("animator") and self.robot.reaches("animator"):
            self.kiosk.space.clock.pass_(minutes=CALM)
            self.robot.tap("animator")
            self.robot.wait_for("animator.unlock")
            self.robot.fill("unlock.passphrase", PASSPHRASE)
            self.trusted = True
            self.robot.press(Qt.Key.Key_Return)
            self.robot.wait_for(lambda: not isinstance(self.window.place, places.Unlock))

    def _close_and_open(self) -> None:
        """End a permanence that has seen a crowd, and hold the next one, in which the other is here again."""
        self.robot.tap("desk.close")
        self.robot.wait_for("animator.close")
        self.robot.tap("close.go")
        self.robot.wait_for("animator.thanks")
        self.window.go(places.Closed())
        self.trusted = False
        self.kiosk.space.clock.pass_(minutes=CALM)
        self.kiosk.open()
        reception.sign_in_card(self.kiosk.space.store, self.other)


def main() -> int:
    """Let one loose; return the exit status."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--steps", type=int, default=10_000)
    wanted.add_argument("--seed", default="1")
    wanted.add_argument("--from-step", type=int, default=1 << 60)
    options = wanted.parse_args()
    loud = Loud()
    sys.excepthook = loud.raised
    qInstallMessageHandler(loud.warned)
    app.application()
    with tempfile.TemporaryDirectory() as folder, space(Path(folder)) as nyons:
        kiosk = start(nyons)
        try:
            return _let_loose(Monkey(kiosk, options.seed), options.steps, options.from_step, loud)
        finally:
            kiosk.close()


def _let_loose(monkey: Monkey, steps: int, told_from: int, loud: Loud) -> int:
    spent = 0.0
    for step in range(1, steps + 1):
        began = time.process_time()
        try:
            monkey.step()
        except Exception as error:  # noqa: BLE001 - told with the step that repeats it
            loud.said.append("".join(traceback.format_exception(error)))
        spent += time.process_time() - began
        if step >= told_from:
            print(step, monkey.last)  # noqa: T201 - what it is for
        if loud.said:
            print(f"step {step}, {monkey.last}:", *loud.said, sep="\n")  # noqa: T201
            return 1
        if step % 1_000 == 0:
            here = len(reception.present(monkey.kiosk.space.store))
            # Seconds of the processor for a thousand steps are milliseconds for one.
            print(f"{step} steps, the last thousand {spent:.0f} ms each, {here} here", flush=True)  # noqa: T201
            spent = 0.0
            if not tables_hold(monkey.kiosk):
                break
    held = tables_hold(monkey.kiosk)
    print(dict(monkey.done), dict(monkey.seen.most_common()), f"tables == fold: {held}", sep="\n")  # noqa: T201
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
