"""The types of a query over the tables and of what it finds: the tables are made from the kinds, so not known to mypy."""

from typing import Any

from sqlalchemy import Row, Select

Query = Select[*tuple[Any, ...]]
Found = Row[*tuple[Any, ...]]
