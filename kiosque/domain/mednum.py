"""The words of the national standard of places of digital help, 1.0.2, for what we have codes of.

Read in ``LaMednum/standard-mediation-num`` at ``e347ff40`` (schema of 11 April 2024). Which theme belongs to which
of its nine services is our own reading.
"""

ADMINISTRATIVE_HELP = "Aide aux démarches administratives"
DAILY_TOOLS = "Maîtrise des outils numériques du quotidien"
WORK = "Insertion professionnelle via le numérique"
SAFETY = "Utilisation sécurisée du numérique"
EDUCATION = "Parentalité et éducation avec le numérique"
CREATION = "Loisirs et créations numériques"
UNDERSTANDING = "Compréhension du monde numérique"
ACCESS = "Accès internet et matériel informatique"

SERVICES = {
    "aide_aux_demarches_administratives": ADMINISTRATIVE_HELP,
    "sante": ADMINISTRATIVE_HELP,
    "prendre_en_main_du_materiel": DAILY_TOOLS,
    "email": DAILY_TOOLS,
    "navigation_sur_internet": DAILY_TOOLS,
    "bureautique": DAILY_TOOLS,
    "reseaux_sociaux": DAILY_TOOLS,
    "banque_et_achats_en_ligne": DAILY_TOOLS,
    "gere_ses_contenus_numeriques": DAILY_TOOLS,
    "maintenance_de_materiel": DAILY_TOOLS,
    "diagnostic_numerique": DAILY_TOOLS,
    "insertion_professionnelle": WORK,
    "entrepreneuriat": WORK,
    "securite_numerique": SAFETY,
    "scolarite_et_numerique": EDUCATION,
    "parentalite": EDUCATION,
    "creer_avec_le_numerique": CREATION,
    "culture_numerique": UNDERSTANDING,
    "intelligence_artificielle": UNDERSTANDING,
}

SERVICES_ORDER = (
    ADMINISTRATIVE_HELP,
    DAILY_TOOLS,
    WORK,
    SAFETY,
    EDUCATION,
    CREATION,
    UNDERSTANDING,
    ACCESS,
)

ALONE, ONE_BY_ONE, TOGETHER, FAR = (
    "En autonomie",
    "Accompagnement individuel",
    "Dans un atelier collectif",
    "À distance",
)
WAYS_ORDER = (ALONE, ONE_BY_ONE, TOGETHER, FAR)

NATIONAL_PROGRAMMES = {"france_services": "France Services", "aidants_connect": "Aidants Connect"}
"""Of the labels that a partner gives."""

KINDS_OF_PLACE = {"bibliotheque": "BIB", "mairie": "MUNI"}
"""By the room; every antenna is an association's besides."""
ASSOCIATION = "ASSO"

STAYS = "Fixe"
COME_IN, CALL, WRITE, BOOK = "Se présenter", "Téléphoner", "Contacter par mail", "Prendre un RDV en ligne"
