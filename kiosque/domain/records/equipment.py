"""The kinds that tell of equipment: what the project placed where, how it was found, who borrowed it."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import LOAN_KEPT

EQUIPMENT = Kind(
    28,
    "equipment",
    # Known everywhere: what turns up at another antenna is named there.
    Root.NETWORK,
    (
        # Where it belongs.
        Field(3, "antenna", Type.REF),
        Field(4, "name", Type.LABEL),
        Field(5, "form", Type.CODE),
        # What its printed label says.
        Field(6, "label", Type.LABEL),
        Field(7, "serial", Type.LABEL),
        # From the day on which it was placed, to the day on which it was taken away for good.
        Field(8, "times", Type.INTERVAL),
    ),
)

LOAN = Kind(
    29,
    "loan",
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "equipment", Type.REF),
        Field(5, "visitor", Type.REF, LOAN_KEPT),
        # Until it was given back.
        Field(6, "times", Type.INTERVAL),
        # The midnight after the last day on which it may be given back.
        Field(7, "due", Type.TIME),
        Field(8, "age_band", Type.CODE),
        Field(9, "commune", Type.CODE),
    ),
)

INSPECTION = Kind(
    34,
    "inspection",
    # Somebody saw a piece of equipment at an antenna, or looked for it in vain: a breakdown, an inventory.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "equipment", Type.REF),
        Field(5, "seen_at", Type.TIME),
        Field(6, "state", Type.CODE),
        Field(7, "problem", Type.CODE),
    ),
)
