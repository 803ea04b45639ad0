"""What animators do with people, and with what was noted of them."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.places.place import Place


@dataclass(frozen=True, slots=True)
class Group(Place):
    """A class or a club that comes together; ``workshop``: to take part in it."""

    name: ClassVar[str] = "animator.group"
    counter: ClassVar[bool] = False
    workshop: int | None = None


@dataclass(frozen=True, slots=True)
class Find(Place):
    """Looking for a person; ``typed`` was typed before. ``then``: who asks for one, a household or a visit."""

    name: ClassVar[str] = "animator.find"
    counter: ClassVar[bool] = False
    typed: str = ""
    then: Place | None = None


@dataclass(frozen=True, slots=True)
class Dossier(Place):
    """What is known of somebody."""

    name: ClassVar[str] = "animator.dossier"
    counter: ClassVar[bool] = False
    visitor: int


@dataclass(frozen=True, slots=True)
class WriteDown(Place):
    """Writing somebody down, or correcting who ``visitor`` is; ``typed`` was looked for in vain, for ``then``."""

    name: ClassVar[str] = "animator.write"
    counter: ClassVar[bool] = False
    visitor: int | None = None
    typed: str = ""
    then: Place | None = None


@dataclass(frozen=True, slots=True)
class CardOf(Place):
    """The card of somebody, to print or to replace."""

    name: ClassVar[str] = "animator.card"
    counter: ClassVar[bool] = False
    visitor: int


@dataclass(frozen=True, slots=True)
class Housemates(Place):
    """Who lives with ``visitor``."""

    name: ClassVar[str] = "animator.housemates"
    counter: ClassVar[bool] = False
    visitor: int


@dataclass(frozen=True, slots=True)
class Duplicates(Place):
    """Records that are alike: those to look at, or those of whom it was decided (``seen``)."""

    name: ClassVar[str] = "animator.duplicates"
    counter: ClassVar[bool] = False
    seen: bool = False


@dataclass(frozen=True, slots=True)
class Compare(Place):
    """Two visitors side by side: one person or two? ``of``: where one came from, the first of them when None."""

    name: ClassVar[str] = "animator.compare"
    counter: ClassVar[bool] = False
    one: int
    other: int
    of: Place | None = None


@dataclass(frozen=True, slots=True)
class History(Place):
    """Who wrote what of a ``record``, and when; ``title`` says of what, ``of`` is where one came from."""

    name: ClassVar[str] = "animator.history"
    counter: ClassVar[bool] = False
    record: int
    title: str
    of: Place


@dataclass(frozen=True, slots=True)
class Noted(Place):
    """What was noted on a day (ISO; today when empty); ``visits``: arrivals rather than help."""

    name: ClassVar[str] = "animator.noted"
    counter: ClassVar[bool] = False
    day: str = ""
    visits: bool = False


@dataclass(frozen=True, slots=True)
class CorrectHelp(Place):
    """Correcting an act of help."""

    name: ClassVar[str] = "animator.correct_help"
    counter: ClassVar[bool] = False
    intervention: int


@dataclass(frozen=True, slots=True)
class CorrectVisit(Place):
    """Correcting a visit; ``visitor``: it is said to be theirs, and not written yet."""

    name: ClassVar[str] = "animator.correct_visit"
    counter: ClassVar[bool] = False
    visit: int
    visitor: int | None = None


@dataclass(frozen=True, slots=True)
class Bin(Place):
    """What was put in the bin, and comes back from there."""

    name: ClassVar[str] = "animator.bin"
    counter: ClassVar[bool] = False
