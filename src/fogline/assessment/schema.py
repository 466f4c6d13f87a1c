"""The tables of conclusions. All of them can be dropped and made anew from the records at any time.

Days are text in ISO 8601, so that they sort; JSON stands in text. `claim` columns hold the `seq` of a claim's record.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = "1"
"""The version of these tables and of the rules that fill them: a ledger assessed by another one is assessed anew."""

conclusions = MetaData()


def _day(name: str) -> Column[str]:
    return Column(name, String(10))


stamp = Table(
    "stamp",
    conclusions,
    Column("version", String(20), primary_key=True),
    Column("readings", Integer, nullable=False),  # the last record of each kind that was taken into account
    Column("judgements", Integer, nullable=False),
)

documents = Table(
    "documents",
    conclusions,
    Column("report", String(80), primary_key=True),
    Column("reading", Integer, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("agency", Text),
    Column("url", Text),
    Column("name", Text),  # external id or path
    Column("language", String(20)),
    _day("published_from"),
    _day("published_to"),
    Column("basis", String(10), nullable=False),
    Column("known", String(10), nullable=False),  # the day from which on its claims are known
    Column("words", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("origin", String(80), nullable=False, index=True),  # the first report of which it is a copy, or itself
    Column("warnings", Text, nullable=False),
)

facts = Table(
    "facts",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("id", String(40), nullable=False, index=True),
    Column("report", String(80), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("origin", String(80), nullable=False),
    Column("event", String(30), nullable=False),
    Column("family", String(12), nullable=False),
    Column("stance", String(12), nullable=False),
    Column("source", String(200), nullable=False),  # key of `sources`
    Column("side", String(200), nullable=False),
    Column("actor_side", String(200)),
    Column("place", String(200)),  # key of `places`
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(2)),
    Column("admin1", String(200)),
    _day("begin"),
    _day("until"),
    Column("known", String(10), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", String(10), nullable=False),  # open, accepted, corrected
    Column("incident", Integer, index=True),
    Column("words", Text, nullable=False),  # evidence
    Column("body", Text, nullable=False),  # JSON of the fact, see `Fact`
    Index("facts_by_place", "place", "known"),
    Index("facts_by_source", "source", "known"),
    Index("facts_by_event", "event", "begin"),
    Index("facts_by_family", "family", "begin"),
    Index("facts_by_point", "lat", "lon"),
    Index("facts_by_known", "known", "claim"),
)

sources = Table(
    "sources",
    conclusions,
    Column("key", String(200), primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("side", String(200), nullable=False),
    Column("aliases", Text, nullable=False),  # JSON: form → times
    Column("because", Text, nullable=False),
)

places = Table(
    "places",
    conclusions,
    Column("key", String(200), primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonames", Integer),
    Column("country", String(2)),
    Column("admin1", Text),
    Column("feature", String(30), nullable=False),
    Column("population", Integer),
    Column("forms", Text, nullable=False),  # JSON: form → who uses it, or ""
)

place_forms = Table(
    "place_forms",
    conclusions,
    Column("folded", String(200), primary_key=True),
    Column("place", String(200), primary_key=True),
)

sketches = Table(
    "sketches",
    conclusions,
    Column("report", String(80), primary_key=True),
    Column("exact", String(64), nullable=False, index=True),
    Column("signature", LargeBinary, nullable=False),
    Column("words", Integer, nullable=False),
)

bands = Table(
    "bands",
    conclusions,
    Column("band", Integer, primary_key=True),
    Column("hash", String(40), primary_key=True),
    Column("report", String(80), primary_key=True),
)

likenesses = Table(
    "likenesses",
    conclusions,
    Column("report", String(80), primary_key=True),
    Column("other", String(80), primary_key=True, index=True),  # the one that was added before
    Column("kind", String(10), nullable=False),  # copy, part, version
    Column("share", Float, nullable=False),  # of the report's words
    Column("other_share", Float, nullable=False),
    Column("passages", Text, nullable=False),  # JSON: [[start, end, other start, other end], …]
    Column("because", Text, nullable=False),
)

incidents = Table(
    "incidents",
    conclusions,
    Column("id", Integer, primary_key=True, autoincrement=False),  # the first claim's record
    Column("family", String(12), nullable=False),
    Column("place", String(200), index=True),
    _day("begin"),
    _day("until"),
    Column("claims", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Index("incidents_by_day", "family", "begin"),
)

members = Table(
    "members",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("incident", Integer, nullable=False, index=True),
    Column("because", Text, nullable=False),
)

relations = Table(
    "relations",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False, index=True),
    Column("kind", String(12), primary_key=True),  # supports, denies, revises, concedes, silent
    Column("place", String(200)),
    Column("known", String(10), nullable=False),  # of the later claim
    Column("because", Text, nullable=False),
    Index("relations_by_kind", "kind", "known"),
)

control = Table(
    "control",
    conclusions,
    Column("place", String(200), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", String(200), nullable=False),
    Column("status", String(30), nullable=False),
    Column("begin", String(10), nullable=False, index=True),
    _day("until"),  # open where null
    Column("body", Text, nullable=False),  # JSON of the span, see `control.Span`
)
