"""Who is among several, in a file and on a server."""

from pathlib import Path

from sqlalchemy import select

from kiosque.db.records import intervention
from kiosque.db.several import names
from kiosque.domain.records import INTERVENTION
from tests.stores import CENTRAL, Hands, founded


def test_one_of_several_is_found_and_nobody_whose_number_is_a_part_of_theirs(tmp_path: Path) -> None:
    store, _ = founded(tmp_path / "central.db", CENTRAL, Hands())
    anne, bruno = 7 << 32 | 15, 7 << 32 | 16
    with store.writing() as writer:
        alone = writer.record(INTERVENTION, given_at=1, visitors=(anne,))
        both = writer.record(INTERVENTION, given_at=2, visitors=(bruno, anne))
        writer.record(INTERVENTION, given_at=3)

    def helped(visitor: int) -> list[int]:
        query = select(intervention.c.id).where(names(intervention.c.visitors, visitor))
        return [row.id for row in store.all(query.order_by(intervention.c.given_at))]

    assert helped(anne) == [alone, both]
    assert helped(bruno) == [both]
    assert helped(anne // 10) == helped(int(str(anne)[1:])) == []
    store.close()
