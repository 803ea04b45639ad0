"""The kinds that tell of what is repaired and made: objects, attempts to repair them, who may use a machine."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import FOLLOW_UP, MACHINES

REPAIR = Kind(
    25,
    "repair",
    # One attempt on one object. Whose it is, is said by the visit alone.
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "item", Type.REF),
        Field(5, "visit", Type.REF),
        # The session at which it was brought, when there was one.
        Field(6, "workshop", Type.REF),
        Field(7, "repaired_at", Type.TIME),
        Field(8, "problem", Type.CODE),
        Field(9, "outcome", Type.CODE),
        Field(10, "barrier", Type.CODE),
        Field(11, "note", Type.TEXT, FOLLOW_UP),
    ),
)

ITEM = Kind(
    26,
    "item",
    # An object that somebody brought, and may bring again: its label then tells which it is.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "category", Type.CODE),
        Field(5, "brand", Type.LABEL),
        # In which it was made.
        Field(6, "year", Type.INT),
        # Grams, when it was weighed.
        Field(7, "weight", Type.INT),
        # What its label names, when it was first brought to another antenna: both records are one object.
        Field(8, "origin", Type.REF),
    ),
)

AUTHORISATION = Kind(
    27,
    "authorisation",
    # Somebody may use a machine, from when until when; an animator showed them how.
    Root.ANTENNA,
    (
        Field(3, "desk", Type.REF),
        Field(4, "visitor", Type.REF, MACHINES),
        Field(5, "animator", Type.REF),
        Field(6, "times", Type.INTERVAL),
    ),
)
