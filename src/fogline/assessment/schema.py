"""The tables of conclusions. All of them can be dropped and made anew from the records at any time.

Days are text in ISO 8601, so that they sort; JSON stands in text. `claim` columns hold the `seq` of a claim's record.
"""

from __future__ import annotations

import re

from sqlalchemy import BigInteger, Boolean, Column, Dialect, Float, Index, Integer, MetaData, Table, Text, text
from sqlalchemy.types import TypeDecorator

VERSION = "3"
"""The version of these tables and of the rules that fill them: a ledger assessed by another one is assessed anew."""

_UNFIT = re.compile("[\0\ud800-\udfff]")


class Plain(TypeDecorator[str]):
    """Text as every database takes it: a null character or lone surrogate of a report is shown as U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is handed to the database."""
        if value is None or (value.isascii() and "\0" not in value):  # nearly all, and far quicker to see
            return value
        return _UNFIT.sub("\ufffd", value)


conclusions = MetaData()


def _day(name: str) -> Column[str]:
    return Column(name, Plain)


stamp = Table(
    "stamp",
    conclusions,
    Column("version", Plain, primary_key=True),
    Column("readings", Integer, nullable=False),  # the last record of each kind that was taken into account
    Column("judgements", Integer, nullable=False),
    Column("maps", Integer, nullable=False),
)

due = Table(
    "due",
    conclusions,
    Column("place", Plain, primary_key=True),  # whose status is to be drawn anew
)

documents = Table(
    "documents",
    conclusions,
    Column("report", Plain, primary_key=True),
    Column("reading", Integer, nullable=False),
    Column("title", Plain),
    Column("publisher", Plain),
    Column("agency", Plain),
    Column("url", Plain),
    Column("name", Plain),  # external id or path
    Column("language", Plain),
    _day("published_from"),
    _day("published_to"),
    Column("basis", Plain, nullable=False),
    Column("known", Plain, nullable=False),  # the day from which on its claims are known
    Column("words", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("origin", Plain, nullable=False, index=True),  # the first report of which it is a copy, or itself
    Column("warnings", Plain, nullable=False),
)

facts = Table(
    "facts",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("id", Plain, nullable=False, index=True),
    Column("report", Plain, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("origin", Plain, nullable=False),
    Column("event", Plain, nullable=False),
    Column("family", Plain, nullable=False),
    Column("stance", Plain, nullable=False),
    Column("source", Plain, nullable=False),  # key of `sources`
    Column("side", Plain, nullable=False),
    Column("actor_side", Plain),
    Column("place", Plain),  # key of `places`
    Column("lat", Float),
    Column("lon", Float),
    Column("country", Plain),
    Column("admin1", Plain),
    _day("begin"),
    _day("until"),
    Column("known", Plain, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", Plain, nullable=False),  # open, accepted, corrected
    Column("incident", Integer, index=True),
    Column("words", Plain, nullable=False),  # evidence
    Column("body", Plain, nullable=False),  # JSON of the fact, see `Fact`
    Index("facts_by_place", "place", "known"),
    Index("facts_by_place_and_family", "place", "family", "claim"),
    Index("facts_by_source", "source", "known"),
    Index("facts_by_event", "event", "begin"),
    Index("facts_by_family", "family", "begin"),
    Index("facts_by_point", "lat", "lon"),
    Index("facts_by_known", "known", "claim"),
)

sources = Table(
    "sources",
    conclusions,
    Column("key", Plain, primary_key=True),
    Column("name", Plain, nullable=False),
    Column("kind", Plain, nullable=False),
    Column("side", Plain, nullable=False),
    Column("aliases", Plain, nullable=False),  # JSON: form → times
    Column("because", Plain, nullable=False),
)

places = Table(
    "places",
    conclusions,
    Column("key", Plain, primary_key=True),
    Column("name", Plain, nullable=False),
    Column("folded", Plain, nullable=False, index=True),
    Column("lat", Float),
    Column("lon", Float),
    Column("geonames", Integer),
    Column("country", Plain),
    Column("admin1", Plain),
    Column("feature", Plain, nullable=False),
    Column("population", Integer),
    Column("forms", Plain, nullable=False),  # JSON: form → who uses it, or ""
    Column("maps", Integer, nullable=False, default=0),  # the last assessor's map that it was looked up on
)

place_forms = Table(
    "place_forms",
    conclusions,
    Column("folded", Plain, primary_key=True),
    Column("place", Plain, primary_key=True),
)

sketches = Table(
    "sketches",
    conclusions,
    Column("report", Plain, primary_key=True),
    Column("digest", Plain, index=True),
    Column("words", Integer, nullable=False),
)

bands = Table(
    "bands",
    conclusions,
    Column("report", Plain, primary_key=True),
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("value", BigInteger, primary_key=True, autoincrement=False, index=True),
)

likenesses = Table(
    "likenesses",
    conclusions,
    Column("report", Plain, primary_key=True),  # the one that was added later
    Column("other", Plain, primary_key=True, index=True),
    Column("kind", Plain, nullable=False),  # copy, part
    Column("version", Boolean, nullable=False),  # whether both are versions of one story of one outlet
    Column("body", Plain, nullable=False),  # JSON of the likeness, see `copies.Likeness`
)

incidents = Table(
    "incidents",
    conclusions,
    Column("id", Integer, primary_key=True, autoincrement=False),  # the first claim's record
    Column("family", Plain, nullable=False),
    Column("place", Plain, index=True),
    _day("begin"),
    _day("until"),
    Column("claims", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Index("incidents_by_day", "family", "begin"),
)

_MERGED = "found != incident"
members = Table(
    "members",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("incident", Integer, nullable=False, index=True),
    Column("found", Integer, nullable=False, index=True),  # the incident before people merged it with others
    Column("other", Integer),  # the earlier claim that it was joined to
    Column("because", Plain, nullable=False),
    # What it is found by as one that may be of another's event (see `incidents.sight` and `incidents.where`)
    Column("report", Plain, nullable=False, index=True),
    Column("kin", Plain, nullable=False),
    Column("cell", Plain, nullable=False),
    Column("region", Plain),
    Column("print", Plain, index=True),
    _day("day"),
    Index("members_by_cell", "cell", "day"),
    Index("members_by_region", "region", "day"),
    Index("members_merged", "found", sqlite_where=text(_MERGED), postgresql_where=text(_MERGED)),
)

ties = Table(  # the merges and splits of people that stand
    "ties",
    conclusions,
    Column("judgement", Integer, primary_key=True, autoincrement=False),
    Column("kind", Plain, nullable=False),  # merge, split
    Column("claim", Plain, nullable=False),  # ids of claims
    Column("other", Plain),
)

relations = Table(
    "relations",
    conclusions,
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("other", Integer, primary_key=True, autoincrement=False, index=True),
    Column("kind", Plain, primary_key=True),  # supports, denies, differs, revises, concedes, silent
    Column("place", Plain),
    Column("known", Plain, nullable=False),  # of the later claim
    Column("because", Plain, nullable=False),
    Index("relations_by_kind", "kind", "known"),
)

assessed = Table(
    "assessed",
    conclusions,
    Column("place", Plain, primary_key=True),
    Column("map", Integer, primary_key=True, autoincrement=False),
    Column("assessor", Plain, nullable=False),
    _day("day"),
    Column("side", Plain, nullable=False),  # empty where the place lies in no side's area
)

control = Table(
    "control",
    conclusions,
    Column("place", Plain, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", Plain, nullable=False),
    Column("status", Plain, nullable=False),
    Column("begin", Plain, nullable=False, index=True),
    _day("until"),  # open where null
    Column("body", Plain, nullable=False),  # JSON of the span, see `control.Span`
)
