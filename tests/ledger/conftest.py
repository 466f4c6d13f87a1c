"""The same tests against SQLite and PostgreSQL: a real server, started for the session from Debian's packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from fogline.ledger import Store
from fogline.model import Document

NO_SERVER = "PostgreSQL is not installed"
POSTGRES_USER = "postgres"  # the server refuses to run as root
_FRESH = count(1)

CAPTURED = (
    "ARDAK, May 2 (Reuters) - Russia said on Friday its forces had captured the town of Izium.\n\n"
    "Ukraine's military denied that Russian troops had captured Izium. At least 10 soldiers were killed, "
    "a doctor said.\n"
)
WITHDREW = "Ukraine's army said on Saturday its troops had withdrawn from Izium after weeks of fighting.\n"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server without the database's name; skips where none can be started."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    found = shutil.which("pg_ctl") or (str(folders[-1] / "pg_ctl") if folders else None)
    if found is None:
        pytest.skip(NO_SERVER)
    programs = Path(found).resolve().parent
    home = Path(tempfile.mkdtemp(prefix="fogline-pg-", dir="/tmp"))
    who = {"user": POSTGRES_USER, "group": POSTGRES_USER} if os.geteuid() == 0 else {}
    if who:
        shutil.chown(home, **who)
    data = home / "data"

    def run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True, cwd=home, **who)

    run(str(programs / "initdb"), "-D", str(data), "-U", "fogline", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {home} -c listen_addresses='' -c fsync=off"
    run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(home / "log"), "-o", options, "start")
    yield f"postgresql+psycopg://fogline@/{{name}}?host={home}"
    run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that does not exist yet, on each kind of database."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.sqlite")
    url: str = request.getfixturevalue("server")
    name = f"ledger{next(_FRESH)}"
    engine = create_engine(url.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return url.format(name=name)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is looked at."""
    seconds = count()
    return lambda: datetime(2025, 5, 3, 12, 0, next(seconds) % 60, tzinfo=UTC)


@pytest.fixture
def store(address: str, clock: Callable[[], datetime]) -> Iterator[Store]:
    """An empty ledger."""
    with Store(address, clock=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def documents(read: Callable[..., Document]) -> list[Document]:
    """Two reports that were read."""
    return [read(CAPTURED, published="2025-05-02"), read(WITHDREW, published="2025-05-03")]
