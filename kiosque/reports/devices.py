"""The devices as headquarters looks at them: where they stand, how far each is, and what waits for a decision."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

from kiosque.db.feeds import NETWORK
from kiosque.db.records import antenna, credential, enrolment_code, feed, quarantine, receipt, renumbering


@dataclass(frozen=True, slots=True)
class Device:
    """One device that was ever enrolled. Times are UTC seconds, 0 for never.

    ``received``: entries of its journal that are held here. ``to_come``: entries of its two feeds that it has not said
    it holds. ``claimed``: a PC has taken the place; until then ``code_until`` is how long its one-time code serves.
    ``key``: the serial of headquarters' key that it last used. ``recovery``: its recovery code is held here.
    ``accepted``: how far a revoked one's journal may still be taken.
    """

    number: int
    antenna: int
    antenna_name: str
    enrolled_at: int
    claimed: bool
    code_until: int
    heard_at: int
    received: int
    to_come: int
    key: int
    recovery: bool
    revoked_at: int
    accepted: int
    copies: int
    """Copies of its disk that wait for a number."""
    refused: int
    """Things that it was refused and that nobody has looked at."""

    @property
    def revoked(self) -> bool:
        """Whether it is answered nothing."""
        return self.revoked_at > 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for somebody at headquarters."""

    copies: int
    refused: int


def devices(
    connection: Connection, *, antennas: Collection[int] | None = None, numbers: Collection[int] | None = None
) -> tuple[Device, ...]:
    """Return devices, of ``antennas`` or of these ``numbers`` alone (None: all), in one query.

    By the name of their antennas, then in the order of enrolment.
    """
    query = (
        select(
            credential.c.device,
            credential.c.antenna,
            func.coalesce(antenna.c.name, antenna.c.code, ""),
            credential.c.created_at,
            func.length(credential.c.public) > 0,
            _of_device(enrolment_code, func.max(enrolment_code.c.expires_at)),
            func.coalesce(receipt.c.received_at, 0),
            func.coalesce(receipt.c.number, 0),
            _after(NETWORK, receipt.c.network) + _after(credential.c.antenna, receipt.c.antenna),
            credential.c.key,
            func.length(credential.c.recovery) > 0,
            func.coalesce(credential.c.revoked_at, 0),
            func.coalesce(credential.c.accepted, 0),
            _of_device(renumbering, func.count(), renumbering.c.number.is_(None)),
            _of_device(quarantine, func.count(), quarantine.c.settled_at.is_(None)),
        )
        .select_from(credential.outerjoin(receipt, receipt.c.device == credential.c.device))
        .outerjoin(antenna, antenna.c.id == credential.c.antenna)
        .order_by(func.coalesce(antenna.c.name, antenna.c.code, ""), credential.c.created_at, credential.c.device)
    )
    if antennas is not None:
        query = query.where(credential.c.antenna.in_(sorted(antennas)))
    if numbers is not None:
        query = query.where(credential.c.device.in_(sorted(numbers)))
    return tuple(Device(*row) for row in connection.execute(query))


def in_service(connection: Connection) -> dict[int, int]:
    """Return how many devices that are received use each of headquarters' keys, by its serial."""
    used = (credential.c.revoked_at.is_(None), func.length(credential.c.public) > 0)
    query = select(credential.c.key, func.count()).where(*used).group_by(credential.c.key)
    return dict(tuple(row) for row in connection.execute(query))


def standing(connection: Connection) -> dict[int, list[int]]:
    """Return the numbers of the devices that were ever enrolled, by antenna (record id)."""
    found: dict[int, list[int]] = {}
    for row in connection.execute(select(credential.c.antenna, credential.c.device)):
        found.setdefault(row.antenna, []).append(row.device)
    return found


def waiting(connection: Connection) -> Waiting:
    """Return how much waits for somebody at headquarters."""
    copies = select(func.count()).select_from(renumbering).where(renumbering.c.number.is_(None))
    refused = select(func.count()).select_from(quarantine).where(quarantine.c.settled_at.is_(None))
    return Waiting(connection.scalar(copies) or 0, connection.scalar(refused) or 0)


def _after(of: Column[int] | int, held: Column[int]) -> ColumnElement[int]:
    """How many entries of feed ``of`` follow the position ``held``."""
    end = select(func.max(feed.c.position)).where(feed.c.feed == of).correlate(credential).scalar_subquery()
    return func.coalesce(end, 0) - func.coalesce(held, 0)


def _of_device(table: Table, what: ColumnElement[int], *where: ColumnElement[bool]) -> ColumnElement[int]:
    found = select(what).where(table.c.device == credential.c.device, *where).correlate(credential)
    return func.coalesce(found.scalar_subquery(), 0)
