"""Which report's words a report's are."""

from __future__ import annotations

from sqlalchemy import Connection

from fogline.model import Report


def origin_of(connection: Connection, report: Report) -> str:
    """The first report of which this one is a copy, or the report itself."""
    return report.id
