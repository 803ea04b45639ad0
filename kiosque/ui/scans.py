"""What is done with what a reader read: a badge opens, a label tells of its object, a card is the screen's business."""

from kiosque.domain.label import read_label
from kiosque.domain.opener import read_badge
from kiosque.ui.enclosure import for_visitors
from kiosque.ui.places import Closed, Desk, Home, Join, Place, Repair, Repairs, Team, Thing, Unlock, Who
from kiosque.ui.texts import texts

Answer = Place | str | tuple[str, ...]
"""Where to go, what to say, or what the screen itself is told."""


def answer(place: Place, readings: tuple[str, ...]) -> Answer:
    """Return what is done at ``place`` with a scan; ``readings`` are the ways to read it, likeliest first."""
    badge = next(filter(read_badge, readings), "")
    if badge:
        return _badge(place, badge)
    label = next((found for each in readings if (found := read_label(each)) is not None), None)
    return readings if label is None else _label(place, label, readings)


def _badge(place: Place, badge: str) -> Answer:
    if isinstance(place, Who):
        return (badge,)
    if isinstance(place, Closed | Home | Unlock | Desk | Team | Join):
        at_desk = isinstance(place, Desk | Team) or (isinstance(place, Unlock) and place.at_desk)
        return Unlock(badge, at_desk=at_desk)
    # What somebody has begun here is worth more than a step.
    return texts.BADGE_ELSEWHERE


def _label(place: Place, label: int, readings: tuple[str, ...]) -> Answer:
    if isinstance(place, Desk | Repairs | Thing):
        return Thing(label)
    if isinstance(place, Repair):
        return readings
    return texts.LABEL_AT_COUNTER if for_visitors(place) else texts.LABEL_ELSEWHERE
