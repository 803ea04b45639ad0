"""Who is here, as the tiles of the desk show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosque.actions.visitors.reception import Present
from kiosque.domain.codes import GROUP_LEVELS, VISIT_REASONS
from kiosque.ui.animator.desk_texts import desk_words
from kiosque.ui.animator.texts import words_of
from kiosque.ui.texts import texts
from kiosque.ui.told import short_of


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is here, or a group, as a tile shows them."""

    visit: int
    name: str
    note: str
    icon: str
    named: bool
    visitor: int | None = None
    group: int | None = None
    others: tuple[int, ...] = ()
    """The visits of the others of the group."""

    @property
    def visits(self) -> frozenset[int]:
        """All that a tap is about."""
        return frozenset((self.visit, *self.others))


def people_of(here: Sequence[Present]) -> tuple[Person, ...]:
    """Return a tile for each, those of a group in one."""
    tiles: dict[int, list[Present]] = {}
    for each in here:
        tiles.setdefault(each.group or each.visit, []).append(each)
    return tuple(_group(several) if several[0].group else _person(several[0]) for several in tiles.values())


def _group(several: Sequence[Present]) -> Person:
    first = several[0]
    level = GROUP_LEVELS.find(first.level or "")
    others = tuple(each.visit for each in several[1:])
    note = f"{texts.hour(first.arrived_at)} · {short_of(level)}"
    return Person(
        first.visit, desk_words.group_of(len(several)), note, "school", named=True, group=first.group, others=others
    )


def _person(present: Present) -> Person:
    reason = VISIT_REASONS.find(present.reason) if present.reason else None
    why = short_of(reason) if reason else words_of.NO_REASON
    name = present.name or (words_of.UNNAMED if present.visitor is None else words_of.CARD_ONLY)
    icon = (reason and reason.icon) or "user-round"
    note = f"{texts.hour(present.arrived_at)} · {why}"
    return Person(present.visit, name, note, icon, named=bool(present.name), visitor=present.visitor)
