"""Writing somebody down, or correcting who they are; who may be known already is shown while one types."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kiosque.actions import links, network, people
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.links import Possible
from kiosque.actions.people import Answers
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.domain.errors import KnownError
from kiosque.domain.persons import Described
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.choices import tells
from kiosque.ui.animator.people_texts import commune_words, people_words, phone_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Compare, Dossier, Find, WriteDown
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import told
from kiosque.ui.widgets.basics import button, empty, panel, row, words
from kiosque.ui.widgets.chips import Flow
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.person import PersonRow, Shown

FIELDS = ("given_name", "family_name", "birth_year", "commune", "phone", "email")
KEYS = {
    "birth_year": Qt.InputMethodHint.ImhDigitsOnly,
    "phone": Qt.InputMethodHint.ImhDialableCharactersOnly,
    "email": Qt.InputMethodHint.ImhEmailCharactersOnly,
}
"""What is typed where it is no word."""
SUGGESTIONS, FEWER = 3, 2
"""Communes that stand in one line; on a low screen, which is narrow too, or in large letters, fewer."""
COMMUNE = FIELDS.index("commune") + 1
ENLARGED = 1.3
"""From which on letters are large."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the lines, as it was typed."""

    given_name: str = ""
    family_name: str = ""
    birth_year: str = ""
    commune: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be the one that is written down."""

    visitor: int
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class WriteState:
    """``typed`` is put into the lines once, ``commune`` when one is chosen; ``known`` is None where none is wanted."""

    title: str
    how: str
    typed: Typed | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    suggested: tuple[str, ...] = ()
    commune: str | None = None
    known: tuple[Known, ...] | None = None
    look_at: str | None = None


class WriteScreen(AnimatorScreen[WriteState]):
    """Six lines in two columns; at the right, who may be known already."""

    edited = Signal(str, object)
    commune_typed = Signal(str)
    commune_chosen = Signal(str)
    known = Signal(object)
    sent = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.write", "")
        labels = (
            people_words.GIVEN_NAME,
            people_words.FAMILY_NAME,
            people_words.BIRTH_YEAR,
            people_words.COMMUNE,
            people_words.PHONE,
            people_words.EMAIL,
        )
        self._fields = {
            name: Field(theme, f"write.{name}", label, visitor=False, keys=KEYS.get(name, Qt.InputMethodHint.ImhNone))
            for name, label in zip(FIELDS, labels, strict=True)
        }
        self._narrow = theme.metrics.compact or theme.metrics.scale > ENLARGED
        self._offered = QWidget()
        self._chips = Flow(self._offered, 8)
        self._panel = panel("card")
        self._known = self._side(self._panel)
        sides = self.side_by_side(listed(theme, self._answers(), stacked=True), self._panel, spacing=20)
        if not theme.metrics.narrow:
            self._panel.setMinimumWidth(300)
            sides.setStretch(0, 3)
            sides.setStretch(1, 2)
        self.body.addLayout(sides, 1)
        save = button(theme, people_words.SAVE, "write.save", icon="check", kind="primary", clicked=self._send)
        self.body.addLayout(row(1, save))

    def first_focus(self) -> QWidget | None:
        """Type the first name at once."""
        return self._fields["given_name"].line

    def draw(self, state: WriteState) -> None:
        """Show ``state``."""
        self.say_where(state.title, state.how)
        if state.typed is not None:
            for name, each in self._fields.items():
                each.line.setText(str(getattr(state.typed, name)))
        if state.commune is not None:
            self._fields["commune"].line.setText(state.commune)
        for name, each in self._fields.items():
            each.wrong(state.wrong.get(name, ""))
        empty(self._chips)
        for place, label in enumerate(state.suggested[:FEWER] if self._narrow else state.suggested):
            chip = button(self.theme, label, f"write.commune.{place}", icon="map-pin", kind="chip")
            chip.clicked.connect(tells(self.commune_chosen, label))
            self._chips.addWidget(chip)
        self._panel.setVisible(state.known is not None)
        self._draw_known(state.known or ())
        if state.look_at is not None:
            self._fields[state.look_at].line.setFocus()

    def _draw_known(self, known: tuple[Known, ...]) -> None:
        empty(self._known)
        how = people_words.ALREADY_HOW if known else people_words.ALREADY_NONE
        self._known.addWidget(words(people_words.ALREADY, "a-label"))
        self._known.addWidget(words(how, "a-text", "quiet"))
        for each in known:
            made = PersonRow(self.theme, f"known.{each.visitor}", Shown(each.name, each.note, "user-round"))
            made.clicked.connect(tells(self.known, each.visitor))
            self._known.addWidget(made)
        self._known.addStretch(1)

    def _answers(self) -> QWidget:
        holder, grid = QWidget(), QGridLayout()
        columns = 1 if self.theme.metrics.narrow else 2
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, (name, each) in enumerate(self._fields.items()):
            each.line.textEdited.connect(lambda _text, name=name: self.edited.emit(name, self._typed()))
            each.line.returnPressed.connect(self._send)
            # The communes that may be meant stand under the line that they are for.
            line = place // columns + (1 if place >= COMMUNE else 0)
            grid.addWidget(each, line, place % columns, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._offered, COMMUNE // columns, 0, 1, columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._fields["commune"].line.textEdited.connect(self.commune_typed)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 8, 0)
        lines.addLayout(grid)
        lines.addStretch(1)
        return holder

    def _side(self, card: QWidget) -> QVBoxLayout:
        holder, inside = QWidget(), QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 10, 14)
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(8)
        inside.addWidget(listed(self.theme, holder, stacked=True))
        return lines

    def _typed(self) -> Typed:
        return Typed(**{name: each.text() for name, each in self._fields.items()})

    def _send(self) -> None:
        self.sent.emit(self._typed())


class WritePresenter(AnimatorPresenter[WriteState]):
    """Checks what was typed; looks for who is known already, of a new person."""

    def __init__(self, backstage: Backstage, screen: Draws[WriteState], place: WriteDown) -> None:
        super().__init__(backstage, screen)
        self._visitor = place.visitor
        self._looked_for: Typed | None = None
        self._near: str | None = None
        self._insee: str | None = None
        self._suggested: dict[str, str] = {}
        if place.visitor is None:
            title, how = people_words.WRITE_NEW, people_words.WRITE_NEW_HOW
        else:
            title, how = people_words.WRITE_CORRECT, people_words.WRITE_CORRECT_HOW
        known = () if place.visitor is None else None
        self._state = WriteState(title, how, known=known)
        self._begin = _begin(place.typed)

    def start(self) -> None:
        """Show what was looked for in vain, or what is known of the person."""
        visitor = self._visitor
        self.read(_commune_here, self._stand)
        if visitor is None:
            self._next(replace(self._state, typed=self._begin))
            self._look(self._begin)
        else:
            self.read(lambda store: people.answers(store, visitor), self._known_before)

    def back(self) -> None:
        """To the person, or to the search."""
        self.backstage.stage.go(Find() if self._visitor is None else Dossier(self._visitor))

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is writing comes first."""
        self.later(readings)

    def begun(self) -> str | None:
        """The commune that was chosen."""
        return self._insee

    def resume(self, begun: str | None) -> None:
        """Keep it."""
        self._insee = begun

    def edited(self, name: str, typed: Typed) -> None:
        """A line has changed: what was wrong with it is no longer said, and others may be meant."""
        if self._state.wrong.get(name):
            self._next(replace(self._state, wrong={**self._state.wrong, name: ""}))
        if self._visitor is None:
            self._look(typed)

    def commune_typed(self, text: str) -> None:
        """Look for the communes that the letters may mean."""
        found = communes.search(text, SUGGESTIONS, self._near)
        self._suggested = {communes.display(commune): commune.insee for commune in found}
        self._insee = None
        self._next(replace(self._state, suggested=tuple(self._suggested)))

    def commune_chosen(self, label: str) -> None:
        """One of the suggested communes was touched."""
        self._insee = self._suggested[label]
        self._next(replace(self._state, suggested=(), commune=label, wrong={**self._state.wrong, "commune": ""}))

    def choose(self, visitor: int) -> None:
        """It is somebody who is known already: nobody is written down."""
        self.backstage.stage.go(Dossier(visitor))

    def send(self, typed: Typed) -> None:
        """Check, then write."""
        wrong, year = {}, typed.birth_year.strip()
        if year and not (year.isdecimal() and len(year) == 4):  # noqa: PLR2004 - the digits of a year
            wrong["birth_year"] = people_words.YEAR_WRONG
        if typed.commune.strip() and self._insee is None:
            wrong["commune"] = people_words.COMMUNE_UNSURE if self._suggested else people_words.COMMUNE_UNKNOWN
        if wrong:
            self._next(replace(self._state, wrong=wrong, look_at=next(iter(wrong))))
            return
        commune = self._insee if typed.commune.strip() else None
        said = Answers(
            typed.given_name, typed.family_name, int(year) if year else None, commune, typed.phone, typed.email
        )
        visitor, author = self._visitor, self.backstage.animator
        if visitor is None:
            self.write(lambda store: people.write_down(store, said, author=author), self._written, self._wrong)
        else:
            self.write(
                lambda store: people.correct_person(store, visitor, said, author=author), self._corrected, self._wrong
            )

    def _written(self, done: Done) -> None:
        # What was shown while typing is asked again, now that there is somebody to say it of.
        known = self._state.known
        self.backstage.stage.go(Compare(done.record, known[0].visitor) if known else Dossier(done.record))
        self.backstage.offer_undo(done, people_words.WRITTEN, texts.UNDONE, Find())

    def _corrected(self, done: Done) -> None:
        self.backstage.stage.go(Dossier(done.record))
        self.backstage.offer_undo(done, people_words.CORRECTED, texts.UNDONE, Dossier(done.record))

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong={error.field: told(error)}, look_at=error.field))
        else:
            self.backstage.refused(error)

    def _look(self, typed: Typed) -> None:
        self._looked_for = typed
        who = Described(typed.given_name, typed.family_name, typed.phone, typed.email)
        self.read(lambda store: links.possible(store, who), lambda found: self._found(typed, found))

    def _found(self, typed: Typed, found: tuple[Possible, ...]) -> None:
        if typed == self._looked_for:
            self._next(replace(self._state, known=tuple(map(_known, found))))

    def _known_before(self, answers: Answers) -> None:
        self._insee = answers.commune
        typed = Typed(
            answers.given_name,
            answers.family_name,
            str(answers.birth_year or ""),
            commune_words(answers.commune),
            phone_words(answers.phone),
            answers.email,
        )
        self._next(replace(self._state, typed=typed))

    def _stand(self, commune: str | None) -> None:
        self._near = commune

    def _next(self, state: WriteState) -> None:
        # What is put into the lines, and which of them gets the keyboard, is said once.
        self._state = replace(state, typed=None, commune=None, look_at=None)
        self.show(state)


def _begin(typed: str) -> Typed:
    """Return what was looked for as the beginning of an answer: a first name, then a surname; or a telephone."""
    if typed and not any(letter.isalpha() for letter in typed):
        return Typed(phone=typed)
    given, _, family = typed.strip().partition(" ")
    return Typed(_capital(given), _capital(family.strip()))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _known(possible: Possible) -> Known:
    about = people_words.about(possible.birth_year, possible.commune)
    note = " · ".join(filter(None, (people_words.alike(possible.likeness), about)))
    return Known(possible.visitor, possible.name, note)


def _commune_here(store: Store) -> str | None:
    antenna = network.here(store)
    return antenna.commune if antenna else None
