"""The antennas by the national standard of places of digital help (lieux de médiation numérique), 1.0.2."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from io import StringIO

from sqlalchemy import Connection, func, select

from kiosque.db.query import Found
from kiosque.db.records import antenna, desk, entry, intervention, permanence, support, workshop
from kiosque.domain import communes, mednum, place_codes
from kiosque.domain.codelist import CodeList
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.communes import Commune
from kiosque.domain.french import local
from kiosque.domain.network_codes import LABEL
from kiosque.domain.validity import holds, midnight
from kiosque.reports.exports.cells import neutral
from kiosque.reports.usual import said_anew

A_YEAR = timedelta(days=365)
NETWORK = "Les Barons branchés"
AFAR = "a_distance"
_AT_HOME = re.compile(r"0\d{9}")
_ANYWHERE = re.compile(r"\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}")


@dataclass(frozen=True, slots=True)
class Lieu:
    """One place, by the standard's own names (docs: ``LaMednum/standard-mediation-num``). Empty: nothing is said."""

    id: str
    pivot: str
    nom: str
    commune: str
    code_postal: str
    code_insee: str
    adresse: str
    complement_adresse: str = ""
    latitude: float | None = None
    longitude: float | None = None
    typologie: str = ""
    telephone: str = ""
    courriels: str = ""
    site_web: str = ""
    horaires: str = ""
    presentation_resume: str = ""
    presentation_detail: str = ""
    source: str = ""
    itinerance: str = ""
    structure_parente: str = ""
    date_maj: str = ""
    services: str = ""
    publics_specifiquement_adresses: str = ""
    prise_en_charge_specifique: str = ""
    frais_a_charge: str = ""
    dispositif_programmes_nationaux: str = ""
    formations_labels: str = ""
    autres_formations_labels: str = ""
    modalites_acces: str = ""
    modalites_accompagnement: str = ""
    fiche_acces_libre: str = ""
    prise_rdv: str = ""


COLUMNS = tuple(field.name for field in fields(Lieu))


Missing = tuple[tuple[str, tuple[str, ...]], ...]
"""Antennas by name, each with what the standard wants and nobody said of it."""


def places(connection: Connection, day: date, antennas: frozenset[int] | None = None) -> tuple[Lieu, ...]:
    """Return the antennas, of ``antennas`` or all, that are open on ``day``.

    What each offers is read from what it did in the year before. Nothing is made up: one without an address or without
    a SIRET (or RNA) is not published: ``missing`` names it.
    """
    rows = _open(connection, day, antennas)
    around = {row.id: communes.by_insee(row.commune or "") for row in rows}
    changed = _changed(connection, [row.id for row in rows])
    known = _Known(_done(connection, day), _labels(connection, day), changed, said_anew(connection, day))
    whole = ((row, place) for row in rows if (place := around[row.id]) and not _lacking(row, place))
    return tuple(_place(row, place, known) for row, place in whole)


def missing(connection: Connection, day: date, antennas: frozenset[int] | None = None) -> Missing:
    """Return the antennas (by name) that are open on ``day`` and cannot be published: in one query, of no row."""
    rows = _open(connection, day, antennas)
    lacking = [(row, _lacking(row, communes.by_insee(row.commune or ""))) for row in rows]
    return tuple((row.name or row.code or "", words) for row, words in lacking if words)


def _open(connection: Connection, day: date, antennas: frozenset[int] | None) -> list[Found]:
    query = select(antenna).where(antenna.c.deleted.is_not(True)).order_by(antenna.c.code, antenna.c.id)
    return [row for row in connection.execute(query) if holds(row, day) and (antennas is None or row.id in antennas)]


def _lacking(row: Found, around: Commune | None) -> tuple[str, ...]:
    said = (("adresse", row.address), ("SIRET ou RNA", row.pivot), ("commune", around), ("code", row.code))
    return tuple(word for word, value in said if not value)


def _place(row: Found, around: Commune, known: "_Known") -> Lieu:
    latitude, longitude = _position(row.position)
    services, ways = known.done.get(row.id, (set(), set()))
    return Lieu(
        id=row.code,
        pivot=row.pivot,
        nom=row.name,
        commune=around.name,
        code_postal=around.postal_codes[0],
        code_insee=around.insee,
        adresse=row.address,
        latitude=latitude,
        longitude=longitude,
        typologie=_joined([mednum.ASSOCIATION, mednum.KINDS_OF_PLACE.get(row.room or "", "")]),
        telephone=_international(row.telephone or ""),
        courriels=row.email or "",
        site_web=row.website or "",
        # Hours that the demonstration made up are nobody's.
        horaires=known.anew.get(row.id, "" if row.fictitious_hours else row.opening_hours or ""),
        presentation_resume=row.summary or "",
        source=NETWORK,
        itinerance=mednum.STAYS,
        structure_parente=ASSOCIATIONS.label(row.association) if row.association else "",
        date_maj=local(known.changed[row.id]).date().isoformat(),
        services=_joined(each for each in mednum.SERVICES_ORDER if each in services),
        dispositif_programmes_nationaux=_joined(sorted(known.labels.get(row.id, ()))),
        publics_specifiquement_adresses=_labels_of(place_codes.PUBLICS, row.publics),
        prise_en_charge_specifique=_labels_of(place_codes.CARE, row.care),
        frais_a_charge=_labels_of(place_codes.FEES, row.fees),
        modalites_acces=_joined(
            [
                mednum.COME_IN,
                *([mednum.CALL] if _international(row.telephone or "") else ()),
                *([mednum.WRITE] if row.email else ()),
                *([mednum.BOOK] if row.booking else ()),
            ]
        ),
        modalites_accompagnement=_joined(each for each in mednum.WAYS_ORDER if each in ways),
        fiche_acces_libre=row.access or "",
        prise_rdv=row.booking or "",
    )


Done = dict[int, tuple[set[str], set[str]]]
"""By antenna: the services that it gave, and the ways in which it did."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of every antenna at once; ``changed``: when each was last said something of, UTC seconds.

    ``anew``: its usual hours, where they were said anew.
    """

    done: Done
    labels: dict[int, set[str]]
    changed: dict[int, int]
    anew: dict[int, str]


def _done(connection: Connection, day: date) -> Done:
    since, until = midnight(day - A_YEAR), midnight(day + timedelta(days=1))
    found: Done = defaultdict(lambda: (set(), set()))
    helped = intervention.join(permanence, permanence.c.id == intervention.c.permanence)
    kinds = (permanence.c.antenna, intervention.c.themes, intervention.c.place)
    given = (
        select(*kinds)
        .select_from(helped)
        .where(
            *(intervention.c.given_at >= since, intervention.c.given_at < until, intervention.c.deleted.is_not(True))
        )
    )
    for place, themes, where in connection.execute(given.distinct()):
        services, ways = found[place]
        services |= {mednum.SERVICES[theme] for theme in (themes or "").split() if theme in mednum.SERVICES}
        ways.add(mednum.FAR if where == AFAR else mednum.ONE_BY_ONE)
    held = select(workshop.c.antenna, workshop.c.theme).where(
        *(workshop.c.started_at >= since, workshop.c.started_at < until, workshop.c.deleted.is_not(True))
    )
    for place, theme in connection.execute(held.distinct()):
        services, ways = found[place]
        services |= {mednum.SERVICES[theme]} if theme in mednum.SERVICES else set()
        ways.add(mednum.TOGETHER)
    for place in connection.scalars(select(desk.c.antenna).where(desk.c.deleted.is_not(True)).distinct()):
        services, ways = found[place]
        services.add(mednum.ACCESS)
        ways.add(mednum.ALONE)
    return found


def _labels(connection: Connection, day: date) -> dict[int, set[str]]:
    columns = (support.c.id, support.c.antenna, support.c.label, support.c.started_at, support.c.ended_at)
    query = select(*columns).where(support.c.nature == LABEL, support.c.deleted.is_not(True))
    found: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(query):
        if row.label in mednum.NATIONAL_PROGRAMMES and holds(row, day):
            found[row.antenna].add(mednum.NATIONAL_PROGRAMMES[row.label])
    return found


def _changed(connection: Connection, antennas: list[int]) -> dict[int, int]:
    """Return when each antenna was last said something of, UTC seconds."""
    made = select(entry.c.id, entry.c.written_at).where(entry.c.id.in_(antennas))
    later = select(entry.c.record, func.max(entry.c.written_at)).where(
        entry.c.record.in_(antennas), entry.c.record != entry.c.id
    )
    found = {row[0]: row[1] for row in connection.execute(made)}
    for record, at in connection.execute(later.group_by(entry.c.record)):
        found[record] = max(at, found.get(record, at))
    return found


def _position(said: str | None) -> tuple[float | None, float | None]:
    if not said:
        return None, None
    north, east = said.split()
    return float(north), float(east)


def _cell(value: object) -> object:
    """Return a value as a spreadsheet may open it: a telephone number with its country is no formula."""
    return neutral(value) if isinstance(value, str) and not _ANYWHERE.fullmatch(value) else value


def _international(phone: str) -> str:
    """Return a French telephone number with its country, as the standard has it; a short one is said nowhere."""
    digits = "".join(phone.split())
    whole = f"+33{digits[1:]}" if _AT_HOME.fullmatch(digits) else digits
    return whole if _ANYWHERE.fullmatch(whole) else ""


def _labels_of(codes: CodeList, kept: str | None) -> str:
    """Return the standard's words for some codes, in the order of their list; for one that it does not know, none."""
    said = (kept or "").split()
    return _joined(each.label for each in codes if each.code in said)


def _joined(several: Iterable[str]) -> str:
    return "|".join(each for each in several if each)


def as_csv(several: Iterable[Lieu]) -> bytes:
    """Return the file of places: UTF-8, commas, every column in the order of the standard."""
    text = StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(COLUMNS)
    for each in several:
        values = (getattr(each, name) for name in COLUMNS)
        lines.writerow(_cell(value) for value in values)
    return text.getvalue().encode()
