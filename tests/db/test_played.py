"""A demonstration's central stands at the evening of its last day, whenever it is opened; a telephone does not."""

from pathlib import Path

from kiosque.bootstrap import central as root
from kiosque.db import folder
from kiosque.db.played import clock_of, keep, played_until, wall_of
from kiosque.db.store import wall_clock

EVENING = 1_797_361_200


def test_a_central_that_was_played_stands_at_its_last_evening(tmp_path: Path) -> None:
    at = tmp_path / "central"
    root.create(at, tmp_path / "racine.txt")
    assert (clock_of(at), played_until(at)) == (wall_clock, None)
    keep(at, EVENING)
    with root.opened(at) as store:
        assert EVENING <= store.now() < EVENING + 600
        # The code of a telephone is of the real time.
        assert abs(wall_of(store.now) - wall_clock()) < 600
    assert wall_of(lambda: 7) == 7
    copy = folder.open_central(at)
    assert copy.now is wall_clock
    copy.close()
