"""What people do in front of the window during a permanence: real taps and keys, and pictures of the screens."""

import random
from dataclasses import dataclass
from pathlib import Path

from kiosque.demo import needs
from kiosque.demo.circle import Circle
from kiosque.demo.clock import Clock
from kiosque.demo.day import SAYS_GOODBYE
from kiosque.demo.played import Played
from kiosque.demo.population import Person
from kiosque.demo.world import PASSPHRASE
from kiosque.domain.card import read_card
from kiosque.domain.codes import ATTENDANCE
from kiosque.domain.errors import KnownError
from kiosque.domain.french import local
from kiosque.ui.lanes import Lane, Lanes
from kiosque.ui.robot import Robot

MINUTE = 60

HELP = (("aide_aux_demarches_administratives", "caf", 30), ("email", None, 45))
"""Theme, body, minutes of the acts of help that are logged."""

LAST_ARRIVAL = 30 * MINUTE
"""Before the end, nobody comes any more."""


@dataclass(frozen=True, slots=True)
class Scene:
    """When and among whom the permanence is held: ``ends`` is its planned end (UTC seconds)."""

    clock: Clock
    circle: Circle
    rng: random.Random
    ends: int
    played: Played


class Gestures:
    """What people do in front of the window, in order; each gesture takes its time on the clock."""

    def __init__(self, robot: Robot, lanes: Lanes, scene: Scene, pictures: Path) -> None:
        self._robot = robot
        self._lanes = lanes
        self._clock = scene.clock
        self._rng = scene.rng
        self._scene = scene
        self._played = scene.played
        self._pictures = pictures
        self._pictured: set[str] = set()
        self._time_passed = False

    def open(self) -> None:
        """The animator unlocks and opens."""
        self._picture("closed")
        self._robot.tap("animator")
        self._unlock()
        self._robot.wait_for("animator.open")
        self._robot.find("open.go")
        self._picture("open")
        self._robot.tap("open.go")
        self._home()
        self._played.wrote("permanence")
        self._played.wrote("presence")
        self._picture("counter")

    def receive_unnamed(self, reason: str) -> None:
        """Somebody comes without giving a name: two taps."""
        self._pass(2, 9)
        self._robot.tap("counter.unnamed")
        self._robot.find(f"reason.{reason}")
        self._picture("reason")
        self._robot.tap(f"reason.{reason}")
        self._greeted(unless="workshops.no")
        self._played.visit(self._clock.now)

    def receive_first(self) -> str:
        """Somebody comes for the first time and wants to be recognised; return the code of their card."""
        robot, person = self._robot, self._somebody()
        self._pass(2, 9)
        robot.tap("counter.first")
        robot.tap("reason.digital")
        robot.find("counter.remember.yes")
        self._picture("remember")
        robot.tap("counter.remember.yes")
        robot.fill("form.given_name", person.given_name)
        robot.fill("form.family_name", person.family_name)
        robot.fill("form.birth_year", str(person.birth_year))
        robot.fill("form.commune", "nyon")
        robot.find("form.commune.0")
        self._picture("form")
        robot.tap("form.commune.0")
        robot.tap("form.send")
        robot.wait_for("counter.given")
        code = str(robot.find("given.code").property("text"))
        self._picture("card-given")
        self._played.visit(self._clock.now, read_card(code))
        robot.tap("given.done")
        self._home()
        return code

    def receive_card(self, code: str) -> None:
        """Somebody has a card, and types its code."""
        self._pass(2, 9)
        self._robot.tap("counter.card")
        self._robot.fill("card.code", code)
        self._picture("card")
        self._robot.tap("card.send")
        self._greeted()
        self._played.visit(self._clock.now, read_card(code))

    def leave_unnamed(self) -> None:
        """The first of those who gave no name leaves, by the hour of arrival."""
        self._pass(4, 12)
        self._robot.tap("counter.leave")
        self._robot.wait_for(lambda: bool(self._tiles("leave.") or self._tiles("leave.from.")))
        self._picture("leave")
        while not self._tiles("leave."):
            # Many are here: first about when, then the hour.
            self._robot.tap(self._tiles("leave.from.")[0])
        self._robot.tap(self._tiles("leave.")[0])
        self._robot.find("message.done")
        self._picture("farewell")
        self._robot.tap("message.done")
        self._home()

    def leave_by_card(self, code: str) -> None:
        """Somebody shows their card a second time, and leaves."""
        self._pass(4, 12)
        self._robot.tap("counter.card")
        self._robot.fill("card.code", code)
        self._robot.tap("card.send")
        self._robot.tap("counter.already.yes")
        self._robot.tap("message.done")
        self._home()

    def help(self) -> None:
        """The animator logs some acts of help, in three taps each: for the body, one more."""
        robot = self._robot
        self._desk()
        self._picture("desk")
        for theme, service, minutes in HELP:
            self._pass(6, 15)
            robot.wait_for(lambda: bool(self._tiles("visit.")))
            robot.tap(self._rng.choice(self._tiles("visit.")))
            self._choose("theme", theme)
            if service:
                self._choose("service", service)
                self._picture("intervention")
            self._choose("duration", str(minutes))
            robot.wait_for("animator.desk")
            self._played.helped(self._clock.now)
        robot.tap("desk.counter")
        self._home()

    def hold_workshop(self) -> None:
        """The animator plans a workshop, registers somebody who called and somebody who is here, marks who came."""
        robot, caller = self._robot, self._somebody()
        self._desk()
        robot.tap("desk.workshops")
        robot.wait_for("animator.workshops")
        self._everything_read()
        before = set(self._tiles("workshop."))
        robot.tap("workshops.plan")
        robot.fill("plan.title", "Reconnaître les arnaques")
        robot.tap("plan.theme.securite_numerique")
        robot.tap("plan.send")
        self._everything_read()
        if "plan.send" in robot.names():
            # Something may be a mistake, and is not: it is planned all the same.
            robot.tap("plan.send")
        robot.wait_for("animator.workshops")
        robot.wait_for(lambda: bool(set(self._tiles("workshop.")) - before))
        self._picture("workshops")
        self._played.wrote("workshop")
        (planned,) = set(self._tiles("workshop.")) - before
        robot.tap(planned)
        name = f"{caller.given_name} {caller.family_name}"
        robot.fill("attendance.name", name)
        robot.tap("attendance.add")
        self._registered(1)
        self._played.wrote("registration")
        self._pass(1, 2)
        robot.tap(self._tiles("attendance.here.")[0])
        self._registered(2)
        self._played.wrote("registration")
        self._pass(10, 20)
        present, absent = (f"{name}, {ATTENDANCE.label(state)}" for state in ("seen", "noshow"))
        robot.tap("attendance.all")
        robot.tap(present)
        robot.wait_for(lambda: robot.has(absent))
        self._picture("attendance")
        robot.tap("back")
        robot.wait_for("animator.workshops")
        robot.tap("back")
        robot.wait_for("animator.desk")
        robot.tap("desk.counter")
        self._home()

    def receive_until_the_end(self) -> None:
        """A few more people come and go, as the afternoon does."""
        while self._clock.now < self._scene.ends - LAST_ARRIVAL:
            age = self._somebody().age(local(self._clock.now).year)
            self.receive_unnamed(needs.reason(self._rng, age))
            self._pass(10, 25)
            if self._rng.random() < SAYS_GOODBYE:
                self.leave_unnamed()
        self._picture("counter-later")

    def close(self) -> None:
        """The animator closes, and is thanked."""
        self._clock.move(self._scene.ends)
        self._pass(1, 8)
        self._desk()
        self._robot.tap("desk.close")
        # The hour is proposed once the screen has read what was done.
        self._robot.wait_for(lambda: bool(self._robot.find("close.hour").property("text")))
        self._picture("close")
        self._robot.tap("close.go")
        self._robot.find("thanks.done")
        self._picture("thanks")
        self._robot.tap("thanks.done")
        self._robot.wait_for("counter.closed")

    def _choose(self, family: str, code: str) -> None:
        """Touch a choice: what is not usual here stands behind *Autres*."""
        name, others = f"{family}.{code}", f"{family}.others"
        self._robot.wait_for(lambda: self._robot.has(name) or self._robot.has(others))
        if not self._robot.has(name):
            self._robot.tap(others)
        self._robot.tap(name)

    def _unlock(self) -> None:
        self._robot.fill("unlock.passphrase", PASSPHRASE)
        self._picture("unlock")
        self._robot.tap("unlock.send")

    def _desk(self) -> None:
        self._robot.tap("animator")
        self._unlock()
        self._robot.wait_for("animator.desk")

    def _greeted(self, unless: str = "") -> None:
        """Somebody is greeted, or offered workshops to come: they have come for today's, and go on."""
        self._robot.wait_for(lambda: any(map(self._robot.has, ("message.done", unless))))
        if unless and self._robot.has(unless):
            self._robot.tap(unless)
            self._home()
            return
        self._robot.find("message.done")
        self._picture("welcome")
        self._robot.tap("message.done")
        self._home()

    def _home(self) -> None:
        self._robot.wait_for("counter.home")
        self._robot.find("counter.first")

    def _somebody(self) -> Person:
        return self._scene.circle.draw(self._rng)

    def _registered(self, people: int) -> None:
        self._robot.wait_for(lambda: len(self._tiles("attendee.")) == people)

    def _tiles(self, prefix: str) -> list[str]:
        return [name for name in self._robot.names() if name.startswith(prefix) and name[len(prefix) :].isdecimal()]

    def _pass(self, least: int, most: int) -> None:
        self._clock.move(self._clock.now + self._rng.randint(least * MINUTE, most * MINUTE))
        self._time_passed = True

    def _everything_read(self) -> None:
        """Wait for what screens have asked of the store: the lane is first come, first served."""
        done: list[None] = []
        self._lanes.submit(Lane.DB, lambda: None, done.append, _bug)
        self._robot.wait_for(lambda: bool(done))

    def _picture(self, what: str) -> None:
        # One picture of each screen is enough.
        if what not in self._pictured:
            self._pictured.add(what)
            if self._time_passed:
                # What was offered to be undone minutes ago is gone.
                self._robot.wait_for(lambda: not self._robot.window.said)
                self._time_passed = False
            self._everything_read()
            self._robot.screenshot(self._pictures / f"{len(self._pictured):02}-{what}.png")


def _bug(error: KnownError) -> None:
    raise error
