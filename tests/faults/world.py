"""A network under test: a central, machines at two antennas, what travels between them, and a model of ten lines."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from kiosque.actions.network import network
from kiosque.central import authority, devices
from kiosque.db import records
from kiosque.db.copies import copies
from kiosque.db.doctor import examine
from kiosque.db.engine import open_database
from kiosque.db.feeds import NETWORK
from kiosque.db.store import Store
from kiosque.domain.records import VISITOR, WORKSHOP
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import apply
from kiosque.sync.refusal import Refused
from tests.faults.template import Template
from tests.stores import BUILD, KEY, Hands

WORKSHOPS, VISITORS = select(records.workshop), select(records.visitor)

MOST_TRIES = 12
"""Rounds in which a line that works must have brought everything: guarantee 4."""


@dataclass
class Machine:
    """One PC: its store, its end of the rounds, its own clock, and where its file is."""

    path: Path
    antenna: int
    clock: Hands
    store: Store = field(init=False)
    end: DeviceEnd = field(init=False)
    revoked: bool = False
    past: set[int] = field(default_factory=set)
    """Ids of entries that an earlier life of the central gave it, or said on a stick that may still come."""
    first: int = field(init=False)
    """The device that it was at first: a copy becomes another."""

    def __post_init__(self) -> None:
        """Open the file."""
        self.restart()
        self.first = self.store.device

    def restart(self) -> None:
        """Open the file as after a power cut: what was only in memory is gone."""
        if hasattr(self, "store"):
            self.store.close()
        self.store = Store(open_database(self.path, KEY), self.clock)
        self.end = DeviceEnd(self.store, BUILD)


@dataclass
class Model:
    """What must be true in the end: the marks that were written, by machine, and the names that were erased."""

    written: dict[str, Machine] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)
    erasures: dict[str, Machine | None] = field(default_factory=dict)
    """Who erased a name; None: headquarters."""

    @property
    def erased(self) -> set[str]:
        """The names that must be nowhere. What a revoked machine wanted may never have been heard."""
        return {name for name, machine in self.erasures.items() if machine is None or not machine.revoked}

    def expected(self) -> set[str]:
        """The marks that must be at the central, once each."""
        return {mark for mark, machine in self.written.items() if not machine.revoked}

    def readable(self, antenna: int) -> set[str]:
        """The names that an antenna may know: of those who came there, or whose card was shown there."""
        shown = {self.cards[name] for name, at in self.names.items() if at == antenna} - {""}
        return {name for name, at in self.names.items() if at == antenna or self.cards[name] in shown} - self.erased


class World:
    """Everything that runs in one example. Machines 0 and 1 are at the first antenna, machine 2 at the other."""

    def __init__(self, template: Template, folder: Path) -> None:
        shutil.copytree(template.folder, folder, dirs_exist_ok=True)
        self.folder = folder
        self.clock = Hands()
        self.central = self._central()
        self.root = template.root
        places = zip(template.files, template.antennas, strict=True)
        self.machines = [Machine(folder / name, antenna, Hands()) for name, antenna in places]
        self.model = Model()
        self.backup: Path | None = None
        """A copy of the central's file that may be put back: what cannot come back was not done since."""
        self.unaware = False
        """Whether the central runs from the backup, and nobody has said so."""
        self._marks = 0

    def close(self) -> None:
        """Close every store."""
        for store in (self.central, *(machine.store for machine in self.machines)):
            store.close()

    # ----- what people do ---------------------------------------------------------------------------------------

    def tap(self, machine: Machine) -> None:
        """Write a record that must be at the central once, in the end."""
        with machine.store.writing() as writer:
            writer.record(WORKSHOP, antenna=machine.antenna, title=self._mark(machine))

    def correct(self, machine: Machine, choice: int) -> None:
        """Say otherwise what some record of the antenna, whoever wrote it, holds."""
        rows = machine.store.all(WORKSHOPS)
        mine = [row.id for row in rows if row.antenna == machine.antenna]
        if mine:
            with machine.store.writing() as writer:
                writer.amend(WORKSHOP, mine[choice % len(mine)], capacity=choice)

    def meet_somebody(self, machine: Machine, card: str) -> None:
        """Write down a visitor by name; ``card`` is theirs, or empty."""
        self._marks += 1
        name = f"Nom{self._marks:05d}x"
        with machine.store.writing() as writer:
            writer.record(VISITOR, family_name=name, card=card or None)
        self.model.names[name], self.model.cards[name] = machine.antenna, card

    def erase(self, machine: Machine | None, choice: int) -> None:
        """Erase somebody who is known at a machine, or at headquarters, for ever."""
        store = machine.store if machine else self.central
        known = [row for row in store.all(VISITORS) if row.family_name]
        if known:
            row = known[choice % len(known)]
            with store.writing() as writer:
                writer.erase(VISITOR, row.id)
            self.model.erasures[row.family_name] = machine

    def plan(self, choice: int) -> None:
        """Headquarters plans a workshop at an antenna, and hires somebody."""
        with self.central.writing() as writer:
            writer.record(WORKSHOP, antenna=self.machines[choice % 3].antenna, title="du siège")
        network.add_animator(self.central, given_name="Léa", family_name=f"Siège{choice}")

    # ----- what happens to machines -----------------------------------------------------------------------------

    def clone(self, machine: Machine) -> None:
        """Copy a disk: from now on two PCs say that they are one."""
        with machine.store.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        path = self.folder / f"clone-{len(self.machines)}.db"
        shutil.copyfile(machine.path, path)
        self.machines.append(Machine(path, machine.antenna, Hands(machine.clock.now), machine.revoked, machine.past))

    def revoke(self, machine: Machine) -> None:
        """Revoke the device of a machine, and of its clones that have no number of their own yet."""
        devices.revoke(self.central, machine.store.device)
        for each in self.machines:
            each.revoked = each.revoked or each.store.device == machine.store.device

    def approve(self) -> None:
        """Headquarters gives numbers to the copies that ask, unless it has revoked what they are copies of."""
        for copy in devices.asking(self.central):
            devices.approve(self.central, copy.public)

    # ----- what happens to the central --------------------------------------------------------------------------

    def restart_central(self) -> None:
        """Open the central's file again."""
        self.central.close()
        self.central = self._central()

    def back_up(self) -> None:
        """Copy the central's file."""
        with self.central.reading() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        self.backup = self.folder / "backup.db"
        shutil.copyfile(self.folder / "central.db", self.backup)

    def put_back(self) -> None:
        """Let the central's disk be lost, and its backup be started without a word."""
        if self.backup is None:
            return
        for machine in self.machines:
            machine.past |= given(machine.store) | self._allowed(machine)
        self.central.close()
        shutil.copyfile(self.backup, self.folder / "central.db")
        self.central = self._central()
        self.backup, self.unaware = None, True

    def tell(self) -> None:
        """Say, at last, that the central comes from a backup."""
        if self.unaware:
            authority.restored(self.central)
            self.unaware = False

    # ----- what travels -----------------------------------------------------------------------------------------

    def deliver(self, sent: bytes, *, whole: bool = True) -> bytes | None:
        """Let the central receive bytes; return its reply, None when it gives none. Not ``whole``: the line was cut."""
        end, refused = CentralEnd(self.central), None
        try:
            for frame in end.feed(sent):
                apply(self.central, frame.entries)
            if not whole:
                return None
            end.finish()
        except Refused as why:
            refused = why
        if not end.device:
            return None
        self.central.keep_receipt(end.device, end.receipt())
        return b"".join(end.reply(refused))

    def round(
        self, machine: Machine, *, up: float = 1, lost: bool = False, down: float = 1, twice: bool = False
    ) -> None:
        """Do a round: cut at a part of its request or of its reply, its reply lost, its request delivered twice."""
        sent = b"".join(machine.end.request(poll=machine.end.in_doubt))
        cut = sent[: round(up * len(sent))]
        reply = self.deliver(cut, whole=len(cut) == len(sent))
        if twice:
            self.deliver(sent)
        if reply is not None and not lost:
            self.hand(machine, reply[: round(down * len(reply))])

    def hand(self, machine: Machine, reply: bytes, question: bytes | None = None) -> None:
        """Give a machine a reply; what it refuses changes nothing that counts."""
        try:
            machine.end.take([reply], question)
        except Refused:
            return

    # ----- in the end -------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let every machine that was not revoked send and receive until nothing is left, on a line that works."""
        self.tell()
        live = [machine for machine in self.machines if not machine.revoked]
        for _ in range(MOST_TRIES):
            for machine in live:
                self.round(machine)
            self.approve()
            if all(self._equal(machine) for machine in live):
                return
        left = [(machine.path.name, machine.end.waiting) for machine in live if not self._equal(machine)]
        raise AssertionError(f"after {MOST_TRIES} rounds that work, something is left: {left}")

    def check(self) -> None:
        """Hold everything that is left against the model: the five guarantees."""
        live = [machine for machine in self.machines if not machine.revoked]
        titles = [row.title for row in self.central.all(WORKSHOPS) if row.title != "du siège"]
        assert len(titles) == len(set(titles)), "something is there twice"
        assert self.model.expected() <= set(titles), f"missing: {sorted(self.model.expected() - set(titles))}"
        assert set(titles) <= set(self.model.written), "something that nobody wrote is there"
        for store in (self.central, *(machine.store for machine in live)):
            assert examine(store).healthy
            assert not (self.model.erased & names_in(store)), "an erased name came back"
        for machine in live:
            shown = names_in(machine.store) - self.model.readable(machine.antenna)
            assert not shown, f"names that are not its own: {sorted(shown)}"
            self._check_feeds(machine)

    def _check_feeds(self, machine: Machine) -> None:
        store, allowed = machine.store, self._allowed(machine)
        # What it wrote itself under the number that it had came from no feed; the central holds it all the same.
        past = {entry.id for entry in store.entries(machine.first) if self.central.entries_of([entry.id])}
        assert given(store) <= allowed | past | machine.past, "entries outside its feeds"

    def _allowed(self, machine: Machine) -> set[int]:
        return {entry.id for feed in (NETWORK, machine.antenna) for entry in self.central.feed(feed)}

    def _central(self) -> Store:
        """Open the central's file as its program does."""
        return authority.begin(Store(open_database(self.folder / "central.db", KEY), self.clock))

    def _equal(self, machine: Machine) -> bool:
        store = machine.store
        return (
            not machine.end.waiting
            and self.central.head(store.device) == store.head(store.device)
            and all(store.feed_head(feed) == self.central.feed_head(feed) for feed in (NETWORK, machine.antenna))
            and not any(copy.number is None for copy in copies(self.central))
        )

    def _mark(self, machine: Machine) -> str:
        self._marks += 1
        mark = f"m{self._marks}"
        self.model.written[mark] = machine
        return mark


def given(store: Store) -> set[int]:
    """Return the ids of the entries of others that a machine holds."""
    others = set(store.devices()) - {store.device}
    return {entry.id for device in others for entry in store.entries(device)}


def names_in(store: Store) -> set[str]:
    """Return every name that a store holds, in its journal or in its tables."""
    number = VISITOR.field("family_name").number
    entries = (entry for device in store.devices() for entry in store.entries(device))
    said = (entry.personal.get(number) for entry in entries if entry.kind == VISITOR.number)
    shown = (row.family_name for row in store.all(VISITORS))
    return {name for name in (*said, *shown) if isinstance(name, str)}
