"""Programmes for key publics: what belongs to which follows from what was noted, without a second entry."""

from collections.abc import Collection
from dataclasses import dataclass

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
class Rule:
    """What belongs to a programme: a theme, a body or an age band of each list that says any."""

    themes: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    age_bands: frozenset[str] = frozenset()

    def takes(self, themes: Collection[str], service: str | None, age_bands: Collection[str]) -> bool:
        """Whether an act of help belongs: each list that the rule has must have one of its own. No list, nothing."""
        asked = (
            (self.themes, frozenset(themes)),
            (self.services, frozenset({service} if service else ())),
            (self.age_bands, frozenset(age_bands)),
        )
        said = [(wanted, found) for wanted, found in asked if wanted]
        return bool(said) and all(not wanted.isdisjoint(found) for wanted, found in said)


LISTS = (AUDIENCES,)
