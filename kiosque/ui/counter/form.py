"""What somebody who wants to be remembered says of themselves: a first name and more, if they like."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Remembered
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import CounterPresenter, CounterScreen
from kiosque.ui.counter.known_texts import known_words
from kiosque.ui.counter.texts import words_of
from kiosque.ui.meant import Meant, commune_here
from kiosque.ui.places import Given, Home
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import badge, empty, words
from kiosque.ui.widgets.buttons import Tile, button
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import Grid

WIDEST = 1286
"""Pixels: what a 1366 pixel screen leaves between its margins."""
SUGGESTIONS = 4
FEWER = 3
"""As many communes as fit in a line of chips while one types; on a low screen, which is narrow too, fewer."""
CHOICES = 5
"""Communes between which one chooses; with *another one* there are six things to touch."""
NARROWEST_CHOICE = 380
"""Pixels, at the usual size of the text: of one of the communes between which one must choose."""

NARROWEST = 400
"""Pixels: the longest label stands over its line."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed, as it was typed."""

    given_name: str
    family_name: str
    birth_year: str
    commune: str


@dataclass(frozen=True, slots=True)
class FormState:
    """What is wrong (by field), which communes fit, and the one that was chosen, as it is shown."""

    wrong: dict[str, str] = field(default_factory=dict)
    suggested: tuple[str, ...] = ()
    commune: str | None = None
    look_at: str | None = None
    """The field that gets the keyboard: the first one that is wrong, once the form was sent."""
    which: bool = False
    """Whether one of the suggested communes must be chosen before anything else."""


class FormScreen(CounterScreen[FormState]):
    """Four lines; none must be filled: a card is enough to be recognised."""

    aloud = True
    sent = Signal(object)
    edited = Signal(str)
    commune_typed = Signal(str)
    commune_chosen = Signal(str)
    none_meant = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "counter.form", words_of.FORM)
        self._fields = {
            "given_name": Field(theme, "form.given_name", words_of.GIVEN_NAME, hint=words_of.GIVEN_NAME_FREE),
            "family_name": Field(theme, "form.family_name", words_of.FAMILY_NAME),
            "birth_year": Field(theme, "form.birth_year", words_of.BIRTH_YEAR, keys=Qt.InputMethodHint.ImhDigitsOnly),
            "commune": Field(theme, "form.commune", words_of.COMMUNE, hint=words_of.COMMUNE_HINT),
        }
        self._offered = QWidget()
        self._chips = Flow(self._offered, theme.metrics.gap) if theme.metrics.narrow else QHBoxLayout(self._offered)
        self.body.addStretch(1)
        self.in_middle(self._answers(), WIDEST)
        self.body.addStretch(1)
        self._end = self._last()
        self.in_middle(self._end, WIDEST)
        self.question_beside()

    def _answers(self) -> QWidget:
        """Lay the fields in two columns where they fit, and under them the communes that may be meant."""
        metrics = self.theme.metrics
        grid = Grid(round(NARROWEST * metrics.scale), metrics.gap, most=2)
        for name, each in self._fields.items():
            each.line.textEdited.connect(lambda _text, name=name: self.edited.emit(name))
            each.line.returnPressed.connect(self._send)
        grid.put(list(self._fields.values()))
        self._lines = grid
        self._choices = Grid(round(NARROWEST_CHOICE * metrics.scale), metrics.gap, most=3)
        self._choices.hide()
        self._chips.setSpacing(metrics.gap)
        self._chips.setContentsMargins(0, 0, 0, 0)
        if not metrics.narrow:
            # Nothing moves while one types.
            self._offered.setFixedHeight(metrics.target + 8)
        self._fields["commune"].line.textEdited.connect(self.commune_typed)
        answers = QWidget()
        lines = QVBoxLayout(answers)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(metrics.gap if metrics.narrow else lines.spacing())
        lines.addWidget(grid)
        lines.addWidget(self._offered)
        lines.addWidget(self._choices)
        return answers

    def _last(self) -> QWidget:
        """Say how long the answers are kept, beside the button that gives them."""
        send = button(self.theme, words_of.FORM_SEND, "form.send", icon="id-card", kind="primary", size="visitor")
        send.clicked.connect(self._send)
        self._give = send
        last = QWidget()
        end = self.side_by_side(words(words_of.FORM_KEPT, "text", "quiet"))
        end.setContentsMargins(0, 0, 0, 0)
        end.addWidget(send)
        last.setLayout(end)
        return last

    def first_focus(self) -> QWidget | None:
        """Type one's first name at once."""
        return self._fields["given_name"].line

    def draw(self, state: FormState) -> None:
        """Show ``state``."""
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        if state.commune is not None:
            self._fields["commune"].line.setText(state.commune)
        self._ask_which(state)
        empty(self._chips)
        if isinstance(self._chips, QHBoxLayout):
            self._chips.addStretch(1)
        shown = state.suggested[:FEWER] if self.theme.metrics.compact else state.suggested
        metrics = self.theme.metrics
        room = min(self.width() - 2 * metrics.margin, round(WIDEST * metrics.scale))
        for place, label in enumerate(shown):
            chip = button(self.theme, label, f"form.commune.{place}", icon="map-pin", size="visitor")
            # What it measures is what it will look like.
            chip.setParent(self._offered)
            chip.clicked.connect(lambda _checked=False, label=label: self._choose(label))
            room -= chip.sizeHint().width() + self._chips.spacing()
            if place and room < 0 and not self.theme.metrics.narrow:
                # One more letter brings the one that is meant; half a name would bring another.
                chip.deleteLater()
                break
            self._chips.addWidget(chip)
        if state.look_at is not None and not state.which:
            self._fields[state.look_at].line.setFocus()

    def _ask_which(self, state: FormState) -> None:
        """Ask which commune is meant, and nothing else: the other lines wait behind."""
        self.question.setText(words_of.FORM_WHICH if state.which else words_of.FORM)
        self._lines.setVisible(not state.which)
        self._offered.setVisible(not state.which)
        self._end.setVisible(not state.which)
        self._choices.setVisible(state.which)
        if not state.which:
            return
        tiles = [self._tile(str(place), label, "map-pin") for place, label in enumerate(state.suggested[:CHOICES])]
        for tile, label in zip(tiles, state.suggested, strict=False):
            tile.clicked.connect(lambda _checked=False, label=label: self._settle(label))
        tiles.append(self._tile("none", words_of.COMMUNE_OTHER, "pencil", leaving=True))
        tiles[-1].clicked.connect(lambda _checked=False: self.none_meant.emit())
        self._choices.put(tiles)
        tiles[0].setFocus()

    def _tile(self, name: str, label: str, icon: str, *, leaving: bool = False) -> Tile:
        palette, metrics = self.theme.palette, self.theme.metrics
        colours = (palette.waiting, palette.surface) if leaving else (palette.action, palette.action_soft)
        picture = badge(icon, *colours, metrics.disc(56))
        kind, height = "leaving" if leaving else "plain", metrics.target + 24
        return Tile(self.theme, f"form.which.{name}", label, icon=picture, kind=kind, across=True, height=height)

    def _settle(self, label: str) -> None:
        """Go on with the card that was asked for: the commune was all that lacked."""
        self.commune_chosen.emit(label)
        self._send()

    def _choose(self, label: str) -> None:
        self.commune_chosen.emit(label)
        # The chip has gone: what has the keyboard next must not be a button of something else.
        self._give.setFocus()

    def _send(self) -> None:
        self.sent.emit(Answers(**{name: each.text() for name, each in self._fields.items()}))


class FormPresenter(CounterPresenter[FormState]):
    """Checks what was typed, and makes the card."""

    def __init__(self, backstage: Backstage, screen: Draws[FormState], visit: int) -> None:
        super().__init__(backstage, screen)
        self._visit = visit
        self._state = FormState()
        self._commune = Meant()

    def start(self) -> None:
        """Show an empty form; communes around the antenna come first."""
        self._next(FormState())
        self.read(commune_here, self._stand)

    def begun(self) -> tuple[str | None, dict[str, str]]:
        """Return the communes that were offered, and the one that was chosen."""
        return self._commune.begun()

    def resume(self, begun: tuple[str | None, dict[str, str]]) -> None:
        """Offer them again."""
        self._commune.resume(begun)
        self._next(FormState({}, () if self._commune.insee else self._commune.offered[:SUGGESTIONS]))

    def back(self) -> None:
        """From which commune it is to what was typed; from there home."""
        if self._state.which:
            self._next(FormState())
        else:
            super().back()

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        del readings
        self.backstage.stage.say(known_words.CARD_LATER)

    def edited(self, name: str) -> None:
        """Somebody is mending a field: what was wrong with it is no longer said."""
        if self._state.wrong.get(name):
            self._next(replace(self._state, wrong={**self._state.wrong, name: ""}, look_at=None))

    def commune_typed(self, text: str) -> None:
        """Look for the communes that the letters may mean."""
        found = self._commune.typed(text)
        unknown = bool(text.strip()) and not found
        wrong = {**self._state.wrong, "commune": words_of.COMMUNE_UNKNOWN if unknown else ""}
        self._next(FormState(wrong, found[:SUGGESTIONS]))

    def commune_chosen(self, label: str) -> None:
        """One of the suggested communes was touched."""
        self._commune.choose(label)
        self._next(FormState({**self._state.wrong, "commune": ""}, (), label))

    def none_meant(self) -> None:
        """None of those between which they had to choose: they may type another, or leave it out."""
        self._commune.typed("")
        self._next(FormState({}, (), "", "commune"))

    def sent(self, answers: Answers) -> None:
        """Check the answers; make the card when nothing is wrong."""
        wrong: dict[str, str] = {}
        year = answers.birth_year.strip()
        if year and not (year.isdecimal() and len(year) == 4):  # noqa: PLR2004 - the digits of a year
            wrong["birth_year"] = words_of.BIRTH_YEAR_WRONG
        if not self._commune.settle(answers.commune):
            wrong["commune"] = words_of.COMMUNE_UNSURE if self._commune.offered else words_of.COMMUNE_UNKNOWN
        if wrong:
            offered = self._commune.offered if "commune" in wrong else ()
            which = bool(offered) and len(wrong) == 1
            shown = offered if which else offered[:SUGGESTIONS]
            self._next(FormState(wrong, shown, look_at=next(iter(wrong)), which=which))
            return
        visit, insee = self._visit, self._commune.insee if answers.commune.strip() else None

        def remember(store: Store) -> Remembered:
            return reception.remember(
                store,
                visit,
                given_name=answers.given_name,
                family_name=answers.family_name,
                birth_year=int(year) if year else None,
                commune=insee,
            )

        self.write(remember, self._remembered, self._refused)

    def _remembered(self, made: Remembered) -> None:
        self.backstage.stage.go(Given(made.given_name, made.card, made.record))
        self.backstage.offer_undo(made, words_of.CARD_READY, texts.UNDONE, Home())

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}, look_at=error.field))
        else:
            self.backstage.refused(error)

    def _stand(self, commune: str | None) -> None:
        self._commune.near = commune

    def _next(self, state: FormState) -> None:
        self._state = state
        self.show(state)
