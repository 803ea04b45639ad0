"""What is counted under each name of a report. French: it stands at its end, and every figure leads to it."""

from kiosque.domain.footprints import SOURCE
from kiosque.domain.objectives import OBJECTIVES
from kiosque.reports import objectives
from kiosque.reports.activity.told import Definition
from kiosque.reports.figures import DEFINITIONS as FIGURES
from kiosque.reports.suppress import LEAST

PEOPLE, HOUSEHOLDS, UNNAMED = "people", "households", "unnamed"
THEMES, SERVICES, AGES, SECTORS = "themes", "services", "ages", "sectors"
FLOOR, REPAIRS, OBJECTS, AVOIDED = "floor", "repairs", "objects", "avoided"
COWORKING, PLACES, PROGRAMMES = "coworking", "places", "programmes"
COSTS, SHARES, BEYOND, HIDDEN = "costs", "shares", "beyond", "hidden"

_OWN = (
    Definition(
        PEOPLE,
        "Personnes",
        "Les personnes connues, avec ou sans nom, qui sont venues dans la période. Chacune compte une fois\u00a0: "
        "ses fiches réunies n’en font qu’une. D’une antenne à l’autre, la même personne peut être comptée deux "
        "fois\u00a0: le total n’est pas la somme des antennes.",
    ),
    Definition(
        HOUSEHOLDS,
        "Foyers",
        "Les foyers connus dont une personne au moins est venue dans la période. Une personne sans foyer connu n’en "
        "forme pas un.",
    ),
    Definition(
        UNNAMED,
        "Passages anonymes",
        "Les passages de personnes qui n’ont pas de fiche. Ils ne s’ajoutent jamais aux personnes\u00a0: nul ne sait "
        "combien elles sont.",
    ),
    Definition(
        THEMES,
        "Interventions par thématique",
        "Les thématiques de la nomenclature nationale. Une intervention qui en a plusieurs compte dans chacune.",
    ),
    Definition(
        SERVICES,
        "Interventions par organisme",
        "L’organisme que la démarche concerne. Les interventions qui n’en concernent aucun sont dites à part.",
    ),
    Definition(
        AGES,
        "Passages par âge",
        "La tranche d’âge notée pour chaque passage. Une personne qui revient compte à chaque fois.",
    ),
    Definition(
        SECTORS,
        "Passages par activité",
        "L’activité de l’entreprise, de l’exploitation ou de l’association pour laquelle la personne est venue.",
    ),
    Definition(
        FLOOR,
        "Heures par semaine et plancher",
        "Les heures de permanence d’une semaine, en moyenne sur les jours de la période où l’antenne existait, "
        "depuis la semaine de sa première permanence connue\u00a0: avant, rien n’était noté. "
        "Le plancher promis est de 15, 18, 21 ou 24 heures selon la taille de la commune.",
    ),
    Definition(
        REPAIRS,
        "Réparations",
        "Chaque essai de réparer un objet apporté, selon ce qu’il en est advenu. Un objet rapporté compte à chaque "
        "essai.",
    ),
    Definition(OBJECTS, "Objets", "Les objets apportés dans la période. Chacun compte une fois."),
    Definition(
        AVOIDED,
        "Déchets et CO₂ évités",
        "Pour chaque objet réparé, son poids et la moitié du CO₂ qu’il faut pour en faire un neuf, selon sa catégorie. "
        f"Source\u00a0: {SOURCE}. Les objets dont la catégorie n’a pas de chiffre ne sont pas comptés.",
    ),
    Definition(
        COWORKING,
        "Coworking",
        "Chaque fois qu’une place de coworking a été prise. La durée est celle des places que l’on a rendues\u00a0: "
        "quand nul n’a noté le départ, elle est inconnue et n’est pas comptée.",
    ),
    Definition(
        PLACES,
        "Places de coworking",
        "Les places de coworking des antennes, telles qu’elles sont notées quand le rapport est fait.",
    ),
    Definition(
        PROGRAMMES,
        "Programmes",
        "Les interventions et les participations aux ateliers qui relèvent du programme, parce qu’on l’a dit ou parce "
        "que ses règles le prévoient. Une même intervention peut relever de plusieurs programmes.",
    ),
    Definition(
        COSTS,
        "Coûts",
        "Les dépenses notées par la coordination, dont les dates sont tout entières dans la période.",
    ),
    Definition(
        SHARES,
        "Part d’un financeur",
        "Le pourcentage que le financeur s’est engagé à prendre en charge, appliqué aux coûts qui ont commencé "
        "pendant son engagement. Un même coût compte une seule fois par financeur\u00a0: si plusieurs de ses "
        "engagements valent ce jour-là, c’est celui qui vaut le moins longtemps, sinon celui qui commence le plus "
        "tard, sinon le dernier noté.",
    ),
    Definition(
        BEYOND,
        "Promis au-delà des coûts",
        "Quand les parts des financeurs, ensemble, font plus de 100 % d’un coût\u00a0: ce qui dépasse ce coût. Une "
        "part est alors à corriger, ou un engagement a pris fin sans que ce soit noté.",
    ),
    Definition(
        HIDDEN,
        "Cases masquées",
        f"Un point ( · ) remplace un nombre de 1 à {LEAST - 1} de personnes, ou de ce qu’elles ont fait, pour que nul "
        "ne soit reconnu. D’autres cases du même tableau sont masquées avec lui, pour qu’une soustraction ne le "
        "retrouve pas. Les permanences, les ateliers, les antennes, les places et les heures ne comptent "
        "personne\u00a0: ils sont dits tels qu’ils sont, si petits soient-ils.",
    ),
)


def definitions() -> tuple[Definition, ...]:
    """Return every definition, figures first, then ours, then those of the objectives."""
    counted = (Definition(key, each.name, each.text) for key, each in FIGURES.items())
    promised = (
        Definition(objective(key), f"Objectif\u00a0: {OBJECTIVES.label(key)}", text)
        for key, text in objectives.DEFINITIONS.items()
    )
    return (*counted, *_OWN, *promised)


def objective(code: str) -> str:
    """Return the key of an objective's definition."""
    return f"objective-{code}"
