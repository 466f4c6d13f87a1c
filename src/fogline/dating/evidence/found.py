"""The expressions of a text with what their own words tell, before the day of speech is known."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.dating.calendar import Days
from fogline.dating.frame import Fields, Frame
from fogline.dating.resolve import meaning_of
from fogline.model import Document, TimeExpression

_NOT_PAST = frozenset({"by", "until", "before"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression, its fields, its days where it is a date with a year, and the kind of its paragraph."""

    expression: TimeExpression
    fields: Fields
    days: Days | None
    kind: str
    paragraph: int
    sentence: int

    @property
    def words(self) -> str:
        """The expression in quotation marks."""
        return f"“{' '.join(self.expression.text.split())}”"

    @property
    def full(self) -> bool:
        """Whether it is one day with its year."""
        return self.days is not None and self.days.begin == self.days.until

    @property
    def past(self) -> bool:
        """Whether the text tells it as past, or at least not as to come."""
        if "since" in self.fields:
            return True
        return self.fields.get("tense") not in {"future", "present"} and self.fields.get("preposition") not in _NOT_PAST


def found_in(document: Document) -> list[Found]:
    """The expressions of a document, in order."""
    structure, out = document.structure, []
    for expression in document.expressions:
        fields = Fields.of(expression)
        sentence = structure.tokens[expression.first].sentence
        paragraph = structure.sentences[sentence].paragraph
        days = meaning_of(expression, Frame(None)).days if _dated(fields) else None
        kind = structure.paragraphs[paragraph].kind
        out.append(Found(expression, fields, days, kind, paragraph, sentence))
    return out


def _dated(fields: Fields) -> bool:
    return fields.rule.startswith(("calendar.", "clock.")) and (
        "year" in fields or "iso" in fields or "numeric" in fields
    )
