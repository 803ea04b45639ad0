"""How often somebody may try to come in: counted in the database, for every process and over a restart."""

import secrets
from dataclasses import dataclass
from hashlib import blake2b

from sqlalchemy import Delete, func, select

from kiosque.db.account_tables import attempt
from kiosque.db.store import Store

TEN_MINUTES = 600
KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Allowed:
    """At most ``most`` wrong tries within ``seconds``, of each of what is ``counted``."""

    counted: str
    most: int
    seconds: int = TEN_MINUTES


BY_ADDRESS = Allowed("address", 30)
"""Wrong passwords from one address: an office of five people who each forgot theirs passes, a dictionary not."""
BY_NAME = Allowed("name", 10)
"""Wrong passwords for one account, whatever the addresses; the same for a name that nobody has."""
BY_CODE = Allowed("code", 10)
"""Wrong codes of an account whose password was right: of a million, three are right at any moment."""

LONGEST = max(each.seconds for each in (BY_ADDRESS, BY_NAME, BY_CODE))

Asked = tuple[Allowed, str]
"""What is asked for: the rule, and the address or the account that it counts."""


@dataclass(frozen=True, slots=True)
class Try:
    """What came of asking: the seconds to ``wait``, 0 for none; then the try is counted, as ``rows``."""

    wait: int
    rows: tuple[int, ...] = ()


class Tries:
    """The wrong tries of the last minutes. Safe to use from several threads and processes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def take(self, *asked: Asked) -> Try:
        """Count one try of each of ``asked``, or say how long to wait; then nothing is counted."""
        now = self._store.now()
        self._store.write_local(_over(now))
        wait = max(self.wait(*each) for each in asked)
        if wait:
            return Try(wait)
        rows = tuple(secrets.randbits(63) for _ in asked)
        new = [{"id": row, "lookup": _lookup(*each), "at": now} for row, each in zip(rows, asked, strict=True)]
        self._store.write_local(attempt.insert().values(new))
        counted = Try(0, rows)
        # Looked at again once it is written: of several who try at one moment, in as many processes, none passes that
        # would be one too many.
        too_many = max(self._wait(*each, beyond=True) for each in asked)
        if too_many:
            self.take_back(counted)
        return Try(too_many) if too_many else counted

    def take_back(self, tried: Try) -> None:
        """Forget a try: it was right."""
        self._store.write_local(attempt.delete().where(attempt.c.id.in_(tried.rows)))

    def wait(self, allowed: Allowed, key: str) -> int:
        """Return how many seconds ``key`` has to wait before its next try; 0 when it may try now."""
        return self._wait(allowed, key, beyond=False)

    def _wait(self, allowed: Allowed, key: str, *, beyond: bool) -> int:
        now, most = self._store.now(), allowed.most + beyond
        mine = (attempt.c.lookup == _lookup(allowed, key)) & attempt.c.at.between(now - allowed.seconds + 1, now)
        # The one that has to be forgotten before another is allowed: the last but ``most``.
        query = select(attempt.c.at).where(mine).order_by(attempt.c.at.desc(), attempt.c.id).offset(most - 1).limit(1)
        row = self._store.first(query)
        return max(1, row.at + allowed.seconds - now) if row else 0

    def count(self) -> int:
        """Return how many tries are remembered."""
        return int(self._store.one(select(func.count()).select_from(attempt))[0])


def _over(now: int) -> Delete:
    """Forget what nothing counts any more; and what a clock that was put right had said of later."""
    return attempt.delete().where((attempt.c.at <= now - LONGEST) | (attempt.c.at > now))


def _lookup(allowed: Allowed, key: str) -> bytes:
    # Nothing that was typed is kept: somebody writes a password where the name goes.
    return blake2b(f"{allowed.counted} {key}".encode(), digest_size=KEY_BYTES).digest()
