"""What arrives at a store in one transaction: each batch whole or not at all, all of them with one write a table."""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from kiosque.db.apply import Batch, apply
from kiosque.db.came import came_late
from kiosque.db.forgetting import forget_naming, naming_erased
from kiosque.db.routing import Outside, publish
from kiosque.db.rows import Packed, rows_of
from kiosque.db.setting_apart import joins, naming_objectors, spread
from kiosque.db.write import Writer, tip_of
from kiosque.domain.persons import SAME
from kiosque.domain.records import LINK
from kiosque.journal.chain import Broken
from kiosque.journal.entry import COUNTER

Outcome = int | Broken | Outside
"""How many entries of a batch were new, or why it was refused."""

Publish = Callable[[Sequence[Packed]], object]


def apply_together(connection: Connection, batches: Sequence[Batch], publish_new: Publish) -> list[Outcome]:
    """Append ``batches`` together; when one of them is refused, each half of them by itself.

    ``publish_new`` gets the new entries. One frame of a hundred entries is a dozen statements; sixteen frames together
    are as many.
    """
    if not batches:
        return []
    try:
        with connection.begin_nested():
            applied = apply(connection, batches)
            publish_new(applied.rows)
    except (Broken, Outside) as refused:
        if len(batches) == 1:
            return [refused]
        middle = len(batches) // 2
        halves = batches[:middle], batches[middle:]
        return [outcome for half in halves for outcome in apply_together(connection, half, publish_new)]
    return list(applied.counts)


def publish_all(
    connection: Connection, epoch: int, number: Callable[[], int], now: Callable[[], int], new: Sequence[Packed]
) -> None:
    """Give new entries to the feeds of a central, with what they make it write itself.

    Who showed one card is one person; of who was erased nothing stays by which what comes names them; who objected is
    known by nothing that was written since. ``number`` gives what it writes under, ``now`` UTC seconds. Raises
    ``Outside``.
    """
    if not new or not epoch:
        return
    same_card = publish(connection, new).same_card
    naming = naming_erased(connection, new)
    came_late(connection, naming.late)
    late, objectors = naming_objectors(connection, new)
    joined = bool(same_card) or joins(new)
    if not joined and not naming.records and not late:
        return
    device = number()
    writer = Writer(connection, device, COUNTER, now(), tip_of(connection, device))
    for one, other in same_card:
        writer.record(LINK, one=one, other=other, verdict=SAME)
    forget_naming(writer, naming.records, naming.gone)
    forget_naming(writer, late, objectors)
    if joined:
        spread(writer, connection)
    publish(connection, rows_of(writer.said))
