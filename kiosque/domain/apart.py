"""Who is set apart: they objected, or what is kept of them is frozen (GDPR, articles 21 and 18)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kiosque.domain.records import VISITOR

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag of a visitor's record, by the names of its fields: when it was asked, and which asking was lifted.

    It is up unless what was lifted is the very asking that stands: whoever lifts names what they saw, so that an asking
    which they had not heard of holds, whatever the clocks say.
    """

    asked: str
    lifted: str


RESTRICTION = Flag("restricted_at", "restriction_lifted")
"""What is kept is frozen while something is checked: shown to nobody, changed by nobody, and not forgotten."""

OBJECTION = Flag("objected_at", "objection_lifted")
"""From then on nothing new names them: they are counted, and not known."""

FLAGS = (RESTRICTION, OBJECTION)
FIELDS = frozenset(name for flag in FLAGS for name in (flag.asked, flag.lifted))
NUMBERS = frozenset(VISITOR.field(name).number for name in FIELDS)
"""The numbers of the flags' fields, which headquarters alone writes."""

_UP = tuple((VISITOR.field(flag.asked).number, VISITOR.field(flag.lifted).number) for flag in FLAGS)
_ASKED = frozenset(asked for asked, _ in _UP)

_STAYS = FIELDS | {"card", "household"}
"""A card must be known, to be answered as nobody's; a household is counted, and says no name."""

_HIDDEN = frozenset(field.number for field in VISITOR.fields if field.personal and field.name not in _STAYS)


def shown(values: Mapping[int, Value]) -> Mapping[int, Value]:
    """Return what the table shows of a visitor whose record says ``values``, by the numbers of its fields.

    A flag that is not up is not shown; of who is set apart nothing that says who they are.
    """
    if _ASKED.isdisjoint(values):
        return values
    up = {asked for asked, lifted in _UP if values.get(asked) is not None and values[asked] != values.get(lifted)}
    gone = (_ASKED - up) | (_HIDDEN if up else frozenset())
    return {number: value for number, value in values.items() if number not in gone}
