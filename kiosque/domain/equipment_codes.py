"""Equipment: what there is of it, in which state it may be, and what may be wrong. Kiosque's own code lists."""

from kiosque.domain.codelist import Code, CodeList

EQUIPMENT_FORMS = CodeList(
    "equipment_forms",
    (
        Code("laptop", "Ordinateur portable", "Portable", "laptop"),
        Code("computer", "Ordinateur de bureau", "Ordinateur", "monitor"),
        Code("tablet", "Tablette", icon="tablet"),
        Code("phone", "Téléphone", icon="smartphone"),
        Code("printer", "Imprimante, scanner", "Imprimante", "printer"),
        Code("projector", "Vidéoprojecteur", icon="projector"),
        Code("camera", "Appareil photo, caméra", "Photo, vidéo", "camera"),
        Code("network", "Box, borne Wi-Fi, réseau", "Réseau", "router"),
        Code("machine", "Machine d’atelier\u00a0: imprimante 3D, couture", "Machine", "hammer"),
        Code("instrument", "Instrument\u00a0: télescope, microscope", "Instrument", "telescope"),
        Code("furniture", "Meuble", icon="armchair"),
        Code("other", "Autre matériel", "Autre", "package"),
    ),
)

WORKS, FAULTY, BROKEN, AWAY, MISSING = "works", "faulty", "broken", "away", "missing"
STATES = CodeList(
    "equipment_states",
    (
        Code(WORKS, "Fonctionne", icon="circle-check"),
        Code(FAULTY, "Fonctionne mal", icon="triangle-alert"),
        Code(BROKEN, "En panne", icon="circle-x"),
        Code(AWAY, "Parti en réparation", "En réparation", "truck"),
        Code(MISSING, "Introuvable", icon="search-x"),
    ),
)

HERE = frozenset({WORKS, FAULTY, BROKEN})
"""The states of what stands in the room."""

NEEDS_WORDS = frozenset({FAULTY, BROKEN})
"""The states of which it is asked what is wrong."""

PROBLEMS = CodeList(
    "equipment_problems",
    (
        Code("power", "Ne s’allume plus", icon="zap-off"),
        Code("screen", "L’écran", icon="monitor-x"),
        Code("network", "Ne se connecte plus", icon="wifi-off"),
        Code("slow", "Très lent", icon="turtle"),
        Code("paper", "N’imprime plus bien", "N’imprime plus", "printer-x"),
        Code("damage", "Cassé", icon="hammer"),
        Code("other", "Autre chose", icon="circle-help"),
    ),
)

LISTS = (EQUIPMENT_FORMS, STATES, PROBLEMS)


def seen_again(state: str | None) -> str:
    """Return the state of something that is seen in the room, when ``state`` is what was last said of it.

    What is seen is there; that it works is not seen: what was broken stays so.
    """
    return state if state in HERE else WORKS
