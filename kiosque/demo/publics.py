"""Who those are that come: what an animator says of them in codes, and the class that comes once a month."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosque.actions.network import network
from kiosque.actions.visitors import groups
from kiosque.db.store import Store
from kiosque.demo.events import ComeTogether, LeaveTogether
from kiosque.demo.needs import GROWN, RETIRED
from kiosque.demo.played import Played
from kiosque.demo.population import FEMININE, Person
from kiosque.domain import communes

ASKED = 5
"""Of one in five who are helped it is said what they do: it is asked when it matters, and never of a child."""

UNEMPLOYED = 7
"""One in seven of those of an age to work looks for work."""

BUSINESSES: Mapping[int, str] = {3: "farm", 11: "farm", 19: "tourism", 27: "micro_enterprise", 35: "association"}
SHARE = 40
"""Who comes for a business, among forty who work or have worked: plausible for the Baronnies, not measured."""


def said_of(person: Person, year: int) -> dict[str, str | None]:
    """Return what an animator says of somebody whom they help; mostly nothing."""
    age, sector = person.age(year), BUSINESSES.get(person.number % SHARE)
    if age < GROWN or (person.number % ASKED and sector is None):
        return {}
    status = "retraite" if age >= RETIRED else "sans_emploi" if person.number % UNEMPLOYED == 0 else "en_emploi"
    gender = "feminin" if person.gender == FEMININE else "masculin"
    return {"gender": gender, "status": status, **({"sector": sector} if sector else {})}


@dataclass(slots=True)
class Classes:
    """The classes that come to one PC."""

    here: int = 0
    """The group that is here."""

    def play(self, store: Store, event: ComeTogether | LeaveTogether, animator: int, played: Played) -> None:
        """Count a class that arrives, or let it leave; a PC that took another number meanwhile knows of none."""
        if isinstance(event, LeaveTogether):
            groups.sign_out_group(store, self.here, author=animator)
            return
        done = groups.sign_in_group(store, event.size, event.level, _school(store), author=animator)
        self.here = done.record
        played.wrote("group")
        for _ in range(event.size):
            played.visit(done.at)


def _school(store: Store) -> str:
    antenna = network.here(store)
    commune = communes.by_insee(antenna.commune) if antenna else None
    return f"École de {commune.name}" if commune else ""
