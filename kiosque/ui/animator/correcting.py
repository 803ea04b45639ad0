"""What is chosen while a visit is corrected, and writing what differs."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kiosque.actions import bins, corrections
from kiosque.actions.corrections import Stay, Who
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import group_corrections, groups, reception
from kiosque.actions.visitors.reception import Remembered
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.profile import COUNTED, PROFILE
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.communes import wrong_commune
from kiosque.ui.animator.correct_visit import Typed, VisitState
from kiosque.ui.animator.moments import at_hour, clock, closing_at
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.animator.people_texts import commune_words, people_words
from kiosque.ui.animator.visit_group import GroupState
from kiosque.ui.animator.visit_who import WhoState
from kiosque.ui.backstage import Backstage
from kiosque.ui.meant import Meant, commune_here
from kiosque.ui.places import CardOf, CorrectVisit, Dossier, Find, History, Noted
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import told

Hours = tuple[int, int | None]
"""Of an arrival and a departure."""


class CorrectVisitPresenter(AnimatorPresenter[VisitState]):
    """Holds what is chosen; writes only what differs."""

    def __init__(self, backstage: Backstage, screen: Draws[VisitState], place: CorrectVisit) -> None:
        super().__init__(backstage, screen)
        self._visit, self._theirs = place.visit, place.visitor
        self._stay: Stay | None = None
        self._who = Who()
        self._level: str | None = None
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

    def begun(self) -> tuple[str | None, Who, str | None, str | None]:
        """The reason that is chosen, who it was, and the level of a group."""
        return self._state.reason, self._who, self._commune.insee, self._level

    def resume(self, begun: tuple[str | None, Who, str | None, str | None]) -> None:
        """Choose them again."""
        reason, self._who, self._commune.insee, self._level = begun
        self._next(replace(self._state, reason=reason, who=self._said()))

    def somebody(self) -> None:
        """It was somebody else: look for them."""
        self.backstage.stage.go(Find(then=CorrectVisit(self._visit)))

    def nobody(self) -> None:
        """It was somebody who gave no name; what is counted of them stays."""
        self._who = replace(self._who, visitor=None, name="")
        self._next(replace(self._state, who=self._said()))

    def card(self) -> None:
        """They come often and give no name: a card without one makes one person of all their visits."""
        visit, author = self._visit, self.backstage.animator
        self.write(lambda store: reception.remember(store, visit, author=author), self._remembered)

    def _remembered(self, made: Remembered) -> None:
        self.backstage.stage.go(CardOf(made.record))
        self.backstage.offer_undo(made, noted_words.WHO_CARD_MADE, texts.UNDONE, CorrectVisit(self._visit))

    def age(self, codes: frozenset[str]) -> None:
        """They are of another age; touched a second time, of none that was said."""
        band = next(iter(codes), None)
        self._who = replace(self._who, age_band=None if band == self._who.age_band else band)
        self._next(replace(self._state, who=self._said()))

    def profile(self, field: str, code: str | None) -> None:
        """Something else is said of them in codes."""
        said: dict[str, Any] = {field: code}
        self._who = replace(self._who, **said)
        self._next(replace(self._state, who=self._said()))

    def level(self, codes: frozenset[str]) -> None:
        """The group was of another level."""
        self._level = next(iter(codes), self._level)
        self._next(self._state)

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

    def send(self, typed: Typed) -> None:
        """Write what differs."""
        stay, left, commune = self._stay, typed.left, typed.commune
        if stay is None:
            return
        arrived_at = _same_minute(stay.arrived_at, at_hour(stay.arrived_at, typed.arrived))
        left_at = _same_minute(stay.left_at, closing_at(arrived_at or stay.arrived_at, left)) if left.strip() else None
        wrong = {}
        if arrived_at is None:
            wrong["arrived_at"] = noted_words.HOUR_WRONG
        if left.strip() and left_at is None:
            wrong["left_at"] = noted_words.HOUR_WRONG
        if doubt := wrong_commune(self._commune, commune):
            wrong["commune"] = doubt
        if wrong or arrived_at is None:
            self._refuse(wrong)
            return
        who = replace(self._who, commune=self._commune.insee if commune.strip() else None)
        hours = (arrived_at, left_at)
        work = self._group_work(stay.group, typed.school, hours) if stay.group else self._work(stay.id, who, hours)
        self.write(work, lambda done: self._gone(done, noted_words.SAVED), self._wrong)

    def _work(self, visit: int, who: Who, hours: Hours) -> Callable[[Store], Done]:
        reason, author, (arrived_at, left_at) = self._state.reason, self.backstage.animator, hours
        return lambda store: corrections.correct_visit(
            store, visit, reason=reason, arrived_at=arrived_at, left_at=left_at, who=who, author=author
        )

    def _group_work(self, group: int, school: str, hours: Hours) -> Callable[[Store], Done]:
        level, author, (arrived_at, left_at) = self._level or "", self.backstage.animator, hours
        return lambda store: group_corrections.correct_group(
            store, group, level=level, school=school, arrived_at=arrived_at, left_at=left_at, author=author
        )

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

    def _found(self, found: "Read") -> None:
        stay, self._who, self._level = found.stay, found.who, found.level or None
        self._stay, self._commune.insee = stay, self._who.commune
        day = texts.day(local(stay.arrived_at).date())
        about = f"{day} · {noted_words.stayed(stay.arrived_at, stay.left_at)}"
        hours = clock(stay.arrived_at), clock(stay.left_at) if stay.left_at else ""
        who = replace(self._said(), commune=commune_words(self._who.commune))
        self._next(
            VisitState(
                about,
                stay.reason,
                hours,
                group=None if stay.group is None else GroupState(self._level, found.school),
                person=stay.visitor is not None,
                who=who,
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
        profile = {field: getattr(self._who, field) for field in PROFILE}
        unnamed = self._who.visitor is None and self._stay is not None and self._stay.visitor is None
        return WhoState(name, self._who.visitor is not None, self._who.age_band, profile=profile, unnamed=unnamed)

    def _refuse(self, wrong: dict[str, str]) -> None:
        doubt = wrong.get("commune", "")
        who = replace(self._said(), wrong=doubt, suggested=self._commune.offered if doubt else ())
        group = self._state.group and replace(self._state.group, wrong=wrong.get("school", ""))
        self._next(replace(self._state, wrong=wrong, who=who, group=group))

    def _stand(self, commune: str | None) -> None:
        self._commune.near = commune

    def _next(self, state: VisitState) -> None:
        state = replace(state, group=state.group and replace(state.group, level=self._level))
        kept = state.group and replace(state.group, school=None)
        self._state = replace(state, hours=None, who=replace(state.who, commune=None), group=kept)
        self.show(state)


@dataclass(frozen=True, slots=True)
class Read:
    """The visit, who it is said to be, and of a group its level and its school."""

    stay: Stay
    who: Who
    level: str
    school: str


def _read(store: Store, visit: int, theirs: int | None) -> Read:
    stay = corrections.stay_of(store, visit)
    if theirs is not None:
        return Read(stay, corrections.who_is(store, theirs), "", "")
    who = Who(stay.visitor, stay.name, **{name: getattr(stay, name) for name in COUNTED})
    return Read(stay, who, *(groups.of_group(store, stay.group) if stay.group else ("", "")))


def _same_minute(before: int | None, typed: int | None) -> int | None:
    """Return what was typed; the second that was noted when its minute was left as it was."""
    minute = 60
    return before if before is not None and typed == before - before % minute else typed
