"""Everything that runs in one demo: antennas that live at the same time, their lines, a central in another process."""

import random
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time, timedelta
from pathlib import Path

from kiosque.central import devices
from kiosque.db import folder
from kiosque.db.played import keep
from kiosque.db.records import receipt
from kiosque.demo import window
from kiosque.demo.bench import Bench
from kiosque.demo.central_process import CentralProcess, pull
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.gestures import Scene
from kiosque.demo.kiosk import MOST_TRIES, Kiosk, NotReceived
from kiosque.demo.ledger import Ledger, Left, read_back
from kiosque.demo.line import PACES, Line
from kiosque.demo.pc import Pc
from kiosque.demo.plan import FIRST_DAY, HALF_DAYS, Life, by_half_days, live
from kiosque.demo.planned import during
from kiosque.demo.planned.placed import Placed
from kiosque.demo.played import Fact, Played
from kiosque.demo.simulate import Player
from kiosque.demo.spaces import Space, next_space
from kiosque.demo.world import ACCOUNT, World, enrol, headquarters, set_up
from kiosque.domain.french import PARIS
from kiosque.domain.validity import midnight

EVENING = time(20)
"""Everything has closed by then."""
MORNING = int(datetime.combine(FIRST_DAY, time(7), PARIS).timestamp())


class Stage:
    """One demo in the folder ``at``: a PC at each antenna to begin with, each on a line of its own."""

    def __init__(self, at: Path, where: tuple[Space, ...], days: int, seed: int, link: str) -> None:
        """Set up the network; nothing runs yet. ``link`` is one of ``line.PACES``. Raises ``KnownError``."""
        self.at = at
        self.days = days
        self.seed = seed
        rng = random.Random(f"{seed}:network")
        self.world: World = set_up(at / "central", where, Clock(MORNING), rng, next_space(where))
        self.central = CentralProcess(at / "central")
        self.lives = [self._live(space, place) for place, space in enumerate(where)]
        self.lines: list[Line] = []
        self.pcs: list[Pc] = []
        self.lost: list[Kiosk] = []
        """PCs that work no more; their folders are set aside, for the ledger."""
        self.unrestored = 0
        self.faults: Counter[str] = Counter()
        self._link = link

    def start(self, advance: Callable[[], None]) -> None:
        """Start the central and the lines, and enrol a PC at each antenna."""
        self.central.start()
        for space in self.world.spaces:
            self.lines.append(Line(PACES[self._link], f"{self.seed}:{space.code}:line"))
        self._lead()
        for place in range(len(self.lives)):
            self.pcs.append(self._enrol(place))
            advance()
        # The first round brings what headquarters has set up: antennas, animators, devices.
        self._everywhere(lambda pc: pc.kiosk.started())

    def restart_central(self) -> None:
        """Start the central again."""
        self.central.start()
        self._lead()

    def live(self, half_day: int, advance: Callable[[], None]) -> None:
        """Live through a half-day, everywhere at once."""
        self._everywhere(lambda pc: pc.live(half_day, advance))

    def coordinate(self, half_day: int) -> None:
        """Do what headquarters does before ``half_day``; mostly nothing."""
        day, part = divmod(half_day, HALF_DAYS)
        if part == 0 and during.acts_on(day):
            pairs = zip(self.world.spaces, self.world.teams, strict=True)
            placed = tuple(Placed(space, team.antenna, team.animators) for space, team in pairs)
            today = FIRST_DAY + timedelta(days=day)
            with headquarters(self.world, lambda: midnight(today)) as central:
                during.act(central, placed, day, today)

    def main(self, place: int) -> Pc:
        """Return the PC that the antenna at ``place`` had first, or that took its place."""
        return next(pc for pc in self.pcs if pc.place == place)

    def player(self, place: int, kiosk: Kiosk, circle: Circle) -> Player:
        """Return the people of ``circle`` in front of ``kiosk``, a PC of the antenna at ``place``."""
        team = self.world.teams[place]
        rng = random.Random(f"{self.seed}:{kiosk.at.name}:cards")
        played = Played(team.antenna)
        # The repair café stands at the first antenna.
        bench = Bench(random.Random(f"{self.seed}:{kiosk.at.name}:bench"), played) if place == 0 else None
        return Player.at(kiosk.open(), kiosk.clock, circle, team.animators, rng, played, bench=bench)

    def kiosk(self, at: Path, now: int = MORNING) -> Kiosk:
        """Return the PC whose folder is ``at``, at the time ``now``; nothing is opened."""
        return Kiosk(at, Clock(now), random.Random(f"{self.seed}:{at.name}:jitter"))

    def approve(self) -> None:
        """Give each copy of a PC that asks for it a number of its own, as headquarters does."""
        with headquarters(self.world) as central:
            for copy in devices.asking(central):
                devices.approve(central, copy.public)

    def play_window(self) -> None:
        """Play the last permanence of the first antenna through the real window, on a file that it opens itself."""
        pc, life = self.main(0), self.lives[0]
        if life.kept is None:
            return
        kiosk = pc.kiosk
        kiosk.close()
        kiosk.clock.move(life.kept.at)
        rng = random.Random(f"{self.seed}:window")
        scene = Scene(kiosk.clock, life.circle, rng, life.kept.planned_end, pc.player.played)
        window.play(kiosk.unlock, kiosk, scene, self.at / "screenshots")
        # The store tells the window of changes: both go.
        kiosk.close()
        pc.works_on(kiosk)

    def settle(self) -> None:
        """Let every line work, and try until everything is received and nobody has anything new to learn.

        Raises what still troubles a PC when it never ends, or ``NotReceived``.
        """
        for line in self.lines:
            line.heal()
        for _ in range(MOST_TRIES):
            nothing_to_send = all(pc.kiosk.quiet for pc in self.pcs)
            self._everywhere(lambda pc: pc.kiosk.try_patiently())
            if nothing_to_send and all(pc.kiosk.quiet for pc in self.pcs):
                return
            self.approve()
        raise next(filter(None, (pc.kiosk.trouble for pc in self.pcs)), NotReceived())

    def pull(self) -> None:
        """Pull it all, as headquarters does."""
        pull(self.central.address, ACCOUNT, self.world.password, self.at / "pulled")

    def read_back(self) -> Ledger:
        """Return the figures, from the files that are left."""
        self.central.stop()
        self._end()
        played: Counter[Fact] = Counter()
        for pc in self.pcs:
            played.update(pc.player.played.facts)
        central = folder.open_central(self.at / "central")
        try:
            left = Left(
                kiosks=[pc.kiosk.open() for pc in self.pcs],
                central=central,
                pulled=self.at / "pulled",
                screenshots=self.at / "screenshots",
                played=played,
                joined=sum(pc.player.played.joined for pc in self.pcs),
                lost=[kiosk.open() for kiosk in self.lost],
                unrestored=self.unrestored,
                faults=self.faults,
                link=self._link,
                carried=(sum(line.carried[0] for line in self.lines), sum(line.carried[1] for line in self.lines)),
            )
            return read_back(left)
        finally:
            central.close()

    def _end(self) -> None:
        """Let the central stand at the evening of the last day: that is when every PC had everything received."""
        last = FIRST_DAY + timedelta(days=self.days - 1)
        evening = int(datetime.combine(last, EVENING, PARIS).timestamp())
        with headquarters(self.world, lambda: evening) as central:
            central.write_local(receipt.update().values(received_at=evening))
        keep(self.at / "central", evening)

    def close(self) -> None:
        """Stop what runs and close what is open."""
        self.central.stop()
        for kiosk in (*(pc.kiosk for pc in self.pcs), *self.lost):
            kiosk.close()
        for line in self.lines:
            line.close()

    def _everywhere(self, do: Callable[[Pc], None]) -> None:
        """Do something at every PC at the same time: each waits for its own line."""
        with ThreadPoolExecutor(len(self.pcs), thread_name_prefix="antenna") as pool:
            list(pool.map(do, self.pcs))

    def _lead(self) -> None:
        for line in self.lines:
            line.lead_to(self.central.address)

    def _live(self, space: Space, place: int) -> Life:
        animators = len(self.world.teams[place].animators)
        return live(space, place, self.days, self.seed, animators=animators, keep_last=place == 0)

    def _enrol(self, place: int) -> Pc:
        kiosk = self.kiosk(self.at / self.world.spaces[place].code.lower())
        enrol(self.world, place, self.lines[place].address, kiosk.at, kiosk.clock).close()
        life = self.lives[place]
        events = by_half_days(life.events)
        return Pc(place, kiosk, self.player(place, kiosk, life.circle), self.lines[place], events)
