"""What is chosen while a repair is noted; what came of it saves it."""

from dataclasses import dataclass, replace

from kiosque.actions.inputs import BadInput
from kiosque.actions.repairing import repairs
from kiosque.actions.repairing.repairs import Attempt, Item, Known, Noted
from kiosque.actions.visitors import reception
from kiosque.actions.visitors.reception import Present
from kiosque.db.store import Store
from kiosque.domain.errors import KnownError
from kiosque.domain.habits import Offered
from kiosque.domain.label import read_label
from kiosque.domain.repair_codes import CATEGORIES, END_OF_LIFE, PROBLEMS
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.choices import choices_of
from kiosque.ui.animator.repair import NOBODY, UNSAID, RepairState
from kiosque.ui.animator.repair_form import Typed, item_from
from kiosque.ui.animator.repair_texts import about, name_of, repair_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.backstage import Backstage
from kiosque.ui.places import Desk, Repair, Repairs, Thing
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts
from kiosque.ui.told import told
from kiosque.ui.widgets.chips import Chip

MOST_HERE = 12
"""As many who are here are offered as who brought it: the last who came."""


@dataclass(frozen=True, slots=True)
class Read:
    """What is usual here, who is here, and the object that comes back."""

    choices: tuple[Offered, Offered]
    here: tuple[Present, ...]
    known: Known | None


class RepairPresenter(AnimatorPresenter[RepairState]):
    """Saves when an outcome is touched; of an object at the end of its life, when it is said what prevents more."""

    def __init__(self, backstage: Backstage, screen: Draws[RepairState], place: Repair) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._label = place.label
        self._item: int | None = None
        self._state = RepairState(repair_words.title(place.whom), visit=place.visit)

    def start(self) -> None:
        """Ask what is usual here, and which object it is."""
        label = self._label
        self.read(lambda store: _read(store, label), self._found)

    def begun(self) -> tuple[RepairState, int | None]:
        """Return what was chosen."""
        return self._state, self._label

    def resume(self, begun: tuple[RepairState, int | None]) -> None:
        """Choose it again."""
        before, self._label = begun
        self._next(
            replace(
                self._state,
                **{name: getattr(before, name) for name in ("category", "problem", "outcome", "visit", "precising")},
                typed=before.typed,
            )
        )
        self.start()

    def back(self) -> None:
        """To the repairs, or to the desk where somebody was touched."""
        self.backstage.stage.go(Repairs() if self._place.visit is None else Desk())

    def scanned(self, readings: tuple[str, ...]) -> None:
        """An object that comes back shows its label; a card waits."""
        label = next((found for each in readings if (found := read_label(each)) is not None), None)
        if label is None:
            self.later(readings)
        else:
            self._label = label
            self.start()

    def choose_category(self, code: str) -> None:
        """What it is."""
        self._next(replace(self._state, category=code))

    def choose_problem(self, code: str) -> None:
        """What is wrong."""
        self._next(replace(self._state, problem=code))

    def choose_outcome(self, code: str) -> None:
        """What came of it: saved at once, unless more is asked."""
        self._next(replace(self._state, outcome=code))
        if code != END_OF_LIFE:
            self._save(code, None)

    def choose_barrier(self, code: str) -> None:
        """What prevents a repair: saved."""
        self._save(END_OF_LIFE, None if code == UNSAID else code)

    def choose_who(self, visit: str) -> None:
        """Who brought it."""
        self._next(replace(self._state, visit=int(visit) or None))

    def precise(self) -> None:
        """Say more, or no more."""
        self._next(replace(self._state, precising=not self._state.precising))

    def edit(self, typed: Typed) -> None:
        """Something is typed."""
        self._state = replace(self._state, typed=typed)

    def _save(self, outcome: str, barrier: str | None) -> None:
        state, author, label = self._state, self.backstage.animator, self._label
        if not state.problem or not (state.category or self._item):
            return
        said = Attempt(state.problem, outcome, barrier, state.typed.note)
        try:
            item: int | Item = self._item or item_from(state.category or "", state.typed)
        except BadInput as error:
            self._wrong(error)
            return
        self.write(
            lambda store: repairs.note_repair(store, item, said, visit=state.visit, label=label, author=author),
            self._saved,
            self._wrong,
        )

    def _saved(self, noted: Noted) -> None:
        self.backstage.stage.go(Thing(noted.item))
        self.backstage.offer_undo(noted, repair_words.SAVED, texts.UNDONE, Repairs())

    def _wrong(self, error: KnownError) -> None:
        if isinstance(error, BadInput):
            self._next(replace(self._state, precising=True, outcome=None, wrong={error.field: told(error)}))
        else:
            self.backstage.refused(error)

    def _found(self, read: Read) -> None:
        categories, problems = read.choices
        known = read.known
        self._item = known.item if known else None
        here = tuple(Chip(str(each.visit), _who(each)) for each in read.here[-MOST_HERE:])
        said = " · ".join(filter(None, (name_of(known.about), about(replace(known.about, brand=""))))) if known else ""
        self._next(
            replace(
                self._state,
                known=said,
                title=repair_words.NEW_OBJECT if self._label is not None and not known else self._state.title,
                category=known.about.category if known else self._state.category,
                categories=choices_of(CATEGORIES, categories),
                problems=choices_of(PROBLEMS, problems),
                here=(Chip(NOBODY, repair_words.NOBODY), *here) if here else (),
            )
        )

    def _next(self, state: RepairState) -> None:
        self._state = state
        self.show(state)


def _who(present: Present) -> str:
    name = present.name or (words_of.UNNAMED if present.visitor is None else words_of.CARD_ONLY)
    return f"{name} · {texts.hour(present.arrived_at)}"


def _read(store: Store, label: int | None) -> Read:
    known = repairs.known(store, label) if label is not None else None
    return Read(repairs.choices(store), reception.present(store), known)
