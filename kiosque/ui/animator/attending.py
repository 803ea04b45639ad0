"""What is done on the screen of a workshop: marking, signing, calling the next, registering."""

from dataclasses import replace

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.workshops import attendance, registrations, workshop_changes, workshop_groups
from kiosque.actions.workshops.attendance import SEEN, UNKNOWN, Roll
from kiosque.actions.workshops.registrations import Attendee
from kiosque.actions.workshops.workshop_groups import Together
from kiosque.db.store import Store
from kiosque.domain.codes import ATTENDANCE, GROUP_LEVELS
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.workshops import Seat
from kiosque.ui.animator.attendance import FIRST, SIGN, AttendanceState, Calling, Somebody
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.people_texts import phone_words
from kiosque.ui.animator.roll import Read, read_roll
from kiosque.ui.animator.texts import words_of
from kiosque.ui.animator.tiles import people_of
from kiosque.ui.animator.workshop_texts import workshop_words
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import likeliest
from kiosque.ui.papers.choice import reminder_of
from kiosque.ui.papers.signing import SigningSheet, rows_of
from kiosque.ui.places import Attendance, Group, Plan, Preview, Sign, Tell, Workshops
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import label_of, short_of, told

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
        self.read(lambda store: read_roll(store, workshop), self._found)

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

    def reminder(self) -> None:
        """Look at the paper that reminds of it."""
        if self._read is not None and self._read.line is not None:
            paper = reminder_of(self._read.line, self._read.where, self._read.animators)
            self.backstage.stage.go(Preview(paper, Attendance(self._workshop)))

    def again(self) -> None:
        """Plan another like it."""
        self.backstage.stage.go(Plan(self._workshop))

    def correct(self) -> None:
        """Say it otherwise."""
        self.backstage.stage.go(Plan(correct=self._workshop))

    def count_group(self) -> None:
        """A class comes, that is not counted yet."""
        self.backstage.stage.go(Group(self._workshop))

    def touch_group(self, group: int) -> None:
        """A class that is here takes part; one that does, does not after all."""
        author, workshop = self.backstage.animator, self._workshop
        if self._read is None:
            return
        if any(each.group == group for each in self._read.groups):
            self.write(
                lambda store: workshop_groups.take_out(store, workshop, group, author=author),
                lambda done: self._done(done, workshop_words.GROUP_TAKEN_OUT),
            )
        else:
            self.write(
                lambda store: workshop_groups.bring_group(store, workshop, group, author=author),
                lambda done: self._done(done, workshop_words.GROUP_BROUGHT),
            )

    def call_off(self, rest: bool) -> None:  # noqa: FBT001 - a slot of called_off
        """It is not held; whoever is to be told is shown next."""
        author, workshop = self.backstage.animator, self._workshop

        def off(store: Store) -> tuple[Done, int]:
            done = workshop_changes.call_off(store, workshop, author=author, rest=rest)
            return done, len(workshop_changes.to_tell(store))

        def gone(what: tuple[Done, int]) -> None:
            done, to_tell = what
            self.backstage.stage.go(Tell() if to_tell else Workshops())
            self.backstage.offer_undo(done, workshop_words.CALLED_OFF_NOW, texts.UNDONE, Workshops())

        self.write(off, gone)

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

    def _found(self, found: Read) -> None:
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
        places, of = words_of.places(line.registered, line.capacity), workshop_words.of(found.programmes)
        subtitle = " · ".join(filter(None, (when, line.where, places, of)))
        waited_for = any(
            not each.waiting and roll.states[each.registration][self._half] == UNKNOWN for each in roll.attendees
        )
        taking = {each.group for each in found.groups}
        state = AttendanceState(
            line.title,
            subtitle,
            tuple(_somebody(each, roll, self._part, self._half) for each in roll.attendees),
            tuple(each for each in found.here if each.group is None),
            tuple(map(_together, found.groups)),
            tuple(each for each in people_of(found.here) if each.group and each.group not in taking),
            halves=len(roll.half_days),
            part=self._part,
            calling=_calling(roll, self._missed),
            over=line.registered - line.capacity,
            series=found.series,
            waited_for=waited_for,
            wrong=self._wrong,
            clear=self._clear,
        )
        self.show(state)
        self._clear = False


def _somebody(each: Attendee, roll: Roll, part: str, half: int) -> Somebody:
    name = each.name or words_of.ATTENDEE_UNNAMED
    base = Somebody(each.registration, name, "", "")
    if part == SIGN:
        signed = roll.signatures[each.registration][half] is not None
        note = workshop_words.SIGNED if signed else workshop_words.TO_SIGN
        return replace(base, note=note, icon="check" if signed else "pencil", look=signed or None)
    state = ATTENDANCE.find(roll.states[each.registration][half])
    if each.waiting:
        note = workshop_words.TO_CALL if each.seat is Seat.NEXT else words_of.WAITING
        return replace(base, note=note, icon="phone" if each.seat is Seat.NEXT else "hourglass")
    look = {SEEN: True, UNKNOWN: None}.get(state.code, False)
    return replace(base, note=label_of(state), icon=state.icon or "circle-help", look=look)


def _together(each: Together) -> Somebody:
    return Somebody(
        each.group, desk_words.group_of(each.size), short_of(GROUP_LEVELS.find(each.level)), "school", look=True
    )


def _calling(roll: Roll, missed: frozenset[int]) -> Calling | None:
    """Return the first of those who wait whom nobody failed to reach just now; None when no place is free."""
    waiting = [each for each in roll.attendees if each.waiting]
    if all(each.seat is not Seat.NEXT for each in waiting):
        return None
    each = next((each for each in waiting if each.registration not in missed), waiting[0])
    return Calling(each.registration, each.name or words_of.ATTENDEE_UNNAMED, phone_words(each.phone))


def _expected(each: Attendee) -> bool:
    return each.seat is Seat.HAS
