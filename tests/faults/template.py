"""A network as it is before anything happens: made once, copied for each example."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosque.actions.network import network
from kiosque.db.store import Store
from tests.stores import Network


@dataclass(frozen=True)
class Template:
    """A network as it is before anything happens: made once, copied for each example."""

    folder: Path
    files: tuple[str, ...]
    antennas: tuple[int, ...]
    root: bytes


@contextmanager
def template(folder: Path) -> Iterator[Template]:
    """Make two antennas, two devices at the first and one at the second."""
    made = Network(folder)
    try:
        central = made.central()
        antennas = [
            network.add_antenna(
                central, code=code, label=code.title(), form="village", association="asoft", commune=commune
            ).record
            for code, commune in (("NYO", "26220"), ("REM", "26264"))
        ]
        stores = [made.kiosk(central, antennas[place]) for place in (0, 0, 1)]
        files = tuple(Path(_file_of(store)).name for store in stores)
        places = tuple(store.identity.antenna for store in stores)
        root = made.root
    finally:
        made.close()
    yield Template(folder, files, places, root)


def _file_of(store: Store) -> str:
    with store.reading() as connection:
        return str(connection.exec_driver_sql("PRAGMA database_list").first()[2])  # type: ignore[index]
