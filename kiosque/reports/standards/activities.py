"""What was done, under the national code list: activities as La Coop de la médiation numérique describes them.

The schema is that of its API, ``Activite`` in ``v1.openapi.json`` of ``inclusion-numerique/coop-mediation-numerique``
at ``46aa33bd``. Nobody is named in it: who helped is a number that is always the same and says nothing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

import msgspec
from sqlalchemy import Connection, Select, func, select

from kiosque.db.query import Found
from kiosque.db.records import entry, intervention, permanence, registration, workshop
from kiosque.domain import communes
from kiosque.domain.codes import ADMINISTRATIVE, HERE
from kiosque.domain.french import local
from kiosque.reports.exports.rows import AT_A_TIME, Choice
from kiosque.reports.figures import SEEN

Activity = dict[str, Any]
"""One activity, by the names of the schema."""

OURS = UUID("6b1f3c52-5f0e-4d0b-9a3e-6d1c0a2f7e11")
"""The space of our numbers, drawn once: a record has the same number in every file, and no other record has it."""

THEMES = frozenset(
    {
        *("diagnostic_numerique", "prendre_en_main_du_materiel", "maintenance_de_materiel", "navigation_sur_internet"),
        *("email", "bureautique", "reseaux_sociaux", "sante", "banque_et_achats_en_ligne", "entrepreneuriat"),
        *("insertion_professionnelle", "securite_numerique", "parentalite", "scolarite_et_numerique"),
        *("creer_avec_le_numerique", "culture_numerique", "intelligence_artificielle"),
        *("aide_aux_demarches_administratives", "papiers_elections_citoyennete", "famille_scolarite", "social_sante"),
        *("travail_formation", "logement", "transports_mobilite", "argent_impots", "justice", "etrangers_europe"),
        "loisirs_sports_culture",
    }
)
"""The themes that its API tells. Those that its form has besides (photographs, associations) go into ``tags``."""

REFERRALS = frozenset(
    {
        *("operateur_ou_organisme_en_charge", "aide_aux_demarches_administratives", "administration"),
        *("mediation_numerique", "autre"),
    }
)
OTHER = "autre"

UNSAID = (
    *("suppression", "autonomie", "oriente_vers_structure", "structure_de_redirection", "precisions_demarche"),
    *("titre_atelier", "niveau_atelier"),
)
"""What the schema wants to be there, null where nothing is said of it. Free words never leave."""

_encode = msgspec.json.Encoder().encode_lines


def as_json_lines(connection: Connection, choice: Choice) -> Iterator[bytes]:
    """Give every activity as JSON lines, some at a time."""
    for some in activities(connection, choice):
        yield _encode(some)


def activities(connection: Connection, choice: Choice) -> Iterator[list[Activity]]:
    """Give the acts of help, then the workshops of a period, some at a time, each in the order of its ids."""
    for query, told in ((_helped(choice), _of_help), (_held(choice), _of_workshop)):
        found = connection.execute(query, execution_options={"yield_per": AT_A_TIME})
        for some in found.partitions():
            yield [told(row) for row in some]


def _helped(choice: Choice) -> Select[Any]:
    changed = _changed(intervention.c.id)
    joined = intervention.outerjoin(permanence, permanence.c.id == intervention.c.permanence).join(
        entry, entry.c.id == intervention.c.id
    )
    query = select(intervention, permanence.c.antenna, entry.c.written_at, changed).select_from(joined)
    query = query.where(intervention.c.deleted.is_not(True), intervention.c.given_at.is_not(None))
    return _chosen(query, choice, intervention.c.given_at, permanence.c.antenna).order_by(intervention.c.id)


def _held(choice: Choice) -> Select[Any]:
    came = (
        select(func.count())
        .where(registration.c.workshop == workshop.c.id, registration.c.state == SEEN)
        .where(registration.c.deleted.is_not(True))
        .scalar_subquery()
    )
    joined = workshop.join(entry, entry.c.id == workshop.c.id)
    query = select(workshop, entry.c.written_at, _changed(workshop.c.id), came.label("came")).select_from(joined)
    query = query.where(workshop.c.deleted.is_not(True), workshop.c.started_at.is_not(None), came > 0)
    return _chosen(query, choice, workshop.c.started_at, workshop.c.antenna).order_by(workshop.c.id)


def _chosen(query: Select[Any], choice: Choice, at: Any, place: Any) -> Select[Any]:  # noqa: ANN401 - columns
    if choice.period:
        query = query.where(at >= choice.period.start, at < choice.period.end)
    return query if choice.antennas is None else query.where(place.in_(choice.antennas))


def _changed(record: Any) -> Any:  # noqa: ANN401 - a column
    later = entry.alias("later")
    last = select(func.max(later.c.written_at)).where(later.c.record == record, later.c.record != later.c.id)
    return last.scalar_subquery().label("changed_at")


def _of_help(row: Found) -> Activity:
    themes = _several(row.themes)
    commune, *_ = (*_several(row.communes), "")
    return _activity(
        row,
        row.antenna,
        type="demarche_administrative" if ADMINISTRATIVE in themes else "individuel",
        accompagnements=max(len(_several(row.visits)), 1),
        date=local(row.given_at).date().isoformat(),
        duree=row.duration or 0,
        autonomie=row.autonomy,
        oriente_vers_structure=row.referral is not None,
        structure_de_redirection=row.referral and (row.referral if row.referral in REFERRALS else OTHER),
        materiel=list(_several(row.material)),
        **_themes((*themes, *_several(row.admin_themes))),
        **_where(row.place or HERE, commune),
    )


def _of_workshop(row: Found) -> Activity:
    minutes = (row.ended_at - row.started_at) // 60 if row.ended_at else 0
    return _activity(
        row,
        row.antenna,
        type="collectif",
        accompagnements=row.came,
        date=local(row.started_at).date().isoformat(),
        duree=max(minutes, 0),
        titre_atelier=row.title,
        niveau_atelier=row.level,
        **_themes(_several(row.theme)),
        **_where(row.place or HERE, ""),
    )


def _activity(row: Found, antenna: int | None, **said: Any) -> Activity:  # noqa: ANN401 - values of the schema
    """Return an activity: what is ``said`` of it, null for what is not."""
    here = said["type_lieu"] == HERE and antenna
    common = {
        "mediateur_id": number_of("animator", row.animator or 0),
        "structure_id": number_of("antenna", antenna) if here and antenna else None,
        "creation": _moment(row.written_at),
        "modification": row.changed_at and _moment(row.changed_at),
    }
    attributes = dict.fromkeys(UNSAID) | {"materiel": []} | common | said
    return {"type": "activite", "id": number_of("record", row.id), "attributes": attributes}


def _themes(codes: tuple[str, ...]) -> dict[str, list[str]]:
    return {
        "thematiques": [each for each in codes if each in THEMES],
        "tags": [each for each in codes if each not in THEMES],
    }


def _where(place: str, commune: str) -> dict[str, str | None]:
    """Return where it was. At the antenna, the schema wants no commune; elsewhere, that of who was helped if known."""
    known = communes.by_insee(commune) if place != HERE else None
    return {
        "type_lieu": place,
        "lieu_code_postal": known.postal_codes[0] if known else None,
        "lieu_commune": known.name if known else None,
        "lieu_code_insee": known.insee if known else None,
    }


def number_of(what: str, identifier: int) -> str:
    """Return the number (UUID) under which others know a record."""
    return str(uuid5(OURS, f"{what}:{identifier}"))


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")


def _several(said: str | None) -> tuple[str, ...]:
    return tuple((said or "").split())
