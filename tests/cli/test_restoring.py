"""A journal that is put back on the command line, and what is said of the one that was there."""

import os
from pathlib import Path

import pytest

from kiosque.cli import app
from kiosque.db import backup, folder, keyfile, paths
from kiosque.db.aside import KEPT
from kiosque.db.identity import Identity
from kiosque.domain.french import local
from tests.templates import settled

PASSPHRASE = "lavande tilleul olivier genêt"
NOVEMBER = 1_795_694_400
"""26 November 2026."""


def test_what_was_there_is_put_aside_and_the_doctor_says_until_when(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settled(tmp_path, Identity(7, 11, 1), 42, PASSPHRASE)
    path = tmp_path / paths.KIOSK_DATABASE
    store = folder.unlock(tmp_path, PASSPHRASE).store
    backup.back_up(store.database, path, keyfile.unlock(tmp_path / paths.KIOSK_KEY, PASSPHRASE).key)
    store.close()
    said = []
    for command in ("restore", "doctor"):
        app([command, "--passphrase", PASSPHRASE, "--dir", str(tmp_path)], standalone_mode=False)
        said.append(capsys.readouterr().out.splitlines())
        os.utime(paths.asides(path)[0], (NOVEMBER, NOVEMBER))
    restored, examined = said
    assert restored[1] == "Ce qui était là est gardé de côté, deux semaines : kiosque.db.damaged-1."
    [aside] = paths.asides(path)
    until = f"{local(NOVEMBER + KEPT):%d/%m/%Y}"
    assert examined[0] == f"Un journal abîmé est gardé de côté jusqu’au {until} : {aside.name}."
    assert "Tout est en ordre" in examined[1]
