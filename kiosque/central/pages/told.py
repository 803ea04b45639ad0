"""What the pages say of a record's fields and of who said what when; in French."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from kiosque.actions.history import By, Change
from kiosque.central.decided import Decision
from kiosque.central.pages.words import moment, number, short_day
from kiosque.domain import communes, french, told_hours
from kiosque.domain.french import local
from kiosque.domain.kinds import Kind, Type
from kiosque.journal.entry import Value
from kiosque.reports.exports.columns import sheet_of
from kiosque.reports.exports.titles import of_field

NONE_SAID = "rien"
A_RECORD = "une fiche"
Called = Mapping[Any, str]
NOBODY: Called = MappingProxyType({})
HIDDEN = "(un nom)"
"""For whoever may not read names."""

KINDS = {
    "permanence": "Permanence",
    "visit": "Passage",
    "intervention": "Intervention",
    "workshop": "Atelier",
    "registration": "Inscription",
    "visitor": "Fiche d’une personne",
    "household": "Foyer",
    "group": "Groupe",
    "presence": "Présence",
    "desk": "Place",
    "desk_use": "Place prise",
    "booking": "Réservation",
    "pass": "Abonnement",
    "repair": "Réparation",
    "item": "Objet",
    "loan": "Prêt",
    "wish": "Souhait",
    "task": "Temps hors permanence",
    "antenna": "Antenne",
    "animator": "Animateur ou animatrice",
    "engagement": "Engagement",
    "training": "Formation",
    "programme": "Programme",
    "partner": "Partenaire",
    "support": "Soutien",
    "survey": "Enquête",
    "equipment": "Matériel",
    "code": "Code d’une liste",
}
"""One record of a kind; another kind is said by its list."""

_TITLES = {"times": "Heures", "decided": "Heures décidées", "left_at": "Dernier jour"}
DATED = {"antenna", "animator", "engagement", "training", "programme", "support", "equipment", "code"}
"""The kinds whose times are days: from a midnight to a midnight."""

TOLD_AT_FIRST = {"code": ("label", "short", "times", "successor")}
"""What the first note of such a record says: a code that came with the program is known before anybody notes it."""


def kind_of(name: str) -> str:
    """Return what one record of a kind is called."""
    return KINDS.get(name, name)


def field_of(name: str) -> str:
    """Return what a field is called."""
    return _TITLES.get(name, of_field(name))


def title_of(kind: Kind, name: str) -> str:
    """Return what a field of a kind is called there."""
    if name == "times" and kind.name in DATED:
        return "Dates"
    return "Nom" if kind.name == "code" and name == "label" else field_of(name)


def said(kind: Kind, name: str, value: Value, *, names: bool = True, called: Called = NOBODY) -> str:
    """Return a value in words; without ``names``, nothing of what says who somebody is.

    ``called``: what the records that it may refer to are called; others are *une fiche*.
    """
    field = kind.field(name)
    if value is None or value == ():
        # What nobody said of a yes or no is no.
        return _WRITTEN[Type.BOOL](False) if field.type is Type.BOOL else NONE_SAID  # noqa: FBT003 - as it is kept
    if field.personal and not names:
        return HIDDEN
    own = days if name == "times" and kind.name in DATED else _OF_THEIR_OWN.get(name)
    if own:
        return own(value)
    if field.type in {Type.REF, Type.REFS} and called:
        referred = value if isinstance(value, tuple) else (value,)
        return french.listed([called.get(each, A_RECORD) for each in referred])
    if field.type in _WRITTEN:
        return _WRITTEN[field.type](value)
    several = value if isinstance(value, tuple) else (value,)
    return french.listed([_word(kind, name, each) for each in several])


def span(value: Sequence[Value]) -> str:
    """Return *lundi 9 novembre, de 9 h à 18 h*; *le lendemain* for what ends after midnight."""
    start, end = value
    if not isinstance(start, int):
        return NONE_SAID
    day = french.day(local(start).date())
    if not isinstance(end, int):
        return f"{day}, dès {french.hour(start)}, sans fin notée"
    after = " le lendemain" if local(end).date() > local(start).date() else ""
    if local(end).date() - local(start).date() > timedelta(days=1):
        return f"du {day} au {french.day(local(end).date())}"
    return f"{day}, de {french.hour(start)} à {french.hour(end)}{after}"


def days(value: Any) -> str:  # noqa: ANN401 - a value of an interval
    """Return *du 1er avril au 31 décembre 2026*, *depuis le 1er avril 2026*."""
    start, end = value
    if not isinstance(start, int):
        return NONE_SAID
    first = short_day(local(start).date(), date.min)
    if not isinstance(end, int):
        return f"depuis le {first}"
    last = short_day(local(end - 1).date(), date.min)
    return f"le {first}" if first == last else f"du {first} au {last}"


def who(change: Change, decisions: Mapping[int, Decision], *, names: bool) -> str:
    """Return who wrote something."""
    decision = decisions.get(change.entry)
    if decision:
        return f"la coordination ({decision.account})"
    if change.by is By.COUNTER:
        return "l’accueil"
    if change.by is By.HEADQUARTERS:
        return "la coordination"
    return change.author if names and change.author else "un animateur ou une animatrice"


def lines(
    kind: Kind,
    changes: Sequence[Change],
    decisions: Mapping[int, Decision],
    now: int,
    *,
    names: bool,
    called: Called = NOBODY,
) -> list[dict[str, object]]:
    """Return the history of a record as it is read: when, by whom, what, and why; the latest first."""
    told = []
    for change in reversed(changes):
        what = [
            (
                title_of(kind, each.field),
                *(said(kind, each.field, one, names=names, called=called) for one in (each.before, each.after)),
            )
            for each in change.said
            if not change.created or each.field in TOLD_AT_FIRST.get(kind.name, ())
        ]
        decision = decisions.get(change.entry)
        told.append(
            {
                "at": moment(change.at, now),
                "who": who(change, decisions, names=names),
                "created": change.created,
                "what": what,
                "binned": change.binned,
                "erased": change.erased,
                "reason": decision.reason if decision else "",
            }
        )
    return told


def _word(kind: Kind, name: str, value: Value) -> str:
    codes = next((each.codes for each in sheet_of(kind).columns if each.name == name), None)
    if codes:
        return codes.label(str(value))
    if name in {"commune", "communes"}:
        place = communes.by_insee(str(value))
        return communes.display(place) if place else str(value)
    return number(value) if isinstance(value, int) else str(value)


_OF_THEIR_OWN: dict[str, Callable[[Any], str]] = {
    "opening_hours": told_hours.told,
    "left_at": lambda at: short_day(local(at - 1).date(), date.min),
}
"""How the values of these fields are written."""

_WRITTEN: dict[Type, Callable[[Any], str]] = {
    Type.INTERVAL: span,
    Type.TIME: lambda at: f"{french.day(local(at).date())}, {french.hour(at)}",
    Type.BOOL: lambda value: "oui" if value else "non",
    Type.REF: lambda _: A_RECORD,
    Type.REFS: lambda several: french.plural(len(several), "fiche", "fiches"),
}
"""How values of these types are written."""
