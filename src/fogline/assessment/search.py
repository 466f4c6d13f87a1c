"""Full-text search over the words of claims: FTS5 in SQLite, `tsvector` in PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, TextClause, text

from fogline.assessment import schema
from fogline.assessment.fact import Fact

_PARTS = re.compile(r'"([^"]*)"|(\S+)')


def create(connection: Connection) -> None:
    """Makes the index, empty."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("CREATE VIRTUAL TABLE fact_words USING fts5(words, tokenize='unicode61 remove_diacritics 2')")
        )
    else:
        connection.execute(text("CREATE INDEX fact_words ON facts USING gin (to_tsvector('simple', words))"))


def drop(connection: Connection) -> None:
    """Removes the index; nothing happens where there is none."""
    kind = "TABLE" if connection.dialect.name == "sqlite" else "INDEX"
    connection.execute(text(f"DROP {kind} IF EXISTS fact_words"))


def add(connection: Connection, facts: Sequence[Fact]) -> None:
    """Indexes new facts (PostgreSQL does so by itself)."""
    if facts and connection.dialect.name == "sqlite":
        rows = [{"claim": fact.claim, "words": fact.words.replace("\0", " ")} for fact in facts]
        connection.execute(text("INSERT INTO fact_words (rowid, words) VALUES (:claim, :words)"), rows)


def remove(connection: Connection, claims: Sequence[int]) -> None:
    """Takes facts out of the index."""
    if claims and connection.dialect.name == "sqlite":
        connection.execute(text("DELETE FROM fact_words WHERE rowid = :claim"), [{"claim": c} for c in claims])


def holds(words: str, dialect: str) -> ColumnElement[bool] | TextClause:
    """The condition that a fact's evidence holds all of `words`; those within double quotes as a phrase.

    In SQLite the letters' marks make no difference. Signs have no meaning of their own: any text can be searched for.
    """
    parts = [quoted or single for quoted, single in _PARTS.findall(words)]
    if dialect == "sqlite":
        match = " ".join('"' + part.replace('"', '""') + '"' for part in parts)
        found = text("SELECT rowid FROM fact_words WHERE fact_words MATCH :match").bindparams(match=match)
        return schema.facts.c.claim.in_(found)
    return text(
        " AND ".join(
            f"to_tsvector('simple', facts.words) @@ phraseto_tsquery('simple', :p{n})" for n in range(len(parts))
        )
    ).bindparams(**{f"p{n}": part for n, part in enumerate(parts)})
