"""Control status: per place and day, what each side says about who holds it, and what follows for the place.

    facts ▶ statements ▶ rows (one a speaker) ▶ status of the place

The rules stand in `docs/explanation/control.md`. They tell who *says* what; they never say who is right.
"""

from fogline.assessment.control.rows import Row, Span, rows
from fogline.assessment.control.statements import GAP, Statement, statements
from fogline.assessment.control.status import last_change, status, status_at
from fogline.assessment.control.store import draw_due, is_due, on_day, put_off, update_control

__all__ = [
    "GAP",
    "Row",
    "Span",
    "Statement",
    "draw_due",
    "is_due",
    "last_change",
    "on_day",
    "put_off",
    "rows",
    "statements",
    "status",
    "status_at",
    "update_control",
]
