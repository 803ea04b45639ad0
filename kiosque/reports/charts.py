"""Charts as SVG, for pages and papers: what is drawn is said in Vega-Lite, and vl-convert draws it.

A page colours the marks by its style sheet, light or dark (``.mark-rect``, ``.mark-tick``); a paper gives its colours.
The words of a chart are 14 px at least where it is as wide as it says.
"""

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import msgspec
import vl_convert

from kiosque.domain.french import NARROW_SPACE

FONT = "Atkinson Hyperlegible Next"
SIZE = 15
WIDTH = 560
TALL = 220
LINE = 42
"""Pixels of a line of bars that lie."""
LETTERS = 26
"""Of a line of a bar's word, which has two at most."""
MOST = 10
"""Lines of a chart: what is less is told together."""

OTHERS = "Tout le reste"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its word, how much, and how that is said; ``floor`` is what was promised at least."""

    label: str
    value: float
    said: str
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a paper; a page has those of its style sheet."""

    text: str = "#1f2933"
    line: str = "#d8d0c2"
    bar: str = "#1b5e4b"
    floor: str = "#7a4200"


_OF_PAGE = Ink("currentColor", "currentColor", "currentColor", "currentColor")


def standing(bars: Sequence[Bar], width: int = WIDTH, ink: Ink = _OF_PAGE) -> str:
    """Return the bars side by side, in their order: days, weeks, months."""
    x = {"field": "label", "type": "ordinal", "sort": None, "title": None, "axis": _WORDS}
    y = {"field": "value", "type": "quantitative", "title": None, "axis": _SCALE}
    marks = [{"mark": {"type": "bar", "color": ink.bar}, "encoding": {"x": x, "y": y}}]
    return _drawn({**_spec(bars, width, TALL, ink), "layer": marks})


def lying(bars: Sequence[Bar], width: int = WIDTH, ink: Ink = _OF_PAGE) -> str:
    """Return the bars one below the other, each with what it says, and a stroke where a floor is."""
    bars = [
        replace(bar, label="\n".join(textwrap.wrap(bar.label, LETTERS, max_lines=2, placeholder="…"))) for bar in bars
    ]
    y = {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": _LINES}
    x = {"field": "value", "type": "quantitative", "title": None, "axis": None}
    text = {"type": "text", "align": "left", "dx": 7, "fontSize": SIZE, "color": ink.text}
    marks: list[dict[str, Any]] = [
        {
            "mark": {"type": "bar", "color": ink.bar, "height": {"band": 0.62}},
            "encoding": {"x": x, "y": y},
        },
        {"mark": text, "encoding": {"x": x | {"field": "end"}, "y": y, "text": {"field": "said", "type": "nominal"}}},
    ]
    if any(bar.floor for bar in bars):
        # Over the bar: behind a long one nothing would be seen.
        floor = {"field": "floor", "type": "quantitative", "title": None}
        tick = {"type": "tick", "thickness": 3, "color": ink.floor, "opacity": 1, "height": {"band": 0.9}}
        marks.append({"mark": tick, "encoding": {"x": floor, "y": y}})
    return _drawn({**_spec(bars, width, LINE * len(bars), ink), "layer": marks})


def most_of(bars: Sequence[Bar], say: Callable[[float], str], most: int = MOST) -> list[Bar]:
    """Return the greatest bars, and what is less as one: ``say`` gives the words for its value."""
    ranked = sorted(bars, key=lambda bar: -bar.value)
    if len(ranked) <= most:
        return ranked
    rest = sum(bar.value for bar in ranked[most - 1 :])
    return [*ranked[: most - 1], Bar(OTHERS, rest, say(rest))]


def _end(bar: Bar) -> float:
    """Return beside what the words of a bar stand: a stroke further on would cross them."""
    return max(bar.value, bar.floor or 0)


def _spec(bars: Sequence[Bar], width: int, height: int, ink: Ink) -> dict[str, Any]:
    values = [
        {"label": bar.label, "value": bar.value, "said": bar.said, "floor": bar.floor, "end": _end(bar)} for bar in bars
    ]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 4, "right": 60 if height != TALL else 8, "top": 6, "bottom": 4},
        "background": None,
        "data": {"values": values},
        "config": {
            "font": FONT,
            "view": {"stroke": None},
            "axis": {
                "labelFontSize": SIZE,
                "labelColor": ink.text,
                "gridColor": ink.line,
                "gridOpacity": 0.18,
                "domain": False,
                "ticks": False,
                "labelPadding": 8,
            },
        },
    }


_WORDS = {"grid": False, "labelAngle": 0, "labelOverlap": True}
_LINES = {"grid": False, "labelLimit": 0, "labelExpr": "split(datum.label, '\\n')", "labelLineHeight": SIZE + 3}
_SCALE = {"tickCount": 4, "labelExpr": f"replace(format(datum.value, ',.0f'), /,/g, '{NARROW_SPACE}')"}
"""French: thousands apart by a space."""


def _drawn(spec: dict[str, Any]) -> str:
    return _svg(msgspec.json.encode(spec).decode())


@lru_cache(maxsize=256)
def _svg(spec: str) -> str:
    """Return what is drawn: 20 ms, so the same figures are drawn once. The first takes half a second."""
    drawn: str = vl_convert.vegalite_to_svg(msgspec.json.decode(spec))
    bare = _NOTHING.sub("", _NUMBER.sub(lambda found: f"{float(found[0]):.1f}", drawn))
    # Whoever cannot see it reads the table beside it: to them it is nothing.
    return bare.replace(' class="marks"', ' class="chart" aria-hidden="true" focusable="false"', 1)


# What the library says to readers of screens is in English, and more than half of all; empty grounds are nothing.
_NOTHING = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"|<path class="(?:back|fore)ground"[^>]*/>| xmlns:xlink="[^"]*"')
_NUMBER = re.compile(r"(?<![\w.])-?\d+\.\d{2,}(?![\w.])")
