"""The maps: every commune once, borders that meet, names that do not cover each other, and nobody told apart."""

import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kiosque.actions.network import network, partners
from kiosque.actions.network.network import Place
from kiosque.db.store import Store
from kiosque.domain import communes
from kiosque.domain.records import ANTENNA, PERMANENCE, VISIT
from kiosque.reports.map import CLASSES, INK, Spot, Standing, antennas_map, class_of, classes, on_map, origins_map
from kiosque.reports.origins import origins
from kiosque.reports.outlines import WIDTH, frame, outlines
from kiosque.reports.period import Period
from kiosque.reports.spaces import Life, spaces
from tests.reports.test_figures import MONDAY, at

SVG = "{http://www.w3.org/2000/svg}"
NYONS = (44.36042, 5.13829)


def spot(name: str = "Nyons", standing: Standing = Standing.OPEN, weight: int = 10, href: str = "") -> Spot:
    return Spot(name, *NYONS, standing, weight, f"{name} : {weight} passages", href)


def read(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def points(path: str) -> list[tuple[int, int]]:
    """Return the corners of a path, whatever its rings are."""
    found = []
    for ring in re.findall(r"M([^Mz]+)z", path):
        x = y = 0
        for number, (right, down) in enumerate(re.findall(r"(-?\d+)[ ]?(-?\d+)", ring.replace("l", " "))):
            x, y = (int(right), int(down)) if not number else (x + int(right), y + int(down))
            found.append((x, y))
    return found


def test_every_outline_is_of_a_commune_that_is_known_and_holds_its_middle_in_the_frame() -> None:
    assert len({each.insee for each in outlines()}) == len(outlines()) == 195
    for each in outlines():
        around = communes.by_insee(each.insee)
        assert around is not None, each.insee
        corners = points(each.path)
        assert min(x for x, _ in corners) >= 0
        assert max(x for x, _ in corners) <= WIDTH
        x, y = frame().place(around.latitude, around.longitude)
        assert min(x for x, _ in corners) <= x <= max(x for x, _ in corners), each.insee
        assert min(y for _, y in corners) <= y <= max(y for _, y in corners), each.insee


def test_neighbours_still_touch_after_their_borders_were_made_simpler() -> None:
    shared = Counter(corner for each in outlines() for corner in set(points(each.path)))
    # Most corners of a map are of two communes, or of three.
    assert sum(count > 1 for count in shared.values()) > len(shared) / 2


def test_classes_have_round_bounds_and_hold_every_count() -> None:
    assert classes([]) == classes([0]) == ()
    assert [each.words for each in classes([3])] == ["1", "2 et plus"]
    several = classes([1, 78])
    assert len(several) == CLASSES
    assert [class_of(count, several) for count in (0, 1, 4, 5, 19, 50, 78)] == [0, 1, 1, 2, 3, 5, 5]


def test_the_map_of_antennas_is_a_drawing_with_a_link_each() -> None:
    drawn = read(antennas_map([spot(href="/antennes/5?periode=7"), spot("<Tulette>", Standing.PLANNED)], "Ici"))
    assert drawn.get("aria-label") == "Ici"
    [link] = drawn.iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("/antennes/5?periode=7", "Nyons : 10 passages")
    assert [group.get("class") for group in drawn.iter(f"{SVG}g") if "spot" in group.get("class", "")] == [
        "spot open",
        "spot planned",
    ]
    assert len(list(drawn.iter(f"{SVG}path"))) == 195
    assert "style" not in antennas_map([spot()], "Ici")


def test_names_stand_beside_each_other_or_not_at_all() -> None:
    drawn = read(antennas_map([spot(f"Nyons {number}") for number in range(9)], "Ici"))
    places = {(text.get("x"), text.get("y")) for text in drawn.iter(f"{SVG}text")}
    assert len(places) == 4
    assert len(list(drawn.iter(f"{SVG}circle"))) == 9


def test_what_is_far_away_is_not_on_the_map_and_nobody_came_is_no_size() -> None:
    paris = Spot("Paris", 48.85, 2.35, Standing.OPEN, 5, "Paris")
    assert "Paris" not in antennas_map([paris], "Ici")
    assert 'r="12"' in antennas_map([spot(weight=0)], "Ici")


def test_what_leaves_the_network_tells_nobody_apart() -> None:
    counts = {"26220": 78, "26264": 4, "26063": 5, "26340": 6}
    inside, outside = origins_map(counts, "Ici"), origins_map(counts, "Ici", leaving=True)
    assert "Rémuzat\u00a0(26)\u202f: 4\u00a0passages" in inside
    # One alone would be the total less the others: another is hidden with it, and nothing is said of either.
    for hidden in ("Rémuzat", "Buis-les-Baronnies"):
        assert f"<title>{hidden}\u00a0(26)</title>" in outside
    assert "Séderon\u00a0(26)\u202f: 6\u00a0passages" in outside
    assert 'class="k5"' in outside
    assert (on_map("26220"), on_map("75056")) == (True, False)


def test_a_paper_has_colours_of_its_own() -> None:
    for drawn in (antennas_map([spot(), spot(standing=Standing.PLANNED)], "x", ink=INK), origins_map({}, "x", ink=INK)):
        assert f'stroke="{INK["border"]}"' in drawn
        assert "fill=" in drawn


def test_origins_are_counted_by_what_was_said(store: Store) -> None:
    with store.writing() as writer:
        one, other = (writer.record(ANTENNA, code=code, name=code) for code in "AB")
        for antenna, said in ((one, "26220"), (one, "26220"), (one, None), (other, "26264")):
            held = writer.record(PERMANENCE, antenna=antenna, times=(at(MONDAY, 9), at(MONDAY, 12)))
            writer.record(VISIT, permanence=held, times=(at(MONDAY, 10), None), commune=said)
        writer.record(VISIT, times=(at(date(2026, 11, 1), 10), None), commune="26220")
    period = Period(MONDAY, MONDAY)
    with store.reading() as connection:
        found = origins(connection, period)
        assert (list(found.communes.items()), found.unsaid, found.total) == ([("26220", 2), ("26264", 1)], 1, 4)
        assert origins(connection, period, frozenset({other})).total == 1


@pytest.mark.parametrize(
    ("day", "life"),
    [(date(2026, 8, 31), Life.PLANNED), (date(2026, 9, 1), Life.OPEN), (date(2026, 12, 1), Life.CLOSED)],
    ids=str,
)
def test_an_antenna_is_planned_then_open_then_closed(store: Store, day: date, life: Life) -> None:
    place = network.add_antenna(
        store, code="N", label="Nyons", form="seat", association="asoft", commune="26220"
    ).record
    network.settle(store, place, Place(opens=date(2026, 9, 1), closes=date(2026, 11, 30)))
    town = partners.add_partner(store, label="Nyons", form="commune").record
    partners.add_support(store, partners.Gift(partner=town, nature="room", antenna=place, first=date(2026, 9, 1)))
    partners.add_support(
        store, partners.Gift(partner=town, nature="label", label="tiers_lieu", antenna=place, first=date(2026, 9, 1))
    )
    partners.add_support(store, partners.Gift(partner=town, nature="running", share=20, first=date(2026, 9, 1)))
    with store.reading() as connection:
        [space] = spaces(connection, day)
        assert spaces(connection, day, frozenset()) == ()
    assert (space.life, space.opens, space.closes) == (life, date(2026, 9, 1), date(2026, 11, 30))
    assert space.floor == 24
    assert space.labels == (() if life is Life.PLANNED else ("tiers_lieu",))
    assert [gift.everywhere for gift in space.gifts] == ([] if life is Life.PLANNED else [False, False, True])
    # Nobody said where it stands: in the middle of its commune.
    assert space.position is not None
    assert abs(space.position[0] - NYONS[0]) < 0.05
