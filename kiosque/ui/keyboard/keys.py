"""Which keys stand where: rows of eleven units, as on a French keyboard. Pure."""

from dataclasses import dataclass
from enum import Enum

UNITS = 11.0
"""Widths of a row, in letters. Ten letters and one key more: at 1024 pixels each is wider than a fingertip."""
PAD_UNITS = 4.5
MOST_ROWS = 5
"""With the accents in sight."""


class Role(Enum):
    """What a key does."""

    WRITE = "write"
    ERASE = "erase"
    CAPITALS = "capitals"
    ACCENTS = "accents"
    SIGNS = "signs"
    LETTERS = "letters"
    NEXT = "next"
    HIDE = "hide"


class Page(Enum):
    """What the keyboard shows."""

    LETTERS = "letters"
    ACCENTS = "accents"
    SIGNS = "signs"
    PAD = "pad"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Key:
    """``text`` is what it writes; ``width`` is in units."""

    text: str = ""
    role: Role = Role.WRITE
    width: float = 1.0


Row = tuple[Key, ...]

_ACCENTED = "êëàâîïôùûüœ"
"""In sight where there is room; é, è and ç always are."""


def rows(page: Page, extra: str = "", *, roomy: bool = False) -> tuple[Row, ...]:
    """Return the rows of a page. ``extra``: one more sign of the pad; ``roomy``: accents fit above the letters."""
    match page:
        case Page.LETTERS:
            accents = (_write(_ACCENTED),) if roomy else ()
            return (*accents, *_letters(), _bottom(Role.SIGNS, () if roomy else (Key(role=Role.ACCENTS, width=1.5),)))
        case Page.ACCENTS:
            return (
                (*_write("éèêëàâäîïô"), Key(role=Role.ERASE)),
                _write("öùûüÿçœæñ«»"),
                (Key(role=Role.CAPITALS, width=2), *_write("'-.,;:!?@")),
                _bottom(Role.SIGNS, (Key(role=Role.LETTERS, width=1.5),)),
            )
        case Page.SIGNS:
            return (
                (*_write("1234567890"), Key(role=Role.ERASE)),
                _write("@.,;:!?/()'"),
                _write('-_+=&%*#€°"'),
                _bottom(Role.LETTERS, (Key(role=Role.ACCENTS, width=1.5),)),
            )
        case Page.PAD:
            aside = PAD_UNITS - 3
            on = Key(role=Role.NEXT, width=aside)
            return (
                (*_write("123"), Key(role=Role.HIDE, width=aside)),
                (*_write("456"), Key(role=Role.ERASE, width=aside)),
                (*_write("789"), Key(extra, width=aside) if extra else on),
                (Key("0", width=3), on) if extra else (Key("0", width=PAD_UNITS),),
            )
        case Page.CODE:
            # Without I, L, O and U, which no code has: they would be taken for 1, 1, 0 and V.
            return (
                (*_write("1234567890"), Key(role=Role.ERASE)),
                _write("AZERTYP", UNITS / 7),
                _write("QSDFGHJKM", UNITS / 9),
                (*_write("WXCVBN"), Key(role=Role.HIDE, width=2), Key(role=Role.NEXT, width=3)),
            )


def _letters() -> tuple[Row, ...]:
    return (
        (*_write("azertyuiop"), Key(role=Role.ERASE)),
        _write("qsdfghjklmé"),
        (Key(role=Role.CAPITALS), *_write("wxcvbnè'-ç")),
    )


def _bottom(other: Role, more: Row) -> Row:
    """Return the last row: the other pages, a wide space, and the ways on."""
    ends = (Key(role=Role.HIDE, width=1.5), Key(role=Role.NEXT, width=2.5))
    begins = (Key(role=other, width=1.5), *more)
    return (*begins, Key(" ", width=UNITS - sum(key.width for key in (*begins, *ends))), *ends)


def _write(signs: str, width: float = 1.0) -> Row:
    return tuple(Key(sign, width=width) for sign in signs)
