"""The command line, as headquarters and an installer type it: real processes, real sockets, real files."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosque.actions import permanences, reception
from kiosque.sync.agent import AllReceived
from kiosque.sync.post import Post

PASSWORD = "melon de Nyons 26"
PASSPHRASE = "olive lavande tilleul genêt"
SECRETS = {"KIOSQUE_PASSWORD": PASSWORD, "KIOSQUE_PASSPHRASE": PASSPHRASE}


def kiosque(*arguments: str | Path | int, expect: int = 0, **environment: str) -> str:
    """Run one command and return what it said; a known error says one sentence on the standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosque", *map(str, arguments)],
        env={**os.environ, **SECRETS, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == expect, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve the central in ``folder`` and give its address."""
    command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().split()[-1]
        finally:
            process.terminate()
    assert process.returncode == 0


@pytest.fixture
def central(tmp_path: Path) -> Path:
    """A central with an account, an antenna and an animator."""
    folder = tmp_path / "central"
    kiosque("central", "create", "--dir", folder)
    kiosque("central", "account", "--dir", folder, "coordination", "--role", "administrator")
    kiosque("central", "antenna", "--dir", folder, "REM", "Rémuzat", "--commune", "26264", "--association", "aventic")
    kiosque("central", "animator", "--dir", folder, "Élodie", "Brès", "--antenna", "REM")
    return folder


def test_from_an_empty_folder_to_headquarters_files(central: Path, tmp_path: Path) -> None:
    kiosk, file, pulled = tmp_path / "kiosk", tmp_path / "inscription.json", tmp_path / "pulled"
    with serving(central) as address:
        enrolment = ("--animator", "Élodie Brès", "--address", address, "--to", file)
        kiosque("central", "enrol", "--dir", central, "REM", *enrolment)
        kiosque("enrol", file, "--dir", kiosk)
        post = Post(kiosk)
        opened = post.unlock(PASSPHRASE)
        permanences.open_permanence(opened.store, opened.animator)
        reception.sign_in_unnamed(opened.store, "service")
        post.try_now()
        assert isinstance(post.status(), AllReceived), post.runner and post.runner.trouble
        post.close()
        said = kiosque("pull", "--from", address, "--account", "coordination", "--to", pulled)
        assert "1  visit.csv" in said
        before = {path.name: path.stat().st_mtime_ns for path in pulled.glob("*.csv")}
        kiosque("pull", "--from", address, "--account", "coordination", "--to", pulled)
        assert {path.name: path.stat().st_mtime_ns for path in pulled.glob("*.csv")} == before
    with (pulled / "visit.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["reason"] for row in csv.DictReader(stream)] == ["service"]
    assert "Tout est en ordre" in kiosque("doctor", "--dir", kiosk)
    assert "Tout est en ordre" in kiosque("central", "doctor", "--dir", central)


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
        ("une adresse", ("central", "enrol", "--dir", central, "REM", "--animator", "Élodie Brès", *nonsense)),
        ("ne se laisse pas lire", ("central", "enrol", "--dir", central, "REM", "--animator", "Élodie Brès", *void)),
        ("pas de central", ("central", "serve", "--dir", nowhere)),
        ("existe déjà", ("central", "antenna", "--dir", central, "REM", "Autre", "--commune", "26264")),
        ("Aucune commune", ("central", "antenna", "--dir", central, "X", "Autre", "--commune", "99999")),
        ("Aucune antenne", ("central", "enrol", "--dir", central, "XXX", "--animator", "Élodie Brès", *enrolment)),
        ("Aucun animateur", ("central", "enrol", "--dir", central, "REM", "--animator", "Personne", *enrolment)),
        ("existe déjà", ("central", "account", "--dir", central, "Coordination")),
        ("pas encore inscrit", ("run", "--dir", nowhere)),
        ("n’est pas un fichier d’inscription", ("enrol", central / "central.db", "--dir", nowhere)),
        ("pas encore inscrit", ("doctor", "--dir", nowhere)),
    ):
        said = kiosque(*arguments, expect=1)
        assert sentence in said
        assert len(said.strip().splitlines()) == 1
    assert (central / "central.db").read_bytes() == before
    assert not nowhere.exists()
    assert not (tmp_path / "x.json").exists()


def test_a_weak_passphrase_does_not_enrol(central: Path, tmp_path: Path) -> None:
    file = tmp_path / "inscription.json"
    enrolment = ("--animator", "Élodie Brès", "--address", "http://127.0.0.1:9", "--to", file)
    kiosque("central", "enrol", "--dir", central, "REM", *enrolment)
    assert "quatre mots" in kiosque("enrol", file, "--dir", tmp_path / "k", expect=1, KIOSQUE_PASSPHRASE="1234")
    assert not (tmp_path / "k" / "kiosque.db").exists()
    assert "inscrit" in kiosque("enrol", file, "--dir", tmp_path / "k")
    assert "déjà inscrit" in kiosque("enrol", file, "--dir", tmp_path / "k", expect=1)


def test_a_port_that_is_taken_and_a_wrong_password_get_a_sentence(central: Path, tmp_path: Path) -> None:
    with serving(central) as address:
        port = address.rsplit(":", 1)[1]
        assert "ne se laisse pas prendre" in kiosque("central", "serve", "--dir", central, "--port", port, expect=1)
        asked = ("pull", "--from", address, "--account", "coordination", "--to", tmp_path / "pulled")
        assert kiosque(*asked, expect=1, KIOSQUE_PASSWORD="wrong").strip()
    assert kiosque(*asked, expect=1).strip()
    assert not list((tmp_path / "pulled").glob("*.csv"))


def test_an_attached_central_ends_with_who_started_it(central: Path) -> None:
    command = [sys.executable, "-m", "kiosque", "central", "serve", "--dir", str(central), "--port", "0", "--attached"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Le central répond")
        _, errors = process.communicate()
    assert (process.returncode, errors) == (0, "")
