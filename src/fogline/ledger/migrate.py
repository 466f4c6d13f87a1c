"""Brings a database to the tables that this fogline writes (Alembic; the steps stand in `migrations/`)."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from fogline.errors import LedgerError

HEAD = "0001"
"""The step that this fogline knows as its last."""
VERSIONS = "alembic_version"


def migrate(engine: Engine, *, create: bool = True) -> None:
    """Runs the steps that the database lacks; does nothing where it lacks none.

    Raises:
        LedgerError: the database belongs to something else, is no ledger yet (without `create`), or was written by a
            newer fogline.
    """
    with engine.connect() as connection:
        if (version := _version(connection)) == HEAD:
            return
        if version is None and inspect(connection).get_table_names():
            raise LedgerError("this database is no ledger: it holds other tables", next_step="Give another --ledger")
        if version is None and not create:
            raise LedgerError("there is no ledger yet", next_step="fogline add puts reports into it")
    if version is not None and version not in {step.revision for step in _steps().walk_revisions()}:
        raise LedgerError("the ledger was written by a newer fogline", next_step="Update fogline")
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSIONS):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def _steps() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
