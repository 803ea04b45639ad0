"""What goes wrong in a demo, done to it: to lines, clocks, disks, and what people then do about it."""

import asyncio
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from threading import Lock

from kiosque.central import devices
from kiosque.central.central import Central
from kiosque.central.stick import import_file
from kiosque.db.copies import copies
from kiosque.db.store import Store
from kiosque.demo.faults import BUSY_OFTEN, CUT_OFTEN, LARGEST_CUT, LOST_OFTEN, SMALLEST_CUT, Faults
from kiosque.demo.kiosk import Kiosk
from kiosque.demo.ledger import lacking
from kiosque.demo.line import BUSY, CUT, LOST_REPLY
from kiosque.demo.pc import Pc, patiently
from kiosque.demo.plan import by_half_days, live
from kiosque.demo.stage import Stage
from kiosque.demo.world import code_for, enrol_by_code, headquarters
from kiosque.sync import stick
from kiosque.sync.device_end import DeviceEnd


class Mishaps:
    """What goes wrong on ``stage``, before and after each half-day."""

    def __init__(self, stage: Stage, faults: Faults) -> None:
        self._stage = stage
        self._faults = faults

    def before(self, half_day: int) -> None:
        """Let happen what comes before ``half_day``."""
        stage, faults = self._stage, self._faults
        # Headquarters looks at what came in.
        stage.approve()
        self._introduce()
        for place, when in faults.dark.items():
            stage.lines[place].dead = half_day in when
        if faults.cloned and faults.cloned[1] == half_day:
            self._clone(faults.cloned[0], half_day)
        if faults.replaced and faults.replaced[1] == half_day:
            self._replace(faults.replaced[0])
        self._set_clocks(half_day)
        if faults.breaks:
            self._break_lines(half_day)

    def after(self, half_day: int) -> None:
        """Let happen what comes after ``half_day``."""
        for place in self._faults.dark:
            if self._faults.stick_leaves(place, half_day):
                self._send_by_stick(self._stage.main(place))

    def kill_central(self, half_day: int, advance: Callable[[], None]) -> None:
        """Live through ``half_day``, and kill the central in the middle of what happens, whatever it was doing."""
        central, lock = self._stage.central, Lock()
        left = sum(len(pc.events.get(half_day, ())) for pc in self._stage.pcs) // 2

        def passing() -> None:
            nonlocal left
            advance()
            with lock:
                left -= 1
                if left == 0:
                    central.kill()

        self._stage.live(half_day, passing)
        # Nobody may have opened: it goes down all the same.
        central.kill()
        self._stage.faults["central_killed"] = 1

    def over(self) -> None:
        """Put the clocks right, and count what was played; nothing goes wrong any more."""
        stage, faults = self._stage, self._faults
        for pc in stage.pcs:
            pc.set_clock(0)
        for line in stage.lines:
            line.heal()
            stage.faults["cuts"] += line.broken[CUT]
            stage.faults["lost_replies"] += line.broken[LOST_REPLY]
            stage.faults["busy"] += line.broken[BUSY]
        stage.faults["dead_lines"] = len(faults.dark)
        for wrong in faults.clocks:
            events = stage.main(wrong.place).events
            stage.faults["wrong_clocks"] += any(half_day in events for half_day in wrong.when)

    def settled(self) -> None:
        """Count what is known once everything was received."""
        with headquarters(self._stage.world) as central:
            self._stage.faults["clones"] = sum(copy.number is not None for copy in copies(central))

    def _introduce(self) -> None:
        """Let people hear of the other antennas: some will come there with their card."""
        for pc in self._stage.pcs:
            others = (other for other in self._stage.pcs if other.place != pc.place)
            pc.player.counter.guests = tuple(card for other in others for card in other.player.counter.cards)

    def _clone(self, place: int, half_day: int) -> None:
        """Copy a PC's disk: from then on two PCs of the antenna believe that they are the same device."""
        stage, first = self._stage, self._stage.main(place)
        space = stage.world.spaces[place]
        at = stage.at / f"{space.code.lower()}-copie"
        first.kiosk.close()
        shutil.copytree(first.kiosk.at, at)
        first.restart()
        second = stage.kiosk(at, first.kiosk.clock.now)
        other = replace(space, code=f"{space.code}-copie")
        animators = len(stage.world.teams[place].animators)
        life = live(other, place + 1, stage.days, stage.seed, animators=animators, forgetful=False)
        coming = {each: events for each, events in by_half_days(life.events).items() if each >= half_day}
        stage.pcs.append(Pc(place, second, stage.player(place, second, life.circle), first.line, coming))

    def _replace(self, place: int) -> None:
        """Lose a PC's disk, right after everything was received; a new PC finds it all again."""
        stage, pc = self._stage, self._stage.main(place)
        space, old = stage.world.spaces[place], pc.kiosk

        def send() -> None:
            stage.approve()
            # A copy of this PC that has written gets a number of its own first: it would be revoked with it.
            for each in stage.pcs:
                if each.place == place:
                    each.kiosk.send_all()

        patiently(send)
        device = old.open().device
        old.close()
        gone = stage.kiosk(old.at.rename(stage.at / f"{space.code.lower()}-perdu"))
        # One that has not written yet is known to nobody, and goes on in its place.
        if all(each.kiosk.open().device != device for each in stage.pcs if each is not pc):
            with headquarters(stage.world) as central:
                devices.revoke(central, device)
        code = code_for(stage.world, place, pc.line.address)
        new = stage.kiosk(stage.at / space.code.lower(), old.clock.now)
        patiently(lambda: enrol_by_code(code, pc.line.address, new.at, new.clock).close())
        pc.works_on(new)
        patiently(lambda: _try(new))
        stage.unrestored += lacking(new.open(), of=gone.open())
        gone.close()
        stage.lost.append(gone)
        stage.faults["replaced"] += 1

    def _send_by_stick(self, pc: Pc) -> None:
        """Carry what waits to headquarters, and its reply back; there the file is imported twice by mistake."""
        stage, store = self._stage, pc.kiosk.open()
        plugged = stage.at / "cle"
        plugged.mkdir(exist_ok=True)
        end = DeviceEnd(store, version("kiosque"))
        written = stick.export(store, end, plugged).path.read_bytes()
        with headquarters(stage.world) as central:
            replies = [asyncio.run(_import(central, written)) for _ in range(2)]
        (plugged / stick.FOLDER / stick.down_name(store.device)).write_bytes(replies[-1])
        stick.take_replies(store, end, plugged)
        # The line has to read again how far the central is.
        pc.restart()
        stage.faults["sticks"] += 1

    def _set_clocks(self, half_day: int) -> None:
        for wrong in self._faults.clocks:
            pc = self._stage.main(wrong.place)
            now = pc.kiosk.clock.now
            if half_day in {wrong.when.start, wrong.when.stop}:
                pc.set_clock(wrong.offset(now) if half_day in wrong.when else 0)

    def _break_lines(self, half_day: int) -> None:
        for place, line in enumerate(self._stage.lines):
            rng = random.Random(f"{self._stage.seed}:{place}:{half_day}:breaks")
            if rng.random() < CUT_OFTEN:
                line.cut_after(rng.randint(SMALLEST_CUT, LARGEST_CUT))
            if rng.random() < LOST_OFTEN:
                line.lose_reply()
            if rng.random() < BUSY_OFTEN:
                line.be_busy()


async def _import(store: Store, content: bytes) -> bytes:
    central = Central.over(store)
    try:
        return (await import_file(central, content)).reply
    finally:
        central.close()


def _try(kiosk: Kiosk) -> None:
    kiosk.try_patiently()
    if kiosk.trouble:
        raise kiosk.trouble
