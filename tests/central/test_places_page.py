"""The antennas on their map, and where visitors come from, on headquarters' pages."""

from datetime import date

import pytest

from kiosque.actions.network import network as actions
from kiosque.actions.network.network import Place
from kiosque.central.pages.choice import choose
from kiosque.db.store import Store
from kiosque.reports.period import Period
from tests.central.house import TODAY, Network
from tests.central.inside import Inside
from tests.central.said import figures_of, words


def test_the_map_shows_the_antennas_and_the_list_says_the_same(inside: Inside, network: Network, store: Store) -> None:
    for code, label, opens, closes in (
        ("TUL", "Tulette", date(2027, 3, 1), None),
        ("OLD", "Ancienne", date(2020, 1, 1), date(2025, 12, 31)),
    ):
        added = actions.add_antenna(
            store, code=code, label=label, form="village", association="asoft", commune="26357", hours="Mo 09:00-12:00"
        )
        actions.settle(store, added.record, Place(opens=opens, closes=closes))
    page = inside.get("/antennes")
    remuzat = network.antennas["Rémuzat"]
    assert f'<a href="/antennes/{remuzat}?periode=30" aria-label="Rémuzat\u202f: 2\u00a0passages' in page
    assert "Tulette\u202f: prévue le lundi 1er mars 2027" in page
    assert "Ancienne\u202f:" not in page
    assert "fermée depuis le 31 décembre 2025" in words(page)
    assert figures_of(page, "Tulette") == ["0 h", "pas ouverte", "21 h", "0", "0", "0"]
    assert figures_of(page, "Rémuzat")[1:] == ["0 h", "non dit", "2", "1", "1"]
    # Those that are closed come last.
    assert page.index(">Tulette</a>") < page.index(">Ancienne</a>")


def test_an_empty_network_has_no_map(inside: Inside) -> None:
    assert "Le réseau n’a pas encore d’antenne" in words(inside.get("/antennes"))
    assert "Aucun passage reçu pour cette période." in words(inside.get("/provenance"))


def test_where_visitors_come_from_is_a_map_and_a_list(inside: Inside, network: Network) -> None:
    assert network.antennas
    page = inside.get("/provenance?periode=7")
    assert "Rémuzat\u00a0(26)\u202f: 1\u00a0passage</title>" in page
    assert "1 passage sans commune dite" in words(page)
    assert "periode=7&amp;commune=26264" in page


@pytest.mark.parametrize(
    ("asked", "period", "label"),
    [
        ("2026", Period(date(2026, 1, 1), date(2026, 12, 31)), "2026"),
        (
            "2026-09-01.2026-11-23",
            Period(date(2026, 9, 1), TODAY),
            "du mardi 1er septembre au lundi 23 novembre 2026",
        ),
        ("2026-11-23.2026-09-01", Period(date(2026, 11, 17), TODAY), "les 7\u00a0derniers jours"),
        ("2026-02-30.2026-03-01", Period(date(2026, 11, 17), TODAY), "les 7\u00a0derniers jours"),
    ],
    ids=str,
)
def test_a_year_and_any_run_of_days_may_be_asked_for(asked: str, period: Period, label: str) -> None:
    assert (choose(asked, TODAY).period, choose(asked, TODAY).label) == (period, label)
