"""Maps as SVG, for pages and papers: the antennas over the communes, and how many come from each commune.

A page colours them by its style sheet, light or dark; a paper, which has none, by the ``INK`` given here.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from xml.sax.saxutils import escape, quoteattr

from kiosque.domain import communes
from kiosque.domain.french import number, plural
from kiosque.reports.outlines import WIDTH, frame, outlines
from kiosque.reports.suppress import suppressed

LETTER = 9.6
"""Units that a letter of a name takes at the size below, on average: to keep names from covering each other."""
SIZE = 19
"""Units: 15.5 px where the map is as wide as a page."""
SMALLEST, LARGEST = 7, 20
"""Radius of an antenna, by how much it does."""
GAP = 5

MOST_SPOTS = 60
"""Antennas that are drawn each by itself; of more, those that stand close are drawn as one."""
REACH = 80
"""Units within which they do: some 6 km."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000)
CLASSES = 5

INK: Mapping[str, str] = {
    "land": "#f3efe6",
    "around": "#faf8f3",
    "border": "#b9b1a3",
    "open": "#1b5e4b",
    "planned": "#5b3f8c",
    "text": "#1f2933",
    "k1": "#dcebe3",
    "k2": "#b4d5c4",
    "k3": "#7fb69e",
    "k4": "#438a70",
    "k5": "#1b5e4b",
}
"""The colours of a paper."""


class Standing(Enum):
    """What an antenna is on the map."""

    OPEN = "open"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Spot:
    """One antenna on the map: ``weight`` gives its size; ``said`` is read out, and shown under the pointer."""

    name: str
    latitude: float
    longitude: float
    standing: Standing
    weight: int
    said: str
    href: str = ""
    key: int = 0
    """What it is known by to whoever draws it."""


@dataclass(frozen=True, slots=True)
class Class:
    """One class of communes: from ``least`` on, up to ``most`` (None: no bound)."""

    least: int
    most: int | None

    @property
    def words(self) -> str:
        """What the legend says."""
        if self.most is None:
            return f"{number(self.least)} et plus"
        return number(self.least) if self.least == self.most else f"{number(self.least)} à {number(self.most)}"


def classes(counts: Iterable[int]) -> tuple[Class, ...]:
    """Return at most five classes that hold ``counts``, with round bounds, the smallest first."""
    most = max(counts, default=0)
    if not most:
        return ()
    starts = [step for step in STEPS if step <= most][-CLASSES:]
    starts[0] = 1
    ends: list[int | None] = [start - 1 for start in starts[1:]]
    return tuple(Class(least, end) for least, end in zip(starts, [*ends, None], strict=True))


def class_of(count: int, several: Sequence[Class]) -> int:
    """Return which class ``count`` is of, from 1; 0 for none."""
    return sum(count >= each.least for each in several) if count > 0 else 0


def gathered(spots: Sequence[Spot]) -> list[tuple[Spot, ...]]:
    """Return the antennas that are on the map, those that are drawn as one together, the heaviest first."""
    placed = [(spot, *frame().place(spot.latitude, spot.longitude)) for spot in spots]
    shown = sorted((each for each in placed if frame().holds(each[1], each[2])), key=lambda each: -each[0].weight)
    if len(shown) <= MOST_SPOTS:
        return [(spot,) for spot, _, _ in shown]
    groups: list[tuple[int, int, list[Spot]]] = []
    # By squares as wide as the reach: a thousand antennas are not each held against each other.
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    for spot, x, y in shown:
        column, row = x // REACH, y // REACH
        around = (squares.get((column + across, row + down), ()) for across in (-1, 0, 1) for down in (-1, 0, 1))
        near = [each for some in around for each in some if math.dist((x, y), groups[each][:2]) <= REACH]
        if near:
            groups[min(near)][2].append(spot)
        else:
            squares[column, row].append(len(groups))
            groups.append((x, y, [spot]))
    return [tuple(some) for _, _, some in groups]


def antennas_map(
    spots: Sequence[Spot],
    title: str,
    *,
    ink: Mapping[str, str] | None = None,
    around: Callable[[Spot], str] = lambda _: "",
) -> str:
    """Return the map of the antennas, each a link when it has an address.

    Of many, those that stand close are one, as heavy as all of them; ``around`` gives its address, by the heaviest.
    """
    drawn = [_land({}, (), ink)]
    several = [_one(group, around) for group in gathered(spots)]
    placed = [(spot, *frame().place(spot.latitude, spot.longitude)) for spot in several]
    shown = sorted(placed, key=lambda each: -each[0].weight)
    heaviest = max((spot.weight for spot, _, _ in shown), default=0)
    named = _Names([(x, y, _radius(spot.weight, heaviest)) for spot, x, y in shown])
    # The smallest last, so that none is hidden by a larger one.
    drawn += [_spot(spot, x, y, _radius(spot.weight, heaviest), named, ink) for spot, x, y in shown]
    return _svg("antennas", title, drawn)


def _one(group: tuple[Spot, ...], around: Callable[[Spot], str]) -> Spot:
    """Return what stands on the map for antennas that are close to each other."""
    if len(group) == 1:
        return group[0]
    heaviest, weight = group[0], sum(each.weight for each in group)
    opened = any(each.standing is Standing.OPEN for each in group)
    said = f"{plural(len(group), 'antenne', 'antennes')} autour de {heaviest.name}\u202f: {_visits(weight)}"
    return replace(
        heaviest,
        name=f"{heaviest.name} +{len(group) - 1}",
        standing=Standing.OPEN if opened else Standing.PLANNED,
        weight=weight,
        said=said,
        href=around(heaviest) if heaviest.href else "",
    )


def _visits(count: int) -> str:
    return plural(count, "passage", "passages")


def origins_map(
    counts: Mapping[str, int], title: str, *, leaving: bool = False, ink: Mapping[str, str] | None = None
) -> str:
    """Return the map of how many come from each commune (INSEE).

    ``leaving``: it goes out of the network, and tells nobody apart; what is hidden is drawn as what nobody came from,
    and nothing is said of either.
    """
    told: dict[str, int] = dict(counts)
    if leaving:
        told = {insee: count for insee, count in suppressed(counts).items() if count}
    return _svg("origins", title, [_land(told, classes(told.values()), ink, leaving=leaving)])


def on_map(insee: str) -> bool:
    """Whether a commune is drawn."""
    return any(each.insee == insee for each in outlines())


def _svg(kind: str, title: str, drawn: Sequence[str]) -> str:
    # Links within are reached by the keyboard: an image would hide them.
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="map {kind}" viewBox="0 0 {WIDTH} {frame().height}"'
    return f'{head} role="group" aria-label={quoteattr(title)} font-size="{SIZE}">{"".join(drawn)}</svg>'


def _land(
    counts: Mapping[str, int], several: Sequence[Class], ink: Mapping[str, str] | None, *, leaving: bool = False
) -> str:
    edge = _painted(ink, stroke="border")
    parts = []
    for each in outlines():
        count = counts.get(each.insee, 0)
        of = class_of(count, several)
        kind = f"k{of}" if of else "land" if each.heart else "around"
        said = _name(each.insee)
        if several and (count or not leaving):
            said += f"\u202f: {_visits(count)}"
        paint = _painted(ink, fill=kind)
        parts.append(f'<path class="{kind}" d="{each.path}"{paint}><title>{escape(said)}</title></path>')
    return f'<g class="communes"{edge}>{"".join(parts)}</g>'


def _spot(spot: Spot, x: int, y: int, radius: int, named: "_Names", ink: Mapping[str, str] | None) -> str:
    kind = spot.standing.value
    ring = _painted(ink, stroke="planned") + ' stroke-dasharray="5 4"' if spot.standing is Standing.PLANNED else ""
    fill = ' fill="none"' if spot.standing is Standing.PLANNED else _painted(ink, fill="open")
    mark = f'<circle cx="{x}" cy="{y}" r="{radius}"{fill}{ring}/>'
    label = named.place(spot.name, x, y, radius)
    text = ""
    if label:
        paint = _painted(ink, fill="text")
        text = f'<text x="{label[0]}" y="{label[1]}" text-anchor="{label[2]}"{paint}>{escape(spot.name)}</text>'
    within = f'<title>{escape(spot.said)}</title><g class="spot {kind}">{mark}{text}</g>'
    if not spot.href:
        return f"<g>{within}</g>"
    return f"<a href={quoteattr(spot.href)} aria-label={quoteattr(spot.said)}>{within}</a>"


def _painted(ink: Mapping[str, str] | None, **colours: str) -> str:
    return "".join(f' {where}="{ink[name]}"' for where, name in colours.items()) if ink else ""


def _radius(weight: int, heaviest: int) -> int:
    """Return a radius: the area tells how much is done."""
    if not heaviest:
        return SMALLEST + GAP
    return round(SMALLEST + (LARGEST - SMALLEST) * math.sqrt(weight / heaviest))


def _name(insee: str) -> str:
    found = communes.by_insee(insee)
    return communes.display(found) if found else insee


Box = tuple[float, float, float, float]


class _Names:
    """Where names stand: beside their antenna, and over no other name nor antenna; some have no room."""

    def __init__(self, spots: Sequence[tuple[int, int, int]]) -> None:
        self._taken: list[Box] = [(x - r, y - r, x + r, y + r) for x, y, r in spots]

    def place(self, name: str, x: int, y: int, radius: int) -> tuple[int, int, str] | None:
        """Return where to write ``name`` (x, y of its baseline, how it is anchored), or None for lack of room."""
        width, half = len(name) * LETTER, SIZE / 2
        away = radius + GAP
        tries: list[tuple[Box, tuple[int, int, str]]] = [
            ((x + away, y - half, x + away + width, y + half), (x + away, y + SIZE // 3, "start")),
            ((x - away - width, y - half, x - away, y + half), (x - away, y + SIZE // 3, "end")),
            ((x - width / 2, y - away - SIZE, x + width / 2, y - away), (x, y - away - GAP, "middle")),
            ((x - width / 2, y + away, x + width / 2, y + away + SIZE), (x, y + away + SIZE - GAP, "middle")),
        ]
        for box, where in tries:
            inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= frame().height
            if inside and not any(_meet(box, other) for other in self._taken):
                self._taken.append(box)
                return where
        return None


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
