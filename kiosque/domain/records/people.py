"""The kinds that tell of somebody who comes."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import CONTACT, DESCRIBE, MINORS, ONE_CARD, RECOGNISE, SAME_PERSON, SET_APART

VISITOR = Kind(
    5,
    "visitor",
    Root.VISITOR,
    (
        Field(3, "card", Type.TEXT, RECOGNISE),
        Field(4, "given_name", Type.TEXT, RECOGNISE),
        Field(5, "family_name", Type.TEXT, RECOGNISE),
        Field(6, "birth_year", Type.INT, RECOGNISE),
        Field(7, "age_band", Type.CODE),
        Field(8, "commune", Type.CODE),
        Field(9, "phone", Type.TEXT, CONTACT),
        Field(10, "email", Type.TEXT, CONTACT),
        # Month × 100 + day: said only by who wants to be found by name.
        Field(11, "birth_day", Type.INT, RECOGNISE),
        # The codes of three pictures, in the order in which they are touched.
        Field(12, "pictures", Type.TEXT, RECOGNISE),
        Field(13, "household", Type.REF, ONE_CARD),
        Field(14, "answered_by", Type.REF, MINORS),
        Field(15, "gender", Type.CODE, DESCRIBE),
        Field(16, "status", Type.CODE, DESCRIBE),
        # Of the business that they run, or come for.
        Field(17, "sector", Type.CODE, DESCRIBE),
        # Flags, which headquarters alone writes (``domain/apart.py``): when it was asked, and which asking was lifted.
        Field(18, "restricted_at", Type.TIME, SET_APART),
        Field(19, "restriction_lifted", Type.TIME, SET_APART),
        Field(20, "objected_at", Type.TIME, SET_APART),
        Field(21, "objection_lifted", Type.TIME, SET_APART),
    ),
)

LINK = Kind(
    10,
    "link",
    Root.VISITOR,
    (
        Field(3, "one", Type.REF, SAME_PERSON),
        Field(4, "other", Type.REF, SAME_PERSON),
        Field(5, "verdict", Type.CODE),
    ),
)

HOUSEHOLD = Kind(
    13,
    "household",
    Root.VISITOR,
    (Field(3, "card", Type.TEXT, RECOGNISE),),
)
