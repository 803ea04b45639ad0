"""Correcting an act of help: everything that was said of it, and a note."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions import bins, corrections
from kiosque.actions.corrections import Help
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.network import programmes
from kiosque.db.store import Store
from kiosque.domain.codelist import CodeList
from kiosque.domain.codes import (
    ADMIN_THEMES,
    DURATIONS,
    OTHER_DURATIONS,
    SERVICES,
    THEMES,
    admin_themes_allowed,
)
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.noted_texts import helped_with, noted_words
from kiosque.ui.animator.precise import FORMAL, Named, PreciseForm, held_by, held_of, precise_from, profile_from
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CorrectHelp, History, Noted
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import short_of, told
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.field import Field, Trouble
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import UNDER, ToastPlace


@dataclass(frozen=True, slots=True)
class HelpState:
    """What is offered, what holds, what is wrong. ``note`` is put into its line once."""

    about: str = ""
    themes: tuple[Chip, ...] = ()
    admin_themes: tuple[Chip, ...] = ()
    services: tuple[Chip, ...] = ()
    durations: tuple[Chip, ...] = ()
    held: dict[str, frozenset[str]] = field(default_factory=dict)
    programmes: tuple[Named, ...] = ()
    note: str | None = None
    wrong: str = ""
    who: bool = True
    belongs: str = ""
    """To which programmes it belongs, by what was said or by their rules."""


class CorrectHelpScreen(AnimatorScreen[HelpState]):
    """Families of chips, a note, and a bar."""

    toast = ToastPlace.OVER_BAR
    chosen = Signal(str, frozenset)
    sent = Signal(str)
    history = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.correct_help", noted_words.HELP)
        self._chips = {
            "themes": Chips(theme, "help.theme", noted_words.HELP_WHAT, several=True),
            "admin_themes": Chips(theme, "help.admin", noted_words.HELP_WHICH, several=True),
            "service": Chips(theme, "help.service", noted_words.HELP_WHOM),
            "duration": Chips(theme, "help.duration", noted_words.HELP_LONG),
        }
        titles = (noted_words.HELP_WHAT, noted_words.HELP_WHICH, noted_words.HELP_WHOM, noted_words.HELP_LONG)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        self._belongs = words("", "a-text", "quiet")
        lines.addWidget(self._belongs)
        self._titles = {}
        for (name, chips), title in zip(self._chips.items(), titles, strict=True):
            self._titles[name] = words(title, "a-label")
            chips.chosen.connect(lambda codes, name=name: self.chosen.emit(name, codes))
            lines.addWidget(self._titles[name])
            lines.addWidget(chips)
            lines.addSpacing(6)
        self._form = PreciseForm(theme, "help", frozenset({"admin_themes"}))
        self._form.chosen.connect(self.chosen)
        lines.addWidget(self._form)
        self._note = Field(theme, "help.note", noted_words.HELP_NOTE, hint=noted_words.HELP_NOTE_HOW, visitor=False)
        lines.addWidget(self._note)
        lines.addSpacing(UNDER)
        lines.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        self._trouble = Trouble(theme, visitor=False)
        self.body.addWidget(self._trouble)
        self._offered = False
        often = (
            button(theme, noted_words.HISTORY, "help.history", icon="history", clicked=self.history.emit),
            button(theme, noted_words.THROW, "help.throw", icon="trash-2", clicked=self.thrown.emit),
        )
        self._save = button(theme, noted_words.SAVE, "help.save", icon="check", kind="primary", clicked=self._send)
        # Nothing is written of what is not read yet.
        self._save.setEnabled(False)
        self.body.addWidget(Bar(often, (self._save,)))

    def draw(self, state: HelpState) -> None:
        """Show ``state``."""
        self.say_where(noted_words.HELP, state.about)
        self._belongs.setText(state.belongs)
        self._belongs.setVisible(bool(state.belongs))
        self._save.setEnabled(bool(state.themes))
        if state.themes and not self._offered:
            self._offered = True
            offered = (state.themes, state.admin_themes, state.services, state.durations)
            for chips, family in zip(self._chips.values(), offered, strict=True):
                chips.offer(family)
        for name, chips in self._chips.items():
            chips.hold(state.held.get(name, frozenset()))
        formal = admin_themes_allowed(state.held.get("themes", frozenset()))
        for name in ("admin_themes", "service"):
            self._chips[name].setVisible(formal)
            self._titles[name].setVisible(formal)
        self._form.show_held(state.held, state.programmes, formal=formal, who=state.who)
        if state.note is not None:
            self._note.line.setText(state.note)
        self._trouble.say(state.wrong)

    def _send(self) -> None:
        self.sent.emit(self._note.text())


class CorrectHelpPresenter(AnimatorPresenter[HelpState]):
    """Holds what is chosen; writes only what differs."""

    def __init__(self, backstage: Backstage, screen: Draws[HelpState], intervention: int) -> None:
        super().__init__(backstage, screen)
        self._intervention = intervention
        self._help: Help | None = None
        self._state = HelpState()

    def start(self) -> None:
        """Read it."""
        intervention = self._intervention
        self.read(lambda store: _read(store, intervention), self._found)

    def back(self) -> None:
        """To the day it was given."""
        self.backstage.stage.go(self._home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is correcting comes first."""
        self.later(readings)

    def begun(self) -> dict[str, frozenset[str]]:
        """What is chosen."""
        return self._state.held

    def resume(self, begun: dict[str, frozenset[str]]) -> None:
        """Choose it again."""
        self._next(replace(self._state, held=begun or self._state.held))

    def choose(self, family: str, codes: frozenset[str]) -> None:
        """Chips of a family were touched. The body and the details go only with an administrative theme."""
        if family == "service" and codes == self._state.held.get("service"):
            codes = frozenset()
        held = {**self._state.held, family: codes}
        if not admin_themes_allowed(held["themes"]):
            held |= {family: frozenset() for family in FORMAL}
        self._next(replace(self._state, held=held, wrong=""))

    def send(self, note: str) -> None:
        """Write what differs."""
        intervention, author, held = self._intervention, self.backstage.animator, self._state.held
        known = self._help.profile if self._help else {}
        if not held.get("themes"):
            self._next(replace(self._state, wrong=noted_words.THEME_MISSING))
            return

        def correct(store: Store) -> Done:
            return corrections.correct_help(
                store,
                intervention,
                themes=_in_order(THEMES, held["themes"]),
                duration=int(next(iter(held["duration"]))),
                service=next(iter(held["service"]), None),
                admin_themes=_in_order(ADMIN_THEMES, held["admin_themes"]),
                text=note,
                author=author,
                precise=precise_from(held),
                profile=profile_from(held, known),
            )

        self.write(correct, self._saved, self._wrong)

    def history(self) -> None:
        """To who wrote what."""
        place = CorrectHelp(self._intervention)
        self.backstage.stage.go(History(self._intervention, self._state.about, place))

    def throw(self) -> None:
        """To the bin."""
        intervention, author = self._intervention, self.backstage.animator
        self.write(
            lambda store: bins.throw_away(store, intervention, author=author),
            lambda done: self._gone(done, noted_words.THROWN),
        )

    def _found(self, read: "Read") -> None:
        found = read.help
        self._help = found
        day = local(found.given_at).date()
        scale = sorted({*DURATIONS, *OTHER_DURATIONS, found.duration})
        when = f"{texts.day(day)}, {texts.hour(found.given_at)}"
        services = [code for code in SERVICES if code.valid_at(day) or code.code == found.service]
        self._next(
            HelpState(
                f"{when} · {helped_with(found.themes, found.service)} · {noted_words.people(found.people)}",
                tuple(Chip(code.code, short_of(code), code.icon) for code in THEMES),
                tuple(Chip(code.code, short_of(code), code.icon) for code in ADMIN_THEMES),
                tuple(Chip(code.code, short_of(code)) for code in services),
                tuple(Chip(str(minutes), texts.duration(minutes)) for minutes in scale),
                {
                    "themes": frozenset(found.themes),
                    "admin_themes": frozenset(found.admin_themes),
                    "service": frozenset({found.service} if found.service else ()),
                    "duration": frozenset({str(found.duration)}),
                    **held_of(found.precise),
                    **held_by(found.profile),
                },
                read.programmes,
                note=found.note,
                who=not found.group,
                belongs=noted_words.belongs(read.belongs),
            )
        )

    def _saved(self, done: Done) -> None:
        self._gone(done, noted_words.SAVED)

    def _gone(self, done: Done, said: str) -> None:
        self.backstage.stage.go(self._home())
        self.backstage.offer_undo(done, said, texts.UNDONE, self._home())

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong=told(error)))
        else:
            self.backstage.refused(error)

    def _home(self) -> Noted:
        return Noted(local(self._help.given_at).date().isoformat() if self._help else "")

    def _next(self, state: HelpState) -> None:
        self._state = replace(state, note=None)
        self.show(state)


@dataclass(frozen=True, slots=True)
class Read:
    """The act of help, the programmes that ran on its day, or that it is said to be of, and those it belongs to."""

    help: Help
    programmes: tuple[Named, ...]
    belongs: tuple[str, ...]


def _read(store: Store, intervention: int) -> Read:
    found = corrections.help_of(store, intervention)
    day = local(found.given_at).date()
    every = {each.id: each for each in programmes.programmes(store)}
    running = {each.id for each in programmes.programmes(store, day)} | {found.precise.programme}
    belongs = programmes.names_of(store, programmes.belongs_to(store, intervention))
    return Read(found, tuple(Named(each.id, each.name) for each in every.values() if each.id in running), belongs)


def _in_order(listed: CodeList, held: frozenset[str]) -> tuple[str, ...]:
    """Return ``held`` codes in the order of their list; one that is not known here comes last."""
    known = [code.code for code in listed if code.code in held]
    return (*known, *sorted(held.difference(known)))
