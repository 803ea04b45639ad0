"""The repair café of a demo: what is brought there, what becomes of it, and the machine that some learn to use."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from kiosque.actions.coworking import desks
from kiosque.actions.coworking.desks import Place
from kiosque.actions.repairing import machines, repair_sessions, repairs
from kiosque.actions.repairing.repairs import Attempt, Item
from kiosque.db import records
from kiosque.db.store import Store
from kiosque.demo.events import Workshop
from kiosque.demo.played import Played
from kiosque.demo.urn import Urn
from kiosque.domain.french import local
from kiosque.domain.network_codes import MACHINE
from kiosque.domain.repair_codes import END_OF_LIFE, FIXED, REPAIRABLE, UNKNOWN

SESSION = Workshop("Repair café", repair_sessions.THEME)
SESSIONS = 0.5
"""Share of the workshops of its antenna."""

_BROUGHT: Urn[tuple[str, tuple[str, ...]]] = Urn(
    (
        (("31", ("heat", "stuck", "no_power")), 12),
        (("36", ("leak", "no_power", "heat")), 14),
        (("15", ("cord", "switch")), 12),
        (("34", ("motor", "cord", "no_power")), 11),
        (("16", ("slow", "battery", "screen")), 10),
        (("unpowered_textile", ("broken",)), 9),
        (("27", ("stuck", "adjust")), 7),
        (("37", ("motor", "broken")), 6),
        (("23", ("sound", "no_power")), 5),
        (("unpowered_bicycle", ("adjust", "stuck")), 5),
        (("18", ("other", "no_power")), 4),
        (("unpowered_furniture", ("broken",)), 3),
    )
)
_OUTCOMES = Urn(((FIXED, 58), (REPAIRABLE, 20), (END_OF_LIFE, 19), (UNKNOWN, 3)))
_BARRIERS: Urn[str | None] = Urn((("6", 30), ("1", 25), ("3", 20), ("2", 15), ("4", 5), ("5", 3), (None, 2)))
_BRANDS = Urn((("", 50), ("Moulinex", 18), ("Philips", 12), ("Singer", 8), ("Calor", 12)))
"""Plausible, not measured; ``docs/data.md`` says so of all that a demo draws."""

COMES_BACK, WEIGHED, BRINGS, LEARNS = 0.12, 0.2, 0.7, 0.2
"""Shares: of objects that come a second time, that are weighed; of who comes to a session with one; of who works at a
place and learns the machine instead."""
VOLUNTEERS = (2, 4)
LOOKS_BACK = 30
"""Among so many of the last repairs is the object that comes back."""
OLDEST, YOUNGEST = 25, 2
"""Years."""


@dataclass(slots=True)
class Bench:
    """The repair café of one antenna, at one PC."""

    rng: random.Random
    played: Played

    def plans(self) -> bool:
        """Whether the workshop that is planned now is a session."""
        return self.rng.random() < SESSIONS

    def hold(self, store: Store, workshop: int, author: int) -> None:
        """Count who helps, and note what those who came brought; nothing when it is no session."""
        table, registration = records.workshop, records.registration
        if store.one(table.select().where(table.c.id == workshop)).theme != SESSION.theme:
            return
        repair_sessions.count_volunteers(store, workshop, self.rng.randint(*VOLUNTEERS), author=author)
        came = registration.select().where(registration.c.workshop == workshop, registration.c.visit.is_not(None))
        for row in store.all(came.order_by(registration.c.id)):
            if row.state == repair_sessions.SEEN and self.rng.random() < BRINGS:
                self.mend(store, row.visit, author)

    def mend(self, store: Store, visit: int, author: int) -> None:
        """Note what came of an object that somebody brought: a new one, or one that comes back."""
        rng = self.rng
        lately = repairs.lately(store, LOOKS_BACK) if rng.random() < COMES_BACK else ()
        category, problems = _BROUGHT.draw(rng)
        outcome = _OUTCOMES.draw(rng)
        said = Attempt(rng.choice(problems), outcome, _BARRIERS.draw(rng) if outcome == END_OF_LIFE else None)
        # Its label is scanned: the record of the object stands on it.
        known = repairs.known(store, rng.choice(lately).item) if lately else None
        if known is not None:
            repairs.note_repair(store, known.item, said, visit=visit, author=author)
        else:
            year = local(store.now()).year - rng.randint(YOUNGEST, OLDEST)
            weight = rng.randrange(300, 6_000, 50) if rng.random() < WEIGHED else None
            item = Item(category, _BRANDS.draw(rng), max(repairs.OLDEST, year), weight)
            repairs.note_repair(store, item, said, visit=visit, author=author)
            self.played.wrote("item")
        self.played.wrote("repair")

    def learn(self, store: Store, visit: int, author: int) -> int | None:
        """Let somebody who is known learn the machine, and return it when they take it then; mostly nobody does."""
        table = records.visit
        who = store.one(table.select().where(table.c.id == visit)).visitor
        free = next((each.id for each in desks.places(store) if each.form == MACHINE and each.since is None), None)
        if who is None or free is None or self.rng.random() >= LEARNS:
            return None
        until = local(store.now()).date() + timedelta(days=365)
        machines.allow(store, free, who, until, author=author)
        return free


def free_place(places: Iterable[Place]) -> int | None:
    """Return a place that anybody may take, if one is free."""
    return next((each.id for each in places if each.since is None and each.form != MACHINE), None)
