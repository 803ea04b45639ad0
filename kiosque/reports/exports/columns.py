"""What the columns of each file are: one description, from which every format and every documentation is made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kiosque.db.records import ends_of
from kiosque.domain import (
    codes,
    costs,
    equipment_codes,
    network_codes,
    objectives,
    place_codes,
    programmes,
    repair_codes,
    request_codes,
    rights_codes,
    sectors,
    staff,
    working,
)
from kiosque.domain.codelist import CodeList
from kiosque.domain.kinds import Field, Kind, Root, Type
from kiosque.domain.records import KINDS
from kiosque.reports.exports import titles
from kiosque.reports.exports.cells import leaves

_LISTS: dict[str, CodeList] = {
    "activity": staff.ACTIVITIES,
    "accompanied": codes.ACCOMPANIED,
    "admin_themes": codes.ADMIN_THEMES,
    "age_band": codes.AGE_BANDS,
    "age_bands": codes.AGE_BANDS,
    "association": codes.ASSOCIATIONS,
    "audience": programmes.AUDIENCES,
    "autonomy": codes.AUTONOMY,
    "barrier": repair_codes.BARRIERS,
    "category": repair_codes.CATEGORIES,
    "face": request_codes.FACES,
    "gender": codes.GENDERS,
    "genders": codes.GENDERS,
    "mandate": codes.MANDATES,
    "material": codes.MATERIAL,
    "nature": network_codes.NATURES,
    "outcome": repair_codes.OUTCOMES,
    "place": codes.PLACES,
    "reason": codes.VISIT_REASONS,
    "referral": codes.REFERRALS,
    "room": network_codes.ROOMS,
    "sector": sectors.SECTORS,
    "sectors": sectors.SECTORS,
    "service": codes.SERVICES,
    "services": codes.SERVICES,
    "size": network_codes.SIZES,
    "status": codes.STATUSES,
    "statuses": codes.STATUSES,
    "theme": codes.THEMES,
    "themes": codes.THEMES,
}
"""The list that the codes of a field are of, where the field means the same in every kind."""

_LISTS_OF: dict[str, CodeList] = {
    "animator.status": codes.ANIMATOR_STATUSES,
    "antenna.care": place_codes.CARE,
    "antenna.fees": place_codes.FEES,
    "antenna.form": codes.ANTENNA_FORMS,
    "antenna.publics": place_codes.PUBLICS,
    "attendance.state": codes.ATTENDANCE,
    "cost.nature": costs.COST_NATURES,
    "desk.form": network_codes.DESK_FORMS,
    "engagement.status": codes.ANIMATOR_STATUSES,
    "equipment.form": equipment_codes.EQUIPMENT_FORMS,
    "group.level": codes.GROUP_LEVELS,
    "hours.reason": network_codes.HOURS_REASONS,
    "inspection.problem": equipment_codes.PROBLEMS,
    "inspection.state": equipment_codes.STATES,
    "objective.objective": objectives.OBJECTIVES,
    "partner.form": network_codes.PARTNER_FORMS,
    "pass.form": working.PASS_FORMS,
    "registration.state": codes.ATTENDANCE,
    "request.outcome": rights_codes.OUTCOMES,
    "request.right": rights_codes.RIGHTS,
    "repair.problem": repair_codes.PROBLEMS,
    "support.label": network_codes.LABELS,
    "survey.needs": request_codes.SUBJECTS,
    "training.subject": staff.TRAINING_SUBJECTS,
    "wish.subject": request_codes.SUBJECTS,
    "workshop.level": codes.WORKSHOP_LEVELS,
}

_UNITS = {
    "intervention.duration": "min",
    "item.weight": "g",
    "support.share": "%",
    "cost.amount": "centime",
    "training.hours": "h",
    "pass.days": "j",
    "desk_use.pages": "page",
    "visit.pages": "page",
}


ID = "id"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in files for programs, its title in those for people.

    ``unit`` is empty where there is none; ``codes`` is the list that its codes are of; ``refers`` the kind whose ids
    it holds; ``personal``: it says who somebody is, and goes only to whoever may read names.
    """

    name: str
    title: str
    type: Type
    unit: str = ""
    codes: CodeList | None = None
    refers: str = ""
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file: the columns of one kind."""

    kind: Kind
    columns: tuple[Column, ...]

    @property
    def name(self) -> str:
        """Its name in files for programs."""
        return self.kind.name

    @property
    def title(self) -> str:
        """Its name in files for people."""
        return titles.of_kind(self.kind.name)

    @property
    def keyed(self) -> bool:
        """Whether its rows bear their ids. Those of people do not where nobody is named: see ``sheet_of``."""
        return self.columns[0].name == ID


def sheet_of(kind: Kind, *, names: bool = True) -> Sheet:
    """Return the table of a kind; without ``names`` no column in it says who somebody is.

    Nothing refers to people then, and their ids would only tell which visit they were made in: the numbers of one PC
    follow each other.
    """
    key = (Column(ID, titles.of_field(ID), Type.REF),) if names or kind.root is not Root.VISITOR else ()
    every = (*key, *_columns(kind))
    return Sheet(kind, tuple(each for each in every if names or not each.personal))


def sheets(kinds: Iterable[Kind] = KINDS, *, names: bool = True) -> tuple[Sheet, ...]:
    """Return the tables of several kinds; without ``names``, one that would hold nothing but ids is left out."""
    return tuple(each for each in (sheet_of(kind, names=names) for kind in kinds) if names or len(each.columns) > 1)


def lists(several: Iterable[Sheet]) -> tuple[CodeList, ...]:
    """Return each code list that the columns of ``several`` speak of, once, in the order of their names."""
    found = {column.codes.name: column.codes for each in several for column in each.columns if column.codes}
    return tuple(found[name] for name in sorted(found))


def _columns(kind: Kind) -> Iterator[Column]:
    for field in kind.fields:
        if not leaves(field):
            continue
        if field.type is Type.INTERVAL:
            for name in ends_of(field):
                yield Column(name, titles.of_field(name), Type.TIME, personal=field.personal is not None)
        else:
            yield _column(kind, field)


def _column(kind: Kind, field: Field) -> Column:
    where = f"{kind.name}.{field.name}"
    coded = field.type in {Type.CODE, Type.CODES}
    return Column(
        field.name,
        titles.of_field(field.name),
        field.type,
        unit=_UNITS.get(where, ""),
        codes=(_LISTS_OF.get(where) or _LISTS.get(field.name)) if coded else None,
        refers=_referred(field) if field.type in {Type.REF, Type.REFS} else "",
        personal=field.personal is not None,
    )


def _referred(field: Field) -> str:
    """Return the kind that a reference is to: most bear its name."""
    special = {
        "answered_by": "visitor",
        "one": "visitor",
        "other": "visitor",
        "regular": "booking",
        "series": "workshop",
        "origin": "item",
    }
    return special.get(field.name) or (field.name.removesuffix("s") if field.type is Type.REFS else field.name)
