"""The tables that ship with the program, in the folder ``data`` of each package that has some."""

import csv
from collections.abc import Iterator
from importlib import resources


def rows(file: str, package: str = "kiosque.domain") -> Iterator[dict[str, str]]:
    """Give the rows of a CSV file of a package."""
    with resources.files(package).joinpath("data", file).open(encoding="utf-8") as lines:
        yield from csv.DictReader(lines)
