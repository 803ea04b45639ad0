"""What happens around the visits of a demo: wishes, smiles, and the life of the equipment; through actions only."""

import random
from dataclasses import dataclass

from kiosque.actions.equipping import equipment, inventory, loans
from kiosque.actions.equipping.equipment import Piece
from kiosque.actions.visitors import feedback
from kiosque.actions.workshops import wishes
from kiosque.db import records
from kiosque.db.store import Store
from kiosque.demo.events import Arrive, Event, Leave, Open
from kiosque.domain.equipment_codes import BROKEN, HERE, PROBLEMS, WORKS
from kiosque.domain.request_codes import FACES, SUBJECTS

WISHES, SMILES = 0.01, 0.15
"""Share of those who come who wish for a workshop, and of those who say that they leave who touch a face."""

HOW_IT_WAS = (55, 32, 9, 4)
"""How often each face is touched: plausible, not measured."""

STOCK, BREAKS, MENDED, LENDS, BACK = 0.02, 0.01, 0.15, 0.05, 0.7
"""A half-day: that stock is taken, something breaks, what is broken works again, something is lent; and that what is
due comes back."""

PORTABLE = frozenset({"laptop", "tablet"})


@dataclass(slots=True)
class Around:
    """Draws from the moment of each event: what it draws changes nothing of what others do."""

    store: Store

    def play(self, event: Event, animator: int) -> None:
        """Do what goes along with ``event``."""
        rng = random.Random(event.at)
        match event:
            case Arrive() if rng.random() < WISHES:
                wishes.wish(self.store, rng.choice(SUBJECTS.codes).code)
            case Leave() if rng.random() < SMILES:
                face = rng.choices(FACES.codes, HOW_IT_WAS)[0]
                feedback.smile(self.store, face.code)
            case Open():
                self._look_after(rng, animator)
            case _:
                pass

    def _look_after(self, rng: random.Random, animator: int) -> None:
        """Take what is due back, mend, lend, break, take stock: most half-days nothing of it."""
        store, now = self.store, self.store.now()
        pieces = equipment.pieces(store)
        for each in pieces:
            if each.lent and each.lent.late(now) and rng.random() < BACK:
                loans.give_back(store, each.id, author=animator)
            elif each.state == BROKEN and rng.random() < MENDED:
                equipment.inspect(store, each.id, WORKS, author=animator)
        there = [each for each in pieces if each.lent is None and each.state in (None, *HERE)]
        if there and rng.random() < BREAKS:
            problem = rng.choice(PROBLEMS.codes).code
            equipment.inspect(store, rng.choice(there).id, BROKEN, problem=problem, author=animator)
        elif rng.random() < LENDS:
            self._lend(rng, [each for each in there if each.form in PORTABLE and each.state != BROKEN], animator)
        if rng.random() < STOCK:
            for each in there:
                inventory.see(store, each, author=animator)

    def _lend(self, rng: random.Random, pieces: list[Piece], animator: int) -> None:
        """Lend one of ``pieces`` to the person who became known last."""
        table = records.visitor
        known = self.store.first(table.select().where(table.c.deleted.is_not(True)).order_by(table.c.id.desc()))
        if pieces and known is not None:
            last = loans.due_after(self.store, loans.USUAL_DAYS)
            loans.lend(self.store, rng.choice(pieces).id, known.id, last, author=animator)
