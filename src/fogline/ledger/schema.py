"""The tables of records. Rows are appended and never changed, but for contents that a redaction takes away.

Each table of records is a hash chain: see `chain.py`. Contents stand in bytes and JSON that every database keeps as it
is: a report's text may hold null characters and lone surrogates, which columns of text may not.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

records = MetaData()


def _chained(name: str, *columns: Column[object] | Index) -> Table:
    """A table of records: `seq` counts from 1 without gaps, `at` is the point in time of adding in UTC.

    `digest` is the SHA-256 of the record's content when it was added, `hash` that of the row and the one before it.
    """
    return Table(
        name,
        records,
        Column("seq", Integer, primary_key=True, autoincrement=False),
        Column("at", String(32), nullable=False),
        *columns,
        Column("digest", String(64), nullable=False),
        Column("hash", String(64), nullable=False),
    )


reports = _chained(
    "reports",
    Column("id", String(80), nullable=False, unique=True),
    Column("body", Text, nullable=False),  # JSON of the report without its text
    Column("text", LargeBinary, nullable=False),  # UTF-8 with lone surrogates passed
    Column("data", LargeBinary, nullable=False),  # the input as it came
)

readings = _chained(
    "readings",
    Column("report", String(80), ForeignKey("reports.id"), nullable=False, index=True),
    Column("engine", Text, nullable=False),  # version and engine, as "0.1.0 rules"
    Column("knowledge", String(64), nullable=False),  # digest of the tables and models that were read with
    Column("body", Text, nullable=False),  # JSON of what was read beside claims
)

claims = _chained(
    "claims",
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False),
    Column("id", String(40), nullable=False, index=True),
    Column("number", Integer, nullable=False),  # place among the claims of its report, from 1
    Column("body", Text, nullable=False),  # JSON of the claim
    Index("claims_of_reading", "reading", "number"),
)

judgements = _chained(
    "judgements",
    Column("user", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("target", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),  # JSON of what was judged
    Column("note", Text, nullable=False),
)

maps = _chained(
    "maps",
    Column("assessor", Text, nullable=False, index=True),
    Column("day", String(10), nullable=False),
    Column("body", Text, nullable=False),  # JSON of side → areas (GeoJSON geometry)
)

CHAINS = (reports, readings, claims, judgements, maps)
