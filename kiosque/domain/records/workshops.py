"""The kinds that tell of workshops."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import REGISTRATION_LIST, SIGNATURE

WORKSHOP = Kind(
    8,
    "workshop",
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "title", Type.LABEL),
        Field(6, "theme", Type.CODE),
        Field(7, "times", Type.INTERVAL),
        Field(8, "capacity", Type.INT),
        # Those who hold it with the first.
        Field(9, "animators", Type.REFS),
        Field(10, "level", Type.CODE),
        Field(11, "programme", Type.REF),
        # The first of the series; the first itself has none.
        Field(12, "series", Type.REF),
        Field(13, "place", Type.CODE),
        Field(14, "where", Type.LABEL),
        # How many help to hold it who are no animators: counted, not named.
        Field(15, "volunteers", Type.INT),
    ),
)

REGISTRATION = Kind(
    9,
    "registration",
    Root.ANTENNA,
    (
        Field(3, "workshop", Type.REF),
        Field(4, "visitor", Type.REF, REGISTRATION_LIST),
        Field(5, "visit", Type.REF),
        Field(6, "name", Type.TEXT, REGISTRATION_LIST),
        Field(7, "state", Type.CODE),
        Field(8, "age_band", Type.CODE),
        Field(9, "commune", Type.CODE),
        Field(10, "phone", Type.TEXT, REGISTRATION_LIST),
        # They were told that there was no place left, and when they were called since because there is one.
        Field(11, "waiting", Type.BOOL),
        Field(12, "called_at", Type.TIME),
        # Nobody has told them yet that it is moved or called off.
        Field(13, "to_tell", Type.BOOL),
        Field(14, "gender", Type.CODE),
        Field(15, "status", Type.CODE),
        Field(16, "sector", Type.CODE),
    ),
)

ATTENDANCE = Kind(
    19,
    "attendance",
    # One half-day of somebody at a workshop: when it has two, or when they signed.
    Root.ANTENNA,
    (
        Field(3, "registration", Type.REF),
        Field(4, "half_day", Type.INT),
        Field(5, "state", Type.CODE),
        # Its strokes, as a finger drew them.
        Field(6, "signature", Type.BYTES, SIGNATURE),
    ),
)
