"""The tables of a report that count by a code: help by theme and by body, visits by age, sector and commune."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosque.domain import communes
from kiosque.domain.codelist import CodeList
from kiosque.domain.codes import AGE_BANDS, NOT_STATED, SERVICES, THEMES
from kiosque.domain.french import plural
from kiosque.domain.repair_codes import OUTCOMES
from kiosque.domain.sectors import SECTORS
from kiosque.reports.activity import definitions as of
from kiosque.reports.activity.contents import Contents
from kiosque.reports.activity.told import Cell, Column, Table, Unit
from kiosque.reports.coded import NONE
from kiosque.reports.origins import Origins
from kiosque.reports.suppress import shown, suppressed

NOT_SAID = "Non précisé"
MOST_COMMUNES = 20


@dataclass(frozen=True, slots=True)
class Coded:
    """A table by code: what it is called, by what and what it counts, and the words for what has no code.

    ``ordered``: in the order of the list, and not the most first.
    """

    name: str
    what: str
    by: str
    codes: CodeList
    without: str
    defined: str
    ordered: bool = False
    note: str = ""


_THEMES = Coded(
    *("thematiques", "Interventions", "thématique", THEMES, "Sans thématique", of.THEMES),
    note="Une intervention qui a plusieurs thématiques compte dans chacune\u00a0: le total n’est pas la somme.",
)
_SERVICES = Coded("organismes", "Interventions", "organisme", SERVICES, "Aucun organisme", of.SERVICES)
_AGES = Coded("ages", "Passages", "âge", AGE_BANDS, NOT_SAID, of.AGES, ordered=True)
_SECTORS = Coded("activites", "Passages", "activité", SECTORS, "Pas pour une entreprise", of.SECTORS)
_OUTCOMES = Coded("reparations", "Réparations", "résultat", OUTCOMES, NOT_SAID, of.REPAIRS, ordered=True)


def coded(as_: Coded, counts: Mapping[str, int], total: int) -> Table:
    """Return counts by code; what has no code comes last."""
    found, order = suppressed(counts), {each.code: place for place, each in enumerate(as_.codes)}
    present = [code for code in counts if code != NONE]
    rest = 1 if counts.get(NONE) or NOT_STATED in counts else 0
    present.sort(key=lambda code: (order.get(code, len(order)) if as_.ordered else -counts[code], code))
    lines: list[tuple[Cell, ...]] = [(as_.codes.label(code), found[code]) for code in present]
    if counts.get(NONE):
        lines.append((as_.without, found[NONE]))
    columns = (Column(as_.by.capitalize(), Unit.WORDS), Column(as_.what, defined=as_.defined))
    whole = ("En tout", shown(total))
    title = f"{as_.what} par {as_.by}"
    return Table(as_.name, title, columns, tuple(lines), whole, as_.note, bar=1, drawing="lying", undrawn=rest)


def themes(contents: Contents) -> Table:
    """Return the help by theme."""
    return coded(_THEMES, contents.themes, contents.total.interventions)


def services(contents: Contents) -> Table:
    """Return the help by body."""
    return coded(_SERVICES, contents.services, contents.total.interventions)


def ages(contents: Contents) -> Table:
    """Return the visits by age band, the youngest first."""
    return coded(_AGES, contents.ages, contents.total.visits)


def sectors(contents: Contents) -> Table:
    """Return the visits by what the business does for which somebody came."""
    return coded(_SECTORS, contents.sectors, contents.total.visits)


def outcomes(contents: Contents) -> Table:
    """Return how the repairs ended."""
    return coded(_OUTCOMES, contents.repairs.outcomes or {}, contents.repairs.attempts)


def origin_shown(found: Origins) -> dict[str, int]:
    """Return the visits of the communes of which the count may be shown."""
    kept = suppressed({**found.communes, NONE: found.unsaid})
    return {insee: count for insee, count in kept.items() if insee != NONE and count}


def origins(found: Origins) -> Table:
    """Return where visitors come from: the communes that may be named, all others together."""
    kept = suppressed({**found.communes, NONE: found.unsaid})
    named = [insee for insee in found.communes if kept[insee]][:MOST_COMMUNES]
    unnamed = [insee for insee in found.communes if insee not in named]
    lines: list[tuple[Cell, ...]] = [(commune(insee), kept[insee]) for insee in named]
    others, unsaid = sum(found.communes[insee] for insee in unnamed), found.unsaid
    # What is not said is hidden with the others when these alone would tell one of them.
    together = kept[NONE] is None
    if unnamed:
        words = plural(len(unnamed), "autre commune", "autres communes")
        lines.append((words + (" et non précisé" if together else ""), shown(others + (unsaid if together else 0))))
    if unsaid and not (together and unnamed):
        lines.append((NOT_SAID, shown(unsaid)))
    rest = len(lines) - len(named)
    columns = (Column("Commune", Unit.WORDS), Column("Passages", defined="visits"))
    total = ("En tout", shown(found.total))
    return Table("communes", "Passages par commune", columns, tuple(lines), total, bar=1, drawing="lying", undrawn=rest)


def commune(insee: str) -> str:
    """Return *Rémuzat (26)* for an INSEE code, or the code when it is not known here."""
    found = communes.by_insee(insee)
    return communes.display(found) if found else insee
