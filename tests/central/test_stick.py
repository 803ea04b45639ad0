"""A stick's file at headquarters: what it brings, what answers it, what waits in quarantine, what is told apart.

KIOSQUE_TEST_STICKS says how many are damaged (quality.md: 300 in CI, 20,000 in full).
"""

import asyncio
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kiosque.central import authority
from kiosque.central.brought import Imported
from kiosque.central.central import Central
from kiosque.central.devices import UnknownDevice, revoke
from kiosque.central.ingest import Busy, Ingest
from kiosque.central.pages import device_words, words
from kiosque.central.quarantine import waiting
from kiosque.central.stick import NotRevoked, accept, import_file
from kiosque.db import records
from kiosque.db.keys import credential
from kiosque.db.store import Store
from kiosque.domain.records import VISIT
from kiosque.reports.devices import devices
from kiosque.sync.certificates import sign_device_head
from kiosque.sync.device_end import DeviceEnd
from kiosque.sync.exchange import run_round
from kiosque.sync.refusal import Reason, Refused
from kiosque.sync.stick import FOLDER, down_name, export, take_replies
from kiosque.sync.stick_file import StickTrouble, Trouble
from tests.sizes import STICKS, size
from tests.stores import BUILD, Direct, Space, said
from tests.sync.rounds import equal


@pytest.fixture
def house(nyons: Space) -> Iterator[Central]:
    central = Central.over(nyons.central)
    yield central
    central.close()


@dataclass
class Carrier:
    """Somebody who carries a stick between one PC and headquarters."""

    store: Store
    house: Central
    stick: Path

    def __post_init__(self) -> None:
        self.stick.mkdir()
        self.end = DeviceEnd(self.store, BUILD)

    def work(self, count: int) -> None:
        """Count visits."""
        with self.store.writing() as writer:
            for number in range(count):
                writer.record(VISIT, times=(self.store.now() + number * 7, None), reason="service")

    def file(self) -> bytes:
        """Write the stick and return its file."""
        return export(self.store, self.end, self.stick).path.read_bytes()

    def bring(self, content: bytes) -> Imported:
        """Bring a file to headquarters."""
        return asyncio.run(import_file(self.house, content))

    def back(self, imported: Imported) -> int:
        """Carry the reply back, take it, and return how far the journal is received."""
        (self.stick / FOLDER / down_name(self.store.device)).write_bytes(imported.reply)
        return take_replies(self.store, self.end, self.stick).received

    @property
    def held(self) -> int:
        """How far headquarters holds this PC's journal."""
        return self.house.store.head(self.store.device).number


@pytest.fixture
def carrier(nyons: Space, house: Central, tmp_path: Path) -> Carrier:
    return Carrier(nyons.store, house, tmp_path / "clé")


def trouble_of(act: Callable[[], object]) -> Trouble:
    with pytest.raises(StickTrouble) as caught:
        act()
    return caught.value.trouble


def test_a_file_is_kept_and_answered(carrier: Carrier) -> None:
    carrier.work(300)
    imported = carrier.bring(carrier.file())
    assert (imported.device, imported.new, imported.refused) == (carrier.store.device, 300, None)
    assert imported.antenna == carrier.store.identity.antenna
    assert carrier.back(imported) == carrier.held == carrier.store.head(carrier.store.device).number
    receipt = carrier.house.store.receipt(carrier.store.device)
    assert (receipt.signed, receipt.received_at) == (carrier.held, carrier.store.now())
    assert receipt.signature


def test_a_file_brought_twice_or_a_year_late_is_passed_over(nyons: Space, carrier: Carrier) -> None:
    carrier.work(5)
    old = carrier.file()
    carrier.bring(old)
    run_round(carrier.end, Direct(nyons.central))
    carrier.work(5)
    run_round(carrier.end, Direct(nyons.central))
    nyons.clock.pass_(days=365)
    journal = nyons.central.entries(carrier.store.device)
    for _ in range(2):
        late = carrier.bring(old)
        assert (late.new, late.refused) == (0, None)
    assert nyons.central.entries(carrier.store.device) == journal
    # What answers it goes on from today, and is not taken for anything that was asked.
    assert trouble_of(lambda: carrier.back(late)) is Trouble.OLD


def test_a_new_pc_proves_its_enrolment_by_stick(nyons: Space, house: Central, tmp_path: Path) -> None:
    new = Carrier(nyons.network.newcomer(nyons.central, nyons.antenna), house, tmp_path / "other")
    new.work(3)
    assert new.back(new.bring(new.file())) == 3
    assert new.store.identity.certificate
    # Another who brings the same enrolment is told so.
    identity = new.store.identity
    held = credential(house.store, identity.device)
    assert held is not None
    assert held.public
    twin = nyons.network.newcomer(nyons.central, nyons.antenna)
    twin.change_identity(device=identity.device, secret=held.secret)
    with pytest.raises(Refused) as refused:
        asyncio.run(import_file(house, Carrier(twin, house, tmp_path / "twin").file()))
    assert refused.value.reason is Reason.USED
    # A claim that is damaged, or made up, is nobody's.
    twin.change_identity(secret=bytes(32))
    stick = tmp_path / "twin"
    assert (
        trouble_of(
            lambda: asyncio.run(import_file(house, export(twin, DeviceEnd(twin, BUILD), stick).path.read_bytes()))
        )
        is Trouble.OTHER_NETWORK
    )


def test_a_central_put_back_from_a_backup_takes_nothing_before_it_is_told(nyons: Space, carrier: Carrier) -> None:
    carrier.work(4)
    carrier.bring(carrier.file())
    run_round(carrier.end, Direct(nyons.central))
    carrier.work(4)
    content = carrier.file()
    # Of the network's feed nothing was lost, of the antenna's the last two.
    lose(nyons.central, carrier.store.device, carrier.held - 1, carrier.held)
    carrier.bring(content)
    imported = carrier.bring(content)
    assert imported.refused is not None
    assert (imported.refused.reason, imported.new, imported.reply) == (Reason.RESTORED, 0, b"")
    assert [each.reason for each in waiting(nyons.central)] == [Reason.RESTORED]
    told = words.brought(imported, "Nyons")
    assert told.startswith("Rien de nouveau du poste de Nyons.")
    with nyons.central.reading() as connection:
        assert [device_words.to_come(each) for each in devices(connection)] == ["en sait plus que ce central"]
    assert "kiosque central restored" in told
    assert told.endswith("Apportez ensuite ce fichier une autre fois.")
    assert carrier.held < carrier.end.received
    # Once it is told, the same file is taken from where it can be, and two trips bring back all the rest.
    nyons.clock.pass_(minutes=1)
    authority.restored(nyons.central)
    assert waiting(nyons.central) == ()
    late = carrier.bring(content)
    assert late.refused is not None
    assert late.refused.reason is Reason.GAP
    assert trouble_of(lambda: carrier.back(late)) is Trouble.MORE
    carrier.back(carrier.bring(carrier.file()))
    carrier.back(carrier.bring(carrier.file()))
    assert carrier.held == carrier.store.head(carrier.store.device).number
    assert equal(nyons.central, carrier.store)


def test_a_busy_central_says_so(carrier: Carrier) -> None:
    carrier.work(4)
    content = carrier.file()
    full = replace(carrier.house, ingest=Ingest(carrier.house.store, most_waiting=0))
    with pytest.raises(Busy):
        asyncio.run(import_file(full, content))
    assert carrier.held == 0


# ----- a revoked device ----------------------------------------------------------------------------------------------


def test_a_revoked_device_s_file_waits_for_headquarters(carrier: Carrier) -> None:
    carrier.work(40)
    content = carrier.file()
    held = carrier.held
    revoke(carrier.house.store, carrier.store.device)
    for _ in range(2):
        imported = carrier.bring(content)
        assert (imported.new, imported.reply, imported.revoked) == (0, b"", True)
        assert imported.refused is not None
        assert imported.refused.reason is Reason.REVOKED
    (kept,) = waiting(carrier.house.store)
    assert (kept.device, kept.reason, kept.content) == (carrier.store.device, Reason.REVOKED, content)
    assert carrier.held == held


def test_headquarters_accepts_up_to_a_number_then_further(carrier: Carrier) -> None:
    carrier.work(400)
    first = carrier.held
    content = carrier.file()
    store, device = carrier.house.store, carrier.store.device
    revoke(store, device)
    carrier.bring(content)
    assert asyncio.run(accept(carrier.house, device, first + 250)) == 250
    assert carrier.held == first + 250
    assert store.head(device).digest == carrier.store.digest_at(device, first + 250)
    # The rest still waits; what it signed is about a head that is not held.
    (kept,) = waiting(store)
    assert kept.content == content
    assert store.receipt(device).signed == 0
    # Less than before takes nothing away.
    assert asyncio.run(accept(carrier.house, device, 0)) == 0
    assert carrier.held == first + 250
    assert asyncio.run(accept(carrier.house, device, first + 400)) == 150
    assert waiting(store) == ()
    assert store.head(device) == carrier.store.head(device)
    assert store.receipt(device).signed == first + 400
    # It is never answered, on the line neither.
    assert carrier.bring(content).reply == b""
    with pytest.raises(Refused) as refused:
        run_round(carrier.end, Direct(store))
    assert refused.value.reason is Reason.REVOKED


def test_what_a_revoked_device_brings_later_is_taken_up_to_the_same_number(carrier: Carrier) -> None:
    carrier.work(5)
    store, device = carrier.house.store, carrier.store.device
    revoke(store, device)
    assert asyncio.run(accept(carrier.house, device, 3)) == 0
    assert carrier.bring(carrier.file()).new == 3
    assert carrier.held == 3


def test_a_revoked_device_with_nothing_to_say_leaves_nothing(carrier: Carrier) -> None:
    revoke(carrier.house.store, carrier.store.device)
    imported = carrier.bring(carrier.file())
    assert (imported.new, imported.refused, imported.reply) == (0, None, b"")
    assert waiting(carrier.house.store) == ()


def test_only_a_revoked_device_is_accepted_apart(nyons: Space, carrier: Carrier) -> None:
    with pytest.raises(NotRevoked):
        asyncio.run(accept(carrier.house, carrier.store.device, 3))
    with pytest.raises(UnknownDevice):
        asyncio.run(accept(carrier.house, 5, 3))
    held = credential(nyons.central, carrier.store.device)
    assert held is not None
    assert held.accepted is None


def test_a_forged_file_of_a_revoked_device_fills_no_quarantine(carrier: Carrier) -> None:
    carrier.work(4)
    content = bytearray(carrier.file())
    revoke(carrier.house.store, carrier.store.device)
    content[-1] ^= 1
    before = said(carrier.house.store)
    assert trouble_of(lambda: carrier.bring(bytes(content))) is Trouble.DAMAGED
    assert said(carrier.house.store) == before


def test_a_reason_that_changes_takes_the_place_of_the_first(nyons: Space, carrier: Carrier) -> None:
    carrier.work(4)
    run_round(carrier.end, Direct(nyons.central))
    carrier.work(4)
    content = carrier.file()
    revoke(carrier.house.store, carrier.store.device)
    carrier.bring(content)
    lose(nyons.central, carrier.store.device, carrier.held)
    asyncio.run(accept(carrier.house, carrier.store.device, 100))
    assert [(each.reason, each.content) for each in waiting(nyons.central)] == [(Reason.RESTORED, content)]


def lose(store: Store, device: int, *numbers: int) -> None:
    """Take away visits that a device counted, as a backup of before does."""
    ids = [device << 32 | number for number in numbers]
    with store.database.writing() as connection:
        for column in (records.entry.c.id, records.visit.c.id, records.feed.c.entry):
            connection.execute(column.table.delete().where(column.in_(ids)))


# ----- files that are not what they should be ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.DAMAGED),
        (b"\x89PNG\r\n\x1a\n", Trouble.NOT_OURS),
        (b"\x1fKD" + bytes(60), Trouble.NOT_OURS),
        (b"\x1fKA" + bytes(60), Trouble.REPLY),
        (b"\x1fKU\x02" + bytes(60), Trouble.NEWER),
        (b"\x1fKU\x01\x01\0\0\x05" + bytes(24), Trouble.OTHER_NETWORK),
        (b"\x1fKU\x01\x00\0\0\x05" + bytes(24), Trouble.DAMAGED),
        (b"\x1fKU", Trouble.DAMAGED),
    ],
    ids=["empty", "picture", "bare reply", "reply", "newer", "another network", "no key", "cut"],
)
def test_what_is_no_file_of_a_device_is_told_apart(carrier: Carrier, content: bytes, trouble: Trouble) -> None:
    before = said(carrier.house.store)
    assert trouble_of(lambda: carrier.bring(content)) is trouble
    assert said(carrier.house.store) == before


def test_a_key_that_headquarters_never_had_is_another_network_s(carrier: Carrier) -> None:
    content = bytearray(carrier.file())
    content[4] = 200
    assert trouble_of(lambda: carrier.bring(bytes(content))) is Trouble.OTHER_NETWORK


def test_a_file_cut_anywhere_keeps_nothing(carrier: Carrier) -> None:
    carrier.work(2_000)
    content = carrier.file()
    before = said(carrier.house.store)
    for length in (5, 31, 32, 40, len(content) // 3, len(content) // 2, len(content) - 1):
        assert trouble_of(lambda part=content[:length]: carrier.bring(part)) is Trouble.DAMAGED  # type: ignore[misc]
    assert trouble_of(lambda: carrier.bring(content + b"\0")) is Trouble.DAMAGED
    assert said(carrier.house.store) == before
    assert carrier.bring(content).new == 2_000


@pytest.mark.unmeasured
def test_many_damaged_files_change_nothing(carrier: Carrier, run_seed: int) -> None:
    source = random.Random(f"{run_seed}:damaged files")
    carrier.work(60)
    content, before = carrier.file(), said(carrier.house.store)
    for number in range(size(STICKS)):
        spoilt = damaged(content, source)
        with pytest.raises(StickTrouble):
            carrier.bring(spoilt)
        assert said(carrier.house.store) == before, (run_seed, number, spoilt.hex())
    assert carrier.bring(content).new == 60


def test_entries_that_the_device_did_not_sign_are_kept_and_said(
    carrier: Carrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    carrier.work(4)

    def wrongly(seed: bytes, device: int, number: int, _digest: bytes) -> bytes:
        return sign_device_head(seed, device, number, bytes(32))

    monkeypatch.setattr("kiosque.sync.device_end.sign_device_head", wrongly)
    imported = carrier.bring(carrier.file())
    assert imported.refused is not None
    assert imported.refused.reason is Reason.SIGNATURE
    assert waiting(carrier.house.store)[0].reason is Reason.SIGNATURE
    assert imported.reply


def damaged(content: bytes, source: random.Random) -> bytes:
    """Return ``content`` with a bit turned, a part lost, doubled, zeroed or replaced; never the same."""
    spoilt = bytearray(content)
    at = source.randrange(len(content))
    length = source.randint(1, max(1, len(content) // 8))
    match source.randrange(5):
        case 0:
            spoilt[at] ^= 1 << source.randrange(8)
        case 1:
            del spoilt[at : at + length]
        case 2:
            spoilt[at:at] = spoilt[at : at + length]
        case 3:
            spoilt[at : at + length] = bytes(len(spoilt[at : at + length]))
        case _:
            spoilt[at : at + length] = source.randbytes(len(spoilt[at : at + length]))
    return bytes(spoilt) if spoilt != content else damaged(content, source)
