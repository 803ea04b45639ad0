"""The network of a demo: a central with its account, antennas, animators, and one enrolled kiosk at each."""

import random
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosque.actions.network import network
from kiosque.central import authority, devices
from kiosque.central.accounts import NEVER, Accounts, Role
from kiosque.db import folder
from kiosque.db.store import Store, wall_clock
from kiosque.demo.planned.before import plan
from kiosque.demo.planned.placed import Placed
from kiosque.demo.population import Person, populate
from kiosque.demo.spaces import Space
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local
from kiosque.sync import codes, enrolment
from kiosque.sync.http import HttpLine
from kiosque.sync.installing import install

ACCOUNT = "coordination"
PASSPHRASE = "lavande tilleul olivier genêt"  # noqa: S105 - it protects people who were invented
"""Opens the key file of every demo antenna; each file holds another key."""

YOUNGEST_ANIMATOR, OLDEST_ANIMATOR = 22, 64


@dataclass(frozen=True, slots=True)
class Team:
    """Who holds the permanences of one antenna: the record ids of its animators, its own first."""

    antenna: int
    animators: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class World:
    """A network that has been set up. ``password`` is that of ``ACCOUNT`` at the central."""

    central: Path
    spaces: tuple[Space, ...]
    teams: tuple[Team, ...]
    password: str


def set_up(
    at: Path, spaces: Sequence[Space], now: Callable[[], int], rng: random.Random, coming: Space | None = None
) -> World:
    """Make a central in the folder ``at``: an antenna for each of ``spaces``, their animators, headquarters' account.

    ``coming``: where one more is planned, that does not open yet. ``now`` gives UTC seconds.

    Raises ``folder.AlreadyThere``.
    """
    password = secrets.token_urlsafe(12)
    store = folder.new_central(at, now, authority.found)
    try:
        # Whoever looks at a demonstration has no telephone to set up for it.
        Accounts(store).add(ACCOUNT, password, Role.ADMINISTRATOR, code_due=NEVER)
        hiring = _Hiring(store, rng)
        roaming = {each.code: hiring.somebody(spaces[0], each.code) for each in ASSOCIATIONS}
        teams = tuple(_team(store, hiring, space, roaming) for space in spaces)
        pairs = zip(spaces, teams, strict=True)
        plan(store, [Placed(space, team.antenna, team.animators) for space, team in pairs], coming)
    finally:
        store.close()
    return World(at, tuple(spaces), teams, password)


def enrol(world: World, place: int, address: str, at: Path, now: Callable[[], int]) -> Store:
    """Enrol a PC at the antenna at ``place``, which finds the central at ``address``; return its store, made in ``at``.

    The enrolment goes through a file, as it does for a PC without a line. Raises ``KnownError``.
    """
    team = world.teams[place]
    with headquarters(world) as central:
        carried = devices.enrol(central, team.antenna, address, team.animators[0])
    at.mkdir(parents=True)
    file = at / "inscription.json"
    enrolment.write(file, carried)
    store = install(at, enrolment.read(file), PASSPHRASE, now)
    # It holds a secret, and has served.
    file.unlink()
    return store


def code_for(world: World, place: int, address: str) -> str:
    """Return the one-time code that headquarters reads out for a new PC of the antenna at ``place``."""
    team = world.teams[place]
    with headquarters(world) as central:
        return devices.code_for(central, devices.enrol(central, team.antenna, address, team.animators[0]))


def enrol_by_code(code: str, address: str, at: Path, now: Callable[[], int]) -> Store:
    """Enrol a PC over the line by the one-time ``code``; return its store, made in ``at``. Raises ``KnownError``."""
    keys = codes.keys_of(codes.read_code(code))
    line = HttpLine(address)
    try:
        sealed = line.enrolment(keys.lookup)
    finally:
        line.close()
    return install(at, enrolment.unpack(codes.unseal(keys, sealed)), PASSPHRASE, now)


@contextmanager
def headquarters(world: World, now: Callable[[], int] = wall_clock) -> Iterator[Store]:
    """Give the central's store, while the central runs, to do what headquarters does; ``now`` gives UTC seconds."""
    store = folder.open_central(world.central, now)
    try:
        yield store
    finally:
        store.close()


class _Hiring:
    """Finds animators among the inhabitants."""

    def __init__(self, store: Store, rng: random.Random) -> None:
        self._store = store
        self._rng = rng
        self._year = local(store.now()).year

    def somebody(self, near: Space, association: str | None, antenna: int | None = None) -> int:
        """Add an animator who lives near a space, and return their record id; without ``antenna`` they roam."""
        person = self._grown_up(near)
        return network.add_animator(
            self._store,
            given_name=person.given_name,
            family_name=person.family_name,
            association=association,
            status=self._rng.choice(("employed", "volunteer")) if antenna else "employed",
            antenna=antenna,
        ).record

    def _grown_up(self, near: Space) -> Person:
        ages = range(YOUNGEST_ANIMATOR, OLDEST_ANIMATOR)
        people = populate(self._rng, near.commune, self._year, 60)
        return next(each for each in people if each.age(self._year) in ages)


def _team(store: Store, hiring: _Hiring, space: Space, roaming: Mapping[str, int]) -> Team:
    antenna = network.add_antenna(
        store,
        code=space.code,
        label=space.label,
        form=space.form,
        association=space.association,
        commune=space.commune,
        hours=space.hours,
        fictitious_hours=space.fictitious_hours,
    ).record
    own = hiring.somebody(space, space.association, antenna)
    # Spaces of neither association are visited by both.
    visiting = [roaming[space.association]] if space.association else list(roaming.values())
    return Team(antenna, (own, *visiting))
