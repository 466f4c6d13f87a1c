"""Control status: per place and day, what each side says about who holds it, and what follows for the place.

    facts ▶ statements ▶ rows (one a speaker) ▶ status of the place

The rules stand in `docs/explanation/control.md`. They tell who *says* what; they never say who is right.
"""

from fogline.assessment.control.rows import Row, Span, rows
from fogline.assessment.control.statements import GAP, Statement, statements
from fogline.assessment.control.status import status, status_at
from fogline.assessment.control.store import on_day, update_control

__all__ = ["GAP", "Row", "Span", "Statement", "on_day", "rows", "statements", "status", "status_at", "update_control"]
