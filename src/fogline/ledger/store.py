"""The ledger as a database: SQLite by default, PostgreSQL by URL, one code path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from fogline.errors import LedgerError
from fogline.ledger.clock import Clock, now
from fogline.ledger.migrate import migrate
from fogline.ledger.view import View
from fogline.ledger.writer import Writer

WAIT = 120_000  # milliseconds that a writer waits for another one before it gives up
WRITERS = 0x666F67  # the key of PostgreSQL's advisory lock by which writers take turns


class Store:
    """A ledger that is open. `Writer` appends to it, `View` reads and cannot write.

    Raises:
        LedgerError: the address is wrong, or what is there is no ledger or cannot be reached.
    """

    def __init__(self, address: str | Path, *, clock: Clock = now, create: bool = True) -> None:
        self.url = _url(str(address))
        self._clock = clock
        self._engine = _engine(self.url, create=create)
        with _explained(self.url):
            migrate(self._engine, create=create)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """A writer in a transaction of its own: all that it appends is kept together, or nothing of it."""
        with self.transaction() as connection:
            yield Writer(connection, self._clock)

    @contextmanager
    def viewing(self) -> Iterator[View]:
        """What is in the ledger at this moment."""
        with _explained(self.url), self._engine.connect() as connection:
            _forbid_writing(connection)
            try:
                yield View(connection)
            finally:
                _allow_writing(connection)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A connection that alone may write until it is done."""
        with _explained(self.url), self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS})
            yield connection
            connection.commit()

    def compact(self) -> None:
        """Writes what SQLite keeps in its journal into the file, so that no removed words stay behind in it."""
        if self._engine.dialect.name == "sqlite":
            with _explained(self.url), self._engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _url(address: str) -> URL:
    if "://" not in address:
        return URL.create("sqlite", database=str(Path(address).expanduser()))
    try:
        url = make_url(address)
    except ArgumentError:
        raise LedgerError(f"{address} is no address of a ledger", next_step="Give a file or postgresql://…") from None
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise LedgerError(
            f"ledgers are kept in SQLite or PostgreSQL, not in {url.get_backend_name()}",
            next_step="Give a file or postgresql://…",
        )
    return url


def _engine(url: URL, *, create: bool) -> Engine:
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url)
        except (NoSuchModuleError, ModuleNotFoundError):
            raise LedgerError("the driver of PostgreSQL is missing", next_step="Install fogline[postgresql]") from None
    file = Path(url.database or "")
    if not file.exists():
        if not create:
            raise LedgerError(f"{file}: there is no ledger yet", next_step="fogline add puts reports into it")
        file.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": WAIT / 1000}, max_overflow=-1)  # as many as ask at once
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Callable[..., object], entry: ConnectionPoolEntry) -> None:
    """Sets a new connection to SQLite up. `transaction` begins by hand, so that a writer has its turn at once."""
    connection.isolation_level = None  # type: ignore[attr-defined]
    cursor = connection.cursor()  # type: ignore[attr-defined]
    for pragma in (
        f"busy_timeout={WAIT}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",  # what is redacted must not stay in free pages
        "cache_size=-65536",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _forbid_writing(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA query_only=ON")
        connection.exec_driver_sql("BEGIN")
    else:
        connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))


def _allow_writing(connection: Connection) -> None:
    connection.rollback()
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA query_only=OFF")


@contextmanager
def _explained(url: URL) -> Iterator[None]:
    """Errors of the database as errors that a user can act on."""
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        raise LedgerError(
            f"{url.render_as_string()}: {reason}",
            next_step="Check the ledger's address, the disk and who may write there",
        ) from error
