"""What an expression is resolved against, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fogline.dating.calendar import Days
from fogline.model import IntervalKind, TimeExpression


@dataclass(frozen=True, slots=True)
class Frame:
    """The day of speech (None where unknown), the time told last, and whether the text is a historical narrative.

    `told` is the interval that the latest dated expression before this one means; `started` the day from which the
    days of the war are counted, where the text or the knowledge of wars tells it.
    """

    now: date | None
    told: Days | None = None
    narrative: bool = False
    started: date | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """The days and the TIMEX3 value of an expression; `value` may be known where the days are not."""

    days: Days | None
    value: str | None
    mod: str | None = None
    kind: IntervalKind = "sometime"
    because: str = ""
    sets_context: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of an expression by name."""

    expression: TimeExpression
    named: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, expression: TimeExpression) -> Fields:
        """The fields of `expression`."""
        return cls(expression, dict(expression.fields))

    def __getitem__(self, name: str) -> str:
        return self.named[name]

    def __contains__(self, name: str) -> bool:
        return name in self.named

    def get(self, name: str) -> str | None:
        """A field's value, None where the expression has no such field."""
        return self.named.get(name)

    def number(self, name: str) -> int | None:
        """A field's value as a whole number."""
        value = self.named.get(name)
        return int(float(value)) if value and value.replace(".", "").replace("-", "").isdigit() else None

    @property
    def rule(self) -> str:
        """The rule that found the expression."""
        return self.expression.rule

    @property
    def future(self) -> bool:
        """Whether the verb looks ahead."""
        return self.named.get("tense") == "future"
