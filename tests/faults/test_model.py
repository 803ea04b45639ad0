"""Devices, a central and headquarters against a model: whatever happens between them, five guarantees hold in the end.

KIOSQUE_TEST_MODEL says how many examples are played (quality.md: 500 in CI, 20,000 in full), of 50 steps each.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from sqlalchemy import Connection

from kiosque.central import authority
from kiosque.db import apply as applying
from kiosque.db import routing
from kiosque.db.feeds import NETWORK, append
from kiosque.db.rows import Packed
from kiosque.db.store import Store
from tests.conftest import SEED
from tests.faults import world
from tests.faults.template import Template, template
from tests.faults.world import Machine, World
from tests.sizes import LIVES, size

STEPS = 50
PARTS = 4
"""Tests that share the examples, and the cores."""

THE_YEARS = (0, 4_260_211_200)
"""1970 to 2105, in UTC seconds."""

which = st.integers(0, 7)
part = st.floats(0, 1)
cards = st.sampled_from(["", "", "CARD0000000000001", "CARD0000000000002", "CARD0000000000003"])


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Template]:
    """A network before anything happens."""
    with template(tmp_path_factory.mktemp("template")) as made:
        yield made


class Life(RuleBasedStateMachine):
    """What may happen to a copy of a network, in any order."""

    def __init__(self, made: Template) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="kiosque-model-"))
        self.world = World(made, self.folder)
        self.stick: list[tuple[Machine, bytes, bytes]] = []
        self.back: list[tuple[Machine, bytes, bytes]] = []
        self.restored = False

    def at(self, choice: int) -> Machine:
        return self.world.machines[choice % len(self.world.machines)]

    @rule(who=which, times=st.integers(1, 3))
    def tap(self, who: int, times: int) -> None:
        for _ in range(times):
            self.world.tap(self.at(who))

    @rule(who=which, what=which)
    def correct(self, who: int, what: int) -> None:
        self.world.correct(self.at(who), what)

    @rule(who=which, card=cards)
    def meet(self, who: int, card: str) -> None:
        self.world.meet_somebody(self.at(who), card)

    @rule(who=which, whom=which)
    def erase_here(self, who: int, whom: int) -> None:
        self.world.erase(self.at(who), whom)

    @rule(whom=which)
    def erase_at_headquarters(self, whom: int) -> None:
        self.world.backup = None
        self.world.erase(None, whom)

    @rule(where=which)
    def plan(self, where: int) -> None:
        self.world.plan(where)

    @rule(who=which, up=part)
    def cut_request(self, who: int, up: float) -> None:
        self.world.round(self.at(who), up=up)

    @rule(who=which, down=part)
    def cut_reply(self, who: int, down: float) -> None:
        self.world.round(self.at(who), down=down)

    @rule(who=which, twice=st.booleans())
    def lose_reply(self, who: int, twice: bool) -> None:  # noqa: FBT001 - hypothesis calls it by name
        self.world.round(self.at(who), lost=True, twice=twice)

    @rule(who=which)
    def go_through(self, who: int) -> None:
        self.world.round(self.at(who))

    @rule(who=which)
    def write_stick(self, who: int) -> None:
        machine = self.at(who)
        sent = b"".join(machine.end.request())
        machine.end.in_doubt = True
        self.stick.append((machine, sent, machine.end.question))

    @precondition(lambda self: self.stick)
    @rule(what=which, keep=st.booleans())
    def import_stick(self, what: int, keep: bool) -> None:  # noqa: FBT001
        machine, sent, question = self.stick[what % len(self.stick)]
        if not keep:
            self.stick.remove((machine, sent, question))
        reply = self.world.deliver(sent)
        if reply is not None:
            self.back.append((machine, reply, question))

    @precondition(lambda self: self.back)
    @rule(what=which)
    def bring_back(self, what: int) -> None:
        machine, reply, question = self.back[what % len(self.back)]
        self.world.hand(machine, reply, question)

    @rule()
    def restart_central(self) -> None:
        self.world.restart_central()

    @rule(who=which)
    def restart(self, who: int) -> None:
        self.at(who).restart()

    @precondition(lambda self: len(self.world.machines) < 5)
    @rule(who=which)
    def clone(self, who: int) -> None:
        self.world.clone(self.at(who))

    @rule()
    def approve(self) -> None:
        self.world.backup = None
        self.world.approve()

    @precondition(lambda self: not any(machine.revoked for machine in self.world.machines))
    @rule(who=which)
    def revoke(self, who: int) -> None:
        self.world.backup = None
        self.world.revoke(self.at(who))

    @rule()
    def rotate_keys(self) -> None:
        if len(self.world.machines) < 5:
            self.world.backup = None
            authority.rotate(self.world.central, self.world.root)

    @precondition(lambda self: not self.restored)
    @rule()
    def back_up(self) -> None:
        self.world.back_up()

    @precondition(lambda self: self.world.backup)
    @rule()
    def put_back(self) -> None:
        self.restored = True
        self.world.put_back()

    @precondition(lambda self: self.world.unaware)
    @rule()
    def tell(self) -> None:
        self.world.tell()

    @rule(who=which, now=st.integers(*THE_YEARS))
    def set_clock(self, who: int, now: int) -> None:
        self.at(who).clock.now = now

    @rule(now=st.integers(*THE_YEARS))
    def set_clock_of_headquarters(self, now: int) -> None:
        self.world.clock.now = now

    def teardown(self) -> None:
        try:
            self.world.settle()
            self.world.check()
        finally:
            self.world.close()
            shutil.rmtree(self.folder)


def life_over(made: Template, number: int) -> type[RuleBasedStateMachine]:
    """Return the state machine over copies of ``made``; another ``number`` plays other examples."""

    class There(Life):
        def __init__(self) -> None:
            super().__init__(made)

    return seed(int(os.environ[SEED]) + number)(There)


def play(made: Template, examples: int, number: int = 0) -> None:
    """Play examples against the model. KIOSQUE_TEST_SHRINK looks for a shorter one when one fails: it takes minutes."""
    shrink = "KIOSQUE_TEST_SHRINK" in os.environ
    run_state_machine_as_test(
        life_over(made, number),
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            phases=tuple(Phase) if shrink else (Phase.generate,),
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )


@pytest.mark.parametrize("number", range(PARTS))
def test_the_five_guarantees_hold(network: Template, number: int) -> None:
    play(network, size(LIVES) // PARTS, number)


def leak(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is one antenna's go to everybody."""

    def to_all(connection: Connection, said: Mapping[int, Iterable[Packed]]) -> None:
        append(connection, {NETWORK: [row for rows in said.values() for row in rows]})

    monkeypatch.setattr(routing, "append", to_all)


def remember(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave in the journal what an erasure names."""
    monkeypatch.setattr(applying, "_forget", lambda _connection, _entries: None)


def drop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the central lose the frames that it takes."""
    monkeypatch.setattr(world, "apply", lambda _store, _entries: 0)


def mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a copy send under its new number what was received under the old one."""
    right = Store.renumber
    monkeypatch.setattr(Store, "renumber", lambda self, common, *rest, **more: right(self, common // 2, *rest, **more))


def a_bad_week(life: World) -> None:
    """Play what goes wrong most, once each, in an order that a planted fault does not survive."""
    one, two, other = life.machines
    for machine in life.machines:
        life.tap(machine)
        life.meet_somebody(machine, "CARD0000000000001" if machine is not two else "")
        life.round(machine)
    life.tap(one)
    life.round(one, up=0.6)
    life.round(one, lost=True, twice=True)
    life.clone(one)
    for machine in (one, life.machines[-1], two):
        life.tap(machine)
        life.tap(machine)
        life.round(machine)
    life.erase(one, 0)
    life.meet_somebody(one, "")
    life.plan(0)
    life.round(other, down=0.5)
    life.settle()
    life.check()


@pytest.fixture
def life(network: Template, tmp_path: Path) -> Iterator[World]:
    """One copy of the network."""
    made = World(network, tmp_path / "life")
    yield made
    made.close()


def test_a_bad_week_ends_well(life: World) -> None:
    a_bad_week(life)


def test_a_backup_that_was_started_without_a_word_ends_well(life: World) -> None:
    one, two, other = life.machines
    for machine in life.machines:
        life.meet_somebody(machine, "")
        life.round(machine)
    life.back_up()
    life.plan(0)
    life.erase(None, 0)
    for machine in (one, other, one):
        life.tap(machine)
        life.round(machine)
    life.put_back()
    held = life.central.head(one.store.device)
    life.tap(one)
    life.round(one)
    assert life.central.head(one.store.device) == held
    # Headquarters goes on as if nothing had happened: not under the numbers of what was lost.
    life.clock.pass_(minutes=1)
    life.plan(0)
    # Who missed the lost part is taken, and the antenna's feed goes another way, past where it was.
    for _ in range(4):
        life.tap(two)
    life.round(two)
    life.round(one)
    life.settle()
    life.check()


@pytest.mark.fault
@pytest.mark.parametrize("plant", [leak, remember, drop, mistake])
def test_a_planted_fault_is_found(
    life: World, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    plant(monkeypatch)
    with pytest.raises(Exception, match=r"[^ ]"):  # whatever says it: a guarantee, a refusal, a table
        a_bad_week(life)
