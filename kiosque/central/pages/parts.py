"""The parts of headquarters' pages, as the banner offers them: to each account those that it may open."""

from dataclasses import dataclass

from kiosque.central.accounts import Account
from kiosque.central.rights import Right, may


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a part: its word, its address, the right that it needs, and what else is found below it."""

    title: str
    address: str
    right: Right
    below: tuple[str, ...] = ()

    def covers(self, path: str) -> int:
        """Return how much of ``path`` is this page's, in letters; 0 for nothing."""
        mine = (address for address in (self.address, *self.below) if path == address or path.startswith(f"{address}/"))
        return max(map(len, mine), default=0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its word, and its pages. It is shown, and leads to the first of them that the account may open."""

    title: str
    pages: tuple[Page, ...]


PARTS = (
    Part(
        "Objectifs",
        (Page("Objectifs", "/", Right.FIGURES, ("/objectifs", "/jours", "/chiffres")),),
    ),
    Part(
        "Antennes",
        (
            Page("Carte et liste", "/antennes", Right.FIGURES),
            Page("D’où l’on vient", "/provenance", Right.FIGURES),
        ),
    ),
    Part(
        "À regarder",
        (Page("À regarder", "/a-regarder", Right.FIGURES, ("/permanences", "/passages", "/interventions")),),
    ),
    Part(
        "Activités",
        (
            Page("Ateliers", "/chiffres/ateliers", Right.FIGURES, ("/ateliers",)),
            Page("Programmes", "/programmes", Right.FIGURES),
            Page("Réparations", "/reparations", Right.FIGURES, ("/chiffres/reparations",)),
            Page("Ateliers à venir", "/ateliers-prevus", Right.PLAN),
        ),
    ),
    Part(
        "Personnes",
        (
            Page("Retrouver quelqu’un", "/personnes", Right.NAMES),
            Page("Demandes", "/demandes", Right.REQUESTS),
        ),
    ),
    Part(
        "Rapports",
        (
            Page("Rapports d’activité", "/rapports", Right.REPORT),
            Page("Coûts", "/couts", Right.NETWORK),
            Page("Liens pour un financeur", "/financeurs", Right.FUNDERS),
        ),
    ),
    Part(
        "Données",
        (
            Page("Emporter des données", "/donnees", Right.EXPORT),
            Page("Clés de l’API", "/cles-api", Right.ACCOUNTS),
            Page("Journal des exports", "/journal-des-exports", Right.LOG),
        ),
    ),
    Part(
        "Réseau",
        (
            Page("Équipe", "/animateurs", Right.FIGURES),
            Page("Formations", "/formations", Right.PLAN),
            Page("Horaires", "/horaires", Right.PLAN),
            Page("Circuit", "/circuit", Right.PLAN),
            Page("Matériel", "/materiel", Right.PLAN),
            Page("Postes", "/postes", Right.DEVICES, ("/cle",)),
            Page("Badges", "/badges", Right.DEVICES),
            Page("Partenaires", "/partenaires", Right.NETWORK),
            Page("Enquêtes", "/enquetes", Right.PLAN),
            Page("Nomenclatures", "/nomenclatures", Right.NETWORK),
            Page("Comptes", "/comptes", Right.ACCOUNTS, ("/nouveau-compte",)),
        ),
    ),
)
"""Every part and page, in the order of the banner. A new page is one line here."""


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the banner and where it leads; ``here``: whether what is shown is of it."""

    title: str
    address: str
    here: bool


@dataclass(frozen=True, slots=True)
class Navigation:
    """The banner's links: the parts, and the pages of the part that is shown."""

    parts: tuple[Link, ...]
    pages: tuple[Link, ...]

    @property
    def title(self) -> str:
        """The part that is shown; empty when it is none of them."""
        return next((link.title for link in self.parts if link.here), "")


def navigation(account: Account, path: str) -> Navigation:
    """Return what the banner offers ``account`` while it shows ``path``."""
    offered = [(part, [page for page in part.pages if may(account, page.right)]) for part in PARTS]
    shown = max((page for _, pages in offered for page in pages), key=lambda page: page.covers(path), default=None)
    here = shown if shown and shown.covers(path) else None
    parts = tuple(Link(part.title, pages[0].address, here in pages) for part, pages in offered if pages)
    beside = next((pages for _, pages in offered if here in pages), [])
    return Navigation(parts, tuple(Link(page.title, page.address, page is here) for page in beside))
