"""The kinds that tell of a day at an antenna."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import COUNT_PEOPLE, FOLLOW_UP

PERMANENCE = Kind(
    4,
    "permanence",
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "times", Type.INTERVAL),
        Field(6, "to_confirm", Type.BOOL),
        # The hours that headquarters decided on: beside what was noted at the antenna, so that neither hides the other.
        Field(7, "decided", Type.INTERVAL),
    ),
)

PRESENCE = Kind(
    14,
    "presence",
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "times", Type.INTERVAL),
    ),
)

TASK = Kind(
    35,
    "task",
    # What an animator does for an antenna outside of its permanences: getting ready, meeting.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "times", Type.INTERVAL),
        Field(6, "activity", Type.CODE),
    ),
)

VISIT = Kind(
    6,
    "visit",
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "visitor", Type.REF, COUNT_PEOPLE),
        Field(5, "times", Type.INTERVAL),
        Field(6, "reason", Type.CODE),
        Field(7, "age_band", Type.CODE),
        Field(8, "commune", Type.CODE),
        Field(9, "group", Type.REF),
        Field(10, "accompanied", Type.CODE),
        # Of who is counted because they took part in it, and had not signed in.
        Field(11, "workshop", Type.REF),
        Field(12, "gender", Type.CODE),
        Field(13, "status", Type.CODE),
        Field(14, "sector", Type.CODE),
        # Printed by who had no place: a place counts its own.
        Field(15, "pages", Type.INT),
    ),
)

GROUP = Kind(
    12,
    "group",
    # A class or a club that comes together: each of its visits is one, and its size is how many there are.
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "level", Type.CODE),
        # In which they take part together; each is counted by their visit.
        Field(5, "workshop", Type.REF),
        # The name or the place of their school, or of their club.
        Field(6, "school", Type.LABEL),
    ),
)

INTERVENTION = Kind(
    7,
    "intervention",
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "visits", Type.REFS),
        Field(6, "visitors", Type.REFS, COUNT_PEOPLE),
        Field(7, "given_at", Type.TIME),
        Field(8, "duration", Type.INT),
        Field(9, "themes", Type.CODES),
        Field(10, "admin_themes", Type.CODES),
        Field(11, "service", Type.CODE),
        Field(12, "place", Type.CODE),
        Field(13, "age_bands", Type.CODES),
        Field(14, "communes", Type.CODES),
        Field(15, "note", Type.TEXT, FOLLOW_UP),
        Field(16, "material", Type.CODES),
        Field(17, "autonomy", Type.CODE),
        Field(18, "referral", Type.CODE),
        # For how long a paper mandate was signed: the paper itself is kept in a drawer.
        Field(19, "mandate", Type.CODE),
        # What is said; more belongs to programmes by their rules.
        Field(20, "programme", Type.REF),
        Field(21, "genders", Type.CODES),
        Field(22, "statuses", Type.CODES),
        Field(23, "sectors", Type.CODES),
    ),
)
