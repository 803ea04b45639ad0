"""The central of the demo is another process, and comes back where it was."""

import random
from pathlib import Path

import pytest

from kiosque.actions.network import network
from kiosque.actions.opening import permanences
from kiosque.central.accounts import Accounts, Role
from kiosque.db import folder
from kiosque.demo.central_process import CentralProcess, DidNotStart
from kiosque.demo.clock import Clock
from kiosque.demo.kiosk import Kiosk
from kiosque.demo.spaces import spaces
from kiosque.demo.stage import MORNING
from kiosque.demo.world import ACCOUNT, PASSPHRASE, enrol, set_up
from kiosque.sync.agent import AllReceived, KeptHere
from kiosque.sync.line_errors import NoLine


def test_a_kiosk_keeps_everything_while_the_central_is_away(tmp_path: Path) -> None:
    clock = Clock(MORNING)
    world = set_up(tmp_path / "central", spaces()[:1], clock, random.Random(1))
    central = CentralProcess(tmp_path / "central")
    central.start()
    kiosk = Kiosk(tmp_path / "kiosk", clock, random.Random(1))
    try:
        address = central.address
        enrol(world, 0, address, tmp_path / "kiosk", clock).close()
        store = kiosk.open()
        kiosk.started()
        assert isinstance(kiosk.status(), AllReceived)
        assert network.here(store) is not None, "what headquarters has set up has come"
        central.stop()
        permanences.open_permanence(store, world.teams[0].animators[0])
        kiosk.try_now()
        # The permanence, and who holds it.
        assert kiosk.status() == KeptHere(2)
        with pytest.raises(NoLine):
            kiosk.send_all()
        central.start()
        assert central.address == address
        kiosk.send_all()
        assert isinstance(kiosk.status(), AllReceived)
    finally:
        kiosk.close()
        central.stop()


def test_a_central_that_is_not_there_does_not_start(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    central = CentralProcess(tmp_path / "nothing")

    with pytest.raises(DidNotStart):
        central.start()
    assert "Il n’y a pas de central" in capfd.readouterr().err


def test_a_network_has_its_account_its_antennas_and_their_animators(tmp_path: Path) -> None:
    world = set_up(tmp_path / "central", spaces(), Clock(MORNING), random.Random(1))
    store = folder.open_central(tmp_path / "central")
    try:
        account = Accounts(store).verify(ACCOUNT, world.password)
        antennas = {antenna.id for antenna in network.antennas(store)}
        animators = {animator.id for animator in network.animators(store)}
    finally:
        store.close()

    assert account is not None
    assert account.role is Role.ADMINISTRATOR
    assert antennas == {team.antenna for team in world.teams}
    assert animators == {animator for team in world.teams for animator in team.animators}
    assert len(animators) == 25 + 2, "one each, and one who roams for each association"
    assert all(len(team.animators) >= 2 for team in world.teams)


def test_an_enrolment_file_does_not_lie_about(tmp_path: Path) -> None:
    clock = Clock(MORNING)
    world = set_up(tmp_path / "central", spaces()[:1], clock, random.Random(1))
    enrol(world, 0, "http://127.0.0.1:1", tmp_path / "kiosk", clock).close()

    assert not list((tmp_path / "kiosk").glob("*.json"))
    opened = folder.unlock(tmp_path / "kiosk", PASSPHRASE)
    opened.store.close()
    assert opened.animator == world.teams[0].animators[0]
