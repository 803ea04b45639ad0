"""What both ends of a short stream know before its first byte: the compressor looks back into it.

A day is short: without this, half of it would be the names of codes and the shapes of a visit. Frozen with the version
of the wire: a word changed here is another version. Any word may be missing, and none has to be right.
"""

_CODES = (
    "seat village employed volunteer lent asoft aventic service digital workshop desk repair other "
    "unknown seen noshow excused revoked administration mediation_numerique "
    "operateur_ou_organisme_en_charge aide_sociale insertion_professionnelle "
    "aide_aux_demarches_administratives autre debutant intermediaire avance lieu_activite domicile "
    "a_distance entierement_accompagne partiellement_autonome autonome ordinateur telephone tablette "
    "aucun scolarise sans_emploi en_emploi retraite non_communique feminin masculin moins_de_douze "
    "douze_dix_huit dix_huit_vingt_quatre vingt_cinq_trente_neuf quarante_cinquante_neuf "
    "soixante_soixante_neuf soixante_dix_plus pole_emploi france_travail caf dgfip cpam carsat msa ants "
    "france_titres la_poste edf banques adil mairie departement mission_locale justice agirc_arrco urssaf "
    "anah cheque_energie chambres grdf rsi papiers_elections_citoyennete famille_scolarite social_sante "
    "travail_formation logement transports_mobilite argent_impots etrangers_europe loisirs_sports_culture "
    "associations prendre_en_main_du_materiel email navigation_sur_internet sante "
    "banque_et_achats_en_ligne bureautique reseaux_sociaux gere_ses_contenus_numeriques "
    "maintenance_de_materiel securite_numerique scolarite_et_numerique parentalite "
    "creer_avec_le_numerique culture_numerique intelligence_artificielle entrepreneuriat "
    "diagnostic_numerique"
)
"""The codes of the national tool's lists and of ours; the likeliest last, where looking back is cheapest."""

_MORNING = bytes.fromhex(
    "94dc00b313080803030405000c05030506070801040e0b0304050708090a0b0c0d0e01060a02070804030405060e0b030405"
    "0708090a0b0c0d0e02060f12040307080901040d010500090105001300010000000213ce6b49d20002000017011707170707"
    "0200ce6b49d20001c0ce6b4a0c6b1701030400000007021502080210000100c014000101a773657276696365a76469676974"
    "616ca46465736ba773657276696365a8776f726b73686f70a7736572766963650400a5323632323016d1f89301170100cf00"
    "07a120000000020600011701140001000f0091d922616964655f6175785f64656d6172636865735f61646d696e6973747261"
    "74697665730091ac736f6369616c5f73616e746500a363616600ad6c6965755f61637469766974650091b1736f6978616e74"
    "655f6469785f706c75730091a5323632323006000116d1f8b00104040404040400cd07a817020404041702"
)
"""The tokens of an invented morning: a permanence, visits, interventions, a registration, departures, the closing."""


def primer() -> bytes:
    """Return the bytes that a short stream starts from."""
    return _CODES.replace(" ", "\0").encode() + _MORNING
