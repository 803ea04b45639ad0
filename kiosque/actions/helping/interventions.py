"""Logging one act of help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.helping.helped import about, follow, of_nobody
from kiosque.actions.helping.precise import Precise, kept, precise_of
from kiosque.actions.inputs import BadInput, alive, chosen, note
from kiosque.actions.network.programmes import programmes, require_running
from kiosque.actions.opening.permanences import require_open
from kiosque.actions.visitors.profile import Said, describe, told
from kiosque.db import records as tables
from kiosque.db.query import Found
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codes
from kiosque.domain.french import local
from kiosque.domain.profile import COUNTED, SEVERAL
from kiosque.domain.records import INTERVENTION
from kiosque.journal.entry import Value

LONGEST_MINUTES = 8 * 60


def log_intervention(  # noqa: PLR0913 - all that may be said of an act of help
    store: Store,
    *,
    visits: Sequence[int] = (),
    themes: Sequence[str],
    duration: int,
    service: str | None = None,
    admin_themes: Sequence[str] = (),
    text: str | None = None,
    animator: int | None = None,
    precise: Precise | None = None,
    profile: Said | None = None,
) -> Done:
    """Log one act of help given now to the visitors of ``visits`` (none: somebody who is not signed in).

    ``duration`` in minutes; ``themes``, ``admin_themes`` and ``service`` by the national codes; ``animator`` is
    the permanence's when None; ``profile``: what is said of those helped, of all of them. Raises ``NotOpen`` or
    ``BadInput``.
    """
    what = checked(
        themes=themes,
        duration=duration,
        service=service,
        admin_themes=admin_themes,
        text=text,
        day=local(store.now()).date(),
        precise=precise,
    )
    require_running(store, precise.programme if precise else None, local(store.now()).date())
    with store.writing() as writer:
        record = give(writer, store, what, visits, animator, profile)
    return Done(record, tuple(writer.entries), writer.now)


def give(
    writer: Writer,
    store: Store,
    said: Mapping[str, Value],
    visits: Sequence[int] = (),
    animator: int | None = None,
    profile: Said | None = None,
) -> int:
    """In a transaction: log one act of help, of which ``checked`` returned what is ``said``; return its record.

    Raises as ``log_intervention``.
    """
    permanence = require_open(writer, store)
    helper = permanence.animator if animator is None else animator
    writer.author = helper
    of_them = told(profile or {})
    for changed in describe(writer, visits, of_them):
        follow(writer, changed)
    helped = [_visit(writer, visit) for visit in visits]
    return writer.record(
        INTERVENTION,
        permanence=permanence.id,
        animator=helper,
        given_at=writer.now,
        **said,
        **(about(visits, helped) if visits else of_nobody(of_them)),
    )


@dataclass(frozen=True, slots=True)
class Act:
    """An act of help that may be repeated."""

    id: int
    theme: str
    duration: int


def last_act(store: Store, animator: int) -> Act | None:
    """Return the last act of help that ``animator`` gave in a permanence that is open; None when there is none."""
    table, held = tables.intervention, tables.permanence
    columns = (table.c.id, table.c.themes, table.c.duration)
    query = select(*columns).join(held, held.c.id == table.c.permanence)
    given = query.where(table.c.animator == animator, held.c.ended_at.is_(None), alive(table))
    row = store.first(given.order_by(table.c.given_at.desc(), table.c.id.desc()))
    return Act(row.id, str(row.themes or "").split(" ")[0], row.duration) if row else None


def repeat(store: Store, intervention: int, *, animator: int) -> Done:
    """Log the same act of help once more, now, for the same people. Raises ``NotOpen`` or ``BadInput``."""
    table = tables.intervention
    row = store.first(select(table).where(table.c.id == intervention, alive(table)))
    if row is None:
        raise BadInput("intervention", "Cette aide est à la corbeille.")
    precise = precise_of(row)
    running = {each.id for each in programmes(store, local(store.now()).date())}
    return log_intervention(
        store,
        visits=[int(visit) for visit in (row.visits or "").split()],
        themes=(row.themes or "").split(),
        duration=row.duration,
        service=row.service,
        admin_themes=(row.admin_themes or "").split(),
        animator=animator,
        # A mandate is signed once, and a programme may be over.
        precise=replace(precise, mandate=None, programme=precise.programme if precise.programme in running else None),
        # Of who is signed in, their visit says it.
        profile={} if row.visits else {field: (getattr(row, many) or "") for field, many in SEVERAL.items()},
    )


def checked(
    *,
    themes: Sequence[str],
    duration: int,
    service: str | None = None,
    admin_themes: Sequence[str] = (),
    text: str | None = None,
    day: date | None = None,
    precise: Precise | None = None,
) -> dict[str, Value]:
    """Return what is said of an act of help as it is kept, by field. Raises ``BadInput``.

    ``day``: the body must be one that could be chosen then, under that name; None: whichever it was.
    """
    if not themes:
        raise BadInput("themes", "Choisissez au moins une thématique.")
    if not 0 < duration <= LONGEST_MINUTES:
        raise BadInput("duration", "La durée va de 1 à {most} minutes.", most=LONGEST_MINUTES)
    if admin_themes and not codes.admin_themes_allowed(themes):
        raise BadInput("admin_themes", "Cette précision ne va qu’avec une démarche administrative.")
    if service and day and service in codes.SERVICES and not codes.SERVICES.find(service).valid_at(day):
        raise BadInput("service", "Ce jour-là, cet organisme portait un autre nom.")
    return {
        "duration": duration,
        "themes": tuple(chosen("themes", theme, codes.THEMES) for theme in themes),
        "admin_themes": tuple(chosen("admin_themes", theme, codes.ADMIN_THEMES) for theme in admin_themes) or None,
        "service": service and chosen("service", service, codes.SERVICES),
        "note": note(text),
        **kept(precise or Precise(), tuple(themes)),
    }


def _visit(writer: Writer, visit: int) -> Found:
    """Return what is known of who came with ``visit``, to a permanence that is open: this PC's or another's."""
    table, permanence = tables.visit, tables.permanence
    columns = (table.c.visitor, *(table.c[name] for name in COUNTED))
    query = select(*columns).join(permanence, permanence.c.id == table.c.permanence)
    row = writer.first(query.where(table.c.id == visit, permanence.c.ended_at.is_(None), alive(table)))
    if row is None:
        raise BadInput("visits", "Cette personne n’est pas inscrite à cette permanence.")
    return row
