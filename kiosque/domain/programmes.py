"""Programmes for key publics: what belongs to which follows from what was noted, without a second entry."""

from dataclasses import dataclass, fields

from kiosque.domain.codelist import Code, CodeList

AUDIENCES = CodeList(
    "audiences",
    (
        Code("farmers", "Agricultrices et agriculteurs", "Agriculture", "carrot"),
        Code("tourism", "Petites entreprises du tourisme", "Tourisme", "tent"),
        Code("young", "Jeunes", icon="graduation-cap"),
        Code("job_seekers", "Personnes en recherche d’emploi", "Emploi", "briefcase"),
        Code("everybody", "Tout le monde", icon="users"),
    ),
)


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of something that was done, or, in a rule, those of which one is wanted."""

    themes: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    age_bands: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()


class Rule(Codes):
    """What belongs to a programme: a code of each list that says any."""

    __slots__ = ()

    def takes(self, done: Codes) -> bool:
        """Whether what was done belongs: each list that the rule has must have one of its own. No list, nothing."""
        said = [(wanted, getattr(done, each.name)) for each in fields(self) if (wanted := getattr(self, each.name))]
        return bool(said) and all(not wanted.isdisjoint(found) for wanted, found in said)


LISTS = (AUDIENCES,)
