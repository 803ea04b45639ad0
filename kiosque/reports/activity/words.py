"""How a report says its values, in French: on paper, on pages, and as numbers of a spreadsheet."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from kiosque.domain.french import NARROW_SPACE, clock_words, day, duration, number
from kiosque.reports.activity.told import Cell, Column, Unit

HIDDEN = "·"
"""What stands in the place of a hidden cell."""

MINUTE, HOUR, CENTS, GRAMS = 60, 3_600, 100, 1_000


def said(cell: Cell, unit: Unit) -> str:
    """Return a value with its unit: *1 234*, *12 h 30*, *1 234,50 €*, *30 %*, *12,4 kg*."""
    if cell is None:
        return HIDDEN
    return cell if isinstance(cell, str) else _SAYING.get(unit, number)(cell)


def exact(cell: Cell, unit: Unit) -> Decimal | Cell:
    """Return a value as a spreadsheet counts with it: hours, euros, kilograms."""
    if cell is None or isinstance(cell, str):
        return cell
    scale = {Unit.TIME: HOUR, Unit.MONEY: CENTS, Unit.WEIGHT: GRAMS}.get(unit)
    return cell if scale is None else (Decimal(cell) / scale).quantize(Decimal("0.001"))


def titled(column: Column) -> str:
    """Return a column's title with its unit, for a spreadsheet."""
    unit = {Unit.TIME: "h", Unit.MONEY: "€", Unit.SHARE: "%", Unit.WEIGHT: "kg"}.get(column.unit)
    return f"{column.title} ({unit})" if unit else column.title


def long_day(when: date) -> str:
    """Return *1er septembre 2026*."""
    return f"{day(when).split(maxsplit=1)[1]} {when.year}"


def short_day(when: date) -> str:
    """Return *01/09/2026*."""
    return f"{when:%d/%m/%Y}"


def span(first: date, last: date) -> str:
    """Return *du 1er septembre 2026 au 31 août 2027*, or the day alone."""
    return f"du {long_day(first)} au {long_day(last)}" if first != last else f"le {long_day(first)}"


def month(when: date) -> str:
    """Return *novembre 2026*."""
    return long_day(when).split(maxsplit=1)[1]


def _hours(seconds: int) -> str:
    minutes = round(seconds / MINUTE)
    whole, rest = divmod(minutes, 60)
    if not whole:
        return duration(rest) if rest else f"0{NARROW_SPACE}h"
    return f"{number(whole)}{clock_words(whole, rest).removeprefix(str(whole))}"


def _decimal(value: int, scale: int, places: int) -> str:
    rounded = (Decimal(value) / scale).quantize(Decimal(1).scaleb(-places))
    whole, _, rest = f"{abs(rounded)}".partition(".")
    return f"{'-' if rounded < 0 else ''}{number(int(whole))},{rest}"


_SAYING: dict[Unit, Callable[[int], str]] = {
    Unit.TIME: _hours,
    Unit.MONEY: lambda cents: f"{_decimal(cents, CENTS, 2)}\u00a0€",
    Unit.SHARE: lambda share: f"{number(share)}{NARROW_SPACE}%",
    Unit.WEIGHT: lambda grams: f"{_decimal(grams, GRAMS, 1)}\u00a0kg",
}
