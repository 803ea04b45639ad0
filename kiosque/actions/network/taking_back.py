"""What headquarters noted by mistake goes to the bin: nothing of it counts any more, its history stays."""

from kiosque.actions.done import Done
from kiosque.actions.known import require
from kiosque.db.records import TABLES
from kiosque.db.store import Store
from kiosque.domain.kinds import Kind

NOTHING = "Rien de tel n’est noté sous ce numéro."


def take_back(store: Store, kind: Kind, record: int) -> Done:
    """Put a record of that kind in the bin. Raises ``db.write.Missing`` when it is none, or is there already."""
    with store.writing() as writer:
        require(writer.first, TABLES[kind], record, NOTHING)
        writer.amend(kind, record, deleted=True)
    return Done(record, tuple(writer.entries), writer.now)
