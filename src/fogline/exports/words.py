"""How claims are put into words for people: plain labels, days, numbers, text that is safe on a terminal."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from fogline.exports.edtf import edtf
from fogline.model import Amount, Claim, Document, EventType, Published, When

NARRATOR = "the report itself"
EVENTS: dict[EventType, str] = {
    "control.captured": "captured",
    "control.held": "held",
    "control.contested": "contested",
    "control.advanced": "advance",
    "control.withdrawn": "withdrawal",
    "control.encircled": "encircled",
    "attack.airstrike": "airstrike",
    "attack.missile": "missile attack",
    "attack.drone": "drone attack",
    "attack.shelling": "shelling",
    "attack.ground": "ground attack",
    "attack.explosion": "explosion",
    "attack.intercept": "shot down",
    "attack.other": "attack",
    "harm.killed": "killed",
    "harm.wounded": "wounded",
    "harm.detained": "detained",
    "harm.stranded": "missing, trapped",
    "harm.damage": "damage",
    "harm.equipment": "equipment lost",
    "people.displaced": "displaced",
    "people.population": "population",
    "people.conditions": "conditions",
    "aid.access": "aid access",
    "politics.talks": "talks",
    "politics.agreement": "agreement",
    "politics.goal": "aim, demand",
    "politics.status": "legal status",
    "politics.support": "support",
    "other.statement": "statement",
}
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which"})
_SPACE = re.compile(r"\s+")
_DIRECTION = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Text on one line, without the characters that steer a terminal or turn the direction of what follows."""
    line = _SPACE.sub(" ", text).strip()
    if line.isprintable():
        return line
    return "".join(c for c in line if c not in _DIRECTION and unicodedata.category(c) not in {"Cc", "Cs", "Co"})


def shortened(text: str, longest: int) -> str:
    """Text cut at a word, with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def source(claim: Claim) -> str:
    """Who says so; a pronoun with the name that it stands for."""
    if claim.source.words is None:
        return NARRATOR
    text, name = plain(claim.source.words.text), claim.source.name
    return f"{text} ({plain(name)})" if name and text.lower() in _PRONOUNS and name != text else text


def event(claim: Claim) -> str:
    """The event type in plain words."""
    return EVENTS[claim.event]


def place(claim: Claim) -> str:
    """The place with its relation, and the name used today where the report uses another."""
    if claim.place is None:
        return ""
    words, name = plain(claim.place.text), claim.place.name
    relation = f"{claim.place.relation} " if claim.place.relation else ""
    return f"{relation}{words}" if not name or name.lower() == words.lower() else f"{relation}{words} ({plain(name)})"


def days(when: When | None) -> str:
    """The days of an event: "2025-02-07", "2024-06 – 2025-02", "within 2024-07"."""
    if when is None:
        return ""
    return interval(when.begin, when.until, when.kind)


def interval(begin: date, until: date, kind: str) -> str:
    """A closed interval of days, for people."""
    text = edtf(begin, until, "throughout") or ""
    text = text.replace("/", " – ")
    return f"within {text}" if kind == "sometime" and begin != until else text


def amount(value: Amount) -> str:
    """A number with what it counts: "≥ 10 killed", "24–99 wounded", "90 %"."""
    unit = plain(value.unit or "")
    number = _number(value)
    if value.best == 1 and unit.endswith("s") and not unit.endswith("ss"):
        unit = unit[:-1]
    return f"{number} %" if unit == "percent" else f"{number} {unit}".strip()


def published(value: Published) -> str:
    """When a report was published, and how that is known."""
    if value.start is None and value.end is None:
        return "publication date unknown"
    if value.start is None or value.end is None:
        known = f"after {value.start}" if value.start else f"before {value.end}"
    else:
        known = interval(value.start, value.end, "sometime")
    return f"published {known}" if value.basis == "given" else f"published {known} ({value.basis})"


def title(document: Document) -> str:
    """A report by its own name."""
    report = document.report
    return plain(report.path if report.external_id is None and report.path else report.external_id or "the report")


def _number(value: Amount) -> str:
    if value.best is not None:
        return _digits(value.best)
    if value.low is not None and value.high is not None:
        return f"{_digits(value.low)}–{_digits(value.high)}"
    if value.low is not None:
        return f"≥ {_digits(value.low)}"
    return f"≤ {_digits(value.high)}" if value.high is not None else plain(value.text)


def _digits(value: float) -> str:
    return f"{int(value):,}" if value == int(value) else f"{value:g}"
