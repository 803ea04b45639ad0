"""What one running central holds: its store, its accounts, its ingest thread, its limits."""

import random
from dataclasses import dataclass, field, fields
from typing import Self

from kiosque.central.accounts import Accounts
from kiosque.central.brought import Brought
from kiosque.central.helpers import Helpers
from kiosque.central.ingest import MOST_WAITING, Ingest
from kiosque.central.keeper import Keeper
from kiosque.central.limits import Limiter
from kiosque.central.tries import Tries
from kiosque.db.store import Store

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """How often each may ask; argued for a network of a few dozen antennas and a handful of people.

    Of one process, in memory. Wrong passwords and codes are counted by ``tries``, in the database.
    """

    exchange_by_device: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))
    """Rounds of one device: an agent that works makes one in some minutes."""
    exchange_refused: Limiter = field(default_factory=lambda: Limiter(30, MINUTE))
    """Envelopes that are nobody's, from one address."""
    enrolment_by_address: Limiter = field(default_factory=lambda: Limiter(10, 10 * MINUTE))
    """Codes tried from one address, right or wrong: sixty bits stay out of reach."""
    shared_by_address: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))
    """Funders' pages read from one address: each counts a whole period again."""
    pull_by_account: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))
    calendar_by_address: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))
    """Feeds of antennas: a page that shows all sixteen asks for each once."""
    api_by_key: Limiter = field(default_factory=lambda: Limiter(120, MINUTE))
    api_refused: Limiter = field(default_factory=lambda: Limiter(30, MINUTE))
    """Keys that are nobody's, from one address."""

    def among(self, several: int) -> "Limits":
        """Return those of one of ``several`` processes that serve together."""
        return Limits(**{each.name: getattr(self, each.name).among(several) for each in fields(self)})


MOST_AT_WORK = MOST_WAITING
"""Rounds worked at, beyond which a device is asked to come back before anything is done for it.

As many as may wait to be written: whatever was opened is written. A few seconds, on an old machine.
"""

WHEN_FULL = 3
"""Seconds that so many take, or a little more: whoever comes back before would be sent away again."""


@dataclass(slots=True)
class AtWork:
    """How many rounds the central works at: not those that wait for a slow line. Counted on the loop's thread alone."""

    rounds: int = 0

    @property
    def full(self) -> bool:
        """Whether whoever comes now has to come back later."""
        return self.rounds >= MOST_AT_WORK

    def patience(self) -> int:
        """Return the seconds after which to come back: drawn, so that those sent away together come back apart."""
        shortest = 1 + self.rounds * WHEN_FULL // MOST_AT_WORK
        return random.randint(shortest, 3 * shortest)  # noqa: S311 - nobody gains by guessing it

    def __enter__(self) -> Self:
        """Work at one more."""
        self.rounds += 1
        return self

    def __exit__(self, *_raised: object) -> None:
        """Leave it to its line again."""
        self.rounds -= 1


@dataclass(frozen=True, slots=True)
class Central:
    """A central that is open. ``secure``: it is reached by https, so cookies are never sent without."""

    store: Store
    accounts: Accounts
    ingest: Ingest
    limits: Limits
    secure: bool
    at_work: AtWork = field(default_factory=AtWork)
    helpers: Helpers = field(default_factory=Helpers)
    keeper: Keeper | None = None
    """Who keeps figures up; None: whoever reads counts."""

    @classmethod
    def over(cls, store: Store, *, secure: bool = False, helpers: Helpers | None = None) -> "Central":
        """Make a central over an open ``store``; the ingest thread and its ``helpers`` start when first needed."""
        return cls(store, Accounts(store), Ingest(store), Limits(), secure, helpers=helpers or Helpers())

    @property
    def tries(self) -> Tries:
        """How often somebody tried to come in lately."""
        return Tries(self.store)

    @property
    def brought(self) -> Brought:
        """What was brought by stick lately."""
        return Brought(self.store)

    def close(self) -> None:
        """Finish what devices sent. The store stays open: it is its opener's to close."""
        self.ingest.close()
        if self.keeper:
            self.keeper.close()
