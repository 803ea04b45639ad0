"""The sections of a report, in their order: what each is called, and what headquarters is asked to say in it."""

from dataclasses import dataclass

LONGEST = 4_000
"""Letters of a comment: a page of the paper, and a little more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A section: its key, its title, and the question that its comment answers."""

    key: str
    title: str
    question: str


ESSENTIAL, OBJECTIVES, TERRITORY, ACTIVITY, HOURS = "essential", "objectives", "territory", "activity", "hours"
HELP, PUBLIC, PROGRAMMES, COWORKING, REPAIRS = "help", "public", "programmes", "coworking", "repairs"
FINANCE, PARTNERS = "finance", "partners"

SECTIONS = (
    Asked(ESSENTIAL, "L’essentiel", "Que retenir de cette période, en quelques phrases ?"),
    Asked(OBJECTIVES, "Les objectifs", "Pourquoi ces écarts, et que fait-on ?"),
    Asked(TERRITORY, "Le territoire", "Quelles antennes ont ouvert, déménagé, fermé ?"),
    Asked(ACTIVITY, "L’activité", "Qu’est-ce qui explique ces chiffres ?"),
    Asked(HOURS, "Les heures de permanence", "Pourquoi certaines antennes sont-elles sous leur plancher ?"),
    Asked(HELP, "L’aide donnée", "Pour quoi vient-on, et qu’est-ce qui change ?"),
    Asked(PUBLIC, "Le public", "Qui vient, qui ne vient pas encore ?"),
    Asked(PROGRAMMES, "Les programmes", "Qu’ont apporté les programmes à leur public ?"),
    Asked(COWORKING, "Le coworking", "Qui travaille ici, et comment ?"),
    Asked(REPAIRS, "Les réparations", "Comment vont les ateliers de réparation ?"),
    Asked("meeting", "Des lieux de rencontre", "Qu’est-ce qui se passe là, en dehors de l’aide ?"),
    Asked("uses", "De nouveaux usages partagés", "Qu’a-t-on essayé ensemble de nouveau ?"),
    Asked("access", "L’accès aux services publics", "Qu’est-ce qui est devenu possible sans aller en ville ?"),
    Asked("skills", "Les compétences de base", "Qu’est-ce que les gens savent faire maintenant ?"),
    Asked("jobs", "Des emplois gardés au pays", "Quels emplois le coworking a-t-il permis de garder ?"),
    Asked("farms", "Les fermes et le tourisme", "Quelles solutions pour les exploitations et les gîtes ?"),
    Asked("young", "Les jeunes", "Qu’a-t-on fait avec eux ?"),
    Asked(FINANCE, "Les finances", "Qu’est-ce qui explique ces coûts ?"),
    Asked(PARTNERS, "Les partenaires", "Qu’ont apporté les partenaires ?"),
)
"""Those without figures are told in words alone, and left out of the paper while nobody has said anything."""

KEYS = frozenset(each.key for each in SECTIONS)
