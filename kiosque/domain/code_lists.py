"""Every code list there is: what is translated, and held to the same rules."""

from kiosque.domain import (
    codes,
    costs,
    equipment_codes,
    network_codes,
    objectives,
    picture_codes,
    place_codes,
    programmes,
    repair_codes,
    request_codes,
    rights_codes,
    sectors,
    staff,
    working,
)

LISTS = (
    *codes.LISTS,
    *picture_codes.PICTURES,
    *network_codes.LISTS,
    *place_codes.LISTS,
    *staff.LISTS,
    *programmes.LISTS,
    *objectives.LISTS,
    *sectors.LISTS,
    *working.LISTS,
    *repair_codes.LISTS,
    *equipment_codes.LISTS,
    *request_codes.LISTS,
    *rights_codes.LISTS,
    *costs.LISTS,
)
