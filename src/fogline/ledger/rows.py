"""What of a row is its content, which the row's digest covers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table

_NOT_CONTENT = frozenset({"seq", "at", "digest", "hash"})


def content(table: Table, row: Mapping[str, Any]) -> list[str | bytes]:
    """The content of a row of `table`, in the order of its columns."""
    values = (row[column.name] for column in table.columns if column.name not in _NOT_CONTENT)
    return [value if isinstance(value, bytes) else str(value) for value in values]
