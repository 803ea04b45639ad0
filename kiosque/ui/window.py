"""The one window: one screen at a time, what lies over it, and how long it stays."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.ui.backstage import Backstage
from kiosque.ui.comfort import Comfort
from kiosque.ui.drafts import Draft, Drafts, give_back
from kiosque.ui.enclosure import Enclosure, for_visitors
from kiosque.ui.exercise import Rehearsing
from kiosque.ui.frame import Frame
from kiosque.ui.helps import Helps
from kiosque.ui.keyboard.host import Host
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.language import speak, spoken
from kiosque.ui.line_watch import LineWatch
from kiosque.ui.order import put_in_order
from kiosque.ui.places import Closed, Desk, Home, Place, Quit, Start, Unlock, Welcome
from kiosque.ui.reach import Reach
from kiosque.ui.scanner import Scanner
from kiosque.ui.scans import answer
from kiosque.ui.scene import Scene
from kiosque.ui.services import Practice, Services, UiSettings
from kiosque.ui.steady import Steady
from kiosque.ui.still_here import StillHere
from kiosque.ui.stylesheet import style_sheet
from kiosque.ui.texts import NAME, texts
from kiosque.ui.theme import Theme, density_of, metrics_for
from kiosque.ui.watching import Watching
from kiosque.ui.welcome.texts import words_of as welcome
from kiosque.ui.widgets.toast import Toast

if TYPE_CHECKING:  # the first paint does not wait for the database's libraries
    from kiosque.db.folder import Opened


class Window(Rehearsing):
    """Holds the screen, the toast and the veil; goes from place to place."""

    _journal = Signal()
    """The journal has changed: by a tap, or by what the line brought."""

    def __init__(self, services: Services, lanes: Lanes) -> None:
        super().__init__(services, lanes, NAME)
        self.backstage = Backstage(services, lanes.submit, self)
        self.place: Place = Closed()
        self.comfort = Comfort(services.settings)
        self.theme = self._theme()
        self._ended = False
        self._reach = Reach()
        self._scene = Scene(self._reach, self._switch_language)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        self._room = room
        room.setSpacing(0)
        room.addWidget(self._reach, 1)
        self._toast = Toast(self, services.settings.timings.undo, services.settings.timings.motion)
        self._helps = Helps(services, self.comfort, self._restyle, self)
        # The banner of an exercise is seen whatever is asked.
        over = self if self._rehearsal.leave is None else self._reach
        self._still_here = StillHere(over, services.settings.timings, self.wipe, lambda: self._helps.speaking)
        self._still_here.asked = self._toast.dismiss
        self._scanner = Scanner(self._scanned, self)
        self._keyboard = Host(self._reach, room, self._toast, lambda: self.theme)
        self._keyboard.always = services.settings.keyboard_always
        self._helps.write = self._keyboard.ask
        self._drafts = Drafts(self.backstage, self)
        self.steady = Steady(services.settings.timings.settle, self)
        self._line = LineWatch(self.backstage, self._written, self)
        # What is dropped still says that somebody is there.
        idles = (self._rehearsal.idle, self._still_here.idle)
        enclosure = Enclosure(self._guarded, self)
        self._watching = Watching((*idles, self.steady, self._scanner, self._keyboard, enclosure), self)
        # Queued: it is told by the thread that wrote.
        self._journal.connect(self._changed, Qt.ConnectionType.QueuedConnection)

    def start(self, opened: "Opened | None" = None) -> None:
        """Show the first screen, then import what is heavy while somebody reads it.

        ``opened``: a store that is open already, as that of an exercise.
        """
        self.backstage.opened = opened
        self.attend()
        self._as_usual()
        self.go(self._beginning())
        self._lanes.submit(Lane.DB, self._warm_up, _nothing, self.backstage.refused)

    def go(self, place: Place) -> None:
        """Show another screen. The present one is destroyed: nothing of it can come back."""
        if self._leads_out(place):
            return
        if place.counter and not self.place.counter:
            # What an animator could take back is no visitor's to take back.
            self._toast.dismiss()
        if isinstance(place, Home | Closed) and (self.place.last or not self.place.counter):
            self._as_usual()
        self._drafts.leave()
        self._put(place)
        if isinstance(place, Welcome):
            self._helps.welcome()
        self._drafts.look(place, self._write_on)

    def redraw(self) -> None:
        """Draw the present screen again, in other words or other sizes; what somebody has begun stays."""
        if self._scene.act is None:
            return
        place, begun = self.place, self._scene.begun()
        self._put(place)
        if self.place is place:
            self._scene.resume(begun)

    def _leads_out(self, place: Place) -> bool:
        """Whether ``place`` is behind the counter, and one has gone back to the counter since it was asked for."""
        opened = self.backstage.opened is not None
        return opened and self.place.counter and not place.counter and not isinstance(place, Unlock)

    def _put(self, place: Place) -> None:
        self.place = place
        self._dress()
        act = self._scene.put(place, self.theme, self.backstage)
        self.steady.renewed(everywhere=place.counter)
        (act.screen.first_focus() or self).setFocus()
        self._helps.follow(act.screen)
        changed = self.comfort.changed or spoken() is not self.comfort.settings.language
        self._still_here.watch(place, self.theme, changed=changed)
        self._toast.where = act.screen.toast
        if self._toast.isVisible():
            self._toast.place()
            self._toast.raise_()
        self._line.follow(place, act.screen)
        if isinstance(place, Unlock) and self._rehearsal.leave is not None:
            self.say(welcome.PRACTICE_OPENS)
        self.hold()
        act.presenter.start()
        self._drafts.follow(place, act.screen)

    def _write_on(self, draft: Draft, place: Place) -> None:
        """Go back to where an animator was writing when the power went, unless they do something else already."""
        if isinstance(self.place, Desk):
            self.go(place)
            if self._scene.act is not None and self.place == place:
                give_back(self._scene.act.screen, draft)
                self.say(texts.DRAFT_BACK)

    def say(self, sentence: str) -> None:
        """Say one calm sentence over the screen."""
        self._toast.say(self.theme, sentence, visitor=self.place.counter)

    def offer_undo(self, sentence: str, take_back: Callable[[], None]) -> None:
        """Say what was done and offer to take it back, for ten seconds."""
        self._toast.say(self.theme, sentence, visitor=self.place.counter, take_back=take_back)

    def settle(self, settings: UiSettings) -> None:
        """Draw everything in other local settings from now on."""
        if settings.language is not self.comfort.settings.language:
            speak(settings.language)
        self.backstage.settings = self.comfort.settings = settings
        self._keyboard.always = settings.keyboard_always
        self._restyle()

    @property
    def said(self) -> str:
        """The sentence that lies over the screen now; empty when there is none."""
        return self._toast.sentence

    def end(self) -> None:
        """Stop every timer and stop watching: nothing happens after this."""
        self._drafts.end()
        self._ended = True
        self._rehearsal.end()
        self.wait()
        self._helps.close()
        self._scene.leave()

    def fit(self) -> None:
        """Keep what lies over the screen in its place; type follows the height of the window and its screen."""
        if self._theme() != self.theme:
            self._restyle()
        if self._toast.isVisible():
            self._toast.place()
        self._still_here.place()
        self._keyboard.resized()

    def step_back(self) -> bool:
        """Escape goes back, but for what lies over everything."""
        if self._scene.act is None or self._still_here.veiled:
            return False
        self._scene.act.presenter.back()
        return True

    def alone(self) -> bool:
        """Whether nothing else may be seen or heard: a visitor may stand there."""
        return self._guarded()

    def asked_to_go(self) -> None:
        """Ask to be sure, and only where an animator stands; who installs a PC has nothing to lose yet."""
        if not self._guarded():
            if self.backstage.opened is None:
                self.quit()
            else:
                self.go(Quit())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt calls it so
        """Go through the screen as it is read, whatever it has come to show meanwhile."""
        focused = cast("QWidget | None", self.focusWidget())
        if focused is not None and not focused.isVisible():
            # What had the keyboard has gone. Qt would give it to any button, even the one that takes back.
            self.setFocus()
            return True
        if self._scene.act is not None:
            put_in_order(self._scene.act.screen)
        return super().focusNextPrevChild(next)

    def _written(self) -> None:
        # On the thread that wrote; the store may outlive the window.
        if not self._ended:
            self._journal.emit()

    def _changed(self) -> None:
        if self._scene.act is not None:
            self._scene.act.presenter.refresh()
        self._line.say()

    def _theme(self) -> Theme:
        # What a visitor changed is theirs: an animator sees the PC as it is set.
        seen = self.comfort.seen(visitor=for_visitors(self.place))
        height = self.height() - self._rehearsal.height
        metrics = metrics_for(height, density_of(self.screen()), seen.text_scale, width=self.width())
        return Theme(seen.look, metrics)

    def _dress(self) -> None:
        theme = self._theme()
        if theme != self.theme or not self.styleSheet():
            self.theme = theme
            self.setStyleSheet(style_sheet(theme))
        banner = self._rehearsal.banner(self.theme)
        if banner is not None:
            self._room.insertWidget(0, banner)

    def _restyle(self) -> None:
        self._dress()
        self.redraw()

    def _guarded(self) -> bool:
        """Whether a visitor may stand there: nobody has said that they are an animator."""
        return self._services.settings.enclosed and for_visitors(self.place)

    def _warm_up(self) -> None:
        self._services.warm_up()
        import_module("kiosque.ui.routes")

    def _scanned(self, readings: tuple[str, ...]) -> None:
        if self._scene.act is None:
            return
        if self._still_here.veiled and for_visitors(self.place):
            # Nobody answered *Encore là ?*: who shows a card is the next one.
            self.wipe()
        elif self._still_here.veiled:
            self._still_here.answer()
        told = answer(self.place, readings)
        if isinstance(told, Place):
            self.go(told)
        elif isinstance(told, str):
            self.say(told)
        elif self._scene.act is not None:
            self._scene.act.presenter.scanned(told)

    def wipe(self) -> None:
        """Nobody is there any more: keep what an animator wrote, forget what a visitor did."""
        self._drafts.leave(to_come_back=True)
        self._as_usual()
        self.go(self._beginning())

    def _beginning(self) -> Place:
        """Where one is before anybody does anything."""
        if self.backstage.opened is not None:
            return Home()
        return Closed() if self._services.newcomer is None else Start()

    def attend(self) -> None:
        """Hear what happens, and ask how the line is, from now on."""
        self._watching.start()
        self._line.start()
        self._keyboard.start()
        self._rehearsal.attend()

    def wait(self) -> None:
        """Hear nothing and ask nothing, until ``attend``."""
        self._line.stop()
        self._still_here.rest()
        self._keyboard.stop()
        self._toast.dismiss()
        self._watching.stop()

    def another(self, services: Services, practice: Practice, lanes: Lanes) -> Frame:
        """Make the window of an exercise."""
        window = Window(services, lanes)
        window.setGeometry(self.geometry())
        window.start(practice.opened)
        return window

    def _switch_language(self) -> None:
        speak(spoken().following)
        self.redraw()

    def _as_usual(self) -> None:
        """Forget what the last visitor changed."""
        self.comfort.next_visitor()
        speak(self.comfort.settings.language)


def _nothing(_: None) -> None:
    pass
