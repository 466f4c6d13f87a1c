"""Conditions on a match that its pieces alone do not tell: figures that are no years, articles that count nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fogline.extraction.times.grammar import Match
from fogline.extraction.times.lexer import Piece
from fogline.extraction.times.words import context_words
from fogline.model import Token

Check = Callable[[Match, Sequence[Piece], Sequence[Token]], bool]


def _before(match: Match, found: Sequence[Piece], n: int = 1) -> Piece | None:
    return found[match.first - n] if match.first >= n else None


def _after(match: Match, found: Sequence[Piece]) -> Piece | None:
    return found[match.last] if match.last < len(found) else None


def _year(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """A bare four-digit figure is a year after a preposition, in brackets, in a range, or before a singular noun."""
    if match.last - match.first > 1:
        return True
    piece, before, after = found[match.first], _before(match, found), _after(match, found)
    year = int(piece.value)
    if before is not None and before.lower in context_words("never_year"):
        return False
    if after is not None and (after.lower in context_words("counted_by_year") or after.kind in {"units", "zone"}):
        return False
    base = tokens[0].i
    if (
        after is not None
        and after.lower in {"-", "–"}
        and match.last + 1 < len(found)
        and found[match.last + 1].kind == "year"
    ):
        return True  # the first of two years
    following = tokens[after.first - base] if after is not None and after.first - base < len(tokens) else None
    if following is not None and following.tag in {"NNS", "JJ"} and not (before and before.lower in {"the", "a"}):
        return bool(before and before.lower in {"in", "since"} and following.tag == "JJ")
    if before is None or before.lower in context_words("before_year") or before.lower in "-–—,([/'\"":
        return year >= 1400 or (before is not None and before.lower in {"in", "since", "by"})
    return 1800 <= year <= 2100 and (after is None or following is None or following.pos in {"NOUN", "PROPN", "PUNCT"})


def _month(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """A bare month is none where a name stands before it in capitals ("the Long March", "Theresa May")."""
    before = _before(match, found)
    if before is None or match.last - match.first > 1 or before.kind:
        return True
    token = tokens[before.last - 1 - tokens[0].i]
    return token.pos not in {"PROPN", "ADJ", "NOUN"} or not token.text[0].isupper() or token.text.isupper()


def _duration(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“a day” is a duration after a preposition or before "of"; "two days" always; "100 night raids" never."""
    fields = dict(match.fields)
    start, end = fields["number"]
    unit = tokens[found[fields["unit"][0]].first - tokens[0].i].text
    if unit[0].isupper() and not unit.isupper() and found[fields["unit"][0] - 1].lower == "-":
        return False  # the Six-Day War is a name
    if any(found[n].kind in {"cardinal", "small", "digits", "digits_pair", "vague", "half"} for n in range(start, end)):
        if found[fields["unit"][0]].kind == "unit" and found[fields["unit"][0] - 1].lower != "-":
            return all(found[n].value in {"1", "0.5"} for n in range(start, end))
        return found[fields["unit"][0]].kind == "units" or found[start].lower != "second"
    if found[start].kind in {"year", "clock"}:
        return found[fields["unit"][0]].kind == "units"
    before, after = _before(match, found), _after(match, found)
    if "approx" in fields or (after is not None and after.lower in {"of", "long", "-"}):
        return True
    return before is not None and before.lower in context_words("before_duration")


def _rate(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“a day” is a rate after a counted noun: "ten times a day", "500 rounds a day"."""
    before = _before(match, found)
    if found[match.first].lower == "per":
        return True
    if before is None or before.kind:
        return before is not None and before.kind in {"small", "digits", "digits_pair", "year"}
    token = tokens[before.first - tokens[0].i]
    return token.tag == "NNS" or token.lower in context_words("twice")


def _distance(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“two days after” counts from another time; "the year before" needs nothing behind it but the clause's end."""
    after = _after(match, found)
    if found[match.last - 1].lower in context_words("settled_distance") and match.rule.id != "anaphora.day_before":
        return True
    return after is None or not (after.kind or after.lower.isalpha() or after.lower in {"’", "'", "“", '"'})


def _span(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“the last two weeks” needs its number: "last week" is another rule."""
    fields = dict(match.fields)
    return "number" in fields or found[fields["unit"][0]].kind == "units"


def _clock(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    hour, _, minute = found[match.first].value.replace(".", ":").partition(":")
    after = _after(match, found)
    return (
        ":" in found[match.first].value
        and int(hour) < 25
        and int(minute) < 60
        and (after is None or after.lower not in {"%", "percent"})
    )


def _possessive(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“Tuesdays raid”: a possessive whose apostrophe was lost, before a noun of its own."""
    after = _after(match, found)
    return after is not None and tokens[after.first - tokens[0].i].tag in {"NN", "NNS", "JJ"}


def _day_or_longer(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """“The last minute” is no stretch of time up to now."""
    return found[match.last - 1].value not in {"TM", "TH"}


CHECKS: dict[str, Check] = {
    "year": _year,
    "month": _month,
    "possessive": _possessive,
    "day_or_longer": _day_or_longer,
    "duration": _duration,
    "rate": _rate,
    "distance": _distance,
    "span": _span,
    "clock": _clock,
}


def holds(match: Match, found: Sequence[Piece], tokens: Sequence[Token]) -> bool:
    """Whether all conditions of the rule hold where it matched."""
    rule, before, after = match.rule, _before(match, found), _after(match, found)
    previous = before.lower if before is not None else ""
    following = after.lower if after is not None else ""
    if (
        rule.after and previous not in rule.after and not _starts_with(match, found, rule.after)
    ) or previous in rule.not_after:
        return False
    if (rule.before and following not in rule.before) or following in rule.not_before:
        return False
    return rule.check is None or CHECKS[rule.check](match, found, tokens)


def _starts_with(match: Match, found: Sequence[Piece], words: Sequence[str]) -> bool:
    return match.last - match.first > 1 and found[match.first].lower in words
