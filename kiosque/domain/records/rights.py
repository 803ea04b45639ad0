"""The kind that tells what a person asked of their data. It never leaves headquarters."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import ANSWER_RIGHTS

REQUEST = Kind(
    39,
    "request",
    Root.HEADQUARTERS,
    (
        # Access, erasure, rectification, restriction or objection.
        Field(3, "right", Type.CODE),
        # The day on which it came: the month in which to answer begins.
        Field(4, "received_on", Type.TIME),
        Field(5, "name", Type.TEXT, ANSWER_RIGHTS),
        # Where the answer goes.
        Field(6, "contact", Type.TEXT, ANSWER_RIGHTS),
        Field(7, "wording", Type.TEXT, ANSWER_RIGHTS),
        # Whose it turned out to be.
        Field(8, "visitor", Type.REF, ANSWER_RIGHTS),
        # Two months more, of which the person was told why.
        Field(9, "prolonged", Type.BOOL),
        Field(10, "outcome", Type.CODE),
        Field(11, "answered_on", Type.TIME),
        Field(12, "answer", Type.TEXT, ANSWER_RIGHTS),
    ),
)
