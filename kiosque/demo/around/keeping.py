"""The life of the equipment in a demo: lent, given back, broken, mended, and found again by its labels, or not."""

import random
from dataclasses import dataclass

from kiosque.actions.equipping import equipment, inventory, loans
from kiosque.actions.equipping.equipment import Piece
from kiosque.db import records
from kiosque.demo.around.here import Here
from kiosque.demo.events import Event, Open
from kiosque.domain.equipment_codes import BROKEN, HERE, MISSING, PROBLEMS, WORKS

STOCK, BREAKS, MENDED, LENDS, BACK = 0.02, 0.01, 0.15, 0.05, 0.7
"""A half-day: that stock is taken, something breaks, what is broken works again, something is lent; and that what is
due comes back."""

LOST, FOUND = 0.04, 0.5
"""When stock is taken: that a piece is not where it should be; and that one that was missing is."""

PORTABLE = frozenset({"laptop", "tablet"})


@dataclass(frozen=True, slots=True)
class Keeping:
    """What happens to the equipment of an antenna, half-day by half-day."""

    def play(self, event: Event, here: Here) -> None:
        """Take what is due back, mend, lend, break, take stock: most half-days nothing of it."""
        if not isinstance(event, Open):
            return
        store, rng, now = here.store, here.rng, here.store.now()
        pieces = equipment.pieces(store)
        for each in pieces:
            if each.lent and each.lent.late(now) and rng.random() < BACK:
                loans.give_back(store, each.id, author=here.animator)
            elif each.state == BROKEN and rng.random() < MENDED:
                equipment.inspect(store, each.id, WORKS, author=here.animator)
        there = [each for each in pieces if each.lent is None and each.state in (None, *HERE)]
        if there and rng.random() < BREAKS:
            problem = rng.choice(PROBLEMS.codes).code
            equipment.inspect(store, rng.choice(there).id, BROKEN, problem=problem, author=here.animator)
        elif rng.random() < LENDS:
            self._lend(here, [each for each in there if each.form in PORTABLE and each.state != BROKEN])
        if rng.random() < STOCK:
            missing = [each for each in pieces if each.state == MISSING]
            self._take_stock(here, [*there, *(each for each in missing if rng.random() < FOUND)])

    def _take_stock(self, here: Here, there: list[Piece]) -> None:
        """Scan the label of each piece that is found, and note which are not."""
        for each in there:
            if here.rng.random() >= LOST:
                here.wait(10)
                found = equipment.piece_by_label(here.store, (each.label,))
                inventory.see(here.store, found, author=here.animator)
        inventory.note_missing(here.store, author=here.animator)

    def _lend(self, here: Here, pieces: list[Piece]) -> None:
        """Lend one of ``pieces`` to the person who became known last."""
        table = records.visitor
        known = here.store.first(table.select().where(table.c.deleted.is_not(True)).order_by(table.c.id.desc()))
        if pieces and known is not None:
            last = loans.due_after(here.store, loans.USUAL_DAYS)
            loans.lend(here.store, _one_of(here.rng, pieces), known.id, last, author=here.animator)


def _one_of(rng: random.Random, pieces: list[Piece]) -> int:
    return rng.choice(pieces).id
