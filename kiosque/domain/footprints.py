"""What a repaired object weighs, and how much CO₂ its repair avoids: figures of The Restart Project, as it counts them.

Source: ``TheRestartProject/restarters.net`` at ``8ee4d281`` (25 June 2026): the second revision of its categories
(``database/migrations/2021_08_13_000439_update_lca_unpowered_categories.php``), ratios and displacement
(``.env.example``), the rule (``app/Helpers/LcaStats.php``). The repository is under the GPL-3.0; figures are facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kiosque.domain.repair_codes import FIXED, UNPOWERED

SOURCE = "The Restart Project, 2021"
"""What is said beside every figure that is made of these."""

PER_MILLE_AVOIDED = 500
"""Displacement: half of what making a new one emits is counted as avoided, as not every repair replaces a purchase."""

_POWERED_RATIO, _UNPOWERED_RATIO = 32.06679233, 17.70147059
"""Kilograms of CO₂ to make one kilogram of what is in no category of its own."""


@dataclass(frozen=True, slots=True)
class Footprint:
    """Grams: of an object, and of the CO₂ that making a new one emits."""

    weight: int
    co2: int


FOOTPRINTS = {
    "1": Footprint(7_600, 99_410),
    "3": Footprint(460, 14_720),
    "4": Footprint(6_690, 414_170),
    "5": Footprint(480, 29_730),
    "6": Footprint(590, 16_030),
    "7": Footprint(3_900, 15_600),
    # Of five sizes of screens and three of laptops, the least of each figure: what is told was avoided at least.
    "8": Footprint(3_150, 262_560),
    "16": Footprint(1_390, 221_150),
    "9": Footprint(670, 10_280),
    "10": Footprint(140, 22_710),
    "11": Footprint(400, 3_000),
    "12": Footprint(8_950, 186_500),
    "13": Footprint(8_720, 123_860),
    "14": Footprint(1_250, 44_320),
    "15": Footprint(2_680, 14_960),
    "19": Footprint(150, 50_510),
    "20": Footprint(17_700, 109_500),
    "21": Footprint(3_800, 59_500),
    "22": Footprint(440, 15_940),
    "23": Footprint(2_060, 54_650),
    "24": Footprint(1_650, 26_650),
    "25": Footprint(12_470, 100_690),
    "26": Footprint(2_680, 57_580),
    "27": Footprint(8_600, 35_000),
    "29": Footprint(2_950, 30_900),
    "30": Footprint(770, 114_490),
    "31": Footprint(1_470, 8_130),
    "32": Footprint(930, 10_400),
    "33": Footprint(1_990, 51_330),
    "34": Footprint(6_800, 36_010),
    "35": Footprint(1_300, 28_290),
    "36": Footprint(1_280, 17_500),
    "38": Footprint(3_220, 140_670),
    "40": Footprint(1_170, 11_000),
    "unpowered_bicycle": Footprint(15_100, 149_600),
    "unpowered_furniture": Footprint(29_810, 67_130),
    "unpowered_jewellery": Footprint(60, 59_190),
    "unpowered_textile": Footprint(750, 20_320),
}
"""By category of the standard. Of the others the source has no figure: they count by what they weigh, or not at all."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One attempt: what it was on, what it weighed when it was weighed (grams), what came of it."""

    category: str
    weight: int | None
    outcome: str


@dataclass(frozen=True, slots=True)
class Avoided:
    """Grams kept from the waste, grams of CO₂ avoided, and how many repaired objects have no figure."""

    weight: int = 0
    co2: int = 0
    uncounted: int = 0


NOTHING = Avoided()


def avoided(attempts: Iterable[Mended]) -> Avoided:
    """Return what was avoided by ``attempts``: only by what was repaired, each object once by whoever calls."""
    weight = co2 = uncounted = 0
    for each in attempts:
        if each.outcome != FIXED:
            continue
        found = footprint(each.category, each.weight)
        if found is None:
            uncounted += 1
        else:
            weight += found.weight
            co2 += found.co2 * PER_MILLE_AVOIDED // 1_000
    return Avoided(weight, co2, uncounted)


def footprint(category: str, weighed: int | None) -> Footprint | None:
    """Return what an object is counted for; None when nothing is known of it.

    As the source does: what was weighed says what it weighs; CO₂ is the category's, or by the weight for what has
    no category of its own, and for an object without electricity that was weighed.
    """
    known, unpowered = FOOTPRINTS.get(category), category.startswith(UNPOWERED)
    if weighed is None:
        return known
    if known is not None and not unpowered:
        return Footprint(weighed, known.co2)
    return Footprint(weighed, round(weighed * (_UNPOWERED_RATIO if unpowered else _POWERED_RATIO)))
