"""Alembic's entry: runs the steps on the connection that `migrate` hands over."""

from alembic import context

from fogline.ledger.schema import records

context.configure(connection=context.config.attributes["connection"], target_metadata=records)
with context.begin_transaction():
    context.run_migrations()
