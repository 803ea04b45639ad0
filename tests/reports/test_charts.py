"""Charts: drawn once, without a style of their own, the same in light and dark."""

import re
from xml.etree import ElementTree as ET

from kiosque.db.store import Store
from kiosque.domain.records import INTERVENTION, PERMANENCE
from kiosque.reports.charts import OTHERS, Bar, Ink, lying, most_of, standing
from kiosque.reports.period import one_day
from kiosque.reports.subjects import subjects
from tests.reports.test_figures import MONDAY, NYONS, REMUZAT, at

SVG = "{http://www.w3.org/2000/svg}"
BARS = (
    Bar("Numérique & <démarches>", 1_200, "1 200"),
    Bar("Un mot bien trop long pour une seule ligne, ou deux", 3, "3", 15),
)


def read(drawn: str) -> ET.Element:
    return ET.fromstring(drawn)  # noqa: S314 - our own drawing


def texts(drawn: str) -> list[str]:
    return ["".join(text.itertext()) for text in read(drawn).iter(f"{SVG}text")]


def test_bars_are_as_long_as_what_they_count_and_say_it() -> None:
    drawn = lying(BARS)
    assert {"1 200", "3", "Numérique & <démarches>"} <= set(texts(drawn))
    bars = re.findall(r'layer_0_marks">(.*?)</g>', drawn)[0]
    longest, shortest = (float(width) for width in re.findall(r"d=\"M0,[\d.]+h([\d.]+)v", bars))
    assert abs(longest / shortest - 400) < 10
    assert drawn.count("layer_2_marks") == 1


def test_no_stroke_of_a_floor_crosses_what_a_bar_says() -> None:
    drawn = lying(BARS)
    said = [float(left) for left in re.findall(r"translate\(([\d.]+),", drawn.partition("layer_1_marks")[2])][1]
    [(left, thick)] = re.findall(r'd="M([\d.]+),[\d.]+h([\d.]+)v', drawn.partition("layer_2_marks")[2])
    assert said > float(left) + float(thick) + 3


def test_a_chart_has_neither_style_nor_colour_nor_voice_of_its_own() -> None:
    for drawn in (standing(BARS), lying(BARS)):
        assert not re.search(r"style|<script|xlink|aria-label|role=", drawn)
        assert not re.search(r'fill="#', drawn)
        assert 'aria-hidden="true"' in drawn
        assert min(float(size) for size in re.findall(r'font-size="([\d.]+)px"', drawn)) >= 14


def test_a_paper_gives_its_colours() -> None:
    assert 'fill="#1b5e4b"' in lying(BARS, ink=Ink())


def test_what_is_less_is_told_together_and_nothing_is_lost() -> None:
    bars = [Bar(str(number), number, str(number)) for number in range(1, 13)]
    shown = most_of(bars, lambda rest: f"{rest:.0f}", most=4)
    assert [bar.label for bar in shown] == ["12", "11", "10", OTHERS]
    assert sum(bar.value for bar in shown) == sum(bar.value for bar in bars)
    assert most_of(bars[:3], str, most=4) == bars[2::-1]


def test_help_is_counted_by_each_of_its_themes_and_by_its_body(store: Store) -> None:
    with store.writing() as writer:
        here, there = (
            writer.record(PERMANENCE, antenna=place, times=(at(MONDAY, 9), None)) for place in (REMUZAT, NYONS)
        )
        for place, themes, service in (
            (here, ("email", "sante"), "caf"),
            (here, ("email",), None),
            (there, None, "caf"),
        ):
            writer.record(INTERVENTION, permanence=place, given_at=at(MONDAY, 10), themes=themes, service=service)
    with store.reading() as connection:
        about = subjects(connection, one_day(MONDAY))
        assert (dict(about.themes), dict(about.services)) == ({"email": 2, "sante": 1}, {"caf": 2})
        assert dict(subjects(connection, one_day(MONDAY), frozenset({NYONS})).services) == {"caf": 1}
