"""The command line, as headquarters and an installer type it: real sockets, real files.

The first life is lived in real processes, one a command; what follows, in this one.
"""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from kiosque.__main__ import main
from kiosque.actions.opening import permanences
from kiosque.actions.visitors import reception
from kiosque.domain.opener import read_badge, read_recovery
from kiosque.sync.agent import AllReceived
from kiosque.sync.post import Post

PASSWORD = "melon de Nyons 26"
PASSPHRASE = "olive lavande tilleul genêt"
SECRETS = {"KIOSQUE_PASSWORD": PASSWORD, "KIOSQUE_PASSPHRASE": PASSPHRASE}


def kiosque(*arguments: str | Path | int, expect: int = 0, **environment: str) -> str:
    """Run one command in this process and return what it said: it takes a tenth of what a process of its own takes.

    A known error says one sentence on the standard error.
    """
    said, wrong = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kiosque", *map(str, arguments)])
        for name, value in {**SECRETS, **environment}.items():
            patch.setenv(name, value)
        with redirect_stdout(said), redirect_stderr(wrong), pytest.raises(SystemExit) as ended:
            main()
    assert (ended.value.code or 0) == expect, said.getvalue() + wrong.getvalue()
    return said.getvalue() + wrong.getvalue()


def typed(*arguments: str | Path | int, expect: int = 0, answer: str = "", **environment: str) -> str:
    """Run one command as a person does, in a process of its own; ``answer`` is what is typed when it asks."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosque", *map(str, arguments)],
        env={**os.environ, **SECRETS, **environment},
        input=answer,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == expect, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@contextmanager
def serving(folder: Path, before: str = ":0") -> Iterator[str]:
    """Serve the central in ``folder`` and give its address; ``before``: the one that it had."""
    port = before.rsplit(":", 1)[1]
    command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(folder), "--port", port]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()
    assert process.returncode == 0


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A central with an account, an antenna and an animator: to be copied, since each command takes a second."""
    folder = tmp_path_factory.mktemp("founded") / "central"
    kiosque("central", "create", "--dir", folder)
    kiosque("central", "account", "--dir", folder, "coordination", "--role", "administrator")
    kiosque("central", "antenna", "--dir", folder, "REM", "Rémuzat", "--commune", "26264", "--association", "aventic")
    kiosque("central", "animator", "--dir", folder, "Élodie", "Brès", "--antenna", "REM")
    return folder


@pytest.fixture
def central(founded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(founded, tmp_path / "central"))


@pytest.mark.walk
def test_from_an_empty_folder_to_headquarters_files(central: Path, tmp_path: Path) -> None:
    kiosk, file, pulled = tmp_path / "kiosk", tmp_path / "inscription.json", tmp_path / "pulled"
    with serving(central) as address:
        enrolment = ("--animator", "Élodie Brès", "--address", address, "--to", file)
        typed("central", "enrol", "--dir", central, "REM", *enrolment)
        typed("enrol", file, "--dir", kiosk)
        post = Post(kiosk)
        opened = post.unlock(PASSPHRASE)
        permanences.open_permanence(opened.store, opened.animator)
        reception.sign_in_unnamed(opened.store, "service")
        post.try_now()
        assert isinstance(post.status(), AllReceived), post.runner and post.runner.trouble
        post.close()
        asked = ("pull", "--from", address, "--account", "coordination", "--to", pulled)
        # An administrator's password alone does not open the journal.
        assert "une clé de la page" in kiosque(*asked, expect=1)
        key = typed("central", "journal-key", "--dir", central, "essai").strip()
        said = kiosque(*asked, KIOSQUE_PASSWORD=key)
        assert "1  visit" in said
        before = {path.name: path.stat().st_mtime_ns for path in pulled.glob("*.csv")}
        kiosque(*asked, KIOSQUE_PASSWORD=key)
        assert {path.name: path.stat().st_mtime_ns for path in pulled.glob("*.csv")} == before
    with (pulled / "visit.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["reason"] for row in csv.DictReader(stream)] == ["service"]
    assert "Tout est en ordre" in typed("doctor", "--dir", kiosk)
    assert "Tout est en ordre" in typed("central", "doctor", "--dir", central)
    assert "Partiraient : 0\u00a0personne" in typed("central", "purge", "--dir", central, "--dry-run")
    assert "Sont partis : 0\u00a0personne" in typed("central", "purge", "--dir", central)


def test_what_cannot_be_gets_one_sentence_and_changes_nothing(central: Path, tmp_path: Path) -> None:
    before = (central / "central.db").read_bytes()
    nowhere = tmp_path / "nowhere"
    enrolment = ("--address", "http://127.0.0.1:9", "--to", tmp_path / "x.json")
    nonsense = ("--address", "n’importe quoi", "--to", tmp_path / "x.json")
    void = ("--address", "http://127.0.0.1:9", "--to", nowhere / "x.json")
    for sentence, arguments in (
        ("déjà un central", ("central", "create", "--dir", central)),
        ("ne se laisse pas lire", ("central", "create", "--dir", central / "central.db")),
        ("Aucun poste", ("central", "revoke", "--dir", central, "12345")),
        ("Aucun poste", ("central", "recovery", "--dir", central, "12345")),
        ("Aucun refus", ("central", "settle", "--dir", central, "12345")),
        ("Aucune copie", ("central", "approve", "--dir", central, "abcd")),
        ("Aucun animateur", ("central", "badge", "--dir", central, "Personne")),
        ("manque", ("central", "keys", "rotate", "--dir", central, "--root", nowhere / "racine.txt")),
        ("une adresse", ("central", "enrol", "--dir", central, "REM", "--animator", "Élodie Brès", *nonsense)),
        ("ne se laisse pas lire", ("central", "enrol", "--dir", central, "REM", "--animator", "Élodie Brès", *void)),
        ("pas de central", ("central", "serve", "--dir", nowhere)),
        ("existe déjà", ("central", "antenna", "--dir", central, "REM", "Autre", "--commune", "26264")),
        ("Aucune commune", ("central", "antenna", "--dir", central, "X", "Autre", "--commune", "99999")),
        ("Aucune antenne", ("central", "enrol", "--dir", central, "XXX", "--animator", "Élodie Brès", *enrolment)),
        ("Aucun animateur", ("central", "enrol", "--dir", central, "REM", "--animator", "Personne", *enrolment)),
        ("existe déjà", ("central", "account", "--dir", central, "Coordination")),
        ("n’est pas un fichier d’inscription", ("enrol", central / "central.db", "--dir", nowhere)),
        ("pas encore inscrit", ("doctor", "--dir", nowhere)),
    ):
        said = kiosque(*arguments, expect=1)
        assert sentence in said
        assert len(said.strip().splitlines()) == 1
    assert (central / "central.db").read_bytes() == before
    assert not nowhere.exists()
    assert not (tmp_path / "x.json").exists()


def test_a_command_that_does_not_read_gets_one_sentence() -> None:
    # Each of them, in this process: tests/cli/test_french.py.
    said = kiosque("central", "serve", "--port", "70000", expect=2)
    assert (
        said.strip()
        == "Ceci ne convient pas : --port est un nombre, de 0 à 65535. Voyez : kiosque central serve --help"
    )
    assert kiosque("central", "--help").startswith("Usage : kiosque central [OPTIONS] COMMANDE …")


def test_a_weak_passphrase_does_not_enrol(central: Path, tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    enrolment = ("--animator", "Élodie Brès", "--address", "http://127.0.0.1:9", "--to", file)
    kiosque("central", "enrol", "--dir", central, "REM", *enrolment)
    assert "quatre mots" in kiosque("enrol", file, "--dir", tmp_path / "k", expect=1, KIOSQUE_PASSPHRASE="1234")
    assert not (tmp_path / "k" / "kiosque.db").exists()
    assert "inscrit" in kiosque("enrol", file, "--dir", tmp_path / "k")
    assert "déjà inscrit" in kiosque("enrol", file, "--dir", tmp_path / "k", expect=1)


def test_a_port_that_is_taken_and_a_wrong_password_get_a_sentence(central: Path, tmp_path: Path) -> None:
    other = shutil.copytree(central, tmp_path / "other")
    with serving(central) as address:
        port = address.rsplit(":", 1)[1]
        assert "tourne déjà" in kiosque("central", "serve", "--dir", central, "--port", "0", expect=1)
        assert "ne se laisse pas prendre" in kiosque("central", "serve", "--dir", other, "--port", port, expect=1)
        asked = ("pull", "--from", address, "--account", "coordination", "--to", tmp_path / "pulled")
        assert "n’est pas à cette machine" in kiosque("central", "serve", "--dir", other, "--host", "a..b", expect=1)
        assert kiosque(*asked, expect=1, KIOSQUE_PASSWORD="wrong").strip()
        assert not (tmp_path / "pulled").exists()
        secured = address.replace("http:", "https:")
        assert "Vérifiez-la" in kiosque(*asked[:2], secured, *asked[3:], expect=1)
    assert "Rien ne répond" in kiosque(*asked, expect=1)
    for nonsense in ("http://[::1", "ftp://central.exemple", "http://"):
        assert "ne se lit pas" in kiosque(*asked[:2], nonsense, *asked[3:], expect=1)
    assert not (tmp_path / "pulled").exists()


def test_an_enrolment_that_served_another_pc_is_not_said_to_be_done(central: Path, tmp_path: Path) -> None:
    file, late, copy = tmp_path / "inscription.json", tmp_path / "late", tmp_path / "copy.json"
    with serving(central) as address:
        enrolment = ("--animator", "Élodie Brès", "--address", address)
        kiosque("central", "enrol", "--dir", central, "REM", *enrolment, "--to", file)
        assert "inscrit" in kiosque("enrol", file, "--dir", tmp_path / "first")
        said = kiosque("enrol", file, "--dir", late, expect=1)
        assert "déjà servi" in said
        assert len(said.strip().splitlines()) == 1
        assert not late.exists()
        # Nothing is in the way of the enrolment that is asked for instead.
        kiosque("central", "enrol", "--dir", central, "REM", *enrolment, "--to", copy)
        assert "inscrit" in kiosque("enrol", copy, "--dir", late)


def test_a_central_s_other_key_gets_one_sentence(central: Path, tmp_path: Path) -> None:
    kiosque("central", "create", "--dir", tmp_path / "other")
    shutil.copy(tmp_path / "other" / "central.key", central)
    said = kiosque("central", "doctor", "--dir", central, expect=1)
    assert "Le journal de ce central ne s’ouvre pas avec cette clé" in said
    assert len(said.strip().splitlines()) == 1


def test_an_attached_central_ends_with_who_started_it(central: Path) -> None:
    command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(central), "--port", "0", "--attached"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Le central répond")
        _, errors = process.communicate()
    assert (process.returncode, errors) == (0, "")


def enrolled_by_code(central: Path, address: str, folder: Path) -> str:
    """Enrol a PC by a one-time code; return the code."""
    asked = ("--animator", "Élodie Brès", "--address", address, "--code")
    shown = kiosque("central", "enrol", "--dir", central, "REM", *asked).split("\n")[1]
    code = "".join(shown.split())
    assert "inscrit" in kiosque("enrol", "--code", code, "--from", address, "--dir", folder)
    return code


def one_visit(folder: Path, reason: str = "service") -> int:
    """Count somebody, do a round, and return the device's number after it."""
    post = Post(folder)
    opened = post.unlock(PASSPHRASE)
    if permanences.current(opened.store) is None:
        permanences.open_permanence(opened.store, opened.animator)
    reception.sign_in_unnamed(opened.store, reason)
    post.try_now()
    device = opened.store.device
    post.close()
    return device


def test_a_pc_is_enrolled_by_a_code_and_looked_after(central: Path, tmp_path: Path) -> None:
    kiosk, nobody = tmp_path / "kiosk", tmp_path / "nobody"
    with serving(central) as address:
        code = enrolled_by_code(central, address, kiosk)
        device = one_visit(kiosk)
        listed = kiosque("central", "devices", "--dir", central)
        assert f"{device}  Rémuzat\u202f: inscrit aujourd’hui, reçu aujourd’hui" in listed
        assert "clé 1" in listed
        # The code has served; nothing was ever under the others.
        for sentence, wrong in (
            ("a déjà servi", code),
            ("n’est pas le bon", "0000-0000-0000"),
            ("douze lettres et chiffres", "0000"),
        ):
            said = kiosque("enrol", "--code", wrong, "--from", address, "--dir", nobody, expect=1)
            assert sentence in said
            assert len(said.strip().splitlines()) == 1
        # Headquarters got a recovery code in the first round: the key file was kept in line at the enrolment.
        recovery = kiosque("central", "recovery", str(device), "--dir", central)
        assert read_recovery(recovery.split("\n")[1])
        badge = kiosque("central", "badge", "Élodie Brès", "--dir", central).split("\n")[0]
        assert read_badge(badge)
    assert "Rien ne répond" in kiosque(
        "enrol", "--code", "0000-0000-0000", "--from", address, "--dir", nobody, expect=1
    )
    assert "--code et --from" in kiosque("enrol", "--code", "0000-0000-0000", "--dir", nobody, expect=2)
    assert "--code" in kiosque("enrol", "--dir", nobody, expect=2)
    assert not nobody.exists()


@pytest.mark.walk
def test_a_copy_is_approved_and_keys_change_from_the_command_line(central: Path, tmp_path: Path) -> None:
    kiosk, copy, backup = tmp_path / "kiosk", tmp_path / "copy", tmp_path / "backup"
    here = ("--dir", central)
    assert "Aucun poste" in kiosque("central", "devices", *here)
    with serving(central) as address:
        enrolled_by_code(central, address, kiosk)
        original = one_visit(kiosk)
        shutil.copytree(kiosk, copy)
        one_visit(kiosk)
        assert "Aucune copie" in kiosque("central", "copies", *here)
        # Not what the other wrote in the same second: that would be the same entry.
        one_visit(copy, "digital")
        one_visit(copy)
        waiting = kiosque("central", "copies", *here)
        assert f"Deux PC se présentent comme le poste {original}." in waiting
        assert "Aucune copie" in kiosque("central", "approve", "zz", *here, expect=1)
        given = int(kiosque("central", "approve", waiting.split()[0], *here).split("poste ")[1].split(",")[0])
        one_visit(copy)
        assert one_visit(copy) == given != original
        # Another key: the devices learn it in one round, use it in the next.
        assert "La clé 2 est faite." in kiosque("central", "keys", "rotate", "--root", central / "racine.txt", *here)
        assert "Chaque clé sert encore" in kiosque("central", "keys", "retire", *here)
        for folder in (kiosk, copy, kiosk, copy):
            one_visit(folder)
        assert "La clé 1 est oubliée" in kiosque("central", "keys", "retire", *here)
        one_visit(kiosk)
    assert kiosque("central", "devices", *here).count("clé 2") == 2
    kiosque("central", "settle", "12345", *here, expect=1)
    assert "Rien n’a été changé." in typed("central", "restored", *here, expect=1, answer="non\n")
    # What was written after the backup comes back from the devices.
    shutil.copytree(central, backup)
    kiosque("central", "animator", "Marc", "Vial", *here)
    with serving(central, address) as address:
        one_visit(kiosk)
    shutil.rmtree(central)
    backup.rename(central)
    assert "vient d’une sauvegarde. Remettez-le en marche" in kiosque("central", "restored", "--yes", *here)
    with serving(central, address):
        one_visit(kiosk)
        one_visit(kiosk)
    assert read_badge(kiosque("central", "badge", "Marc Vial", *here).split("\n")[0])
    for doctor in (("central", "doctor", *here), ("doctor", "--dir", kiosk), ("doctor", "--dir", copy)):
        assert "Tout est en ordre" in kiosque(*doctor)
