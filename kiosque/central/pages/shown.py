"""Headquarters' pages that show what is counted, subject by subject."""

from kiosque.central.pages import counted, objectives, places

HANDLERS = (*counted.HANDLERS, *objectives.HANDLERS, *places.HANDLERS)
