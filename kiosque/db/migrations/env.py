"""How Alembic runs here: from code only, on the connection that the program gives."""

from alembic import context


def run() -> None:
    """Run the migrations that Alembic chose, in the transaction that the caller opened and commits."""
    context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
    context.run_migrations()


run()
