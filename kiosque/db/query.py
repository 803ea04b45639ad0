"""The types of a query and of what it finds: tables are made from the kinds, so mypy does not know their columns."""

from typing import Any

from sqlalchemy import Row, Select

Query = Select[*tuple[Any, ...]]
Found = Row[*tuple[Any, ...]]
