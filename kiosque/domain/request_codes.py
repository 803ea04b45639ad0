"""What visitors may wish for, and the faces by which they say how it was. Kiosque's own code lists."""

from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.french import local
from kiosque.domain.validity import midnight

SUBJECTS = CodeList(
    "wish_subjects",
    (
        Code("phone", "Téléphone et tablette", icon="smartphone"),
        Code("photo", "Photo numérique", icon="camera"),
        Code("paperwork", "Démarches en ligne", icon="landmark"),
        Code("scams", "Éviter les arnaques", icon="shield-check"),
        Code("messages", "Messages et appels vidéo", icon="video"),
        Code("genealogy", "Généalogie", icon="trees"),
        Code("astronomy", "Astronomie", icon="telescope"),
        Code("web_site", "Créer un site web", icon="globe"),
        Code("repair", "Réparer soi-même", icon="wrench"),
        Code("making", "Fabriquer, impression 3D", icon="hammer"),
        Code("other", "Une autre idée", icon="lightbulb"),
    ),
)
"""The first five stand on the first screen of the counter, the others behind one more touch."""

THEME_OF_SUBJECT = {
    "phone": "prendre_en_main_du_materiel",
    "photo": "creer_avec_le_numerique",
    "paperwork": "aide_aux_demarches_administratives",
    "scams": "securite_numerique",
    "messages": "reseaux_sociaux",
    "genealogy": "navigation_sur_internet",
    "astronomy": "culture_numerique",
    "web_site": "creer_avec_le_numerique",
    "repair": "maintenance_de_materiel",
    "making": "creer_avec_le_numerique",
}
"""The national theme of the workshop that answers a wish; of another idea, none is proposed."""

FACES = CodeList(
    "faces",
    (
        Code("great", "Très bien", icon="laugh"),
        Code("good", "Bien", icon="smile"),
        Code("fair", "Moyen", icon="meh"),
        Code("poor", "Pas bien", icon="frown"),
    ),
)

LISTS = (SUBJECTS, FACES)
_NOON = 12


def half_day_of(seconds: int) -> int:
    """Return when the half-day of UTC ``seconds`` began on the wall of a space: at midnight or at noon."""
    at = local(seconds)
    if at.hour < _NOON:
        return midnight(at.date())
    return int(at.replace(hour=_NOON, minute=0, second=0).timestamp())
