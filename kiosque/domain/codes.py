"""The code lists: what may be captured, and the words that a person reads for each code.

A captured code is never rewritten, so a code never leaves its list: it gets an ``until``.

Sources, read on 2026-06-30; the labels are ours, in simple French:

- themes, administrative themes, place, material, autonomy, workshop level, referral, age bands, gender, status and
  durations: the national activity record (compte rendu d’activité v2 of La Coop de la médiation numérique, public
  repository inclusion-numerique/coop-mediation-numerique at 46aa33bd, the spelling of its API). Codes are facts.
- services: our own proposal, from the partners of Maisons de services au public (2016) and France Services (2020,
  2024) in Sénat, report r21-778, from drome.gouv.fr, and from what Asoft announced in 2016.
- attendance states: RDV Service Public (public repository betagouv/rdv-service-public at 2693798d). Codes are facts.
- reasons of a visit, levels of a group, how a minor comes, associations, status of animators, form of an
  antenna: Kiosque's own.

Icons are names of the Lucide set (ISC licence).
"""

from collections.abc import Collection
from datetime import date

from kiosque.domain.codelist import Code, CodeList

NOT_STATED = "non_communique"
"""The code of *not stated* in the lists about a person: a value like any other, never a hole."""

ADMINISTRATIVE = "aide_aux_demarches_administratives"
"""The one theme under which the administrative themes are allowed."""

THEMES = CodeList(
    "themes",
    (
        Code(ADMINISTRATIVE, "Faire une démarche administrative", "Démarche", "landmark"),
        Code(
            "prendre_en_main_du_materiel", "Débuter avec un ordinateur, une tablette, un téléphone", "Débuter", "laptop"
        ),
        Code("email", "Écrire et recevoir des e-mails", "E-mail", "mail"),
        Code("navigation_sur_internet", "Chercher et naviguer sur Internet", "Internet", "globe"),
        Code("sante", "Gérer sa santé en ligne", "Santé", "heart-pulse"),
        Code("insertion_professionnelle", "Chercher un emploi ou une formation", "Emploi", "briefcase"),
        Code("banque_et_achats_en_ligne", "Gérer sa banque et acheter en ligne", "Banque, achats", "shopping-cart"),
        Code("bureautique", "Écrire un texte, faire un tableau", "Texte, tableau", "file-text"),
        Code(
            "reseaux_sociaux",
            "Garder le contact : messages, appels vidéo, réseaux",
            "Messages, vidéo",
            "message-circle",
        ),
        Code("gere_ses_contenus_numeriques", "Ranger ses photos et ses documents", "Photos, fichiers", "folder-open"),
        Code("maintenance_de_materiel", "Installer, mettre à jour, dépanner un appareil", "Dépannage", "wrench"),
        Code("securite_numerique", "Éviter les pièges et les arnaques", "Sécurité", "shield-check"),
        Code("scolarite_et_numerique", "Apprendre à l’école avec le numérique", "École", "graduation-cap"),
        Code("parentalite", "Accompagner ses enfants face aux écrans", "Parents", "baby"),
        Code("creer_avec_le_numerique", "Créer : photo, vidéo, site, objet", "Créer", "palette"),
        Code("culture_numerique", "Comprendre le monde numérique", "Comprendre", "newspaper"),
        Code("intelligence_artificielle", "Découvrir l’intelligence artificielle", "IA", "sparkles"),
        Code("entrepreneuriat", "Aider une entreprise ou une exploitation", "Entreprise", "store"),
        Code("diagnostic_numerique", "Faire le point sur ce que l’on sait faire", "Faire le point", "clipboard-check"),
    ),
)

ADMIN_THEMES = CodeList(
    "admin_themes",
    (
        Code("papiers_elections_citoyennete", "Papiers, élections, vie citoyenne", "Papiers", "id-card"),
        Code("famille_scolarite", "Famille et école", "Famille", "users"),
        Code("social_sante", "Santé et aides sociales", "Santé, aides", "heart-handshake"),
        Code("travail_formation", "Travail, formation, retraite", "Travail, retraite", "briefcase"),
        Code("logement", "Logement et énergie", "Logement", "house"),
        Code("transports_mobilite", "Voiture, permis, transports", "Transports", "car"),
        Code("argent_impots", "Argent et impôts", "Impôts", "euro"),
        Code("justice", "Justice et accès au droit", "Justice", "scale"),
        Code("etrangers_europe", "Étrangers en France, Europe", "Étrangers, Europe", "plane"),
        Code("loisirs_sports_culture", "Loisirs, sports, culture", "Loisirs", "tent"),
        Code("associations", "Vie des associations", "Associations", "handshake"),
    ),
)


def admin_themes_allowed(themes: Collection[str]) -> bool:
    """Whether administrative themes may be given beside ``themes`` (rule of the national activity record)."""
    return ADMINISTRATIVE in themes


# The dates are those of the body under that name. The day on which a body joined France Services is not a bound:
# people were helped with their taxes in 2016, before the tax office was a partner (2020).
SERVICES = CodeList(
    "services",
    (
        Code(
            "pole_emploi",
            "Pôle emploi",
            since=date(2008, 12, 19),
            until=date(2023, 12, 31),
            successor="france_travail",
        ),
        Code("france_travail", "France Travail", since=date(2024, 1, 1)),
        Code("caf", "Caisse d’allocations familiales", "CAF"),
        Code("dgfip", "Impôts (finances publiques)", "Impôts"),
        Code("cpam", "Assurance maladie", "Sécu, Ameli"),
        Code("carsat", "Assurance retraite", "Retraite"),
        Code("msa", "Mutualité sociale agricole", "MSA"),
        # The day of the change of name is still to be confirmed; the year is sourced (Cour des comptes, 2024).
        Code("ants", "Titres sécurisés (ANTS)", "ANTS", until=date(2024, 2, 28), successor="france_titres"),
        Code(
            "france_titres",
            "France Titres : carte d’identité, permis, carte grise",
            "France Titres",
            since=date(2024, 2, 29),
        ),
        Code("la_poste", "La Poste"),
        Code("edf", "EDF"),
        Code("banques", "Banque", "Banque"),
        Code("adil", "Information sur le logement (ADIL)", "ADIL"),
        Code("mairie", "Mairie, intercommunalité", "Mairie"),
        Code("departement", "Département : aide sociale, handicap", "Département"),
        Code("mission_locale", "Mission locale"),
        Code("justice", "Justice, accès au droit", "Justice"),
        Code("agirc_arrco", "Retraite complémentaire (Agirc-Arrco)", "Agirc-Arrco"),
        # These three are taken up on common knowledge: no source has been read yet for their place in the network.
        Code("urssaf", "Urssaf"),
        Code("anah", "France Rénov’ : travaux du logement", "France Rénov’"),
        Code("cheque_energie", "Chèque énergie"),
        Code("chambres", "Chambres : agriculture, commerce, métiers", "Chambres"),
        Code("grdf", "Réseau de gaz (GRDF)", "GRDF"),
        # Merged into the general scheme from 2018 on.
        Code("rsi", "Régime social des indépendants", "RSI", until=date(2017, 12, 31), successor="urssaf"),
        Code("autre", "Autre organisme", "Autre"),
    ),
)

DURATIONS = (15, 30, 45, 60, 90, 120)
"""Minutes offered as tiles by the national tool; any whole number of minutes is valid."""

OTHER_DURATIONS = (5, 10, 20, 75, 150, 180, 240)
"""Minutes that are offered beside them."""

AGE_BANDS = CodeList(
    "age_bands",
    (
        Code("moins_de_douze", "Moins de 12 ans"),
        Code("douze_dix_huit", "12 à 17 ans"),
        Code("dix_huit_vingt_quatre", "18 à 24 ans"),
        Code("vingt_cinq_trente_neuf", "25 à 39 ans"),
        Code("quarante_cinquante_neuf", "40 à 59 ans"),
        Code("soixante_soixante_neuf", "60 à 69 ans"),
        Code("soixante_dix_plus", "70 ans et plus"),
        Code(NOT_STATED, "Âge non précisé"),
    ),
)

_AGE_BAND_ENDS = (12, 18, 25, 40, 60, 70)


def age_band(birth_year: int | None, year: int) -> str:
    """Return the code of the age band, in calendar ``year``, of a person born in ``birth_year`` (None: not stated).

    National rule: the age is the difference of the years, and a band ends before 12, 18, 25, 40, 60 and 70.
    """
    if birth_year is None:
        return NOT_STATED
    age = year - birth_year
    return AGE_BANDS.codes[sum(age >= end for end in _AGE_BAND_ENDS)].code


GENDERS = CodeList(
    "genders",
    (Code("feminin", "Femme"), Code("masculin", "Homme"), Code(NOT_STATED, "Non précisé")),
)

STATUSES = CodeList(
    "statuses",
    (
        Code("scolarise", "À l’école, en études"),
        Code("sans_emploi", "Sans emploi"),
        Code("en_emploi", "En emploi"),
        Code("retraite", "À la retraite"),
        Code(NOT_STATED, "Non précisé"),
    ),
)

MATERIAL = CodeList(
    "material",
    (
        Code("ordinateur", "Ordinateur", icon="laptop"),
        Code("telephone", "Téléphone", icon="smartphone"),
        Code("tablette", "Tablette", icon="tablet"),
        Code("autre", "Autre appareil", icon="circle-ellipsis"),
        Code("aucun", "Sans appareil", icon="circle-slash"),
    ),
)

AUTONOMY = CodeList(
    "autonomy",
    (
        Code("entierement_accompagne", "A besoin d’être guidé"),
        Code("partiellement_autonome", "Se débrouille avec un peu d’aide"),
        Code("autonome", "Se débrouille seul"),
    ),
)

HERE = "lieu_activite"
"""The place of what is done at the antenna itself."""

ELSEWHERE = "autre"
"""A school, another room."""

PLACES = CodeList(
    "places",
    (
        Code(HERE, "Ici, à l’antenne"),
        Code("domicile", "Chez la personne"),
        Code("a_distance", "Par téléphone ou en vidéo"),
        Code(ELSEWHERE, "Ailleurs"),
    ),
)

WORKSHOP_LEVELS = CodeList(
    "workshop_levels",
    (Code("debutant", "Pour débuter"), Code("intermediaire", "Pour continuer"), Code("avance", "Pour aller loin")),
)

REFERRALS = CodeList(
    "referrals",
    (
        Code("administration", "Administration : mairie, préfecture"),
        Code("mediation_numerique", "Autre lieu d’aide numérique"),
        Code("operateur_ou_organisme_en_charge", "Organisme chargé de la démarche"),
        Code("aide_sociale", "Aide sociale : centre médico-social, centre social"),
        Code("insertion_professionnelle", "Emploi : France Travail, mission locale, chambres"),
        Code("aide_aux_demarches_administratives", "Aide aux démarches : France Services"),
        Code("autre", "Autre"),
    ),
)

MANDATES = CodeList(
    "mandates",
    (
        Code("short", "Mandat d’un jour", "Un jour"),
        Code("month", "Mandat d’un mois", "Un mois"),
        Code("semester", "Mandat de six mois", "Six mois"),
        Code("long", "Mandat d’un an", "Un an"),
    ),
)
"""For how long somebody lets an animator do their paperwork: 1, 31, 182, 365 days, as Aidants Connect says."""

ATTENDANCE = CodeList(
    "attendance",
    (
        Code("unknown", "À renseigner", icon="circle-help"),
        Code("seen", "Présent", icon="check"),
        Code("noshow", "Absent", icon="x"),
        Code("excused", "Excusé", icon="phone"),
        Code("revoked", "Annulé par nous", icon="calendar-x"),
    ),
)

VISIT_REASONS = CodeList(
    "visit_reasons",
    (
        Code("service", "Une démarche, un papier à faire", "Démarche", "file-text"),
        Code("digital", "De l’aide avec le numérique", "Aide numérique", "laptop"),
        Code("workshop", "Un atelier", "Atelier", "users"),
        Code("desk", "Un ordinateur, une place pour travailler", "Ordinateur", "monitor"),
        Code("repair", "Un objet à réparer", "Réparation", "wrench"),
        Code("other", "Autre chose", "Autre", "circle-ellipsis"),
    ),
)

THEME_OF_REASON = {"service": ADMINISTRATIVE, "repair": "maintenance_de_materiel"}
"""What somebody who came for that reason is helped with, unless the animator says otherwise."""

GROUP_LEVELS = CodeList(
    "group_levels",
    (
        Code("maternelle", "École maternelle", "Maternelle", "baby"),
        Code("elementaire", "École élémentaire", "Élémentaire", "palette"),
        Code("college", "Collège", icon="graduation-cap"),
        Code("lycee", "Lycée", icon="laptop"),
        Code("adultes", "Adultes", icon="users"),
        Code("tous_ages", "Tous les âges", icon="circle-ellipsis"),
    ),
)

AGE_BAND_OF_LEVEL = {
    "maternelle": "moins_de_douze",
    "elementaire": "moins_de_douze",
    "college": "douze_dix_huit",
    "lycee": "douze_dix_huit",
}
"""The age band of each of a group, by the national rule for most of a school year; others are not stated."""

WITH_ADULT, ALONE = "with_adult", "alone"
ACCOMPANIED = CodeList("accompanied", (Code(WITH_ADULT, "Avec un adulte"), Code(ALONE, "Seul")))
"""How a minor comes."""

MINOR_BANDS = frozenset({"moins_de_douze", "douze_dix_huit"})
"""The age bands of minors."""

ASSOCIATIONS = CodeList("associations", (Code("asoft", "Asoft"), Code("aventic", "Aventic")))

ANIMATOR_STATUSES = CodeList(
    "animator_statuses",
    (Code("employed", "Salarié"), Code("volunteer", "Bénévole"), Code("lent", "Mis à disposition par le Département")),
)

ANTENNA_FORMS = CodeList("antenna_forms", (Code("seat", "Siège"), Code("village", "Antenne de village")))

LISTS = (
    THEMES,
    ADMIN_THEMES,
    SERVICES,
    AGE_BANDS,
    GENDERS,
    STATUSES,
    MATERIAL,
    AUTONOMY,
    PLACES,
    WORKSHOP_LEVELS,
    REFERRALS,
    MANDATES,
    ATTENDANCE,
    VISIT_REASONS,
    GROUP_LEVELS,
    ACCOMPANIED,
    ASSOCIATIONS,
    ANIMATOR_STATUSES,
    ANTENNA_FORMS,
)
