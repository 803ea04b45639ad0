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
    Asked(ESSENTIAL, "L’essentiel", "Que retenir de cette période, en quelques phrases\u202f?"),
    Asked(OBJECTIVES, "Les objectifs", "Pourquoi ces écarts, et que fait-on\u202f?"),
    Asked(TERRITORY, "Le territoire", "Quelles antennes ont ouvert, déménagé, fermé\u202f?"),
    Asked(ACTIVITY, "L’activité", "Qu’est-ce qui explique ces chiffres\u202f?"),
    Asked(HOURS, "Les heures de permanence", "Pourquoi certaines antennes sont-elles sous leur plancher\u202f?"),
    Asked(HELP, "L’aide donnée", "Pour quoi vient-on, et qu’est-ce qui change\u202f?"),
    Asked(PUBLIC, "Le public", "Qui vient, qui ne vient pas encore\u202f?"),
    Asked(PROGRAMMES, "Les programmes", "Qu’ont apporté les programmes à leur public\u202f?"),
    Asked(COWORKING, "Le coworking", "Qui travaille ici, et comment\u202f?"),
    Asked(REPAIRS, "Les réparations", "Comment vont les ateliers de réparation\u202f?"),
    Asked("meeting", "Des lieux de rencontre", "Qu’est-ce qui se passe là, en dehors de l’aide\u202f?"),
    Asked("uses", "De nouveaux usages partagés", "Qu’a-t-on essayé ensemble de nouveau\u202f?"),
    Asked("access", "L’accès aux services publics", "Qu’est-ce qui est devenu possible sans aller en ville\u202f?"),
    Asked("skills", "Les compétences de base", "Qu’est-ce que les gens savent faire maintenant\u202f?"),
    Asked("jobs", "Des emplois gardés au pays", "Quels emplois le coworking a-t-il permis de garder\u202f?"),
    Asked("farms", "Les fermes et le tourisme", "Quelles solutions pour les exploitations et les gîtes\u202f?"),
    Asked("young", "Les jeunes", "Qu’a-t-on fait avec eux\u202f?"),
    Asked(FINANCE, "Les finances", "Qu’est-ce qui explique ces coûts\u202f?"),
    Asked(PARTNERS, "Les partenaires", "Qu’ont apporté les partenaires\u202f?"),
)
"""Those without figures are told in words alone, and left out of the paper while nobody has said anything."""

KEYS = frozenset(each.key for each in SECTIONS)
