"""Headquarters' pages that show what is counted, subject by subject."""

from kiosque.central.pages import objectives, places

HANDLERS = (*objectives.HANDLERS, *places.HANDLERS)
