"""The code lists of the network: rooms, sizes, who supports it and with what. Kiosque's own."""

from datetime import date

from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.usual_hours import USUAL

ROOMS = CodeList(
    "rooms",
    (
        Code("salle_communale", "Salle communale"),
        Code("bibliotheque", "Bibliothèque"),
        Code("cafe", "Café de pays"),
        Code("mairie", "Mairie"),
        Code("ecole", "École"),
        Code("maison_services", "Maison des services"),
        Code("autre", "Autre local"),
    ),
)

SIZES = CodeList(
    "sizes",
    (
        Code("hameau", "Moins de 500 habitants"),
        Code("village", "500 à 999 habitants"),
        Code("bourg", "1\u202f000 à 2\u202f499 habitants"),
        Code("ville", "2\u202f500 habitants et plus"),
    ),
)
_SIZE_ENDS = (500, 1_000, 2_500)

FLOOR_HOURS = {"hameau": 15, "village": 18, "bourg": 21, "ville": 24}
"""Hours of permanence a week that were promised at least: 15 to 24 by the project, growing with the commune."""


def size_of(population: int) -> str:
    """Return the size class of a commune of so many inhabitants."""
    return SIZES.codes[sum(population >= end for end in _SIZE_ENDS)].code


EVENT = "event"
"""The reason of an opening that is not usual; every other reason goes with a closing, or with other hours."""

HOURS_REASONS = CodeList(
    "hours_reasons",
    (
        Code("season", "Horaires de saison", "Saison", "sun"),
        Code("leave", "Congés", icon="umbrella"),
        Code("training", "Formation", icon="graduation-cap"),
        Code("works", "Travaux", icon="wrench"),
        Code("road", "Neige, route coupée", "Neige, route", "car"),
        # An illness is nobody's business but the ill one's.
        Code("unforeseen", "Imprévu", icon="triangle-alert"),
        Code(EVENT, "Ouverture exceptionnelle", "Ouverture", "door-open"),
        # What headquarters says anew from a day on; nobody notes it of a week.
        Code(USUAL, "Nouveaux horaires habituels", "Habituels", "clock"),
    ),
)

PARTNER_FORMS = CodeList(
    "partner_forms",
    (
        Code("commune", "Commune"),
        Code("intercommunalite", "Intercommunalité"),
        Code("departement", "Département"),
        Code("region", "Région"),
        Code("etat", "État"),
        Code("parc", "Parc naturel régional"),
        Code("operateur", "Opérateur de service public"),
        Code("association", "Association"),
        Code("entreprise", "Entreprise, fondation"),
    ),
)

LABEL, ROOM = "label", "room"
NATURES = CodeList(
    "natures",
    (
        Code(ROOM, "Prête le local", icon="house"),
        Code(LABEL, "Labellise", icon="shield-check"),
        Code("investment", "Aide l’investissement", icon="euro"),
        Code("running", "Aide le fonctionnement", icon="euro"),
        Code("staff", "Met une personne à disposition", icon="user-round-plus"),
        Code("equipment", "Prête du matériel", icon="laptop"),
        Code("partner", "Partenaire", icon="handshake"),
    ),
)

LABELS = CodeList(
    "labels",
    (
        Code("msap", "Maison de services au public", "MSAP", until=date(2021, 12, 31), successor="france_services"),
        Code("france_services", "France Services", since=date(2020, 1, 1)),
        Code("aidants_connect", "Aidants Connect", since=date(2021, 1, 1)),
        Code("tiers_lieu", "Tiers-lieu"),
    ),
)

MACHINE = "machine"
"""The form of a place that only those who were shown how may take."""

DESK_FORMS = CodeList(
    "desk_forms",
    (
        Code("coworking", "Place de coworking", "Coworking", "laptop"),
        Code("computer", "Ordinateur en libre-service", "Ordinateur", "monitor"),
        Code("room", "Salle", icon="users"),
        Code(MACHINE, "Machine de fablab", "Machine", "drill"),
    ),
)

LISTS = (ROOMS, SIZES, HOURS_REASONS, PARTNER_FORMS, NATURES, LABELS, DESK_FORMS)
