"""Real stores on real encrypted files, for tests."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from nacl.utils import random

from kiosque.actions.network import network
from kiosque.central import authority, devices
from kiosque.db.database import Database
from kiosque.db.engine import open_database
from kiosque.db.identity import Identity
from kiosque.db.journal import history
from kiosque.db.metadata import metadata
from kiosque.db.records import TABLES
from kiosque.db.shown import full_row
from kiosque.db.store import Store, establish, wall_clock
from kiosque.db.upgrade import upgrade
from kiosque.domain.records import BY_NUMBER
from kiosque.journal.fold import fold
from kiosque.sync.certificates import SEED_BYTES
from kiosque.sync.device_end import DeviceEnd, Taken
from kiosque.sync.enrolment import Enrolment
from kiosque.sync.exchange import receive, run_round
from kiosque.sync.installing import believe

BUILD = "0.1.0"
KEY = bytes(range(32))
CENTRAL = 1_000
MONDAY_9_H = 1_772_438_400
"""2 March 2026, 9 h at Nyons, a Monday."""


@dataclass
class Hands:
    """A wall clock that a test moves."""

    now: int = MONDAY_9_H

    def __call__(self) -> int:
        """Return UTC seconds."""
        return self.now

    def pass_(self, *, seconds: int = 0, minutes: int = 0, days: int = 0) -> None:
        """Let time go by."""
        self.now += seconds + 60 * minutes + 86_400 * days


@cache
def _empty() -> bytes:
    """The file of a database without a row: the migrations take 45 ms, and most tests want two."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        database = open_database(path, KEY)
        upgrade(database)
        database.close()
        return path.read_bytes()


def made(path: Path, identity: Identity, now: Callable[[], int] = wall_clock) -> Store:
    """Make the store of ``identity`` in the file ``path``."""
    path.write_bytes(_empty())
    return establish(open_database(path, KEY), identity, now)


def in_file(path: Path, content: bytes) -> Database:
    """Keep a central, whose file holds ``content``, in the file ``path``."""
    path.write_bytes(content)
    return open_database(path, KEY)


@dataclass
class Kept:
    """Where centrals are kept while the tests run: in files, or on a server (``tests.served``)."""

    by: Callable[[Path, bytes], Database] = in_file


CENTRALS = Kept()


def founded(path: Path, number: int, now: Callable[[], int]) -> tuple[Store, bytes]:
    """Make the store of the central ``number`` in the file ``path``, with its keys; return the seed of its root too."""
    content, root = _founded(number, now())
    return Store(CENTRALS.by(path, content), now), root


@cache
def _founded(number: int, now: int) -> tuple[bytes, bytes]:
    """The file of a central that was just founded, and the seed of its root."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "central.db"
        store = made(path, Identity(number, 0, number), lambda: now)
        root = authority.found(store)
        store.close()
        return path.read_bytes(), root


def enrolled(path: Path, carried: Enrolment, now: Callable[[], int] = wall_clock) -> Store:
    """Make the store of the device that ``carried`` enrols, as it is before it first speaks."""
    store = made(path, carried.identity(random(SEED_BYTES)), now)
    believe(store, carried)
    return store


@dataclass(frozen=True)
class Direct:
    """A line without a line: what a device says is received at once, in this thread."""

    central: Store

    @contextmanager
    def exchange(self, request: Iterator[bytes]) -> Iterator[Iterator[bytes]]:
        """Receive a request and give the bytes of the reply."""
        yield receive(self.central, request)


def meet(store: Store, central: Store) -> Taken:
    """Do a round between a device and its central."""
    return run_round(DeviceEnd(store, BUILD), Direct(central))


@dataclass
class Network:
    """A central, the devices that are enrolled there, and the stores that a test opens."""

    folder: Path
    clock: Hands = field(default_factory=Hands)
    opened: list[Store] = field(default_factory=list)
    root: bytes = b""
    """The seed of the root, once the central is founded."""

    def central(self) -> Store:
        """Make the central's store, with its keys."""
        store, self.root = founded(self.folder / "central.db", CENTRAL, self.clock)
        self.opened.append(store)
        return store

    def newcomer(self, central: Store, antenna: int, *, animator: int = 1, address: str = "http://central") -> Store:
        """Make the store of a new device at ``antenna``, as it is before it first speaks."""
        carried = devices.enrol(central, antenna, address, animator)
        store = enrolled(self.folder / f"kiosk-{len(self.opened)}.db", carried, self.clock)
        self.opened.append(store)
        return store

    def kiosk(self, central: Store, antenna: int) -> Store:
        """Make the store of a new device at ``antenna``, which has made its first round."""
        store = self.newcomer(central, antenna)
        meet(store, central)
        return store

    def close(self) -> None:
        """Close every store."""
        for store in self.opened:
            store.close()


@dataclass(frozen=True)
class Space:
    """One antenna: its kiosk's store, its animator, and the clock on its wall."""

    store: Store
    central: Store
    animator: int
    antenna: int
    clock: Hands
    network: Network


@dataclass(frozen=True)
class _Plan:
    """A space as it is before anything happens: what its files hold, and who is who."""

    files: Mapping[str, bytes]
    root: bytes
    animator: int
    antenna: int


@cache
def _plan() -> _Plan:
    """A network of one antenna (Nyons) and one animator (Élodie Brès): to make one takes 50 ms, to copy it 7."""
    with TemporaryDirectory() as folder:
        net = Network(Path(folder))
        content, net.root = _founded(CENTRAL, net.clock())
        central = Store(in_file(net.folder / "central.db", content), net.clock)
        net.opened.append(central)
        antenna = network.add_antenna(
            central,
            code="NYO",
            label="Nyons",
            form="seat",
            association="asoft",
            commune="26220",
            hours="Mo-Sa 09:00-12:30,13:30-18:00",
        ).record
        animator = network.add_animator(central, given_name="Élodie", family_name="Brès", antenna=antenna).record
        net.kiosk(central, antenna)
        net.close()
        files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
        return _Plan(files, net.root, animator, antenna)


@contextmanager
def space(folder: Path) -> Iterator[Space]:
    """Make a network of one antenna (Nyons) and one animator (Élodie Brès), and close it after."""
    plan = _plan()
    net = Network(folder, root=plan.root)
    files = dict(plan.files)
    kept = CENTRALS.by(folder / "central.db", files.pop("central.db"))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    try:
        central, kiosk = (Store(each, net.clock) for each in (kept, open_database(folder / "kiosk-1.db", KEY)))
        net.opened += central, kiosk
        yield Space(kiosk, central, plan.animator, plan.antenna, net.clock, net)
    finally:
        net.close()


_EVERY_ROW = {kind.name: table.select().order_by(table.c.id) for kind, table in TABLES.items()}
_EVERY_VALUE = tuple(table.select() for table in metadata.sorted_tables)
"""Made once: whoever looks at everything before and after a refusal reads forty tables."""


def rows(store: Store) -> dict[str, list[dict[str, object]]]:
    """Return every row of every kind, as the tables hold them."""
    with store.reading() as connection:
        return {name: [row._asdict() for row in connection.execute(query)] for name, query in _EVERY_ROW.items()}


def folded(store: Store) -> dict[str, list[dict[str, object]]]:
    """Return every row of every kind, as the fold of the whole journal makes them."""
    found: dict[str, list[dict[str, object]]] = {kind.name: [] for kind in TABLES}
    ids = sorted({entry.record for device in store.devices() for entry in store.entries(device)})
    with store.reading() as connection:
        for record, entries in history(connection, ids).items():
            state = fold(entries)
            if state and state.created and state.kind in BY_NUMBER:
                kind = BY_NUMBER[state.kind]
                found[kind.name].append(full_row(kind, record, state.values))
    return found


def said(store: Store) -> bytes:
    """Return every value of every table, end to end: what somebody who opened the file could read."""
    with store.reading() as connection:
        values = (each for query in _EVERY_VALUE for row in connection.execute(query) for each in row)
        return b"\0".join(each if isinstance(each, bytes) else str(each).encode() for each in values)
