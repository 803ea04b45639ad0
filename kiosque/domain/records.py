"""The kinds of record that exist: the one place where they, their fields and their numbers are declared."""

from kiosque.domain.kinds import Field, Kind, Purpose, Root, Type

_12_MONTHS = "12 mois après le dernier passage, puis anonymisation"

RECOGNISE = Purpose("reconnaître la personne à son prochain passage", "consentement", _12_MONTHS)
COUNT_PEOPLE = Purpose("compter les personnes distinctes, sans les nommer", "mission d’intérêt public", _12_MONTHS)
FOLLOW_UP = Purpose("reprendre l’aide là où elle s’est arrêtée", "mission d’intérêt public", _12_MONTHS)
REGISTRATION_LIST = Purpose("tenir la liste des inscrits à un atelier", "mission d’intérêt public", _12_MONTHS)
STAFF = Purpose("savoir qui a tenu la permanence", "intérêt légitime de l’association", "5 ans")
SIGNATURE = Purpose("prouver qui a suivi un atelier", "mission d’intérêt public", _12_MONTHS)
CONTACT = Purpose("rappeler la personne", "consentement", _12_MONTHS)
ONE_CARD = Purpose("accueillir un foyer avec une seule carte", "consentement", _12_MONTHS)
MINORS = Purpose("savoir quel adulte répond d’un mineur", "consentement", _12_MONTHS)
SAME_PERSON = Purpose("ne pas compter deux fois la même personne", "mission d’intérêt public", _12_MONTHS)

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
        # Of what the status says: somebody is lent until a date.
        Field(8, "times", Type.INTERVAL),
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

PERMANENCE = Kind(
    4,
    "permanence",
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "times", Type.INTERVAL),
        Field(6, "to_confirm", Type.BOOL),
    ),
)

VISITOR = Kind(
    5,
    "visitor",
    Root.VISITOR,
    (
        Field(3, "card", Type.TEXT, RECOGNISE),
        Field(4, "given_name", Type.TEXT, RECOGNISE),
        Field(5, "family_name", Type.TEXT, RECOGNISE),
        Field(6, "birth_year", Type.INT, RECOGNISE),
        Field(7, "age_band", Type.CODE),
        Field(8, "commune", Type.CODE),
        Field(9, "phone", Type.TEXT, CONTACT),
        Field(10, "email", Type.TEXT, CONTACT),
        # Month × 100 + day: said only by who wants to be found by name.
        Field(11, "birth_day", Type.INT, RECOGNISE),
        # The codes of three pictures, in the order in which they are touched.
        Field(12, "pictures", Type.TEXT, RECOGNISE),
        Field(13, "household", Type.REF, ONE_CARD),
        Field(14, "answered_by", Type.REF, MINORS),
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
    ),
)

WORKSHOP = Kind(
    8,
    "workshop",
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "animator", Type.REF),
        Field(5, "title", Type.LABEL),
        Field(6, "theme", Type.CODE),
        Field(7, "times", Type.INTERVAL),
        Field(8, "capacity", Type.INT),
        # Those who hold it with the first.
        Field(9, "animators", Type.REFS),
        Field(10, "level", Type.CODE),
        Field(11, "programme", Type.REF),
        # The first of the series; the first itself has none.
        Field(12, "series", Type.REF),
        Field(13, "place", Type.CODE),
        Field(14, "where", Type.LABEL),
    ),
)

REGISTRATION = Kind(
    9,
    "registration",
    Root.ANTENNA,
    (
        Field(3, "workshop", Type.REF),
        Field(4, "visitor", Type.REF, REGISTRATION_LIST),
        Field(5, "visit", Type.REF),
        Field(6, "name", Type.TEXT, REGISTRATION_LIST),
        Field(7, "state", Type.CODE),
        Field(8, "age_band", Type.CODE),
        Field(9, "commune", Type.CODE),
        Field(10, "phone", Type.TEXT, REGISTRATION_LIST),
        # They were told that there was no place left, and when they were called since because there is one.
        Field(11, "waiting", Type.BOOL),
        Field(12, "called_at", Type.TIME),
    ),
)

LINK = Kind(
    10,
    "link",
    Root.VISITOR,
    (
        Field(3, "one", Type.REF, SAME_PERSON),
        Field(4, "other", Type.REF, SAME_PERSON),
        Field(5, "verdict", Type.CODE),
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

GROUP = Kind(
    12,
    "group",
    # A class or a club that comes together: each of its visits is one, and its size is how many there are.
    Root.ANTENNA,
    (
        Field(3, "permanence", Type.REF),
        Field(4, "level", Type.CODE),
    ),
)

HOUSEHOLD = Kind(
    13,
    "household",
    Root.VISITOR,
    (Field(3, "card", Type.TEXT, RECOGNISE),),
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

ATTENDANCE = Kind(
    19,
    "attendance",
    # One half-day of somebody at a workshop: when it has two, or when they signed.
    Root.ANTENNA,
    (
        Field(3, "registration", Type.REF),
        Field(4, "half_day", Type.INT),
        Field(5, "state", Type.CODE),
        # Its strokes, as a finger drew them.
        Field(6, "signature", Type.BYTES, SIGNATURE),
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
    # For a key public, between two dates; an act of help with one of its codes belongs to it.
    Root.NETWORK,
    (
        Field(3, "name", Type.LABEL),
        Field(4, "audience", Type.CODE),
        Field(5, "times", Type.INTERVAL),
        Field(6, "themes", Type.CODES),
        Field(7, "services", Type.CODES),
        Field(8, "age_bands", Type.CODES),
    ),
)

DESK = Kind(
    23,
    "desk",
    # A coworking place, a self-service computer, a room.
    Root.ANTENNA,
    (
        Field(3, "antenna", Type.REF),
        Field(4, "name", Type.LABEL),
        Field(5, "form", Type.CODE),
    ),
)

DESK_USE = Kind(
    24,
    "desk_use",
    Root.ANTENNA,
    (
        Field(3, "desk", Type.REF),
        Field(4, "visit", Type.REF),
        Field(5, "times", Type.INTERVAL),
        # Freed with the permanence: nobody said when they left.
        Field(6, "at_closing", Type.BOOL),
        # Printed there.
        Field(7, "pages", Type.INT),
    ),
)

KINDS = (
    *(ANTENNA, ANIMATOR, DEVICE, PERMANENCE, VISITOR, VISIT, INTERVENTION, WORKSHOP, REGISTRATION, LINK, KEY),
    *(GROUP, HOUSEHOLD, PRESENCE, HOURS, PARTNER, SUPPORT, SURVEY),
    *(ATTENDANCE, STOP, TRAINING, PROGRAMME, DESK, DESK_USE),
)

BY_NUMBER = {kind.number: kind for kind in KINDS}
