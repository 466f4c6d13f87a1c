"""The tables of records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables as `schema.py` had them first."""
    op.create_table(
        "reports",
        *_chained(
            sa.Column("id", sa.String(80), nullable=False, unique=True),
            sa.Column("body", sa.Text, nullable=False),
            sa.Column("text", sa.LargeBinary, nullable=False),
            sa.Column("data", sa.LargeBinary, nullable=False),
        ),
    )
    op.create_table(
        "readings",
        *_chained(
            sa.Column("report", sa.String(80), sa.ForeignKey("reports.id"), nullable=False, index=True),
            sa.Column("engine", sa.Text, nullable=False),
            sa.Column("knowledge", sa.String(64), nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        ),
    )
    op.create_table(
        "claims",
        *_chained(
            sa.Column("reading", sa.Integer, sa.ForeignKey("readings.seq"), nullable=False),
            sa.Column("id", sa.String(40), nullable=False, index=True),
            sa.Column("number", sa.Integer, nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        ),
    )
    op.create_index("claims_of_reading", "claims", ["reading", "number"])
    op.create_table(
        "judgements",
        *_chained(
            sa.Column("user", sa.Text, nullable=False),
            sa.Column("kind", sa.String(20), nullable=False),
            sa.Column("target", sa.Text, nullable=False, index=True),
            sa.Column("body", sa.Text, nullable=False),
            sa.Column("note", sa.Text, nullable=False),
        ),
    )
    op.create_table(
        "maps",
        *_chained(
            sa.Column("assessor", sa.Text, nullable=False, index=True),
            sa.Column("day", sa.String(10), nullable=False),
            sa.Column("body", sa.Text, nullable=False),
        ),
    )


def _chained(*columns: "sa.Column[object]") -> "list[sa.Column[object]]":
    return [
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        *columns,
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    ]
