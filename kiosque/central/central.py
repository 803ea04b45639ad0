"""What one running central holds: its store, its accounts, its ingest thread, its limits."""

from dataclasses import dataclass, field
from typing import Self

from kiosque.central.accounts import Accounts
from kiosque.central.brought import Brought
from kiosque.central.helpers import Helpers
from kiosque.central.ingest import Ingest
from kiosque.central.limits import Limiter
from kiosque.db.store import Store

MINUTE = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """How often each may try; argued for a network of a few dozen antennas and a handful of people."""

    login_by_address: Limiter = field(default_factory=lambda: Limiter(30, 10 * MINUTE))
    """Wrong passwords from one address: an office of five people who each forgot theirs passes, a dictionary not."""
    login_by_name: Limiter = field(default_factory=lambda: Limiter(10, 10 * MINUTE))
    """Wrong passwords for one account, whatever the addresses; the same for a name that nobody has."""
    exchange_by_device: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))
    """Rounds of one device: an agent that works makes one in some minutes."""
    exchange_refused: Limiter = field(default_factory=lambda: Limiter(30, MINUTE))
    """Envelopes that are nobody's, from one address."""
    enrolment_by_address: Limiter = field(default_factory=lambda: Limiter(10, 10 * MINUTE))
    """Codes tried from one address, right or wrong: sixty bits stay out of reach."""
    pull_by_account: Limiter = field(default_factory=lambda: Limiter(60, MINUTE))


@dataclass(slots=True)
class AtWork:
    """How many rounds the central works at: not those that wait for a slow line. Counted on the loop's thread alone."""

    rounds: int = 0

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
    brought: Brought = field(default_factory=Brought)
    at_work: AtWork = field(default_factory=AtWork)
    helpers: Helpers = field(default_factory=Helpers)

    @classmethod
    def over(cls, store: Store, *, secure: bool = False, helpers: Helpers | None = None) -> "Central":
        """Make a central over an open ``store``; the ingest thread and its ``helpers`` start when first needed."""
        return cls(store, Accounts(store), Ingest(store), Limits(), secure, helpers=helpers or Helpers())

    def close(self) -> None:
        """Finish what devices sent. The store stays open: it is its opener's to close."""
        self.ingest.close()
