"""Activity reports at the central: asked for, previewed, commented, frozen; what is frozen stays as it is."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b

import msgspec
from sqlalchemy import Select, exists, func, literal, select

from kiosque.actions.inputs import BadInput
from kiosque.central.accounts import Account
from kiosque.central.central import Central
from kiosque.central.rights import scope
from kiosque.db.query import Found
from kiosque.db.records import antenna, partner
from kiosque.db.report_tables import report, report_comment
from kiosque.db.store import Store
from kiosque.domain.codes import ASSOCIATIONS
from kiosque.domain.french import local
from kiosque.reports.activity.annex import annex
from kiosque.reports.activity.contents import contents
from kiosque.reports.activity.letters import unprintable
from kiosque.reports.activity.paper import paper
from kiosque.reports.activity.sections import KEYS, LONGEST, SECTIONS
from kiosque.reports.activity.telling import journals, told
from kiosque.reports.activity.told import Report
from kiosque.reports.period import Period

LONGEST_DAYS = 5 * 366
"""A project is of three years; a period of more is a slip of the finger."""


class RefusedReport(BadInput):
    """A report cannot be asked for, or written, so; ``field`` is where, a section of it among others."""

    def __init__(self, sentence: str, field: str = "act") -> None:
        super().__init__(field, sentence)


@dataclass(frozen=True, slots=True)
class Asked:
    """One report: of which days, for which partner, of which association (empty: the network); when it was frozen."""

    id: int
    period: Period
    funder: int | None
    funder_name: str
    association: str
    made_at: int
    made_by: str
    frozen_at: int | None
    frozen_by: str
    reason: str
    """Why it was frozen although it shares days with others; empty when it shared none."""

    @property
    def whose(self) -> str:
        """Of which association it is, in words."""
        return ASSOCIATIONS.label(self.association) if self.association else ""


def begin(
    central: Central, account: Account, period: Period, funder: int | None, association: str = ""
) -> tuple[int, bool]:
    """Ask for a report; return its number, and whether it was there already, as a draft of just the same.

    An account of an association asks for its own. Raises ``RefusedReport``.
    """
    if (period.last - period.first).days > LONGEST_DAYS:
        raise RefusedReport("Une période a cinq ans au plus.", "last")
    whose = account.association or association
    if whose and whose not in ASSOCIATIONS:
        raise RefusedReport("Cette association n’existe pas.", "association")
    if funder is not None and funder not in funders(central.store):
        raise RefusedReport("Ce partenaire n’est plus noté.", "funder")
    asked = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "funder": funder,
        "association": whose or None,
    }
    row = asked | {"made_at": central.store.now(), "made_by": account.name}
    same = (
        *(report.c[name].is_not_distinct_from(value) for name, value in asked.items()),
        report.c.frozen_at.is_(None),
    )
    # One statement: of two who ask at once for the same, the second is led to what the first one has.
    values = select(*(literal(value, report.c[name].type) for name, value in row.items()))
    new = values.where(~exists().where(*same))
    made = central.store.write_local(report.insert().from_select([*row], new))
    found = central.store.first(select(func.min(report.c.id).label("id")).where(*same))
    return int(found.id) if found else 0, not made


def funders(store: Store) -> dict[int, str]:
    """Return the partners, by name."""
    rows = store.all(
        select(partner.c.id, partner.c.name).where(partner.c.deleted.is_not(True)).order_by(partner.c.name)
    )
    return {row.id: row.name or "" for row in rows}


def reports(central: Central, account: Account) -> tuple[Asked, ...]:
    """Return the reports that an account may see, the latest first."""
    rows = central.store.all(_seen_by(account).order_by(report.c.id.desc()))
    return tuple(_asked(row) for row in rows)


def one(central: Central, account: Account, number: int) -> Asked | None:
    """Return one report; None when there is none that the account may see."""
    row = central.store.first(_seen_by(account).where(report.c.id == number))
    return _asked(row) if row else None


def comments(store: Store, number: int) -> dict[str, str]:
    """Return what is said in each section of a report."""
    query = select(report_comment.c.section, report_comment.c.text).where(report_comment.c.report == number)
    return {row.section: row.text for row in store.all(query)}


def say(
    central: Central, account: Account, asked: Asked, typed: Mapping[str, str], seen: Mapping[str, str] | None = None
) -> None:
    """Keep what was typed in the sections of a report, all that may be. Raises ``RefusedReport`` for what may not.

    ``seen``: for each section the mark (``mark_of``) of what stood there when the page was shown. What was left as it
    was is nobody's word, and what somebody else wrote meanwhile is not written over.
    """
    if asked.frozen_at is not None:
        raise RefusedReport("Ce rapport est figé\u202f: plus rien n’y change.")
    held, refusal = comments(central.store, asked.id), None
    for key, text in typed.items():
        kept, now = tidy(text), held.get(key, "")
        shown = (seen or {}).get(key, mark_of(now))
        if key not in KEYS or kept == now or mark_of(kept) == shown:
            continue
        refused = _refusal(key, kept, otherwise=shown != mark_of(now))
        if refused is None:
            _keep(central, account, asked.id, key, kept)
        refusal = refused or refusal
    if refusal:
        raise refusal


def mark_of(text: str) -> str:
    """Return what stands for a comment in a form, to know whether it is still the one that was shown."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


def tidy(text: str) -> str:
    """Return a comment as it is kept: lines without what nobody sees at their ends."""
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).strip()


def preview(central: Central, asked: Asked, step: Callable[[], object] | None = None) -> Report:
    """Return a report as it would be frozen now; ``step`` is told of each of its parts."""
    store = central.store
    said = comments(store, asked.id)
    with store.reading() as connection, connection.begin():
        own = _antennas(store, asked.association) if asked.association else None
        found = contents(connection, asked.period, local(store.now()).date(), own, step)
        known = journals(connection)
    return told(
        found,
        known,
        made=store.now(),
        funder=asked.funder_name,
        whose=asked.whose,
        comments=said,
        draft=True,
    )


def pack(made: Report) -> bytes:
    """Return a report as it is kept."""
    return zlib.compress(msgspec.json.encode(made))


def unpacked(packed: bytes) -> Report:
    """Return a report that was kept."""
    return msgspec.json.decode(zlib.decompress(packed), type=Report)


def frozen(store: Store, number: int) -> Report | None:
    """Return what was frozen; None when nothing was yet."""
    row = store.first(select(report.c.contents).where(report.c.id == number))
    return unpacked(row.contents) if row and row.contents else None


def all_frozen(store: Store) -> tuple[tuple[Asked, Report], ...]:
    """Return every report that is frozen, whoever may see it, the latest first."""
    rows = store.all(
        _COLUMNS.add_columns(report.c.contents).where(report.c.contents.is_not(None)).order_by(report.c.id)
    )
    return tuple((_asked(row), unpacked(row.contents)) for row in reversed(rows))


def throw(central: Central, asked: Asked) -> None:
    """Throw a report away that is not frozen, with what was said in it. Raises ``RefusedReport``."""
    still = (report.c.id == asked.id, report.c.frozen_at.is_(None))
    if not central.store.write_local(report.delete().where(*still)):
        raise RefusedReport("Un rapport figé ne se jette pas\u202f: il a pu être donné.")
    central.store.write_local(report_comment.delete().where(report_comment.c.report == asked.id))


@lru_cache(maxsize=4)
def printed(made: Report) -> bytes:
    """Return the PDF of a report: a second of work, so the same one is made once."""
    return paper(made)


def spreadsheet(made: Report) -> bytes:
    """Return the annex of a report."""
    return annex(made)


_COLUMNS = select(
    *(column for column in report.c if column.name not in {"contents", "draft"}), partner.c.name.label("funder_name")
).select_from(report.outerjoin(partner, partner.c.id == report.c.funder))


def _seen_by(account: Account) -> Select[tuple[object, ...]]:
    # Whoever sees one association's antennas sees its own reports.
    return _COLUMNS if scope(account) is None else _COLUMNS.where(report.c.association == account.association)


def _asked(row: Found) -> Asked:
    period = Period(date.fromisoformat(row.first), date.fromisoformat(row.last))
    return Asked(
        *(row.id, period, row.funder, row.funder_name or "", row.association or "", row.made_at, row.made_by),
        *(row.frozen_at, row.frozen_by or "", row.reason or ""),
    )


def _antennas(store: Store, association: str) -> frozenset[int]:
    return frozenset(row.id for row in store.all(select(antenna.c.id).where(antenna.c.association == association)))


def _refusal(key: str, text: str, *, otherwise: bool) -> RefusedReport | None:
    title = next(each.title for each in SECTIONS if each.key == key)
    if otherwise:
        sentence = "quelqu’un y a écrit entre-temps. Gardez encore une fois pour mettre vos mots à la place."
        return RefusedReport(f"«\u00a0{title}\u00a0»\u202f: {sentence}", f"c-{key}")
    if len(text) > LONGEST:
        return RefusedReport(
            f"«\u00a0{title}\u00a0»\u202f: {LONGEST} lettres au plus, il y en a {len(text)}.", f"c-{key}"
        )
    if signs := unprintable(text):
        return RefusedReport(
            f"«\u00a0{title}\u00a0»\u202f: le papier ne sait pas écrire {' '.join(signs[:5])}.", f"c-{key}"
        )
    return None


def _keep(central: Central, account: Account, number: int, key: str, text: str) -> None:
    here = (report_comment.c.report == number, report_comment.c.section == key)
    central.store.write_local(report_comment.delete().where(*here))
    if text:
        said = {"text": text, "said_at": central.store.now(), "said_by": account.name}
        central.store.write_local(report_comment.insert().values(report=number, section=key, **said))
