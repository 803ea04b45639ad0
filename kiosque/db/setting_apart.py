"""What arrives of who is set apart: headquarters takes out of it what whoever wrote it had not heard."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from kiosque.db.apart import all_apart, with_joined
from kiosque.db.forgetting import named_by
from kiosque.db.records import visitor
from kiosque.db.rows import Packed
from kiosque.db.write import Writer
from kiosque.domain.apart import OBJECTION, RESTRICTION
from kiosque.domain.records import INTERVENTION, LINK, VISIT, VISITOR

_TELLS = (VISIT.number, INTERVENTION.number)
"""What is counted, and knows nobody from an objection on."""


def naming_objectors(connection: Connection, new: Sequence[Packed]) -> tuple[list[int], frozenset[int]]:
    """Return the visits and the help that name somebody who had objected before they were written; and who objected."""
    since = {who: objected for who, (_, objected) in all_apart(connection).items() if objected is not None}
    found: dict[int, None] = {}
    for each in new if since else ():
        if each.kind in _TELLS and any(each.written_at > since[who] for who in named_by(each) & since.keys()):
            found.setdefault(each.record)
    return list(found), frozenset(since)


def joins(new: Sequence[Packed]) -> bool:
    """Whether what arrived may join somebody with another."""
    return any(each.kind == LINK.number for each in new)


def spread(writer: Writer, connection: Connection) -> None:
    """In a transaction: let all the records of one person bear the flags of each, as joins made elsewhere ask for."""
    for who, (restricted, objected) in all_apart(connection).items():
        for row in writer.all(select(visitor).where(visitor.c.id.in_(with_joined(connection, (who,)) - {who}))):
            flags = ((RESTRICTION, restricted, row.restricted_at), (OBJECTION, objected, row.objected_at))
            said = {flag.asked: since for flag, since, held in flags if since is not None and held is None}
            if said and row.erased != "":
                writer.amend(VISITOR, row.id, **said)
