"""The tables of a report: what was counted, in words and columns, with what is below five hidden."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from kiosque.domain.codes import ANTENNA_FORMS, ASSOCIATIONS
from kiosque.domain.costs import COST_NATURES
from kiosque.domain.french import number
from kiosque.domain.network_codes import LABELS, NATURES, ROOMS
from kiosque.domain.objectives import ALWAYS, HOUSEHOLDS, PEOPLE, State
from kiosque.domain.programmes import AUDIENCES
from kiosque.reports.activity import definitions as of
from kiosque.reports.activity.coded import commune
from kiosque.reports.activity.contents import Contents, Place
from kiosque.reports.activity.finance import Finance
from kiosque.reports.activity.told import Column, Table, Unit
from kiosque.reports.activity.words import long_day, month, short_day
from kiosque.reports.objectives import Standing
from kiosque.reports.spaces import Life, Space
from kiosque.reports.suppress import shown, suppressed

NOWHERE = "Antenne inconnue"
HOUR = 3_600

_STATES = {
    State.AHEAD: "Pas commencé",
    State.REACHED: "Atteint",
    State.ON_PACE: "Au rythme",
    State.BEHIND: "Sous le rythme",
    State.OPEN: "Sans échéance",
    State.MISSED: "Non atteint",
}
_LIVES = {Life.PLANNED: "Prévue", Life.OPEN: "Ouverte", Life.CLOSED: "Fermée"}


def objectives(found: Sequence[Standing]) -> Table:
    """Return how the objectives stand, each against what was promised."""
    columns = (
        Column("Objectif", Unit.WORDS, wide=34),
        Column("Promis", Unit.WORDS, wide=11),
        Column("Réalisé", Unit.WORDS, wide=11),
        Column("Attendu à ce jour", Unit.WORDS, wide=14),
        Column("Où l’on en est", Unit.WORDS, wide=17),
        Column("Au rythme actuel", Unit.WORDS, wide=26),
    )
    lines = tuple(
        (
            each.name,
            _amount(each, each.version.target),
            _amount(each, each.value),
            _amount(each, each.pace.expected),
            _STATES[each.pace.state],
            _foreseen(each),
        )
        for each in found
    )
    return Table("objectifs", "Les objectifs du réseau", columns, lines)


def spaces(found: Sequence[Space]) -> Table:
    """Return the antennas as they are."""
    titles = {"Antenne": 32, "Commune": 36, "Association": 17, "Local": 26, "Depuis": 17, "État": 14}
    columns = [Column(title, Unit.WORDS, wide=wide) for title, wide in titles.items()]
    lines = tuple(
        (
            _named(each.name, ANTENNA_FORMS.label(each.form) if each.form == "seat" else "", *_labels(each)),
            commune(each.commune),
            ASSOCIATIONS.label(each.association) if each.association else "",
            ROOMS.label(each.room) if each.room else "",
            short_day(each.opens) if each.opens else "",
            _LIVES[each.life],
        )
        for each in found
    )
    return Table("antennes", "Les antennes", tuple(columns), lines)


def by_place(contents: Contents) -> Table:
    """Return the figures by antenna."""
    places, total, everybody = contents.places, contents.total, contents.people
    people = _columns(
        places,
        lambda each: each.figures.visits,
        lambda each: each.figures.interventions,
        lambda each: each.people.people,
        lambda each: each.people.households,
        lambda each: each.figures.attendances,
    )
    columns = (
        Column("Antenne", Unit.WORDS),
        Column("Permanences", defined="permanences"),
        Column("Heures", Unit.TIME, "seconds"),
        Column("Passages", defined="visits"),
        Column("Interven\u00adtions", defined="interventions"),
        Column("Personnes", defined=of.PEOPLE),
        Column("Foyers", defined=of.HOUSEHOLDS),
        Column("Ateliers", defined="workshops"),
        Column("Partici\u00adpations", defined="attendances"),
    )
    lines = tuple(
        (each.name or NOWHERE, done.permanences, done.seconds, *hidden[:4], done.workshops, hidden[4])
        for each, hidden in zip(places, people, strict=True)
        for done in (each.figures,)
    )
    counts = (shown(total.visits), shown(total.interventions), shown(everybody.people), shown(everybody.households))
    whole = ("En tout", total.permanences, total.seconds, *counts, total.workshops, shown(total.attendances))
    note = "Les personnes et les foyers ne s’additionnent pas d’une antenne à l’autre."
    return Table("chiffres", "Les chiffres par antenne", columns, lines, whole, note)


def by_month(contents: Contents) -> Table:
    """Return the figures by month."""
    counted = contents.months
    visits = suppressed({day: each.visits for day, each in counted})
    helps = suppressed({day: each.interventions for day, each in counted})
    columns = (
        Column("Mois", Unit.WORDS),
        Column("Passages", defined="visits"),
        Column("Interventions", defined="interventions"),
        Column("Heures", Unit.TIME, "seconds"),
    )
    lines = tuple((month(day), visits[day], helps[day], each.seconds) for day, each in counted)
    total = contents.total
    whole = ("En tout", shown(total.visits), shown(total.interventions), total.seconds)
    return Table("mois", "Mois par mois", columns, lines, whole, bar=1, drawing="standing")


def hours(places: Sequence[Place]) -> Table:
    """Return the hours of a week of each antenna against its floor."""
    columns = (
        Column("Antenne", Unit.WORDS),
        Column("Par semaine", Unit.TIME, of.FLOOR),
        Column("Plancher", Unit.TIME, of.FLOOR),
        Column("Où l’on en est", Unit.WORDS),
    )
    lines = tuple(
        (each.name, each.a_week, each.floor * HOUR if each.floor else "non fixé", _kept(each))
        for each in places
        if each.days
    )
    return Table("heures", "Heures par semaine", columns, lines, bar=1, floor=2, drawing="lying")


def programmes(contents: Contents) -> Table:
    """Return what belongs to each programme."""
    columns = (
        Column("Programme", Unit.WORDS),
        Column("Public", Unit.WORDS),
        Column("Interventions", defined=of.PROGRAMMES),
        Column("Participations", defined=of.PROGRAMMES),
    )
    lines = tuple(
        (each.name, AUDIENCES.label(each.audience), shown(each.helps), shown(each.attendances))
        for each in contents.programmes
    )
    return Table("programmes", "Les programmes", columns, lines)


def costs(found: Finance) -> Table:
    """Return what was spent, line by line."""
    columns = (
        Column("Dépense", Unit.WORDS, wide=40),
        Column("Nature", Unit.WORDS, wide=18),
        Column("Jours", Unit.WORDS, wide=26),
        Column("Montant", Unit.MONEY, of.COSTS, wide=18),
    )
    lines = tuple(
        (each.label, COST_NATURES.label(each.nature), _days(each.first, each.last), each.amount) for each in found.costs
    )
    total = ("En tout", "", "", sum(each.amount for each in found.costs))
    return Table("couts", "Les coûts", columns, lines, total)


def shares(found: Finance) -> Table:
    """Return what each funder's share comes to."""
    columns = (
        Column("Financeur", Unit.WORDS, wide=34),
        Column("Nature", Unit.WORDS, wide=18),
        Column("Part", Unit.SHARE, of.SHARES, wide=9),
        Column("Du coût de", Unit.MONEY, of.COSTS, wide=18),
        Column("Soit", Unit.MONEY, of.SHARES, wide=18),
    )
    lines = tuple(
        (each.partner, COST_NATURES.label(each.nature), each.share, each.base, each.amount) for each in found.shares
    )
    return Table("parts", "La part des financeurs", columns, lines)


def partners(found: Iterable[Space]) -> Table:
    """Return who gives what, and where."""
    given: dict[tuple[str, str], list[str]] = {}
    for space in found:
        for gift in space.gifts:
            what = LABELS.label(gift.label) if gift.label else NATURES.label(gift.nature)
            words = f"{what} ({gift.share} %)" if gift.share else what
            where = given.setdefault((gift.partner, words), [])
            place = "tout le réseau" if gift.everywhere else space.name
            if place not in where:
                where.append(place)
    columns = tuple(Column(title, Unit.WORDS) for title in ("Partenaire", "Ce qu’il apporte", "Où"))
    lines = tuple((partner, what, ", ".join(where)) for (partner, what), where in sorted(given.items()))
    return Table("partenaires", "Les partenaires", columns, lines)


def _days(first: date, last: date) -> str:
    return short_day(first) if first == last else f"du {short_day(first)} au {short_day(last)}"


def _columns(places: Sequence[Place], *counts: Callable[[Place], int]) -> list[tuple[int | None, ...]]:
    """Return several counts of each antenna, each column hidden by itself."""
    hidden = [suppressed({each.antenna: count(each) for each in places}) for count in counts]
    return [tuple(column[each.antenna] for column in hidden) for each in places]


def _amount(standing: Standing, value: int | None) -> str:
    if value is None:
        return "–"
    if standing.code in ALWAYS:
        return f"{number(value)}\u202f%"
    hidden = standing.code in {PEOPLE, HOUSEHOLDS} and shown(value) is None
    return "moins de 5" if hidden else number(value)


def _foreseen(standing: Standing) -> str:
    pace = standing.pace
    if pace.state in {State.REACHED, State.AHEAD, State.MISSED} or standing.code in ALWAYS:
        return ""
    return f"atteint le {long_day(pace.reached)}" if pace.reached else "aucune date ne se calcule"


def _kept(place: Place) -> str:
    if place.floor is None:
        return "Plancher non fixé"
    return "Au plancher" if place.a_week >= place.floor * HOUR else "Sous le plancher"


def _labels(space: Space) -> list[str]:
    return [LABELS.find(code).short for code in space.labels]


def _named(name: str, *beside: str) -> str:
    said = [each for each in beside if each]
    return f"{name} ({', '.join(said)})" if said else name
