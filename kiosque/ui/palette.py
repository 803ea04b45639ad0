"""The colours of the three looks, and which of them is written or drawn on which."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB``. Words hold 7:1 on every ground they are written on (``WRITTEN``), controls 3:1.

    ``idle`` is the ground of what cannot be touched now; ``quiet`` is written on it.
    """

    background: str
    surface: str
    text: str
    quiet: str
    action: str
    on_action: str
    action_hover: str
    action_soft: str
    waiting: str
    waiting_soft: str
    attention: str
    attention_soft: str
    refusal: str
    refusal_hover: str
    refusal_soft: str
    idle: str
    border: str
    hairline: str
    sky: tuple[str, str]
    hills: tuple[str, str, str, str]
    lavender_rows: str
    wall: str
    roof: str
    light: str


class Look(Enum):
    """The three looks a person may choose from."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


PALETTES = {
    Look.LIGHT: Palette(
        background="#FBF8F3",
        surface="#FFFFFF",
        text="#1F2933",
        quiet="#414D59",
        action="#1B5E4B",
        on_action="#FFFFFF",
        action_hover="#154B3C",
        action_soft="#E3EFE8",
        waiting="#5B3F8C",
        waiting_soft="#EFE9F8",
        attention="#7A4200",
        attention_soft="#FBEBD3",
        refusal="#A3211F",
        refusal_hover="#8A1A18",
        refusal_soft="#FBE6E3",
        idle="#F1ECE3",
        border="#6B7680",
        hairline="#E4DDD0",
        sky=("#FBF8F3", "#FBE8CF"),
        hills=("#C9D8CF", "#9DBDAB", "#639380", "#2F6F5A"),
        lavender_rows="#8E76BD",
        wall="#FFF6E6",
        roof="#C8694A",
        light="#F6C667",
    ),
    Look.DARK: Palette(
        background="#14201C",
        surface="#1D2B26",
        text="#F2EFE8",
        quiet="#C9CFC7",
        action="#7FD1B3",
        on_action="#10201A",
        action_hover="#9BDDC5",
        action_soft="#20372F",
        waiting="#C9B3F2",
        waiting_soft="#2C2A3A",
        attention="#F2B66D",
        attention_soft="#382C1C",
        refusal="#FF9E95",
        refusal_hover="#FFB8B1",
        refusal_soft="#3B2422",
        idle="#26332E",
        border="#8FA099",
        hairline="#30413A",
        sky=("#14201C", "#26332E"),
        hills=("#2A4239", "#264F42", "#1F5C4A", "#17483A"),
        lavender_rows="#8B78B5",
        wall="#E9DFCB",
        roof="#B9644A",
        light="#F6C667",
    ),
    Look.CONTRAST: Palette(
        background="#000000",
        surface="#000000",
        text="#FFE500",
        quiet="#FFE500",
        action="#FFE500",
        on_action="#000000",
        action_hover="#FFF27A",
        action_soft="#1F1C00",
        waiting="#FFE500",
        waiting_soft="#1F1C00",
        attention="#FFE500",
        attention_soft="#1F1C00",
        refusal="#FFE500",
        refusal_hover="#FFF27A",
        refusal_soft="#1F1C00",
        idle="#000000",
        border="#857800",
        hairline="#6B6000",
        sky=("#000000", "#000000"),
        hills=("#1F1C00", "#2B2700", "#3A3400", "#4A4200"),
        lavender_rows="#6B6000",
        wall="#FFE500",
        roof="#FFE500",
        light="#000000",
    ),
}


_GROUNDS = ("background", "surface")
_SOFT = ("action_soft", "waiting_soft", "attention_soft", "refusal_soft")
_STATES = ("action", "waiting", "attention", "refusal")

WRITTEN = (
    *((ink, ground) for ink in ("text", "quiet") for ground in (*_GROUNDS, *_SOFT, "idle")),
    *((ink, ground) for ink in _STATES for ground in _GROUNDS),
    *(("on_action", ground) for ground in ("action", "action_hover", "refusal", "refusal_hover")),
)
"""Which ink is written on which ground: names of tokens. The style sheet and the widgets write nothing else."""

DRAWN = (
    *(("border", ground) for ground in _GROUNDS),
    *((ink, ground) for ink in _STATES for ground in (*_GROUNDS, *_SOFT)),
    ("quiet", "idle"),
)
"""Which colour draws a border, a ring or an icon on which ground: names of tokens."""
