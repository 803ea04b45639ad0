"""The kind that tells what the project costs. It never leaves headquarters."""

from kiosque.domain.kinds import Field, Kind, Root, Type

COST = Kind(
    37,
    "cost",
    Root.HEADQUARTERS,
    (
        # Investment or running: funders pay another share of each.
        Field(3, "nature", Type.CODE),
        Field(4, "label", Type.LABEL),
        # Cents of a euro.
        Field(5, "amount", Type.INT),
        # The days that it is for: a day, a month, a year.
        Field(6, "times", Type.INTERVAL),
    ),
)
