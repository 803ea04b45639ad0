"""A process to be killed: it works at the counter through the actions, and says after each what is now durable.

    python -m tests.faults.writer FOLDER SEED [FAULT]

It unlocks the kiosk of FOLDER by a badge, prints "ready", then one line after each action: "ack" and the ids of the
entries that the action wrote. FAULT plants what the harness must catch: "early" acknowledges before the commit, "torn"
commits an entry and its row apart.
"""

import random
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlalchemy import delete

from kiosque.actions import done
from kiosque.actions.helping import interventions
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.db import folder
from kiosque.db.records import visit
from kiosque.db.store import Store
from kiosque.domain.card import RANDOM_BYTES, card_code
from kiosque.domain.opener import BADGE_BYTES, badge_text
from kiosque.domain.records import VISIT

PASSPHRASE = "lavande olive tilleul picodon"
BADGE_SECRET = bytes(range(BADGE_BYTES))
"""Another way to open the same kiosk: a process that is killed again and again stretches no passphrase."""
AT_ONCE = 20
"""Acknowledgements of one planted transaction: enough for a kill to fall inside it."""


def acknowledge(entries: Iterable[int]) -> None:
    """Say that ``entries`` are durable, and let it be heard at once."""
    sys.stdout.write(" ".join(("ack", *map(str, entries))) + "\n")
    sys.stdout.flush()


class Counter:
    """The gestures of a permanence, drawn one after another."""

    def __init__(self, store: Store, animator: int, rng: random.Random) -> None:
        self.store, self.animator, self.rng = store, animator, rng
        self.gestures: tuple[tuple[Callable[[], done.Done | None], int], ...] = (
            (self.unnamed, 5),
            (self.card, 4),
            (self.leave, 4),
            (self.help, 4),
            (self.remember, 2),
            (self.take_back, 1),
            (self.next_day, 1),
        )

    def gesture(self) -> None:
        """Do one thing, and acknowledge it."""
        (act,) = self.rng.choices([act for act, _ in self.gestures], [often for _, often in self.gestures])
        written = act()
        if written:
            acknowledge(written.entries)

    def unnamed(self) -> done.Done:
        return reception.sign_in_unnamed(self.store, "service")

    def card(self) -> done.Done:
        return reception.sign_in_card(self.store, card_code(self.rng.randbytes(RANDOM_BYTES)), "digital")

    def leave(self) -> done.Done | None:
        here = reception.present(self.store)
        return reception.sign_out(self.store, self.rng.choice(here).visit) if here else None

    def help(self) -> done.Done:
        here = [each.visit for each in reception.present(self.store)]
        helped = self.rng.sample(here, min(len(here), 2))
        return interventions.log_intervention(
            self.store, visits=helped, themes=("email",), duration=20, text="à revoir"
        )

    def remember(self) -> done.Done | None:
        unnamed = reception.unnamed_present(self.store)
        if not unnamed:
            return None
        visit = self.rng.choice(unnamed).visit
        return reception.remember(self.store, visit, given_name="Odette", family_name="Chastel", birth_year=1948)

    def take_back(self) -> done.Done:
        written = reception.sign_in_unnamed(self.store, "other")
        done.undo(self.store, written)
        return written

    def next_day(self) -> done.Done:
        held = permanences.current(self.store)
        if held:
            return permanences.close_permanence(self.store, held.id, author=self.animator)
        return permanences.open_permanence(self.store, self.animator)

    def opened(self) -> None:
        """See that a permanence is open, as it must be before anybody signs in."""
        if permanences.current(self.store) is None:
            acknowledge(self.next_day().entries)


def early(counter: Counter) -> None:
    """Plant: acknowledge before the commit."""
    with counter.store.writing() as writer:
        for _ in range(AT_ONCE):
            acknowledge([writer.record(VISIT, times=(writer.now, None), reason="service")])


def torn(counter: Counter) -> None:
    """Plant: the entry in one transaction, its row in another, later one."""
    written = reception.sign_in_unnamed(counter.store, "service")
    with counter.store.database.writing() as connection:
        connection.execute(delete(visit).where(visit.c.id == written.record))
    acknowledge(written.entries)
    counter.gesture()


def main(arguments: list[str]) -> None:
    """Work until killed."""
    at, seed, *fault = arguments
    opened = folder.unlock(Path(at), badge_text(BADGE_SECRET))
    counter = Counter(opened.store, opened.animator, random.Random(seed))
    acknowledge([])
    work = {"early": early, "torn": torn}[fault[0]] if fault else Counter.gesture
    while True:
        counter.opened()
        work(counter)


if __name__ == "__main__":
    main(sys.argv[1:])
