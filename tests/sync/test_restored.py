"""A central that was restored from a backup: what it lost comes back from the devices that still hold it."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from kiosque.actions.history import By, history
from kiosque.actions.network import network
from kiosque.central import authority
from kiosque.central.devices import approve, asking
from kiosque.db.doctor import examine
from kiosque.db.engine import open_database
from kiosque.db.feeds import NETWORK
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.sync.central_end import CentralEnd
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import receive, run_round
from kiosque.sync.refusal import Reason, Refused
from tests.stores import BUILD, KEY, Direct, Space, meet, rows, said
from tests.sync.rounds import equal, image, round_, start, work

pytestmark = pytest.mark.in_a_file("a backup here is a copy of the file; a server's is made by its own tools")


@dataclass
class Backup:
    """A copy of the central's file."""

    nyons: Space
    path: Path
    opened: list[Store] = field(default_factory=list)

    def restored(self, *, declared: bool = True) -> Store:
        """Open the copy, as if the central's disk were lost since it was made."""
        path = self.path.with_name(f"restored-{len(self.opened)}.db")
        shutil.copyfile(self.path, path)
        store = Store(open_database(path, KEY), self.nyons.clock)
        self.opened.append(store)
        if declared:
            self.nyons.clock.pass_(minutes=1)
            authority.restored(store)
        return store


@pytest.fixture
def backup(nyons: Space, tmp_path: Path):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a fixture's own type
    """Work that everybody holds, then a backup of the central."""
    work(nyons.store, 5)
    meet(nyons.store, nyons.central)
    with nyons.central.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    made = Backup(nyons, tmp_path / "backup.db")
    shutil.copyfile(tmp_path / "central.db", made.path)
    yield made
    for store in made.opened:
        store.close()


def test_what_the_central_wrote_after_its_backup_comes_back_from_a_device(nyons: Space, backup: Backup) -> None:
    lost = network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet").record
    work(nyons.store, 3)
    meet(nyons.store, nyons.central)
    central = backup.restored()
    assert lost not in {each.id for each in network.animators(central)}
    meet(nyons.store, central)
    assert lost in {each.id for each in network.animators(central)}
    assert central.device != nyons.central.device
    assert central.head(nyons.central.device) == nyons.central.head(nyons.central.device)
    assert equal(central, nyons.store)
    assert examine(central).healthy
    assert examine(nyons.store).healthy


def test_a_restored_central_enrols_and_corrects_as_before(nyons: Space, backup: Backup) -> None:
    central = backup.restored()
    meet(nyons.store, central)
    new = nyons.network.kiosk(central, nyons.antenna)
    work(new, 2)
    meet(new, central)
    [visit, *_] = (entry.record for entry in nyons.store.entries(nyons.store.device))
    with central.writing() as writer:
        writer.amend(VISIT, visit, reason="AUTRE")
    for kiosk in (new, nyons.store, new):
        meet(kiosk, central)
    assert equal(central, nyons.store, new)
    # Its new number is headquarters' too; what a counter wrote is the counter's.
    assert [change.by for change in history(nyons.store, visit)] == [By.COUNTER, By.HEADQUARTERS]
    assert [change.by for change in history(new, visit)] == [By.COUNTER, By.HEADQUARTERS]


def test_a_device_that_missed_the_lost_part_goes_on_where_it_was(nyons: Space, backup: Backup) -> None:
    before = nyons.store.feed_head(NETWORK)
    network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet")
    central = backup.restored()
    here = network.add_animator(central, given_name="Lucien", family_name="Arnoux").record
    meet(nyons.store, central)
    assert nyons.store.feed_head(NETWORK).position == before.position + 1
    assert here in {each.id for each in network.animators(nyons.store)}
    assert equal(central, nyons.store)


def test_what_an_earlier_life_acknowledged_is_not_received_any_more(nyons: Space, backup: Backup) -> None:
    work(nyons.store, 3)
    meet(nyons.store, nyons.central)
    central, end = backup.restored(), DeviceEnd(nyons.store, BUILD)
    with pytest.raises(Refused, match="first offered"):
        round_(end, central)
    assert end.take(receive(central, end.request())).received == 5
    # A PC that is switched off now knows it still.
    again = DeviceEnd(nyons.store, BUILD)
    assert again.waiting == 3
    assert run_round(again, Direct(central)).refused is None
    assert equal(central, nyons.store)


def test_a_central_that_went_another_way_unknowingly_is_refused(nyons: Space, backup: Backup) -> None:
    network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet")
    meet(nyons.store, nyons.central)
    central, held = backup.restored(declared=False), said(nyons.store)
    nyons.clock.pass_(minutes=1)
    for name in ("Arnoux", "Barnouin"):
        network.add_animator(central, given_name="Lucien", family_name=name)
    with pytest.raises(Refused) as caught:
        meet(nyons.store, central)
    assert caught.value.reason is Reason.RESTORED
    assert b"Arnoux" not in said(nyons.store)
    assert held.count(b"Chauvet") == said(nyons.store).count(b"Chauvet")


def test_what_was_written_twice_under_one_number_is_refused_and_seen(nyons: Space, backup: Backup) -> None:
    network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet")
    meet(nyons.store, nyons.central)
    central, end = backup.restored(declared=False), DeviceEnd(nyons.store, BUILD)
    nyons.clock.pass_(minutes=1)
    # Headquarters wrote before it told its central: the guide says not to.
    network.add_animator(central, given_name="Lucien", family_name="Arnoux")
    authority.restored(central)
    with pytest.raises(Refused, match="first offered"):
        round_(end, central)
    held = rows(central), central.feed_head(NETWORK)
    request = b"".join(end.request())
    with pytest.raises(Refused) as caught:
        list(CentralEnd(central).feed(request))
    assert caught.value.reason is Reason.FORKED
    with pytest.raises(Refused) as caught:
        end.take(receive(central, [request]))
    assert caught.value.reason is Reason.FORKED
    assert (rows(central), central.feed_head(NETWORK)) == held


def test_two_restorations_in_a_row_lose_nothing_that_a_device_holds(nyons: Space, backup: Backup) -> None:
    first = network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet").record
    meet(nyons.store, nyons.central)
    once = backup.restored()
    second = network.add_animator(once, given_name="Lucien", family_name="Arnoux").record
    meet(nyons.store, once)
    again = backup.restored()
    meet(nyons.store, again)
    assert {first, second} <= {each.id for each in network.animators(again)}
    assert equal(again, nyons.store)


def test_a_central_that_does_not_know_that_it_was_restored_is_told(nyons: Space, backup: Backup) -> None:
    lost = network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet").record
    meet(nyons.store, nyons.central)
    central, end = backup.restored(declared=False), DeviceEnd(nyons.store, BUILD)
    held = central.devices()
    taken = end.take(receive(central, end.request()))
    assert taken.refused is Reason.RESTORED
    assert central.devices() == held
    # Told late, it gets back all the same what the device has held since.
    nyons.clock.pass_(minutes=1)
    authority.restored(central)
    meet(nyons.store, central)
    assert lost in {each.id for each in network.animators(central)}
    assert equal(central, nyons.store)


def test_a_copy_gets_its_number_of_a_central_that_went_another_way_and_brings_back_what_it_lost(
    nyons: Space, backup: Backup
) -> None:
    clone = start(nyons, image(nyons, nyons.store))
    lost = network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet").record
    meet(clone, nyons.central)
    work(nyons.store, 1, Random(1))
    work(clone, 2, Random(2))
    central = authority.begin(backup.restored(declared=False))
    nyons.clock.pass_(minutes=1)
    meet(nyons.store, central)
    here = network.add_animator(central, given_name="Lucien", family_name="Arnoux").record
    authority.restored(central)
    with pytest.raises(Refused, match="another journal"):
        meet(clone, central)
    approve(central, asking(central)[0].public)
    # The PC was switched off meanwhile.
    assert meet(clone, central).refused is None
    for store in (nyons.store, clone) * 2:
        assert meet(store, central).refused is None
    assert {lost, here} <= {each.id for each in network.animators(central)}
    assert equal(central, nyons.store, clone)
    assert examine(clone).healthy


def test_the_reply_of_an_earlier_life_is_refused(nyons: Space, backup: Backup) -> None:
    central = backup.restored()
    meet(nyons.store, central)
    receipt = nyons.store.receipt(nyons.store.device)
    nyons.clock.pass_(minutes=1)
    with pytest.raises(Refused, match="epoch"):
        run_round(DeviceEnd(nyons.store, BUILD), Direct(nyons.central))
    assert equal(central, nyons.store)
    assert nyons.store.receipt(nyons.store.device) == receipt


def test_a_forged_past_is_refused(nyons: Space, backup: Backup) -> None:
    network.add_animator(nyons.central, given_name="Jeanne", family_name="Chauvet")
    meet(nyons.store, nyons.central)
    with nyons.store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE countersigned SET signature = zeroblob(64)")
    central, end = backup.restored(), DeviceEnd(nyons.store, BUILD)
    with pytest.raises(Refused):
        end.take(receive(central, end.request()))
    before = central.feed_head(NETWORK)
    taken = end.take(receive(central, end.request()))
    assert taken.refused is Reason.SIGNATURE
    assert central.feed_head(NETWORK) == before
