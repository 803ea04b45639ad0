"""The kinds that tell of the network: what headquarters plans, lends and knows."""

from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records.purposes import STAFF

ANTENNA = Kind(
    1,
    "antenna",
    Root.NETWORK,
    (
        Field(3, "code", Type.CODE),
        Field(4, "name", Type.LABEL),
        Field(5, "form", Type.CODE),
        Field(6, "association", Type.CODE),
        Field(7, "commune", Type.CODE),
        Field(8, "opening_hours", Type.LABEL),
        Field(9, "fictitious_hours", Type.BOOL),
        Field(10, "room", Type.CODE),
        # Degrees, north then east: there are no floats in an entry.
        Field(11, "position", Type.LABEL),
        Field(12, "size", Type.CODE),
        # From the day on which it opens, to the day on which it closes for good. Not said: it is open.
        Field(13, "times", Type.INTERVAL),
        # Of the room: number and street, without postal code nor commune.
        Field(14, "address", Type.LABEL),
        # Of who runs it: SIRET, or RNA where there is none. The national list of places wants one.
        Field(15, "pivot", Type.CODE),
        # What anybody may read of it: the telephone and the mail box of the place, never somebody's own.
        Field(16, "telephone", Type.LABEL),
        Field(17, "email", Type.LABEL),
        Field(18, "website", Type.LABEL),
        # The page where one asks for an hour.
        Field(19, "booking", Type.LABEL),
        # Its page on Acces Libre, which says how one comes in.
        Field(20, "access", Type.LABEL),
        Field(21, "summary", Type.LABEL),
        # Who is helped in a way of their own, whom it is meant for first, what it costs.
        Field(22, "care", Type.CODES),
        Field(23, "publics", Type.CODES),
        Field(24, "fees", Type.CODE),
    ),
)

ANIMATOR = Kind(
    2,
    "animator",
    Root.NETWORK,
    (
        Field(3, "given_name", Type.TEXT, STAFF),
        Field(4, "family_name", Type.TEXT, STAFF),
        Field(5, "association", Type.CODE),
        Field(6, "status", Type.CODE),
        Field(7, "antenna", Type.REF),
        # Of what the status says, as what they were hired: engagements say it since, each with its dates.
        Field(8, "times", Type.INTERVAL),
        # The midnight after the last day on which they animate, whatever engagements say.
        Field(9, "left_at", Type.TIME),
        # Nothing of theirs opens a PC: headquarters says it once they left, by its own clock.
        Field(10, "shut", Type.BOOL),
    ),
)

ENGAGEMENT = Kind(
    41,
    "engagement",
    # As what somebody works between two dates: what was true then stays.
    Root.NETWORK,
    (
        Field(3, "animator", Type.REF),
        Field(4, "status", Type.CODE),
        Field(5, "times", Type.INTERVAL),
    ),
)

DEVICE = Kind(
    3,
    "device",
    Root.NETWORK,
    (
        Field(3, "device_number", Type.INT),
        Field(4, "antenna", Type.REF),
    ),
)

KEY = Kind(
    11,
    "key",
    # With no antenna field: headquarters' reach every PC of the network, a kiosk's those of its antenna.
    Root.ANTENNA,
    (
        Field(3, "animator", Type.REF),
        Field(4, "form", Type.CODE),
        Field(5, "public", Type.BYTES),
        Field(6, "salt", Type.BYTES),
    ),
)

HOURS = Kind(
    15,
    "hours",
    # What is planned otherwise than usual between two dates. An antenna may note its own: it snows.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "hours", Type.LABEL),
        Field(5, "times", Type.INTERVAL),
        Field(6, "reason", Type.CODE),
    ),
)

PARTNER = Kind(
    16,
    "partner",
    Root.NETWORK,
    (
        Field(3, "name", Type.LABEL),
        Field(4, "form", Type.CODE),
    ),
)

SUPPORT = Kind(
    17,
    "support",
    # What a partner gives, to an antenna or to the whole network: a room, a label, money, somebody.
    Root.NETWORK,
    (
        Field(3, "partner", Type.REF),
        Field(4, "antenna", Type.REF),
        Field(5, "nature", Type.CODE),
        Field(6, "label", Type.CODE),
        Field(7, "times", Type.INTERVAL),
        # Per cent of the cost.
        Field(8, "share", Type.INT),
    ),
)

SURVEY = Kind(
    18,
    "survey",
    # What people of a place said that they need, before it opened or since.
    Root.NETWORK,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "asked_at", Type.TIME),
        Field(5, "answers", Type.INT),
        Field(6, "teleworkers", Type.INT),
        Field(7, "desks", Type.INT),
        Field(8, "needs", Type.CODES),
    ),
)

STOP = Kind(
    20,
    "stop",
    # Of the circuit: who comes to which antenna, at which hours, between two dates.
    Root.NETWORK,
    (
        Field(3, "animator", Type.REF),
        Field(4, "antenna", Type.REF),
        Field(5, "hours", Type.LABEL),
        Field(6, "times", Type.INTERVAL),
    ),
)

TRAINING = Kind(
    21,
    "training",
    # A session that animators followed, of so many hours.
    Root.NETWORK,
    (
        Field(3, "subject", Type.CODE),
        Field(4, "times", Type.INTERVAL),
        Field(5, "hours", Type.INT),
        Field(6, "animators", Type.REFS),
    ),
)

PROGRAMME = Kind(
    22,
    "programme",
    # For a key public, between two dates; an act of help or a workshop with its codes belongs to it.
    Root.NETWORK,
    (
        Field(3, "name", Type.LABEL),
        Field(4, "audience", Type.CODE),
        Field(5, "times", Type.INTERVAL),
        Field(6, "themes", Type.CODES),
        Field(7, "services", Type.CODES),
        Field(8, "age_bands", Type.CODES),
        Field(9, "statuses", Type.CODES),
        Field(10, "sectors", Type.CODES),
    ),
)

OBJECTIVE = Kind(
    36,
    "objective",
    # One version of what was promised to funders: so much, from when to when. What is measured is derived.
    Root.NETWORK,
    (
        Field(3, "objective", Type.CODE),
        Field(4, "target", Type.INT),
        Field(5, "times", Type.INTERVAL),
        # Why it was set so: public words, as an agreement has them.
        Field(6, "reason", Type.LABEL),
    ),
)

CODE = Kind(
    38,
    "code",
    # What headquarters says of one code of a list that is its own to change: see ``domain.editions``.
    Root.NETWORK,
    (
        Field(3, "list", Type.CODE),
        Field(4, "code", Type.CODE),
        Field(5, "label", Type.LABEL),
        Field(6, "short", Type.LABEL),
        Field(7, "times", Type.INTERVAL),
        # The code that takes over after the last day.
        Field(8, "successor", Type.CODE),
    ),
)
