"""Code lists as headquarters changes them: a new body, another name, a last day. What was captured stays as it was."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy import select

from kiosque.actions.done import Done
from kiosque.actions.inputs import BadInput, alive, chosen, name, of_our_time
from kiosque.db import records as tables
from kiosque.db.query import Found, Query
from kiosque.db.store import Store
from kiosque.db.write import Writer
from kiosque.domain import codelist
from kiosque.domain.codelist import Code, CodeList
from kiosque.domain.editions import OPEN, OTHER, Said, code_for, edition
from kiosque.domain.french import local
from kiosque.domain.records import CODE
from kiosque.domain.validity import Dates, dates, midnight

LONGEST_SHORT = 24
"""Letters that a chip of the desk bears."""

ALWAYS = 0
"""The first moment of a code that has no first day."""


def said(ask: Callable[[Query], Iterable[Found]]) -> Mapping[str, tuple[Said, ...]]:
    """Return what headquarters said of each code, by list, the oldest first."""
    table = tables.code
    found: dict[str, tuple[Said, ...]] = {}
    for row in ask(select(table).where(alive(table), table.c.code.is_not(None)).order_by(table.c.id)):
        found[row.list] = (*found.get(row.list, ()), _said(row))
    return found


def use(store: Store) -> None:
    """Let the whole program have the lists as this store knows them."""
    held = said(store.all)
    codelist.use({of.name: edition(of, held[of.name]) for of in OPEN.values() if of.name in held})


def add(store: Store, of: str, label: str, *, short: str = "", first: date | None = None, author: int = 0) -> Done:
    """Put a code with the words ``label`` in the list ``of``, offered from the day ``first``. Raises ``BadInput``."""
    of_our_time(store.now(), first=first)
    here, words = _open(of), name("label", label)

    def write(writer: Writer) -> int:
        known = _held(writer, here)
        _require_new(known, words)
        code = code_for(words, {each.code for each in known})
        values = {"list": of, "code": code, "label": words, "short": _short(short)}
        return writer.record(CODE, **values, times=_dates(first, None))

    return _write(store, write, author)


def rename(store: Store, of: str, code: str, label: str, *, short: str = "", author: int = 0) -> Done:
    """Say other words for a code: what was captured under it is shown by them too. Raises ``BadInput``."""
    known = _code(of, code)
    words = known.label if label == known.label else name("label", label)

    def write(writer: Writer) -> int:
        if words != known.label:
            _require_new((each for each in _held(writer, OPEN[of]) if each.code != code), words)
        return _amend(writer, of, code, {"label": words, "short": _short(short) or None})

    return _write(store, write, author)


def end(store: Store, of: str, code: str, last: date | None, *, successor: str = "", author: int = 0) -> Done:
    """Say the last day on which a code may be chosen, and what takes over; None: it may be chosen again.

    Raises ``BadInput``.
    """
    known = _code(of, code)
    if code == OTHER:
        raise BadInput("code", "«\u00a0Autre\u00a0» reste toujours offert.")
    of_our_time(store.now(), last=last)
    if last is not None and known.since is not None and last < known.since:
        raise BadInput("last", "Le dernier jour vient après le premier.")
    follows = chosen("successor", successor, OPEN[of]) if successor else None
    if follows == code:
        raise BadInput("successor", "Un choix ne se remplace pas lui-même.")
    values: Mapping[str, str | Dates | None] = {"times": _dates(known.since, last), "successor": follows}
    return _write(store, lambda writer: _amend(writer, of, code, values), author)


def _amend(writer: Writer, of: str, code: str, values: Mapping[str, str | Dates | None]) -> int:
    table = tables.code
    about = select(table.c.id).where(table.c.list == of, table.c.code == code, alive(table)).order_by(table.c.id.desc())
    if held := writer.first(about):
        writer.amend(CODE, held.id, **values)
        return int(held.id)
    return writer.record(CODE, list=of, code=code, **values)


def _write(store: Store, write: Callable[[Writer], int], author: int) -> Done:
    with store.writing(author) as writer:
        record = write(writer)
    use(store)
    return Done(record, tuple(writer.entries), writer.now)


def _open(of: str) -> CodeList:
    if of not in OPEN:
        raise BadInput("list", "Cette liste ne se change pas ici.")
    return OPEN[of]


def _code(of: str, code: str) -> Code:
    return _open(of).find(chosen("code", code, _open(of)))


def _held(writer: Writer, of: CodeList) -> tuple[Code, ...]:
    """Return a list as it is where it is written: another process may have changed it since it was read here."""
    return edition(of, said(writer.all).get(of.name, ()))


def _require_new(known: Iterable[Code], label: str) -> None:
    if any(label.casefold() == each.label.casefold() for each in known):
        raise BadInput("label", "Ce nom est déjà dans la liste.")


def _short(text: str) -> str | None:
    return name("short", text, LONGEST_SHORT) if text.strip() else None


def _dates(first: date | None, last: date | None) -> Dates:
    return (ALWAYS if first is None else midnight(first), None if last is None else dates(last, last)[1])


def _said(row: Found) -> Said:
    return Said(
        row.code,
        row.label or "",
        row.short or "",
        local(row.started_at).date() if row.started_at else None,
        local(row.ended_at - 1).date() if row.ended_at else None,
        row.successor or "",
        dated=row.started_at is not None,
    )
