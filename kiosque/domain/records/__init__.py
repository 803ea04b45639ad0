"""The kinds of record that exist: the one place where they, their fields and their numbers are declared."""

from kiosque.domain.records.days import DESK, DESK_USE, GROUP, INTERVENTION, PERMANENCE, PRESENCE, VISIT
from kiosque.domain.records.network import (
    ANIMATOR,
    ANTENNA,
    DEVICE,
    HOURS,
    KEY,
    PARTNER,
    PROGRAMME,
    STOP,
    SUPPORT,
    SURVEY,
    TRAINING,
)
from kiosque.domain.records.people import HOUSEHOLD, LINK, VISITOR
from kiosque.domain.records.workshops import ATTENDANCE, REGISTRATION, WORKSHOP

KINDS = (
    *(ANTENNA, ANIMATOR, DEVICE, PERMANENCE, VISITOR, VISIT, INTERVENTION, WORKSHOP, REGISTRATION, LINK, KEY),
    *(GROUP, HOUSEHOLD, PRESENCE, HOURS, PARTNER, SUPPORT, SURVEY),
    *(ATTENDANCE, STOP, TRAINING, PROGRAMME, DESK, DESK_USE),
)

BY_NUMBER = {kind.number: kind for kind in KINDS}

__all__ = [
    "ANIMATOR",
    "ANTENNA",
    "ATTENDANCE",
    "BY_NUMBER",
    "DESK",
    "DESK_USE",
    "DEVICE",
    "GROUP",
    "HOURS",
    "HOUSEHOLD",
    "INTERVENTION",
    "KEY",
    "KINDS",
    "LINK",
    "PARTNER",
    "PERMANENCE",
    "PRESENCE",
    "PROGRAMME",
    "REGISTRATION",
    "STOP",
    "SUPPORT",
    "SURVEY",
    "TRAINING",
    "VISIT",
    "VISITOR",
    "WORKSHOP",
]
