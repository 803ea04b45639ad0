"""The kinds that tell what visitors wish, and how they found it."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import CONTACT

WISH = Kind(
    30,
    "wish",
    # For a workshop. Nobody's, unless somebody would like to be called.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "subject", Type.CODE),
        # The midnight at which the day began: no finer.
        Field(5, "wished_on", Type.TIME),
        Field(6, "visitor", Type.REF, CONTACT),
        Field(7, "name", Type.TEXT, CONTACT),
        Field(8, "phone", Type.TEXT, CONTACT),
        # The workshop that answers it.
        Field(9, "workshop", Type.REF),
        Field(10, "called_at", Type.TIME),
    ),
)

FEEDBACK = Kind(
    31,
    "feedback",
    # How many touched a face in one half-day, as one PC counted: it names nobody.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        # When the half-day begins: at midnight, or at noon.
        Field(4, "half_day", Type.TIME),
        Field(5, "face", Type.CODE),
        Field(6, "answers", Type.INT),
    ),
)
