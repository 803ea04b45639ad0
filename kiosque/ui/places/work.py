"""Where animators look after who works at the space: bookings, passes."""

from dataclasses import dataclass
from typing import ClassVar

from kiosque.ui.places.place import Place


@dataclass(frozen=True, slots=True)
class Bookings(Place):
    """Who has booked which place; ``day``: of which day (ISO), today when empty."""

    name: ClassVar[str] = "animator.bookings"
    counter: ClassVar[bool] = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class Book(Place):
    """Booking a place, on ``day`` (ISO) to begin with; or saying a ``booking`` otherwise."""

    name: ClassVar[str] = "animator.book"
    counter: ClassVar[bool] = False
    day: str = ""
    booking: int | None = None


@dataclass(frozen=True, slots=True)
class Printing(Place):
    """How many pages were printed today, and by whom."""

    name: ClassVar[str] = "animator.printing"
    counter: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Passes(Place):
    """Who has a pass, and what is left of it; ``visitor``: who is given one."""

    name: ClassVar[str] = "animator.passes"
    counter: ClassVar[bool] = False
    visitor: int | None = None
