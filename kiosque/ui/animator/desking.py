"""What is done with places: taken, freed, pages counted; called otherwise, added, removed."""

from dataclasses import dataclass, replace

from kiosque.actions.coworking import bookings, desks, passes
from kiosque.actions.coworking.bookings import Booked
from kiosque.actions.coworking.desks import Place
from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.domain.working import WORKED_AT
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.desks import EDIT, USE, USUAL_FORM, DesksState
from kiosque.ui.animator.desks_texts import desks_words
from kiosque.ui.places import Bookings, Desks, More, Passes, Printing
from kiosque.ui.texts import texts
from kiosque.ui.told import told


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs; ``now`` in UTC seconds."""

    places: tuple[Place, ...]
    here: tuple[Present, ...]
    booked: tuple[Booked, ...]
    now: int


class DesksPresenter(AnimatorPresenter[DesksState]):
    """Takes, frees, counts pages; edits."""

    def start(self) -> None:
        """Read the places."""
        self._state = DesksState()
        self.refresh()

    def refresh(self) -> None:
        """Read them again."""
        self.read(_read, self._found)

    def back(self) -> None:
        """To where one came from."""
        self.backstage.stage.go(More())

    def bookings(self) -> None:
        """To who has booked."""
        self.backstage.stage.go(Bookings())

    def passes(self) -> None:
        """To who has a pass."""
        self.backstage.stage.go(Passes())

    def printing(self) -> None:
        """To who printed how many pages."""
        self.backstage.stage.go(Printing())

    def choose_mode(self, mode: str) -> None:
        """A touch takes and frees, or edits."""
        self._next(replace(self._state, mode=mode, taking=None, editing=None, freed=None, wrong="", form=USUAL_FORM))

    def touch(self, desk: int) -> None:
        """A free place is to be taken, a taken one is freed, the chosen one is not after all; or it is edited."""
        state, author = self._state, self.backstage.animator
        place = next((each for each in state.places if each.id == desk), None)
        if state.mode == EDIT:
            chosen = None if state.editing and state.editing.id == desk else place
            form = chosen.form if chosen else USUAL_FORM
            self._next(replace(state, editing=chosen, form=form, wrong=""))
        elif place is not None and place.since is not None:

            def free(store: Store) -> tuple[Done, tuple[int, int]]:
                use = desks.last_use(store, desk)
                return desks.free(store, desk, author=author), use

            self.write(free, self._freed)
        else:
            self._next(replace(state, taking=None if desk == state.taking else desk, freed=None))

    def take(self, visit: int | None) -> None:
        """Somebody who is here, or somebody else, takes it."""
        desk, author = self._state.taking, self.backstage.animator
        visitor = next((each.visitor for each in self._state.here if each.visit == visit), None)
        form = next((each.form for each in self._state.places if each.id == desk), "")

        def sit(store: Store, desk: int) -> tuple[Done, int | None]:
            done = desks.take(store, desk, visit=visit, author=author)
            known = passes.passes_of(store, visitor) if visitor and form in WORKED_AT else ()
            counted = [each.left for each in known if each.left is not None]
            every_day = any(each.left is None for each in known)
            return done, sum(counted) if counted and not every_day else None

        if desk is not None:
            self.write(lambda store: sit(store, desk), self._taken)

    def count_pages(self, pages: int) -> None:
        """So many were printed by who has just left."""
        freed, author = self._state.freed, self.backstage.animator
        if freed is not None:
            self.write(lambda store: desks.count_pages(store, freed[0], pages, author=author), self._counted)

    def choose(self, codes: frozenset[str]) -> None:
        """What a place is."""
        self._next(replace(self._state, form=next(iter(codes), USUAL_FORM)))

    def add(self, name: str) -> None:
        """One place more; or the one that is edited is called so."""
        form, author, editing = self._state.form, self.backstage.animator, self._state.editing

        def write(store: Store) -> Done:
            if editing is None:
                return desks.add_desk(store, label=name, form=form, author=author)
            return desks.correct_desk(store, editing.id, label=name, form=form, author=author)

        said = desks_words.CORRECTED if editing else desks_words.ADDED
        self.write(write, lambda done: self._edited(done, said), self._refused)

    def remove(self) -> None:
        """The place is not there any more."""
        editing, author = self._state.editing, self.backstage.animator
        if editing is not None:
            self.write(
                lambda store: desks.remove(store, editing.id, author=author),
                lambda done: self._edited(done, desks_words.REMOVED),
            )

    def _taken(self, what: tuple[Done, int | None]) -> None:
        done, left = what
        self._state = replace(self._state, taking=None)
        self._done(done, desks_words.taken(left))

    def _freed(self, what: tuple[Done, tuple[int, int]]) -> None:
        done, use = what
        self._state = replace(self._state, freed=use if use[0] else None, taking=None)
        self._done(done, desks_words.FREED)

    def _counted(self, done: Done) -> None:
        self._state = replace(self._state, freed=None)
        self._done(done, desks_words.PAGES_NOTED)

    def _edited(self, done: Done, said: str) -> None:
        self._state = replace(self._state, clear=True, wrong="", editing=None, form=USUAL_FORM)
        self._done(done, said)

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, Desks())
        self.refresh()

    def _refused(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, wrong=told(error)))
        else:
            self.backstage.refused(error)

    def _found(self, read: Read) -> None:
        self._next(replace(self._state, places=read.places, here=read.here, booked=read.booked, now=read.now))

    def _next(self, state: DesksState) -> None:
        self._state = replace(state, clear=False)
        self.show(state)

    def begun(self) -> str:
        """What a touch does."""
        return self._state.mode

    def resume(self, begun: str) -> None:
        """Go on so."""
        if begun != USE:
            self.choose_mode(begun)


def _read(store: Store) -> Read:
    now = store.now()
    return Read(desks.places(store), reception.present(store), bookings.booked_on(store, local(now).date()), now)
