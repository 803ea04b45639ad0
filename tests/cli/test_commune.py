"""Which commune is meant, on a command line, in this process."""

import pytest
from typer.testing import CliRunner

from kiosque.cli import app

DOUBT, UNKNOWN = "Il y a un doute : choisissez.", "Aucune commune connue ici ne s’appelle ainsi."


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ("26110 NYONS (Drôme)", 0, ["26220 Nyons\u00a0(26)"]),
        ("Nyons / Aubres", 1, ["26016 Aubres\u00a0(26)", "26220 Nyons\u00a0(26)", DOUBT]),
        ("Brigadoon", 1, [UNKNOWN]),
    ],
)
def test_a_commune_is_told_or_those_between_which_to_choose(typed: str, status: int, said: list[str]) -> None:
    done = CliRunner().invoke(app, ["commune", typed, "--near", "26220"])
    lines = [line for line in done.output.splitlines() if line]
    assert (done.exit_code, sorted(lines)) == (status, sorted(said))


def test_a_name_cut_short_offers_the_nearest_first() -> None:
    done = CliRunner().invoke(app, ["commune", "Mirabel", "--near", "26220"])
    assert done.exit_code == 1
    assert done.output.startswith("26182 Mirabel-aux-Baronnies")
