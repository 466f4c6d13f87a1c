"""What the age of a war tells: "the nearly three-year war" where a date or names tell when it began."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from fogline.dating.amounts import VAGUE, quantity
from fogline.dating.calendar import Days
from fogline.dating.durations import lasting
from fogline.dating.evidence.battles import Battle
from fogline.dating.evidence.bound import Bound, Strength
from fogline.dating.evidence.distances import reach
from fogline.dating.evidence.found import Found
from fogline.dating.evidence.wars import around, named_in, tells_start
from fogline.dating.window import Window
from fogline.extraction.times.words import context_words
from fogline.model import Document

COUNTED = 30  # fewer days are not counted from the start of a war
_OFF = timedelta(days=2)  # the least by which reporters differ on when a battle began
# The fewest units that are told of a war and not of one battle in it.
_LEAST = {"Y": 1, "M": 1, "E": 2, "W": 3, "D": 12}


def from_ages(document: Document, found: Sequence[Found]) -> Iterator[Bound]:
    """Bounds from the ages of wars whose start the text tells, or that are known by the names in it."""
    told = _starts_told(document, found)
    known = [Days(war.start, war.start) for war in named_in(document)]
    for f in found:
        number, unit = f.fields.get("number") or "", f.fields.get("unit")
        if f.fields.rule.startswith("count.") or (f.fields.rule == "ago.number" and unit == "D"):
            yield from _counted(f, started(told, known))
        if number in VAGUE or unit not in _LEAST or not _of_war(document, f) or quantity(number) < _LEAST[unit]:
            continue
        starts = told or known
        reached = [reach(start, quantity(number), unit, f.fields.get("approx")) for start in starts]
        if any(reached):
            window = Window.of(days for days in reached if days is not None)
            sure = unit not in {"W", "D"} and f.fields.get("of") not in lasting("fighting")
            strength = Strength.FIRM if sure else Strength.USUAL
            yield Bound(window, strength, f"dating.age_of_war: {f.words} since {_written(starts)}: {window.written}")


def from_battle_ages(
    document: Document, found: Sequence[Found], battles: Mapping[str, Sequence[Battle]]
) -> Iterator[Bound]:
    """Bounds from "three weeks into the siege" and the like in a report that opens with a battle of known days."""
    starts = [Days(b.begin, b.begin) for fought in battles.values() for b in fought]
    for f in found if starts else ():
        number, unit = f.fields.get("number") or "", f.fields.get("unit")
        if number in VAGUE or unit not in {"D", "W", "M"} or not _of_fighting(document, f):
            continue
        reached = [reach(start, quantity(number), unit, f.fields.get("approx")) for start in starts]
        reached = [_give_or_take(start, days) for start, days in zip(starts, reached, strict=True)]
        window = Window.of(days for days in reached if days is not None)
        yield Bound(
            window, Strength.USUAL, f"dating.age_of_battle: {f.words} since {_written(starts)}: {window.written}"
        )


def _give_or_take(start: Days, days: Days | None) -> Days | None:
    """The days with a tenth of the age more on both sides: reporters differ on when a battle began."""
    if days is None:
        return None
    off = max(_OFF, (days.until - start.begin) / 10)
    try:
        return Days(days.begin - off, days.until + off)
    except OverflowError:  # a number beyond the calendar
        return None


def _of_fighting(document: Document, f: Found) -> bool:
    """Whether a duration is a battle's age: "a three-week assault", "a week into the campaign", "began a week ago"."""
    if f.fields.rule == "ago.number":
        return tells_start(document, f, 8)
    behind = around(document, f, 0, 5)
    if f.expression.type != "DURATION" or not behind:
        return False
    kinds = lasting("siege") | lasting("campaign") | lasting("fire") | lasting("fighting")
    if f.fields.get("of") in kinds:
        return f.fields["unit"] != "D"  # days are those of one clash in it
    return behind[0].lower == "into" and any(t.lower in kinds for t in behind)


def _of_war(document: Document, f: Found) -> bool:
    """Whether a duration is a war's age: "four months of war", "a year into the invasion", "invaded a year ago"."""
    if f.expression.type == "DURATION":
        behind = around(document, f, 0, 5)
        if f.fields.get("of") in lasting("war"):
            return True
        if f.fields.get("of") in lasting("fighting"):  # shorter ones are of a battle
            return f.fields["unit"] == "Y" or (f.fields["unit"] == "M" and quantity(f.fields.get("number") or "") > 3)
        return bool(behind) and behind[0].lower == "into" and any(t.lower in lasting("war") for t in behind)
    if f.fields.rule != "ago.number" or f.fields["unit"] == "D":
        return False
    return tells_start(document, f, 8) or any(t.lower == "invasion" for t in around(document, f, 6, 0))


def start_of_war(document: Document, found: Sequence[Found], now: date | None = None) -> date | None:
    """The day that the days of the war are counted from; None where the text leaves it open.

    Of several wars named, that is the one which began last before `now`, the day of speech.
    """
    known = [Days(war.start, war.start) for war in named_in(document) if now is None or war.start <= now]
    if now is not None and len(known) > 1:
        known = [max(known, key=lambda d: d.begin)]
    return started(_starts_told(document, found), known)


def started(told: Sequence[Days], known: Sequence[Days]) -> date | None:
    """The one start that is known to the day: that of the text, or else that of the only war named."""
    days = [d for d in told if d.begin == d.until] or list(known)
    return days[0].begin if len(days) == 1 else None


def _counted(f: Found, start: date | None) -> Iterator[Bound]:
    """“Day 109 of the invasion” and "795 days ago" count to the day of the report, or the one before it."""
    number = f.fields.number("ordinal") or f.fields.number("number")
    if (
        start is None
        or number is None
        or not COUNTED <= number < 10_000
        or (f.fields.rule.startswith("count.") and f.fields.get("of") not in lasting("war"))
    ):
        return
    day = start + timedelta(days=number)
    window = Window.between(day - timedelta(days=1), day + timedelta(days=2))
    yield Bound(
        window, Strength.USUAL, f"dating.days_counted: {f.words} since {start.isoformat()}: about {day.isoformat()}"
    )


def _written(starts: Sequence[Days]) -> str:
    return " or ".join(
        s.begin.isoformat() if s.begin == s.until else f"{s.begin.isoformat()}/{s.until.isoformat()}" for s in starts
    )


def _starts_told(document: Document, found: Sequence[Found]) -> list[Days]:
    """Dates that the text gives for the beginning of an invasion, war or conflict."""
    tokens, structure = document.structure.tokens, document.structure
    out: list[Days] = []
    for f in found:
        if f.days is None or not f.past:
            continue
        sentence = structure.sentences[f.sentence]
        window = tokens[max(sentence.first, f.expression.first - 8) : f.expression.first]
        nouns = [t.lower for t in window if t.lower in lasting()]
        begun = any(t.lemma in context_words("begin") for t in window)
        if any(n in lasting("war") for n in nouns) and (begun or (window[-2:] and window[-2].lower in lasting("war"))):
            out.append(f.days)
    return out[:2]
