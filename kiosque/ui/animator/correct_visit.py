"""Correcting a visit: why somebody came, when they arrived, when they left."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions import bins, corrections
from kiosque.actions.corrections import Stay, Who
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.db.store import Store
from kiosque.domain.codes import VISIT_REASONS
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.animator.base import AnimatorPresenter, AnimatorScreen
from kiosque.ui.animator.communes import Meant, commune_here
from kiosque.ui.animator.moments import at_hour, clock, closing_at
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.people_texts import commune_words, people_words
from kiosque.ui.animator.visit_who import WhoPart, WhoState
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import CorrectVisit, Dossier, Find, History, Noted
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, told
from kiosque.ui.widgets.bar import Bar
from kiosque.ui.widgets.basics import MOST, words
from kiosque.ui.widgets.buttons import button
from kiosque.ui.widgets.chips import Chip, Chips
from kiosque.ui.widgets.confirmation import Confirmation, Question
from kiosque.ui.widgets.field import Field
from kiosque.ui.widgets.grid import listed
from kiosque.ui.widgets.toast import UNDER, ToastPlace

FIELD_WIDTH = 420
"""Pixels, at the usual size of the text: what an empty line means is said in it, in both languages."""


@dataclass(frozen=True, slots=True)
class VisitState:
    """What holds and what is wrong, by field. The hours are put into their lines once."""

    about: str = ""
    reason: str | None = None
    hours: tuple[str, str] | None = None
    wrong: dict[str, str] = field(default_factory=dict)
    group: bool = False
    person: bool = False
    who: WhoState = field(default_factory=WhoState)


class CorrectVisitScreen(AnimatorScreen[VisitState]):
    """Reasons, two hours, who it was, and a bar."""

    toast = ToastPlace.OVER_BAR
    reason = Signal(frozenset)
    sent = Signal(str, str, str)
    history = Signal()
    record = Signal()
    thrown = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "animator.correct_visit", noted_words.VISIT)
        self._group = False
        self._reasons = Chips(theme, "visit.reason", noted_words.VISIT_WHY)
        self._reasons.offer([Chip(code.code, label_of(code), code.icon) for code in VISIT_REASONS])
        self._reasons.chosen.connect(self.reason)
        self._why = words(noted_words.VISIT_WHY, "a-label")
        self._arrived = Field(
            theme, "visit.arrived", noted_words.ARRIVED, visitor=False, keys=Qt.InputMethodHint.ImhTime
        )
        self._left = Field(
            theme,
            "visit.left",
            noted_words.LEFT,
            hint=noted_words.LEFT_HOW,
            visitor=False,
            keys=Qt.InputMethodHint.ImhTime,
        )
        hours = self.side_by_side(spacing=20)
        for each in (self._arrived, self._left):
            each.setMaximumWidth(round(FIELD_WIDTH * theme.metrics.scale))
            each.line.returnPressed.connect(self._send)
            hours.addWidget(each, MOST)
        hours.addStretch(1)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        lines.addWidget(self._why)
        lines.addWidget(self._reasons)
        lines.addSpacing(14)
        lines.addLayout(hours)
        lines.addSpacing(14)
        self.who = WhoPart(theme)
        lines.addWidget(self.who)
        lines.addSpacing(UNDER)
        lines.addStretch(1)
        self.body.addWidget(listed(theme, holder), 1)
        self._record = button(theme, noted_words.RECORD, "visit.record", icon="id-card", clicked=self.record.emit)
        often = (
            self._record,
            button(theme, noted_words.HISTORY, "visit.history", icon="history", clicked=self.history.emit),
            button(theme, noted_words.THROW, "visit.throw", icon="trash-2", clicked=self._ask),
        )
        self._save = button(theme, noted_words.SAVE, "visit.save", icon="check", kind="primary", clicked=self._send)
        # Nothing is written of what is not read yet.
        self._save.setEnabled(False)
        self.body.addWidget(Bar(often, (self._save,)))

    def draw(self, state: VisitState) -> None:
        """Show ``state``."""
        self.say_where(noted_words.VISIT, state.about)
        self._group = state.group
        self._save.setEnabled(bool(state.about))
        self._record.setVisible(state.person)
        self._why.setVisible(not state.group)
        self._reasons.setVisible(not state.group)
        self.who.setVisible(not state.group)
        self.who.draw(state.who)
        self._reasons.hold(frozenset({state.reason} if state.reason else ()))
        if state.hours is not None:
            for each, hour in zip((self._arrived, self._left), state.hours, strict=True):
                each.line.setText(hour)
        self._arrived.wrong(state.wrong.get("arrived_at", ""))
        self._left.wrong(state.wrong.get("left_at", ""))

    def _ask(self) -> None:
        ask = noted_words.THROW_GROUP if self._group else noted_words.THROW_VISIT
        question = Question(ask, noted_words.THROW_VISIT_LEADS, noted_words.THROW, noted_words.KEEP, "trash-2")
        asking = Confirmation(self.window(), self.theme, question)
        asking.answered.connect(lambda yes: self.thrown.emit() if yes else None)

    def _send(self) -> None:
        self.sent.emit(self._arrived.text(), self._left.text(), self.who.commune())


class CorrectVisitPresenter(AnimatorPresenter[VisitState]):
    """Holds what is chosen; writes only what differs."""

    def __init__(self, backstage: Backstage, screen: Draws[VisitState], place: CorrectVisit) -> None:
        super().__init__(backstage, screen)
        self._visit, self._theirs = place.visit, place.visitor
        self._stay: Stay | None = None
        self._who = Who()
        self._commune = Meant()
        self._state = VisitState()

    def start(self) -> None:
        """Read it, and who it is said to be."""
        visit, theirs = self._visit, self._theirs
        self.read(commune_here, self._stand)
        self.read(lambda store: _read(store, visit, theirs), self._found)

    def back(self) -> None:
        """To the day."""
        self.backstage.stage.go(self._home())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Say to wait: who is correcting comes first."""
        self.later(readings)

    def begun(self) -> tuple[str | None, Who, str | None]:
        """The reason that is chosen, and who it was."""
        return self._state.reason, self._who, self._commune.insee

    def resume(self, begun: tuple[str | None, Who, str | None]) -> None:
        """Choose them again."""
        reason, self._who, self._commune.insee = begun
        self._next(replace(self._state, reason=reason, who=self._said()))

    def somebody(self) -> None:
        """It was somebody else: look for them."""
        self.backstage.stage.go(Find(then=CorrectVisit(self._visit)))

    def nobody(self) -> None:
        """It was somebody who gave no name; what is counted of them stays."""
        self._who = replace(self._who, visitor=None, name="")
        self._next(replace(self._state, who=self._said()))

    def age(self, codes: frozenset[str]) -> None:
        """They are of another age; touched a second time, of none that was said."""
        band = next(iter(codes), None)
        self._who = replace(self._who, age_band=None if band == self._who.age_band else band)
        self._next(replace(self._state, who=self._said()))

    def commune_typed(self, text: str) -> None:
        """Look for the communes that the letters may mean."""
        suggested = self._commune.typed(text)
        self._next(replace(self._state, who=replace(self._said(), suggested=suggested)))

    def commune_chosen(self, label: str) -> None:
        """One of the suggested communes was touched."""
        self._commune.choose(label)
        self._next(replace(self._state, who=replace(self._said(), commune=label)))

    def choose(self, codes: frozenset[str]) -> None:
        """A reason was touched; a second time takes it back."""
        reason = next(iter(codes), None)
        self._next(replace(self._state, reason=None if reason == self._state.reason else reason))

    def send(self, arrived: str, left: str, commune: str) -> None:
        """Write what differs."""
        stay, author, reason = self._stay, self.backstage.animator, self._state.reason
        if stay is None:
            return
        arrived_at = _same_minute(stay.arrived_at, at_hour(stay.arrived_at, arrived))
        left_at = _same_minute(stay.left_at, closing_at(arrived_at or stay.arrived_at, left)) if left.strip() else None
        wrong = {}
        if arrived_at is None:
            wrong["arrived_at"] = noted_words.HOUR_WRONG
        if left.strip() and left_at is None:
            wrong["left_at"] = noted_words.HOUR_WRONG
        if self._commune.wrong(commune):
            wrong["commune"] = self._commune.wrong(commune)
        if wrong or arrived_at is None:
            self._refuse(wrong)
            return
        at = arrived_at
        who = None
        if stay.group is None:
            who = replace(self._who, commune=self._commune.insee if commune.strip() else None)

        def correct(store: Store) -> Done:
            return corrections.correct_visit(
                store, stay.id, reason=reason, arrived_at=at, left_at=left_at, who=who, author=author
            )

        self.write(correct, lambda done: self._gone(done, noted_words.SAVED), self._wrong)

    def history(self) -> None:
        """To who wrote what."""
        self.backstage.stage.go(History(self._visit, self._state.about, CorrectVisit(self._visit)))

    def record(self) -> None:
        """To who came."""
        if self._stay is not None and self._stay.visitor is not None:
            self.backstage.stage.go(Dossier(self._stay.visitor))

    def throw(self) -> None:
        """To the bin: the visit, or the whole group."""
        stay, author = self._stay, self.backstage.animator
        if stay is not None:
            record = stay.group or stay.id
            self.write(
                lambda store: bins.throw_away(store, record, author=author),
                lambda done: self._gone(done, noted_words.THROWN),
            )

    def _found(self, found: tuple[Stay, Who]) -> None:
        stay, self._who = found
        self._stay, self._commune.insee = stay, self._who.commune
        day = texts.day(local(stay.arrived_at).date())
        about = f"{day} · {noted_words.stayed(stay.arrived_at, stay.left_at)}"
        hours = clock(stay.arrived_at), clock(stay.left_at) if stay.left_at else ""
        who = replace(self._said(), commune=commune_words(self._who.commune))
        self._next(
            VisitState(
                about, stay.reason, hours, group=stay.group is not None, person=stay.visitor is not None, who=who
            )
        )

    def _gone(self, done: Done, said: str) -> None:
        self.backstage.stage.go(self._home())
        self.backstage.offer_undo(done, said, texts.UNDONE, self._home())

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._refuse({error.field: told(error)})
        else:
            self.backstage.refused(error)

    def _home(self) -> Noted:
        day = local(self._stay.arrived_at).date().isoformat() if self._stay else ""
        return Noted(day, visits=True)

    def _said(self) -> WhoState:
        """Return who it was, as it stands now; the line of the commune keeps what is in it."""
        name = self._who.name or (people_words.NAMELESS if self._who.visitor else noted_words.UNNAMED)
        return WhoState(name, self._who.visitor is not None, self._who.age_band)

    def _refuse(self, wrong: dict[str, str]) -> None:
        who = replace(self._said(), wrong=wrong.get("commune", ""))
        self._next(replace(self._state, wrong=wrong, who=who))

    def _stand(self, commune: str | None) -> None:
        self._commune.near = commune

    def _next(self, state: VisitState) -> None:
        self._state = replace(state, hours=None, who=replace(state.who, commune=None))
        self.show(state)


def _read(store: Store, visit: int, theirs: int | None) -> tuple[Stay, Who]:
    stay = corrections.stay_of(store, visit)
    if theirs is not None:
        return stay, corrections.who_is(store, theirs)
    return stay, Who(stay.visitor, stay.name, stay.age_band, stay.commune)


def _same_minute(before: int | None, typed: int | None) -> int | None:
    """Return what was typed; the second that was noted when its minute was left as it was."""
    minute = 60
    return before if before is not None and typed == before - before % minute else typed
