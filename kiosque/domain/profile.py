"""What may be said of somebody in codes, for the figures: gender, status, the business that they come for."""

from collections.abc import Mapping

from kiosque.domain import codes
from kiosque.domain.codelist import CodeList
from kiosque.domain.sectors import SECTORS

PROFILE: Mapping[str, CodeList] = {"gender": codes.GENDERS, "status": codes.STATUSES, "sector": SECTORS}
"""By field, the same on somebody, on their visits and registrations. Not said is no value; *not stated* is one."""

COUNTED = ("age_band", "commune", *PROFILE)
"""What a visit carries of somebody, so that erasing them leaves exact figures."""

SEVERAL = {"gender": "genders", "status": "statuses", "sector": "sectors"}
"""The field of an act of help that says it of all those helped."""

STATUS_OF_LEVEL = {
    "maternelle": "scolarise",
    "elementaire": "scolarise",
    "college": "scolarise",
    "lycee": "scolarise",
}
"""The status of each of a group of pupils."""
