"""Sticks as a test plugs them in: real folders, over the store of a space, without a line."""

from dataclasses import dataclass
from pathlib import Path

from kiosque.sync.central_end import CentralEnd
from kiosque.sync.clock import Clock
from kiosque.sync.errand import Errand
from kiosque.sync.exchange import apply
from kiosque.sync.runner import Runner
from kiosque.sync.stick import FOLDER, down_name, pack_reply, up_name
from kiosque.sync.sticks import Sticks
from tests.stores import BUILD, Direct, Space


@dataclass
class Opened:
    """The part of a PC at work that sticks need."""

    runner: Runner


class Pocket(Sticks):
    """What a PC sees of its sticks."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.plugged: tuple[Path, ...] = ()
        self.asked: list[str] = []
        self.runner = Runner(space.store, Direct(space.central), BUILD, lambda: 0.0, hands=Clock())
        super().__init__(Opened(self.runner), self)

    def sticks(self) -> tuple[Path, ...]:
        return self.plugged

    def fetch(self, stick: Path) -> Errand:
        self.asked.append("fetch")
        return super().fetch(stick)

    def send(self, stick: Path) -> Errand:
        self.asked.append("send")
        return super().send(stick)

    @property
    def waiting(self) -> int:
        """How many entries the central did not acknowledge."""
        return self.runner.waiting

    def headquarters(self, stick: Path) -> Path:
        """Do headquarters' part on a stick; return the reply's file."""
        end = CentralEnd(self.space.central)
        for frame in end.feed((stick / FOLDER / up_name(self.space.store)).read_bytes()):
            apply(self.space.central, frame.entries)
        end.finish()
        back = stick / down_name(self.space.store.device)
        back.write_bytes(b"".join(pack_reply(end.question, end.reply())))
        return back
