"""The kinds of record that exist: the one place where they, their fields and their numbers are declared."""

from kiosque.domain.records.accounting import COST
from kiosque.domain.records.days import GROUP, INTERVENTION, PERMANENCE, PRESENCE, TASK, VISIT
from kiosque.domain.records.desks import BOOKING, DESK, DESK_USE, PASS
from kiosque.domain.records.equipment import EQUIPMENT, INSPECTION, LOAN
from kiosque.domain.records.network import (
    ANIMATOR,
    ANTENNA,
    CODE,
    DEVICE,
    ENGAGEMENT,
    HOURS,
    KEY,
    OBJECTIVE,
    PARTNER,
    PROGRAMME,
    STOP,
    SUPPORT,
    SURVEY,
    TRAINING,
)
from kiosque.domain.records.people import HOUSEHOLD, LINK, VISITOR
from kiosque.domain.records.repairs import AUTHORISATION, ITEM, REPAIR
from kiosque.domain.records.requests import FEEDBACK, WISH
from kiosque.domain.records.rights import REQUEST
from kiosque.domain.records.workshops import ATTENDANCE, REGISTRATION, WORKSHOP

KINDS = (
    *(ANTENNA, ANIMATOR, DEVICE, PERMANENCE, VISITOR, VISIT, INTERVENTION, WORKSHOP, REGISTRATION, LINK, KEY),
    *(GROUP, HOUSEHOLD, PRESENCE, HOURS, PARTNER, SUPPORT, SURVEY),
    *(ATTENDANCE, STOP, TRAINING, PROGRAMME, DESK, DESK_USE),
    *(BOOKING, PASS),
    *(REPAIR, ITEM, AUTHORISATION),
    *(EQUIPMENT, LOAN, WISH, FEEDBACK, INSPECTION),
    *(TASK, OBJECTIVE, ENGAGEMENT, CODE, REQUEST, COST),
)

BY_NUMBER = {kind.number: kind for kind in KINDS}

__all__ = [
    "ANIMATOR",
    "ANTENNA",
    "ATTENDANCE",
    "AUTHORISATION",
    "BOOKING",
    "BY_NUMBER",
    "CODE",
    "COST",
    "DESK",
    "DESK_USE",
    "DEVICE",
    "ENGAGEMENT",
    "EQUIPMENT",
    "FEEDBACK",
    "GROUP",
    "HOURS",
    "HOUSEHOLD",
    "INSPECTION",
    "INTERVENTION",
    "ITEM",
    "KEY",
    "KINDS",
    "LINK",
    "LOAN",
    "OBJECTIVE",
    "PARTNER",
    "PASS",
    "PERMANENCE",
    "PRESENCE",
    "PROGRAMME",
    "REGISTRATION",
    "REPAIR",
    "REQUEST",
    "STOP",
    "SUPPORT",
    "SURVEY",
    "TASK",
    "TRAINING",
    "VISIT",
    "VISITOR",
    "WISH",
    "WORKSHOP",
]
