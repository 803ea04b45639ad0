"""What somebody is told with what is kept of them: why, on what basis, how long, for whom, their rights (GDPR, 15.1).

Made from the register of processing, so that it never says anything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from kiosque.domain.kinds import Field, Kind, Purpose, Type
from kiosque.domain.records import VISITOR
from kiosque.reports.exports.titles import of_field, of_kind

_SEEN = (
    "Les animatrices et les animateurs des espaces où vous êtes venu·e, et la coordination du réseau. Personne "
    "d’autre, et rien n’est vendu. Les financeurs reçoivent des chiffres, jamais des noms."
)
_RIGHTS = (
    "Faire corriger ce qui est faux, faire effacer, faire geler le temps de vérifier, vous opposer à ce que l’on vous "
    "suive, revenir sur un accord, et emporter ces données ailleurs. À tout moment, sans dire pourquoi, à l’accueil ou "
    "auprès de qui vous a donné ce fichier. La réponse vient dans le mois."
)
SAID = (
    ("Qui en répond", "Les associations Asoft, à Nyons, et Aventic, à Rémuzat, qui tiennent ensemble le réseau."),
    ("Qui les voit", _SEEN),
    ("D’où elles viennent", "De vous, à l’accueil ou par téléphone, ou de qui a répondu pour vous dans votre foyer."),
    ("Aucune décision automatique", "Rien n’est décidé sur vous par un programme."),
    ("Vos droits", _RIGHTS),
    ("Si la réponse ne vient pas", "Plaignez-vous à la CNIL, 3 place de Fontenoy, 75334 Paris Cedex 07, cnil.fr."),
)
"""What is the same for everybody, by its title."""

_OWN = {
    "card": "code de votre carte",
    "birth_day": "jour et mois de naissance",
    "pictures": "vos trois images",
    "signature": "votre signature",
    "household": "votre foyer",
    "answered_by": "l’adulte qui répond de vous",
}
"""Of what leaves in no other file."""

Rows = Mapping[Kind, Sequence[Mapping[str, Any]]]


def purposes(rows: Rows) -> Mapping[Purpose, Sequence[str]]:
    """Return why what is in ``rows`` is kept; for each reason what of it is, in words. What is empty is not kept."""
    found: dict[Purpose, list[str]] = {}
    for kind, several in rows.items():
        for field in kind.fields:
            if field.personal and any(row.get(field.name) not in {None, ""} for row in several):
                several_of_it = found.setdefault(field.personal, [])
                if (what := _called(kind, field)) not in several_of_it:
                    several_of_it.append(what)
    return found


def _called(kind: Kind, field: Field) -> str:
    """Return what a field is to whom it is about: that a visit was theirs is the visit itself."""
    if field.name in _OWN:
        return _OWN[field.name]
    if field.type in {Type.REF, Type.REFS}:
        return of_kind(kind.name).lower()
    title = of_field(field.name).lower()
    return title if kind is VISITOR else f"{title} ({of_kind(kind.name).lower()})"


def told(rows: Rows) -> Iterator[str]:
    """Give it as pieces of a page."""
    yield "<h2>Pourquoi, combien de temps, et vos droits</h2>"
    kept = purposes(rows)
    if kept:
        heads = ("Pourquoi", "Ce qui est gardé", "Sur quelle base", "Durée")
        yield "<table><tr>" + "".join(f"<th>{each}</th>" for each in heads) + "</tr>"
        for purpose, what in kept.items():
            cells = (purpose.purpose, ", ".join(what), purpose.basis, purpose.retention)
            yield "<tr>" + "".join(f"<td>{escape(each[:1].upper() + each[1:])}</td>" for each in cells) + "</tr>"
        yield "</table>"
    for title, text in SAID:
        yield f"<h3>{escape(title)}</h3><p>{escape(text)}</p>"
