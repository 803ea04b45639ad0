"""Following a chain again where its entries came in pieces: what is now held without a gap gets its digests."""

from sqlalchemy import Connection, select

from kiosque.db.records import entry
from kiosque.db.rows import UNCHAINED, to_entry
from kiosque.journal.chain import START, Head, follow
from kiosque.journal.entry import MAX_NUMBER, entry_id, number_of


def rechain(connection: Connection, device: int) -> None:
    """Follow the chain of ``device`` from its last digest as far as its entries are held without a gap.

    Raises ``chain.Disordered`` for entries that no honest device wrote.
    """
    low, high = entry_id(device, 0), entry_id(device, MAX_NUMBER)
    mine = entry.c.id.between(low, high)
    chained = select(entry).where(mine, entry.c.digest != UNCHAINED).order_by(entry.c.id.desc()).limit(1)
    last = connection.execute(chained).first()
    head = Head(number_of(last.id), bytes(last.digest), last.clock) if last else START
    after = select(entry).where(mine, entry.c.id > entry_id(device, head.number)).order_by(entry.c.id)
    for row in connection.execute(after).all():
        if number_of(row.id) != head.number + 1:
            return
        head = follow(head, to_entry(row))
        connection.execute(entry.update().where(entry.c.id == row.id).values(digest=head.digest))
