"""A whole life by stick, as people type it: real processes, real files, and never a line."""

import shutil
from pathlib import Path

import pytest

from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.sync.post import Post
from tests.e2e.test_command_line import PASSPHRASE, kiosque

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A central with an antenna and an animator, and a PC that was enrolled there by a file: to be copied."""
    at = tmp_path_factory.mktemp("founded")
    central, file = at / "central", at / "inscription.json"
    kiosque("central", "create", "--dir", central, "--root", at / "racine.txt")
    kiosque("central", "antenna", "--dir", central, "REM", "Rémuzat", "--commune", "26264", "--association", "aventic")
    kiosque("central", "animator", "--dir", central, "Élodie", "Brès", "--antenna", "REM")
    enrolment = ("--animator", "Élodie Brès", "--address", NOWHERE, "--to", file)
    kiosque("central", "enrol", "--dir", central, "REM", *enrolment)
    kiosque("enrol", file, "--dir", at / "kiosk")
    return at


@pytest.fixture
def central(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded / "central", tmp_path / "central"))


@pytest.fixture
def kiosk(founded: Path, tmp_path: Path) -> Path:
    """A PC that no line reaches."""
    return Path(shutil.copytree(founded / "kiosk", tmp_path / "kiosk"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    at = tmp_path / "clé"
    at.mkdir()
    return at


def count_somebody(folder: Path) -> int:
    """Open a permanence and count one visit; return the device's number."""
    post = Post(folder)
    opened = post.unlock(PASSPHRASE)
    if permanences.current(opened.store) is None:
        permanences.open_permanence(opened.store, opened.animator)
    reception.sign_in_unnamed(opened.store, "service")
    device = opened.store.device
    post.close()
    return device


def test_a_pc_that_never_had_a_line_does_its_first_round_by_stick(central: Path, kiosk: Path, stick: Path) -> None:
    device = count_somebody(kiosk)
    said = kiosque("stick", "export", stick, "--dir", kiosk)
    assert "\u00a0écritures sont sur la clé. Apportez-la à la coordination." in said
    written = said.split("\u00a0")[0]
    assert (stick / "KIOSQUE" / f"{device}.kiosque").exists()
    said = kiosque("central", "stick", stick, "--dir", central)
    assert f"{written}\u00a0nouvelles écritures de Rémuzat. Rapportez la réponse à ce poste." in said
    # The stick is plugged in again: it is the only one, and needs no name.
    said = kiosque("stick", "import", "--dir", kiosk, KIOSQUE_STICK=str(stick))
    assert "La réponse de la coordination est prise" in said
    assert "Tout est bien reçu." in said
    assert list((stick / "KIOSQUE").iterdir()) == []
    # It is known by its certificate from now on, and by its antenna's code.
    count_somebody(kiosk)
    kiosque("stick", "export", stick, "--dir", kiosk)
    assert (stick / "KIOSQUE" / f"REM-{device}.kiosque").exists()
    kiosque("central", "stick", stick / "KIOSQUE" / f"REM-{device}.kiosque", "--dir", central)
    assert "bien reçu" in kiosque("stick", "import", stick / "KIOSQUE" / f"{device}.reponse", "--dir", kiosk)
    for folder in (("central", "doctor", "--dir", central), ("doctor", "--dir", kiosk)):
        assert "Tout est en ordre" in kiosque(*folder)


def test_what_a_revoked_pc_still_brings_waits_until_it_is_accepted(central: Path, kiosk: Path, stick: Path) -> None:
    device = count_somebody(kiosk)
    kiosque("stick", "export", stick, "--dir", kiosk)
    assert "n’est pas retiré" in kiosque("central", "accept", device, "--up-to", 1, "--dir", central, expect=1)
    kiosque("central", "revoke", device, "--dir", central)
    assert "gardé de côté" in kiosque("central", "stick", stick, "--dir", central)
    assert "Nouvelles écritures : 2." in kiosque("central", "accept", device, "--up-to", 2, "--dir", central)
    assert "Nouvelles écritures : 0." in kiosque("central", "accept", device, "--up-to", 2, "--dir", central)
    assert "Nouvelles écritures : 0." not in kiosque("central", "accept", device, "--up-to", 99, "--dir", central)
    assert not (stick / "KIOSQUE" / f"{device}.reponse").exists()
    # Nothing is on its way to a PC that is answered nothing.
    listed = kiosque("central", "devices", "--dir", central)
    assert "retiré aujourd’hui" in listed
    assert "en route" not in listed


def test_what_cannot_be_gets_its_sentence_on_either_side(
    central: Path, kiosk: Path, stick: Path, tmp_path: Path
) -> None:
    device = count_somebody(kiosk)
    empty = tmp_path / "vide"
    empty.mkdir()
    here, there = ("--dir", kiosk), ("--dir", central)
    kiosque("stick", "export", stick, *here)
    request = stick / "KIOSQUE" / f"{device}.kiosque"
    picture = tmp_path / "photo.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0 and so on")
    half = tmp_path / "half.kiosque"
    half.write_bytes(request.read_bytes()[:-20])
    stranger = tmp_path / "autre" / "central"
    kiosque("central", "create", "--dir", stranger, "--root", tmp_path / "autre.txt")
    for sentence, arguments in (
        ("Aucune clé", ("stick", "export", tmp_path / "nowhere", *here)),
        ("pas de réponse", ("stick", "import", stick, *here)),
        ("est un envoi", ("stick", "import", request, *here)),
        ("pas d’envoi", ("central", "stick", empty, *there)),
        ("ne vient pas de Kiosque", ("central", "stick", picture, *there)),
        ("abîmé", ("central", "stick", half, *there)),
        ("autre réseau", ("central", "stick", request, "--dir", stranger)),
    ):
        said = kiosque(*arguments, expect=1)
        assert sentence in said, arguments
        assert len(said.strip().splitlines()) == 1, said
    # What was taken is said though the answer finds no place.
    answer = stick / "KIOSQUE" / f"{device}.reponse"
    answer.mkdir()
    said = kiosque("central", "stick", request, *there, expect=1)
    assert "nouvelles écritures de Rémuzat. La réponse n’est pas écrite" in said
    assert len(said.strip().splitlines()) == 1
    answer.rmdir()
    # One that is damaged keeps no other from its turn.
    shutil.copy(half, stick / "KIOSQUE" / "AAA-1.kiosque")
    said = kiosque("central", "stick", stick, *there, expect=1)
    assert "Tout ce que Rémuzat envoie ici était déjà reçu." in said
    assert "abîmé" in said
