"""The kinds that tell of places to work at: who sits there, who has booked one, who has a pass."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import BOOKED

DESK = Kind(
    23,
    "desk",
    # A coworking place, a self-service computer, a room.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "name", Type.LABEL),
        Field(5, "form", Type.CODE),
    ),
)

DESK_USE = Kind(
    24,
    "desk_use",
    Root.ANTENNA,
    (
        Field(3, "desk", Type.REF),
        Field(4, "visit", Type.REF),
        Field(5, "times", Type.INTERVAL),
        # Freed with the permanence: nobody said when they left.
        Field(6, "at_closing", Type.BOOL),
        # Printed there.
        Field(7, "pages", Type.INT),
    ),
)

BOOKING = Kind(
    32,
    "booking",
    # Of a desk, at hours (OSM) between two dates: one day, or Tuesdays and Thursdays until further notice.
    Root.ANTENNA,
    (
        Field(3, "desk", Type.REF),
        Field(4, "visitor", Type.REF, BOOKED),
        Field(5, "name", Type.TEXT, BOOKED),
        Field(6, "phone", Type.TEXT, BOOKED),
        Field(7, "hours", Type.LABEL),
        Field(8, "times", Type.INTERVAL),
        # Of somebody who comes every week: what is otherwise on these dates.
        Field(9, "regular", Type.REF),
    ),
)

PASS = Kind(
    33,
    "pass",
    # What is left of it follows from the days on which somebody took a desk.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "visitor", Type.REF, BOOKED),
        Field(5, "form", Type.CODE),
        # So many days of work; none: every day of its dates.
        Field(6, "days", Type.INT),
        Field(7, "times", Type.INTERVAL),
    ),
)
