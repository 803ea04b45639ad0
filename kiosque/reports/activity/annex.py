"""The annex of a report: each of its tables as a sheet of an OpenDocument spreadsheet, the same bytes each time."""

from collections.abc import Iterable, Iterator

from kiosque.domain.french import local
from kiosque.domain.kinds import Type
from kiosque.reports.activity.paper import NETWORK, TITLE, sources
from kiosque.reports.activity.told import Cell, Report, Unit
from kiosque.reports.activity.words import HIDDEN, exact, span, titled
from kiosque.reports.exports.ods import NARROWEST, WIDEST, document, table
from kiosque.reports.exports.readable import Shown, shown

MIME = "application/vnd.oasis.opendocument.spreadsheet"
A_CENTIMETRE = 5
"""Letters that it holds, at least."""

SOFT_HYPHEN = "\u00ad"


def annex(report: Report) -> bytes:
    """Return the spreadsheet of a report. No cell of it is a formula, and what is hidden on paper is hidden here."""
    return b"".join(document(_sheets(report)))


def _sheets(report: Report) -> Iterator[str]:
    yield from _sheet("Rapport", ["Ce que c’est", "Valeur", "Unité"], _first(report))
    for _, each in report.tables():
        titles = [titled(column).replace(SOFT_HYPHEN, "") for column in each.columns]
        units = [column.unit for column in each.columns]
        lines = [*each.lines, each.total] if each.total else list(each.lines)
        yield from _sheet(
            each.title, titles, ([_cell(*pair) for pair in zip(line, units, strict=True)] for line in lines)
        )
    yield from _sheet("Commentaires", ["Section", "Commentaire"], _comments(report))
    yield from _sheet(
        "Définitions",
        ["Ce que l’on compte", "Définition"],
        ([_words(each.name), _words(each.text)] for each in report.definitions),
    )
    yield from _sheet(
        "Journaux",
        ["Poste", "Dernière écriture", "Empreinte (BLAKE2b-256)"],
        ([str(each.device), each.number, each.digest] for each in report.heads),
    )


def _sheet(name: str, titles: list[str], lines: Iterable[list[Shown]]) -> Iterator[str]:
    """Give one sheet, whose columns are as wide as what they hold."""
    held = list(lines)
    letters = [max(len(str(each or "")) for each in column) for column in zip(titles, *held, strict=True)]
    return table(name, titles, held, [min(max(each // A_CENTIMETRE + 1, NARROWEST), WIDEST) for each in letters])


def _first(report: Report) -> Iterator[list[Shown]]:
    yield [TITLE, NETWORK, None]
    yield ["Période", span(report.first, report.last), None]
    if report.whose:
        yield ["Association", _words(report.whose), None]
    if report.funder:
        yield ["Établi pour", _words(report.funder), None]
    yield ["Fait le", local(report.made).replace(tzinfo=None), None]
    yield ["Empreinte des journaux", report.digest, None]
    # What two sections tell is one line here.
    for figure in {each.name: each for section in report.sections for each in section.figures}.values():
        yield [figure.name, _cell(figure.value, figure.unit), _unit(figure.unit)]
    for sentence in sources(report):
        yield ["Source", _words(sentence), None]


def _comments(report: Report) -> Iterator[list[Shown]]:
    for section in report.sections:
        if section.comment:
            yield [section.title, _words(section.comment)]


def _cell(cell: Cell, unit: Unit) -> Shown:
    if cell is None:
        return HIDDEN
    value = exact(cell, unit)
    return _words(value) if isinstance(value, str) else value


def _words(text: str) -> Shown:
    return shown(Type.LABEL, text)


def _unit(unit: Unit) -> str | None:
    return {Unit.TIME: "h", Unit.MONEY: "€", Unit.SHARE: "%", Unit.WEIGHT: "kg"}.get(unit)
