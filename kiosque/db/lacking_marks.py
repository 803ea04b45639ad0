"""What is to be counted by code anew: of a programme that says otherwise what belongs to it, every day.

Its days are not marked (``marks``): all the other figures of eight years are what they were.
"""

from collections.abc import Collection

from sqlalchemy import Connection, select

from kiosque.db.daily_tables import lacking
from kiosque.db.records import programme

PROGRAMME = "programme"
"""The form of what belongs to programmes; its codes are their record ids."""

EVERY_DAY = 100_000
"""The number of a day that nothing is later than."""

TRIGGER = "lack_programme"
_COLUMNS = "themes, services, age_bands, statuses, sectors, started_at, ended_at, deleted"


def triggers(*, in_a_file: bool) -> list[str]:
    """Return the statements that have a programme counted again when it is new, or says otherwise."""
    forget = f"DELETE FROM lacking WHERE form = '{PROGRAMME}' AND code = CAST({{row}}.id AS text);"  # noqa: S608 - our own names
    lack = f"INSERT INTO lacking (form, code, until) VALUES ('{PROGRAMME}', CAST(new.id AS text), {EVERY_DAY});"  # noqa: S608
    new, old = f"{forget.format(row='new')} {lack}", forget.format(row="old")
    if in_a_file:
        events = {"added": ("INSERT", new), "changed": (f"UPDATE OF {_COLUMNS}", new), "removed": ("DELETE", old)}
        return [
            statement
            for when, (event, does) in events.items()
            for statement in (
                f"DROP TRIGGER IF EXISTS {TRIGGER}_{when}",
                f"CREATE TRIGGER {TRIGGER}_{when} AFTER {event} ON programme BEGIN {does} END",
            )
        ]
    body = f"IF TG_OP = 'DELETE' THEN {old} ELSE {new} END IF; RETURN NULL;"
    on = f"INSERT OR DELETE OR UPDATE OF {_COLUMNS}"
    return [
        f"CREATE OR REPLACE FUNCTION {TRIGGER}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$",
        f"CREATE OR REPLACE TRIGGER {TRIGGER} AFTER {on} ON programme FOR EACH ROW EXECUTE FUNCTION {TRIGGER}()",
    ]


def lack(connection: Connection, forms: Collection[str]) -> None:
    """Have these forms counted on every day, of programmes each."""
    codes = [(form, "") for form in forms if form != PROGRAMME]
    if PROGRAMME in forms:
        codes += [(PROGRAMME, str(each)) for each in connection.scalars(select(programme.c.id))]
    for form, code in codes:
        connection.execute(lacking.delete().where(lacking.c.form == form, lacking.c.code == code))
        connection.execute(lacking.insert().values(form=form, code=code, until=EVERY_DAY))
