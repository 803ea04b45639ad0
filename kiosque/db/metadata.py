"""What all the tables stand in."""

from sqlalchemy import BigInteger, Integer, MetaData

metadata = MetaData()

# On SQLite only a column declared INTEGER is the row's own number, and not an index beside the table.
Identifier = BigInteger().with_variant(Integer, "sqlite")
