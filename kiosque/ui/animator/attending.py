"""What is done on the screen of a workshop: marking, signing, calling the next, registering."""

from dataclasses import dataclass, replace

from kiosque.actions import attendance, papers, reception, registrations, workshop_changes, workshops
from kiosque.actions.attendance import SEEN, UNKNOWN, Roll
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.papers import Where
from kiosque.actions.reception import Present
from kiosque.actions.registrations import Attendee
from kiosque.actions.workshops import WorkshopLine
from kiosque.db.store import Store
from kiosque.domain.codes import ATTENDANCE
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.workshops import Seat
from kiosque.ui.animator.attendance import FIRST, SIGN, AttendanceState, Calling, Somebody
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.people_texts import phone_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import likeliest
from kiosque.ui.papers.signing import SigningSheet, rows_of
from kiosque.ui.places import Attendance, Plan, Preview, Sign, Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, told

ABSENT = "noshow"
COMES, COMES_NOT = "comes", "not"


class AttendancePresenter(AnimatorPresenter[AttendanceState]):
    """Marks, signs, calls, and registers."""

    def __init__(self, backstage: Backstage, screen: Draws[AttendanceState], place: Attendance) -> None:
        super().__init__(backstage, screen)
        self._workshop = place.workshop
        self._part = SIGN if place.signing else FIRST
        self._half = 0
        self._missed: frozenset[int] = frozenset()
        self._wrong = ("", "")
        self._clear = False
        self._read: Read | None = None

    def start(self) -> None:
        """Read who is registered."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        workshop = self._workshop
        self.read(lambda store: _read(store, workshop), self._found)

    def back(self) -> None:
        """Back to the workshops."""
        self.backstage.stage.go(Workshops())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Register the bearer of a card."""
        code, author, workshop = likeliest(readings), self.backstage.animator, self._workshop
        self.write(lambda store: registrations.register_card(store, workshop, code, author=author), self._registered)

    def choose(self, part: str) -> None:
        """Another half-day, or the signatures."""
        self._part = part
        if part != SIGN:
            self._half = int(part)
        self._show()

    def touch(self, registration: int) -> None:
        """Present, or absent when they were said to be present; or let them sign."""
        if self._part == SIGN:
            self.backstage.stage.go(Sign(self._workshop, registration, self._half))
            return
        if self._read is None:
            return
        half, author = self._half, self.backstage.animator
        state = ABSENT if self._read.roll.states[registration][half] == SEEN else SEEN
        self.write(
            lambda store: attendance.mark(store, registration, state, author=author, half_day=half), self._marked
        )

    def all_present(self) -> None:
        """Everybody who has a place came."""
        author, workshop, half = self.backstage.animator, self._workshop, self._half
        self.write(
            lambda store: attendance.mark_all_present(store, workshop, author=author, half_day=half), self._marked
        )

    def answer(self, registration: int, said: str) -> None:
        """Somebody was called: they come, they do not, or nobody answered, and the next is called."""
        if said not in (COMES, COMES_NOT):
            self._missed |= {registration}
            self._show()
            return
        author, comes = self.backstage.animator, said == COMES
        words = workshop_words.CALLED if comes else workshop_words.CALLED_OFF
        self.write(
            lambda store: registrations.call(store, registration, comes=comes, author=author),
            lambda done: self._done(done, words),
        )

    def add_here(self, visit: int) -> None:
        """Somebody who is here takes part."""
        author, workshop = self.backstage.animator, self._workshop
        self.write(lambda store: registrations.register(store, workshop, author=author, visit=visit), self._registered)

    def add_name(self, name: str, phone: str, whole_series: bool) -> None:  # noqa: FBT001 - a slot
        """Somebody who called takes part."""
        author, workshop = self.backstage.animator, self._workshop

        def registered(done: Done) -> None:
            self._clear = True
            self._registered(done)
            self.refresh()

        self.write(
            lambda store: registrations.register(
                store, workshop, author=author, called=name, phone=phone, whole_series=whole_series
            ),
            registered,
            self._not_registered,
        )

    def sheet(self) -> None:
        """Look at the sheet to be signed, or that was signed."""
        if self._read is None or self._read.line is None:
            return
        line, roll, where = self._read.line, self._read.roll, self._read.where
        names = tuple(each.name or words_of.ATTENDEE_UNNAMED for each in roll.attendees if _expected(each))
        signed = tuple(roll.signatures[each.registration] for each in roll.attendees if _expected(each))
        paper = SigningSheet(
            line.title,
            line.where or where.antenna,
            where.association,
            tuple((slot.start, slot.end) for slot in roll.half_days),
            self._read.animators,
            rows_of(names, signed, line.capacity),
        )
        self.backstage.stage.go(Preview(paper, Attendance(self._workshop)))

    def again(self) -> None:
        """Plan another like it."""
        self.backstage.stage.go(Plan(self._workshop))

    def call_off(self) -> None:
        """It is not held."""
        author, workshop = self.backstage.animator, self._workshop

        def gone(done: Done) -> None:
            self.backstage.stage.go(Workshops())
            self.backstage.offer_undo(done, workshop_words.CALLED_OFF_NOW, texts.UNDONE, Workshops())

        self.write(lambda store: workshop_changes.call_off(store, workshop, author=author), gone)

    def _registered(self, done: Done) -> None:
        self._wrong = ("", "")
        self._done(done, words_of.REGISTERED)

    def _marked(self, done: Done) -> None:
        self._done(done, words_of.MARKED)

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, Attendance(self._workshop))

    def _not_registered(self, error: KnownError) -> None:
        of_phone = isinstance(error, BadInput) and error.field == "phone"
        self._wrong = ("", told(error)) if of_phone else (told(error), "")
        self.refresh()

    def _found(self, found: "Read") -> None:
        if found.line is None:
            self.back()
            return
        self._read = found
        self._half = min(self._half, len(found.roll.half_days) - 1)
        self._show()

    def _show(self) -> None:
        found = self._read
        if found is None or found.line is None:
            return
        line, roll = found.line, found.roll
        when = f"{texts.day(local(line.starts_at).date())}, {texts.span(line.starts_at, line.ends_at)}"
        subtitle = " · ".join(filter(None, (when, line.where, words_of.places(line.registered, line.capacity))))
        waited_for = any(
            not each.waiting and roll.states[each.registration][self._half] == UNKNOWN for each in roll.attendees
        )
        state = AttendanceState(
            line.title,
            subtitle,
            tuple(self._somebody(each, roll) for each in roll.attendees),
            found.here,
            halves=len(roll.half_days),
            part=self._part,
            calling=self._calling(roll),
            over=line.registered - line.capacity,
            series=found.series,
            waited_for=waited_for,
            wrong=self._wrong,
            clear=self._clear,
        )
        self.show(state)
        self._clear = False

    def _somebody(self, each: Attendee, roll: Roll) -> Somebody:
        name = each.name or words_of.ATTENDEE_UNNAMED
        base = Somebody(each.registration, name, "", "")
        if self._part == SIGN:
            signed = roll.signatures[each.registration][self._half] is not None
            note = workshop_words.SIGNED if signed else workshop_words.TO_SIGN
            return replace(base, note=note, icon="check" if signed else "pencil", look=signed or None)
        state = ATTENDANCE.find(roll.states[each.registration][self._half])
        if each.waiting:
            note = workshop_words.TO_CALL if each.seat is Seat.NEXT else words_of.WAITING
            return replace(base, note=note, icon="phone" if each.seat is Seat.NEXT else "hourglass")
        look = {SEEN: True, UNKNOWN: None}.get(state.code, False)
        return replace(base, note=label_of(state), icon=state.icon or "circle-help", look=look)

    def _calling(self, roll: Roll) -> Calling | None:
        """Return the first of those who wait whom nobody failed to reach just now; None when no place is free."""
        waiting = [each for each in roll.attendees if each.waiting]
        if all(each.seat is not Seat.NEXT for each in waiting):
            return None
        each = next((each for each in waiting if each.registration not in self._missed), waiting[0])
        return Calling(each.registration, each.name or words_of.ATTENDEE_UNNAMED, phone_words(each.phone))


def _expected(each: Attendee) -> bool:
    return each.seat is Seat.HAS


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs; ``line`` is None when the workshop has gone."""

    line: WorkshopLine | None
    roll: Roll
    here: tuple[Present, ...]
    series: bool
    where: Where
    animators: tuple[str, ...]


def _read(store: Store, workshop: int) -> Read:
    line = workshops.line_of(store, workshop)
    return Read(
        line,
        attendance.roll(store, workshop),
        reception.present(store),
        len(registrations.sessions(store.all, workshop, 0)) > 1,
        papers.where(store),
        workshops.holders(store, workshop) if line else (),
    )
