"""The antennas as headquarters looks at them: where they are, and when each was last heard."""

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, func, select

from kiosque.db.records import antenna, credential, permanence, receipt, workshop
from kiosque.domain.french import unaccented

A_WEEK = 7 * 86_400
"""After a week without a word an antenna is called silent: each has at least one permanence a week."""


@dataclass(frozen=True, slots=True)
class Antenna:
    """One antenna. ``heard_at``: its last reception, UTC seconds, 0 for never. ``gone``: it is in the bin."""

    id: int
    name: str
    commune: str
    association: str
    devices: int
    heard_at: int
    gone: bool = False

    def silent(self, now: int) -> bool:
        """Whether it has been heard, but not for more than a week before ``now``."""
        return 0 < self.heard_at < now - A_WEEK


def antennas(connection: Connection) -> tuple[Antenna, ...]:
    """Return every antenna, by name, in one query; those in the bin too, for what took place there."""
    heard = (
        select(credential.c.antenna, func.count().label("devices"), func.max(receipt.c.received_at).label("heard_at"))
        .select_from(credential.outerjoin(receipt, receipt.c.device == credential.c.device))
        .where(credential.c.revoked_at.is_(None) | receipt.c.received_at.is_not(None))
        .group_by(credential.c.antenna)
        .subquery("heard")
    )
    query = select(
        antenna.c.id,
        func.coalesce(antenna.c.name, antenna.c.code, ""),
        func.coalesce(antenna.c.commune, ""),
        func.coalesce(antenna.c.association, ""),
        func.coalesce(heard.c.devices, 0),
        func.coalesce(heard.c.heard_at, 0),
        func.coalesce(antenna.c.deleted, False),
    ).select_from(antenna.outerjoin(heard, heard.c.antenna == antenna.c.id))
    found = (Antenna(*row) for row in connection.execute(query).all())
    return tuple(sorted(found, key=lambda each: (without_accents(each.name), each.id)))


def unheard(connection: Connection, number: int) -> bool:
    """Whether anything is of an antenna (record id) that did not arrive: what was done there is shown all the same.

    0 stands for permanences that were never received.
    """
    held = (select(table.c.id).where(table.c.antenna == number).limit(1) for table in (permanence, workshop))
    return number == 0 or any(connection.scalar(query) is not None for query in held)


@lru_cache(maxsize=4096)
def without_accents(name: str) -> str:
    """Return by what a name is sorted: a database sorts É after Z."""
    return unaccented(name)
