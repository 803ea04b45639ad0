"""What headquarters says of addresses, and the keys that it makes, from the command line."""

from pathlib import Path

import pytest

from kiosque.actions.inputs import BadInput
from kiosque.bootstrap import central as root
from kiosque.central.api import keys
from kiosque.central.api.keys import UnknownKey
from kiosque.cli.shared import Unclear
from kiosque.db import folder
from kiosque.db import records as tables
from tests.commands import run


@pytest.fixture
def at(tmp_path: Path) -> Path:
    at = tmp_path / "central"
    root.create(at, tmp_path / "racine.txt")
    root.add_antenna(
        at, code="REM", label="Rémuzat", form="seat", association="aventic", commune="26264", hours="Mo 09:00-12:00"
    )
    return at


def test_an_address_and_who_runs_an_antenna_are_said(at: Path) -> None:
    run(at, "address", "REM", "--street", "Place du Champ-de-Mars", "--pivot", "w263 000001")
    with pytest.raises(BadInput, match="quatorze chiffres"):
        run(at, "address", "REM", "--pivot", "123")
    store = folder.open_central(at)
    try:
        row = store.one(tables.antenna.select())
        assert (row.address, row.pivot) == ("Place du Champ-de-Mars", "W263000001")
    finally:
        store.close()


def test_a_key_is_shown_once_listed_and_taken_back(at: Path) -> None:
    said = run(at, "api-key", "Carte nationale", "--opens", "places", "--days", "30", "--association", "aventic")
    secret = said.asked.strip()
    assert secret.startswith(keys.PREFIX)
    listed = run(at, "api-keys").asked
    assert listed.startswith("1  Carte nationale, places, aventic, jusqu’au ")
    assert secret not in listed
    run(at, "api-key-revoke", "1")
    assert run(at, "api-keys").asked.strip().endswith("n’ouvre plus rien")
    with pytest.raises(UnknownKey):
        run(at, "api-key-revoke", "1")
    for typed in ("99999999999999999999", "première"):
        with pytest.raises(Unclear, match="numéro que la liste montre"):
            run(at, "api-key-revoke", typed)


def test_without_a_key_it_says_so(at: Path) -> None:
    assert run(at, "api-keys").asked.strip() == "Il n’y a pas de clé."
