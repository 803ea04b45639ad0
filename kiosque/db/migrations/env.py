"""How Alembic runs here: from code only, on the connection that the program gives."""

from alembic import context


def run() -> None:
    """Run the migrations that Alembic chose, all of them in one transaction."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, render_as_batch=True, transactional_ddl=True)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        context.run_migrations()
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


run()
