"""A demonstrated year keeps what was promised to funders, and one that does not says so and fails."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosque.bootstrap import demonstration
from kiosque.demo import promises
from kiosque.demo.circle import Circle
from kiosque.demo.events import Arrive, Help
from kiosque.demo.ledger import Ledger
from kiosque.demo.plan import FIRST_DAY, live
from kiosque.demo.run import Play
from kiosque.demo.spaces import spaces
from kiosque.demo.totals.totals import Totals
from kiosque.domain.network_codes import FLOOR_HOURS

WHERE = spaces()[:16]
FULL = {space.code: float(max(FLOOR_HOURS.values())) for space in WHERE}
TOTALS = Totals(6_000, 1, 27_000, 12_000, 1_200, 8_000, 3_600, 1_100, 4, 500, FULL)
YEAR = Ledger(
    antennas=16,
    permanences=6_000,
    visits=27_000,
    interventions=12_000,
    workshops=1_200,
    visitors=5_000,
    people=3_600,
    households=1_100,
    programmes=4,
    repairs=500,
    hours_per_week=FULL,
    entries_kiosk=1,
    entries_central=1,
    heads_equal=True,
    doubled=0,
    missing=0,
    faults={},
    link="direct",
    bytes_up=1,
    bytes_down=1,
    totals={"journal": TOTALS, "files": TOTALS},
    pulled={"desk_use": 2_000},
    screenshots=[],
)
SHORT = {
    "Espaces ouverts\u00a0: 15 au lieu de 16": replace(YEAR, antennas=15),
    "Interventions dans l’année\u00a0: 9\u202f999 au lieu de 10\u202f000": replace(YEAR, interventions=9_999),
    "Personnes\u00a0: 2\u202f999 au lieu de 3\u202f000": replace(YEAR, people=2_999),
    "Foyers\u00a0: 999 au lieu de 1\u202f000": replace(YEAR, households=999),
    "Programmes pour des publics\u00a0: 2 au lieu de 3": replace(YEAR, programmes=2),
    "Espaces de coworking\u00a0: 0 au lieu de 1": replace(YEAR, pulled={}),
    "Lieux de pratique partagée\u00a0: 0 au lieu de 1": replace(YEAR, repairs=0),
    "Rémuzat\u00a0: 14,9 h par semaine au lieu de 15": replace(YEAR, hours_per_week={**FULL, "REM": 14.9}),
    "Rémuzat\u00a0: 0,0 h par semaine au lieu de 15": replace(
        YEAR, hours_per_week={code: hours for code, hours in FULL.items() if code != "REM"}
    ),
}


def test_a_year_that_keeps_everything_misses_nothing() -> None:
    assert promises.missed(YEAR, WHERE) == ()


@pytest.mark.parametrize("said", SHORT)
def test_what_falls_short_is_said(said: str) -> None:
    assert promises.missed(SHORT[said], WHERE) == (said,)


def played(monkeypatch: pytest.MonkeyPatch, ledger: Ledger, days: int) -> list[str]:
    monkeypatch.setattr("kiosque.demo.run.run", lambda *_, **__: ledger)
    said: list[str] = []
    demonstration.play(Path("demo"), Play(16, days, 1), as_json=True, say=said.append)
    return said


def test_the_command_fails_with_a_sentence_when_a_year_falls_short(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(demonstration.Missed) as refused:
        played(monkeypatch, replace(YEAR, people=2_999, repairs=0), 365)
    assert str(refused.value) == (
        "Ce qui a été promis n’est pas tenu. Personnes\u00a0: 2\u202f999 au lieu de 3\u202f000\u202f; "
        "Lieux de pratique partagée\u00a0: 0 au lieu de 1."
    )


def test_the_command_says_that_a_year_keeps_it_and_ends_with_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    said = played(monkeypatch, YEAR, 365)
    assert "Tout ce qui a été promis aux financeurs est tenu." in said
    assert said[-1].startswith('{"antennas":16')


def test_a_month_promises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    said = played(monkeypatch, replace(YEAR, people=1), 30)
    assert not any("promis" in line for line in said)


# ----- what a year will be, from less of it ---------------------------------------------------------------------------

BLOCKS = 11
"""Blocks of four weeks in a year, of thirteen: leave and holidays take the others."""


def test_four_weeks_give_more_help_than_the_eleventh_of_a_year_must() -> None:
    lives = [live(space, place, 28, 1, animators=2) for place, space in enumerate(WHERE)]
    given = sum(isinstance(event, Help) for life in lives for event in life.events)
    assert given * BLOCKS >= 10_000


def test_a_year_at_three_antennas_makes_known_as_many_people_as_their_share_of_the_promise() -> None:
    known, rates = 0, [Circle(f"1:{space.code}", space.commune, FIRST_DAY.year).rate for space in WHERE]
    for place, space in enumerate(WHERE[:3]):
        life = live(space, place, 365, 1, animators=2)
        bearing, mates = set[int](), set[int]()
        for person in (event.person for event in life.events if isinstance(event, Arrive)):
            manner = life.circle.manner(person)
            if manner.has_card or manner.wants_card or person.number in mates:
                bearing.add(person.number)
            if manner.wants_card and not manner.has_card:
                # Their household is written down with them.
                mates.update(each.number for each in life.circle.household(person))
        known += len(bearing)
    assert known * sum(rates) / sum(rates[:3]) >= 3_000
