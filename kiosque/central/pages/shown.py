"""Headquarters' pages that show what is counted, subject by subject."""

from kiosque.central.pages import antenna, counted, objectives, places

HANDLERS = (*antenna.HANDLERS, *counted.HANDLERS, *objectives.HANDLERS, *places.HANDLERS)
