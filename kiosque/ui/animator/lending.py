"""What is done on the screen of a piece of equipment: its state, lending it, taking it back."""

from dataclasses import dataclass, replace

from kiosque.actions import bins
from kiosque.actions.done import Done
from kiosque.actions.equipping import equipment, loans
from kiosque.actions.equipping.equipment import Event, Piece
from kiosque.actions.visitors import finding, reception
from kiosque.actions.visitors.finding import Person
from kiosque.db.store import Store
from kiosque.db.write import Missing
from kiosque.domain.equipment_codes import HERE, NEEDS_WORDS
from kiosque.domain.equipment_label import read_label
from kiosque.ui.animator.base import AnimatorPresenter
from kiosque.ui.animator.equipment import labels_of
from kiosque.ui.animator.equipment_texts import equipment_words
from kiosque.ui.animator.homonyms import told_apart
from kiosque.ui.animator.piece import Borrower, Out, PieceState
from kiosque.ui.backstage import Backstage
from kiosque.ui.counter.base import likeliest
from kiosque.ui.places import Equipment, Find, Preview
from kiosque.ui.places import Piece as PiecePlace
from kiosque.ui.screen import Draws
from kiosque.ui.texts import texts


class PiecePresenter(AnimatorPresenter[PieceState]):
    """Notes a state, lends, extends, takes back."""

    def __init__(self, backstage: Backstage, screen: Draws[PieceState], place: PiecePlace) -> None:
        super().__init__(backstage, screen)
        self._place = place
        self._asking: str | None = None
        self._read: Read | None = None

    def start(self) -> None:
        """Read it."""
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        piece = self._place.equipment
        self.read(lambda store: _read(store, piece), self._found)

    def back(self) -> None:
        """To all that is here."""
        self.backstage.stage.go(Equipment())

    def begun(self) -> str | None:
        """The state of which it is asked what is wrong."""
        return self._asking

    def resume(self, begun: str | None) -> None:
        """Ask again."""
        self._asking = begun
        self._show()

    def scanned(self, readings: tuple[str, ...]) -> None:
        """Lend to the bearer of a card; another label leads to another piece."""
        if any(map(read_label, readings)):
            super().scanned(readings)
            return
        code, piece, author = likeliest(readings), self._place.equipment, self.backstage.animator
        days = self._place.days
        self.write(
            lambda store: loans.lend_to_card(store, piece, code, loans.due_after(store, days), author=author),
            self._lent,
        )

    def choose_state(self, codes: frozenset[str]) -> None:
        """A state was touched: it is noted, or it is asked what is wrong."""
        state = next(iter(codes), None)
        if state in NEEDS_WORDS:
            self._asking = state
            self._show()
        elif state is not None:
            self._inspect(state, None)

    def choose_problem(self, codes: frozenset[str]) -> None:
        """What is wrong was touched: it is noted."""
        problem = next(iter(codes), None)
        if problem is not None and self._asking is not None:
            self._inspect(self._asking, problem)

    def mistaken(self) -> None:
        """What was noted last is not so."""
        said, author = self._read.piece.said if self._read else None, self.backstage.animator
        if said is not None:
            self.write(
                lambda store: bins.throw_away(store, said, author=author),
                lambda done: self._done(done, equipment_words.TAKEN_BACK),
            )

    def choose_days(self, codes: frozenset[str]) -> None:
        """For another time."""
        self._place = replace(self._place, days=int(next(iter(codes), str(self._place.days))))
        self._show()

    def lend(self, visitor: int) -> None:
        """Somebody who is here takes it along."""
        piece, days, author = self._place.equipment, self._place.days, self.backstage.animator
        self.write(
            lambda store: loans.lend(store, piece, visitor, loans.due_after(store, days), author=author), self._lent
        )

    def find(self) -> None:
        """Look for who takes it along."""
        self.backstage.stage.go(Find(then=self._place))

    def give_back(self) -> None:
        """It is back."""
        piece, author = self._place.equipment, self.backstage.animator
        self.write(
            lambda store: loans.give_back(store, piece, author=author),
            lambda done: self._done(done, equipment_words.BACK_NOTED),
        )

    def extend(self) -> None:
        """They keep it for two weeks more, from today."""
        piece, author = self._place.equipment, self.backstage.animator
        self.write(
            lambda store: loans.extend(store, piece, loans.due_after(store, loans.USUAL_DAYS), author=author),
            lambda done: self._done(done, equipment_words.LONGER_NOTED),
        )

    def never(self) -> None:
        """It was never lent: a mistake."""
        lent, author = self._read.piece.lent if self._read else None, self.backstage.animator
        if lent is not None:
            loan = lent.loan
            self.write(
                lambda store: bins.throw_away(store, loan, author=author),
                lambda done: self._done(done, equipment_words.NO_LOAN_NOTED),
            )

    def label(self) -> None:
        """Look at its label."""
        place = self._place
        self.read(
            lambda store: labels_of(store, place.equipment),
            lambda paper: self.backstage.stage.go(Preview(paper, place)),
        )

    def _inspect(self, state: str, problem: str | None) -> None:
        piece, author = self._place.equipment, self.backstage.animator

        def noted(done: Done) -> None:
            self._asking = None
            self._done(done, equipment_words.NOTED)

        self.write(lambda store: equipment.inspect(store, piece, state, problem=problem, author=author), noted)

    def _lent(self, done: Done) -> None:
        self._done(done, equipment_words.LENT)

    def _done(self, done: Done, said: str) -> None:
        self.backstage.offer_undo(done, said, texts.UNDONE, self._place)
        self.refresh()

    def _found(self, read: "Read | None") -> None:
        if read is None:
            self.back()
            return
        self._read = read
        self._show()

    def _show(self) -> None:
        if self._read is None:
            return
        piece, now = self._read.piece, self.backstage.services.now()
        out = None
        if piece.lent is not None:
            lent = piece.lent
            said = equipment_words.lent(lent.who, lent.since, now)
            out = Out(said, equipment_words.due(lent.due, now), lent.late(now))
        self.show(
            PieceState(
                piece.name,
                equipment_words.about(piece),
                piece.state,
                equipment_words.seen(piece, now),
                self._asking,
                piece.said is not None,
                tuple(equipment_words.event(each, now) for each in self._read.story),
                out,
                not piece.gone and (piece.state is None or piece.state in HERE),
                piece.gone,
                str(self._place.days),
                tuple(
                    Borrower(each.visitor, name)
                    for each, name in zip(self._read.here, told_apart(self._read.here), strict=True)
                ),
            )
        )


@dataclass(frozen=True, slots=True)
class Read:
    """What the screen needs."""

    piece: Piece
    story: tuple[Event, ...]
    here: tuple[Person, ...]


def _read(store: Store, piece: int) -> Read | None:
    try:
        found = equipment.piece(store, piece)
    except Missing:
        return None
    here = [each.visitor for each in reception.present(store) if each.visitor and each.name]
    return Read(found, equipment.story(store, piece), finding.known(store, here))
