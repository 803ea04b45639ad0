"""Animators' keys: made, told, given up; and the key file of a kiosk that follows."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from kiosque.actions.inputs import BadInput
from kiosque.actions.network import keys, network
from kiosque.db import folder, keyfile, recovery
from kiosque.db.folder import Opened
from kiosque.db.identity import Identity
from kiosque.db.keys import HeldKey, keep_headquarters_key
from kiosque.db.paths import KIOSK_KEY
from kiosque.db.store import Store
from kiosque.domain.opener import BADGE, PASSPHRASE, read_badge
from kiosque.domain.records import ANIMATOR, KEY
from tests.stores import CENTRAL, Space, rows
from tests.templates import settled

DEVICE = 77
PHRASE = "olive lavande tilleul genêt"
OTHER = "truffe abricot épeautre picodon"
SEED = bytes(range(32))


class Kiosk:
    """A kiosk in a folder of its own, which hears of the central when a test says so."""

    def __init__(self, at: Path, space: Space) -> None:
        self.at, self.path, self.space = at, at / KIOSK_KEY, space
        settled(at, Identity(DEVICE, space.antenna, CENTRAL, ""), space.animator, PHRASE)
        self.opened = self.unlock(PHRASE)

    @property
    def store(self) -> Store:
        return self.opened.store

    @property
    def key(self) -> bytes:
        assert self.opened.by
        return self.opened.by.key

    def unlock(self, secret: str) -> Opened:
        self.opened = folder.unlock(self.at, secret, self.space.clock)
        return self.opened

    def again(self, secret: str) -> int:
        """Close, open by ``secret``, and return who opened."""
        self.store.close()
        return self.unlock(secret).animator

    def hear(self) -> None:
        """Receive what the central wrote since, and bring the key file in line."""
        central = self.space.central
        self.store.apply(central.entries(central.device, self.store.head(central.device).number))
        keys.refresh(self.at, self.store, self.key)

    def close(self) -> None:
        self.store.close()

    def tell(self) -> None:
        """Send what was written here to the central."""
        central = self.space.central
        central.apply(self.store.entries(DEVICE, central.head(DEVICE).number))


@pytest.fixture
def kiosk(nyons: Space, tmp_path: Path) -> Iterator[Kiosk]:
    made = Kiosk(tmp_path / "kiosk", nyons)
    with closing(made):
        yield made


def forms(store: Store) -> list[tuple[str, int]]:
    return sorted((holder.form, holder.animator) for holder in keys.active(store))


def key_records(store: Store) -> list[dict[str, object]]:
    return [row for row in rows(store)["key"] if not row["deleted"]]


def test_a_badge_opens_a_kiosk_that_never_saw_it(kiosk: Kiosk, nyons: Space) -> None:
    roaming = network.add_animator(nyons.central, given_name="Sonia", family_name="Lambert").record
    badge = keys.issue_badge(nyons.central, roaming)
    with pytest.raises(keyfile.WrongBadge):
        keyfile.unlock(kiosk.path, badge)
    kiosk.hear()
    assert kiosk.again(badge) == roaming


def test_no_secret_is_written_at_headquarters(nyons: Space) -> None:
    badge = keys.issue_badge(nyons.central, nyons.animator)
    [row] = rows(nyons.central)["key"]
    assert (row["form"], row["animator"], row["salt"]) == (BADGE, nyons.animator, None)
    secret = read_badge(badge)
    assert secret
    said = repr(nyons.central.entries(CENTRAL))
    assert not any(each in said for each in (badge, badge[2:], repr(secret)[2:-1]))


def test_a_badge_for_nobody_is_refused(nyons: Space) -> None:
    with pytest.raises(BadInput, match="pas connue"):
        keys.issue_badge(nyons.central, 999)
    gone = network.add_animator(nyons.central, given_name="Guy", family_name="Arnaud").record
    with nyons.central.writing() as writer:
        writer.erase(ANIMATOR, gone)
    with pytest.raises(BadInput, match="pas connue"):
        keys.issue_badge(nyons.central, gone)
    assert rows(nyons.central)["key"] == []


def test_a_lost_badge_no_longer_opens_and_the_key_changes(kiosk: Kiosk, nyons: Space) -> None:
    lost = keys.issue_badge(nyons.central, nyons.animator)
    kiosk.hear()
    assert kiosk.again(lost) == nyons.animator
    before = kiosk.key
    [record] = [each.record for each in keys.known(nyons.central)]
    keys.lose(nyons.central, record)
    assert keys.active(nyons.central) == ()
    with pytest.raises(keys.NoSuchKey, match="plus valable"):
        keys.lose(nyons.central, record)
    kiosk.hear()
    with pytest.raises(keyfile.WrongBadge):
        keyfile.unlock(kiosk.path, lost)
    assert kiosk.again(PHRASE) == nyons.animator
    assert kiosk.key != before


@pytest.mark.parametrize("leaving", ["deleted", "erased"])
def test_an_animator_who_left_no_longer_opens(kiosk: Kiosk, nyons: Space, leaving: str) -> None:
    sonia = network.add_animator(nyons.central, given_name="Sonia", family_name="Lambert").record
    badge = keys.issue_badge(nyons.central, sonia)
    kiosk.hear()
    assert keyfile.unlock(kiosk.path, badge).holder.animator == sonia
    with nyons.central.writing() as writer:
        if leaving == "deleted":
            writer.amend(ANIMATOR, sonia, deleted=True)
        else:
            writer.erase(ANIMATOR, sonia)
    kiosk.hear()
    with pytest.raises(keyfile.WrongBadge):
        keyfile.unlock(kiosk.path, badge)


def test_the_passphrase_of_the_enrolment_is_told_once(kiosk: Kiosk, nyons: Space) -> None:
    """The animator is not known at the kiosk yet: that keeps nobody out."""
    keys.refresh(kiosk.at, kiosk.store, kiosk.key)
    keys.refresh(kiosk.at, kiosk.store, kiosk.key)
    [row] = key_records(kiosk.store)
    assert (row["form"], row["animator"]) == (PASSPHRASE, nyons.animator)
    assert keys.active(kiosk.store) == ()
    assert kiosk.again(PHRASE) == nyons.animator
    kiosk.hear()
    assert forms(kiosk.store) == [(PASSPHRASE, nyons.animator)]
    kiosk.tell()
    assert forms(nyons.central) == [(PASSPHRASE, nyons.animator)]


def test_a_new_passphrase_takes_the_place_of_the_old_one_here_at_once(kiosk: Kiosk, nyons: Space) -> None:
    kiosk.hear()
    badge = keys.issue_badge(nyons.central, nyons.animator)
    kiosk.hear()
    keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, nyons.animator, OTHER)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(kiosk.path, PHRASE)
    assert [keyfile.unlock(kiosk.path, each).holder.animator for each in (OTHER, badge)] == [nyons.animator] * 2
    # What headquarters wrote is not a kiosk's to touch: nothing is amended.
    assert all(entry.creates for entry in kiosk.store.entries(DEVICE))
    assert forms(kiosk.store) == [(BADGE, nyons.animator), (PASSPHRASE, nyons.animator)]
    before = kiosk.key
    assert kiosk.again(OTHER) == nyons.animator
    assert kiosk.key != before


def test_a_new_passphrase_replaces_one_that_was_never_told(kiosk: Kiosk, nyons: Space) -> None:
    kiosk.store.apply(nyons.central.entries(CENTRAL))
    assert key_records(kiosk.store) == []
    keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, nyons.animator, OTHER)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(kiosk.path, PHRASE)


def test_a_passphrase_chosen_here_takes_the_place_of_one_that_headquarters_confirmed(
    kiosk: Kiosk, nyons: Space
) -> None:
    kiosk.hear()
    kiosk.tell()
    [first] = keys.known(nyons.central)
    keys.confirm(nyons.central, first.record)
    kiosk.hear()
    keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, nyons.animator, OTHER)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(kiosk.path, PHRASE)
    kiosk.hear()
    assert kiosk.again(OTHER) == nyons.animator


def test_a_weak_passphrase_or_one_for_nobody_writes_nothing(kiosk: Kiosk) -> None:
    kiosk.hear()
    before, head = kiosk.path.read_bytes(), kiosk.store.head(DEVICE)
    with pytest.raises(keyfile.WeakPassphrase):
        keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, kiosk.space.animator, "azerty")
    with pytest.raises(BadInput):
        keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, 999, OTHER)
    assert (kiosk.path.read_bytes(), kiosk.store.head(DEVICE)) == (before, head)


def test_headquarters_makes_a_passphrase_that_of_the_whole_network(kiosk: Kiosk, nyons: Space, tmp_path: Path) -> None:
    kiosk.hear()
    kiosk.tell()
    elsewhere = Kiosk(tmp_path / "elsewhere", nyons)
    with closing(elsewhere):
        [first] = keys.known(nyons.central)
        keys.confirm(nyons.central, first.record)
        assert len(key_records(nyons.central)) == 2
        assert len(keys.active(nyons.central)) == 1
        keys.choose_passphrase(kiosk.store, kiosk.at, kiosk.key, nyons.animator, OTHER)
        kiosk.tell()
        [chosen] = [each for each in keys.known(nyons.central) if each.allowed and each.holder != first.holder]
        keys.confirm(nyons.central, chosen.record)
        elsewhere.hear()
        assert keyfile.unlock(elsewhere.path, OTHER).holder == chosen.holder
    with pytest.raises(keys.NoSuchKey):
        keys.confirm(nyons.central, first.record)
    kiosk.hear()
    kiosk.tell()
    keys.lose(nyons.central, chosen.record)
    # One that was given up does not come back with the loss of the one that took its place.
    assert keys.active(nyons.central) == ()


def test_a_key_given_up_goes_with_its_confirmation(kiosk: Kiosk, nyons: Space) -> None:
    kiosk.hear()
    kiosk.tell()
    [first] = keys.known(nyons.central)
    keys.confirm(nyons.central, first.record)
    keys.lose(nyons.central, first.record)
    assert key_records(nyons.central) == []


def test_whose_a_key_is_its_first_record_says(kiosk: Kiosk, nyons: Space) -> None:
    badge = keys.issue_badge(nyons.central, nyons.animator)
    [first] = keys.known(nyons.central)
    other = network.add_animator(nyons.central, given_name="Sonia", family_name="Lambert").record
    with nyons.central.writing() as writer:
        writer.record(KEY, animator=other, form=BADGE, public=first.holder.public)
    kiosk.hear()
    assert keyfile.unlock(kiosk.path, badge).holder.animator == nyons.animator


def test_what_cannot_be_sealed_for_is_passed_over(kiosk: Kiosk, nyons: Space) -> None:
    with nyons.central.writing() as writer:
        for said in (
            {"form": BADGE, "public": b"\xff" * 32},
            {"form": PASSPHRASE, "public": bytes(SigningKey(SEED).verify_key)},
            {"form": "recovery", "public": bytes(SigningKey(SEED).verify_key)},
            {"form": BADGE},
            {},
        ):
            writer.record(KEY, animator=nyons.animator, **said)
    kiosk.hear()
    assert forms(kiosk.store) == [(PASSPHRASE, nyons.animator)]


def test_headquarters_opens_a_pc_that_nobody_else_can(kiosk: Kiosk) -> None:
    kiosk.hear()
    assert recovery.parcel(kiosk.path) == b""
    keep_headquarters_key(kiosk.store, HeldKey(1, bytes(SigningKey(SEED).verify_key), b"signed"))
    keys.refresh(kiosk.at, kiosk.store, kiosk.key)
    sent = recovery.parcel(kiosk.path)
    recovery.arrived(kiosk.path, sent)
    code = recovery.open_recovery(SEED, sent)
    assert kiosk.again(code) == 0
    keys.refresh(kiosk.at, kiosk.store, kiosk.key)
    again = recovery.parcel(kiosk.path)
    assert recovery.open_recovery(SEED, again) != code
    recovery.arrived(kiosk.path, again)
    with pytest.raises(keyfile.WrongPassphrase):
        keyfile.unlock(kiosk.path, code)
