"""Alembic's entry: runs the steps on the connection that `database.migrate` hands over, in its transaction.

Never here: a connection of its own, or a log file. Source: Alembic, "Sharing a Connection".
"""

from alembic import context

from fieldapp.service.database import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
