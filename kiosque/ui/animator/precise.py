"""What may be said of an act of help and of those helped, beside what must: rows of chips, the same wherever it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosque.actions.helping.precise import Precise
from kiosque.domain import codes
from kiosque.domain.codelist import CodeList
from kiosque.domain.profile import PROFILE
from kiosque.ui.animator.noted_texts import noted_words
from kiosque.ui.theme import Theme
from kiosque.ui.told import label_of, short_of
from kiosque.ui.widgets.basics import words
from kiosque.ui.widgets.chips import Chip, Chips

Held = Mapping[str, frozenset[str]]
"""The codes that hold, by family."""

FORMAL = frozenset({"service", "admin_themes", "mandate"})
"""Families that go only with an administrative theme."""
SERVICE, PROGRAMME = "service", "programme"
WHO = frozenset(PROFILE)
"""Families that are about those helped, and are said of them once for all."""
_SHORT = FORMAL | {"sector"}


@dataclass(frozen=True, slots=True)
class Named:
    """What is chosen by its name: a programme that runs, somebody who holds a workshop."""

    id: int
    name: str


def families() -> dict[str, tuple[str, CodeList, bool]]:
    """Return each family: its title in the language in force, its codes, and whether several may hold."""
    return {
        "admin_themes": (noted_words.HELP_WHICH, codes.ADMIN_THEMES, True),
        "sector": (noted_words.HELP_SECTOR, PROFILE["sector"], False),
        "status": (noted_words.F_STATUS, PROFILE["status"], False),
        "gender": (noted_words.F_GENDER, PROFILE["gender"], False),
        "material": (noted_words.HELP_MATERIAL, codes.MATERIAL, True),
        "autonomy": (noted_words.HELP_AUTONOMY, codes.AUTONOMY, False),
        "place": (noted_words.HELP_PLACE, codes.PLACES, False),
        "referral": (noted_words.HELP_REFERRAL, codes.REFERRALS, False),
        "mandate": (noted_words.HELP_MANDATE, codes.MANDATES, False),
    }


class PreciseForm(QWidget):
    """A title and chips for each family; one that was touched twice holds no more."""

    chosen = Signal(str, frozenset)

    def __init__(self, theme: Theme, name: str, without: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._families: dict[str, tuple[QWidget, Chips]] = {}
        self._held: Held = {}
        self._bodies: tuple[Chip, ...] | None = None
        self._programmes: tuple[Named, ...] | None = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        offered = {family: each for family, each in families().items() if family not in without}
        titles = {SERVICE: noted_words.HELP_WHOM, **{family: title for family, (title, _, _) in offered.items()}}
        titles[PROGRAMME] = noted_words.HELP_PROGRAMME
        for family, title in titles.items():
            several = family in offered and offered[family][2]
            chips = Chips(theme, f"{name}.{family}", title, several=several)
            if family in offered:
                chips.offer(_chips(family, offered[family][1]))
            chips.chosen.connect(lambda held, family=family: self._touched(family, held))
            label = words(title, "a-label")
            lines.addWidget(label)
            lines.addWidget(chips)
            self._families[family] = (label, chips)

    def show_held(
        self,
        held: Held,
        programmes: Sequence[Named],
        *,
        formal: bool,
        bodies: tuple[Chip, ...] = (),
        who: bool = True,
    ) -> None:
        """Let what is chosen hold; ``formal``: it is about paperwork, and ``bodies`` are those that it may be for.

        ``who``: whether something may be said of those helped.
        """
        self._held = held
        if bodies != self._bodies:
            self._bodies = bodies
            self._families[SERVICE][1].offer(bodies)
        if tuple(programmes) != self._programmes:
            self._programmes = tuple(programmes)
            self._families[PROGRAMME][1].offer([Chip(str(each.id), each.name) for each in programmes])
        for family, (label, chips) in self._families.items():
            any_of = {PROGRAMME: bool(programmes), SERVICE: bool(bodies)}.get(family, who or family not in WHO)
            shown = any_of and (formal or family not in FORMAL)
            label.setVisible(shown)
            chips.setVisible(shown)
            chips.hold(held.get(family, frozenset()))

    def _touched(self, family: str, held: frozenset[str]) -> None:
        again = held == self._held.get(family, frozenset()) and len(held) == 1
        self.chosen.emit(family, frozenset() if again else held)


def held_of(precise: Precise) -> dict[str, frozenset[str]]:
    """Return what holds of what was said; where most help is given goes without saying."""
    one = {
        "autonomy": precise.autonomy,
        "place": precise.place,
        "referral": precise.referral,
        "mandate": precise.mandate,
        PROGRAMME: str(precise.programme) if precise.programme else None,
    }
    return {
        "material": frozenset(precise.material),
        **{key: frozenset(filter(None, (code,))) for key, code in one.items()},
    }


def precise_from(held: Held) -> Precise:
    """Return what is said by what holds."""

    def one(family: str) -> str | None:
        return next(iter(held.get(family, ())), None)

    material = tuple(code.code for code in codes.MATERIAL if code.code in held.get("material", ()))
    programme = one(PROGRAMME)
    return Precise(
        material,
        one("autonomy"),
        one("place") or codes.HERE,
        one("referral"),
        one("mandate"),
        int(programme) if programme else None,
    )


def profile_from(held: Held, known: Mapping[str, str]) -> dict[str, str | None]:
    """Return what is said of those helped that was not ``known`` of them, by field."""
    now = {field: next(iter(held.get(field, ())), None) for field in PROFILE}
    return {field: code for field, code in now.items() if code != known.get(field)}


def held_by(known: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return what holds of what is known of those helped."""
    return {field: frozenset({code}) for field, code in known.items()}


def _chips(family: str, listed: CodeList) -> list[Chip]:
    said = short_of if family in _SHORT else label_of
    return [Chip(code.code, said(code), code.icon) for code in listed]
