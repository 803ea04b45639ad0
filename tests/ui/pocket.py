"""Sticks as a test plugs them in: real folders, over the store of a space, without a line."""

from dataclasses import dataclass, field
from pathlib import Path

from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.errand import Errand, fetch, send
from kiosque.sync.exchange import apply
from kiosque.sync.stick import FOLDER, down_name, pack_reply, up_name
from kiosque.sync.sticks import Plugged
from tests.stores import BUILD, Space


@dataclass
class Pocket:
    """What a PC sees of its sticks."""

    space: Space
    plugged: tuple[Path, ...] = ()
    progress: tuple[int, int] | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.end = DeviceEnd(self.space.store, BUILD)

    def look(self) -> Plugged:
        if len(self.plugged) != 1:
            return Plugged(several=len(self.plugged) > 1)
        return Plugged(self.plugged[0], waiting=self.end.waiting)

    def fetch(self, stick: Path) -> Errand:
        self.asked.append("fetch")
        return fetch(self.space.store, self.end, stick)

    def send(self, stick: Path) -> Errand:
        self.asked.append("send")
        return send(self.space.store, self.end, stick)

    def headquarters(self, stick: Path) -> Path:
        """Do headquarters' part on a stick; return the reply's file."""
        end = CentralEnd(self.space.central)
        for frame in end.feed((stick / FOLDER / up_name(self.space.store)).read_bytes()):
            apply(self.space.central, frame.entries)
        end.finish()
        back = stick / down_name(self.space.store.device)
        back.write_bytes(b"".join(pack_reply(end.question, end.reply())))
        return back
