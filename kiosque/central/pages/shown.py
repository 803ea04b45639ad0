"""Headquarters' pages that show what is counted, subject by subject."""

from kiosque.central.pages import activities, antenna, counted, objectives, places, team

HANDLERS = (
    *activities.HANDLERS,
    *antenna.HANDLERS,
    *counted.HANDLERS,
    *objectives.HANDLERS,
    *places.HANDLERS,
    *team.HANDLERS,
)
