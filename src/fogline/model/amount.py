"""How many: numbers with their bounds and what they count."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the text gives it.

    "at least 10" has `low` 10 and no `high`; "dozens" 24 to 99 with no `best`; "nearly 300" `best` 300. `unit` is
    the counted noun in the plain plural ("residents", "killed", "percent"). `head` is the token of the counted noun,
    or of the number where none is named. `category`, `part_of` (index of the whole in `Document.amounts`), `scope`
    (`cumulative` or `incremental`) and `derived` are None where the text does not tell; `derived` is True where the
    number is not in the text but follows from its words ("several", a list of victims, a share of a count).
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    head: int
    low: float | None
    best: float | None
    high: float | None
    unit: str | None
    category: str | None = None
    part_of: int | None = None
    scope: str | None = None
    derived: bool | None = None
    because: tuple[str, ...] = ()
