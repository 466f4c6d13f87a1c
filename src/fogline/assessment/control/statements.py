"""What one claim says about who holds a place, and on which days."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fogline.assessment.control.parts import names_a_part
from fogline.assessment.fact import Fact

GAP = 30
"""Days after a statement for which it is taken to stand unless another one follows: then the place has no report."""

THIRD = "third parties"
"""The row of narrators and reporters. Analysts and monitors have rows of their own."""
ASSESSORS = frozenset({"analyst", "organization"})
_TOO_WIDE = frozenset({"country"})  # no place that changes hands as a whole in one report
_SAYING = frozenset({"asserts", "denies", "hedges"})

Says = Literal["holds", "lost", "not", "contested", "gaining"]
_WEAKEST: tuple[Says, ...] = (
    "gaining",
    "contested",
    "not",
    "lost",
    "holds",
)  # of one report: the strongest word comes last


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim's word on one place.

    `speaker` is the row that it belongs to: a party's name, an assessor's, or `third parties`; `party` tells whether it
    is a party's. `says`: `holder` `holds` the place; has `lost` it; has `not` taken it; the place is `contested`
    (`holder` None); or somebody is `gaining` ground in it, which takes back nothing that the speaker said before. It
    stands from `begin`; `confirmed` is the last day of which the claim itself speaks.
    """

    speaker: str
    party: bool
    says: Says
    holder: str | None
    begin: date
    confirmed: date
    hedged: bool
    captures: bool
    fact: Fact


def statements(facts: Iterable[Fact]) -> list[Statement]:
    """The statements of some facts about one place, in the order of their days; copies state nothing of their own."""
    own = (fact for fact in facts if fact.origin == fact.report)
    found = [statement for fact in own if (statement := _statement(fact)) is not None]
    return in_order(found)


def in_order(some: Iterable[Statement]) -> list[Statement]:
    """Statements in the order of their days; of one report the strongest word comes last."""
    return sorted(some, key=lambda s: (s.begin, s.fact.known, _WEAKEST.index(s.says), s.fact.claim))


def concedes(statement: Statement, had: Container[str]) -> bool:
    """Whether a statement goes against its speaker's own side: `had` are those who had the place (`gives_a_hold`)."""
    if statement.says == "lost":
        return statement.holder == statement.speaker
    return statement.says == "holds" and statement.holder != statement.speaker and statement.speaker in had


def gives_a_hold(statement: Statement) -> tuple[str, ...]:
    """Whose later word that another one holds the place concedes it, after this statement.

    Another's hold is conceded by whom it was taken from: who said before that it holds the place, or denied the loss.
    """
    own = statement.holder == statement.speaker if statement.says == "holds" else statement.says == "not"
    taken_from = statement.fact.target_side if statement.captures else None
    return (*((statement.speaker,) if own else ()), *((taken_from,) if taken_from else ()))


def _statement(fact: Fact) -> Statement | None:
    """None where a claim does not say who holds the place: aims, forecasts, silence, whole countries."""
    said = None if fact.feature in _TOO_WIDE else _said(fact)
    if said is None or fact.family != "control" or fact.stance not in _SAYING:
        return None
    says, holder = said
    if says not in {"contested", "gaining"} and holder is None:
        return None
    begin, confirmed = _days(fact)
    party = fact.side != "none"
    speaker = fact.side if party else (fact.source_name if fact.kind in ASSESSORS else THIRD)
    captures = says == "holds" and fact.event == "control.captured"
    return Statement(speaker, party, says, holder, begin, confirmed, fact.stance == "hedges", captures, fact)


def _said(fact: Fact) -> tuple[Says, str | None] | None:
    denied, actor = fact.stance == "denies", fact.actor_side
    match fact.event:
        case "control.captured" | "control.held" if _in_part(fact) and not denied:
            return "gaining", None  # a part of the place, or what lies beside it, is not the place
        case "control.captured":
            return ("not" if denied else "holds"), actor
        case "control.held":
            return ("lost" if denied else "holds"), actor
        case "control.withdrawn" if not fact.relation:
            return ("holds" if denied else "lost"), actor
        case "control.contested" if not denied:
            return "contested", None
        case "control.advanced" if fact.stance == "asserts" and fact.relation is None:
            return "gaining", None
    return None


def _in_part(fact: Fact) -> bool:
    """Whether it speaks of the outskirts of the place, of some streets of it, or of so many percent of it."""
    share = any(a.unit == "percent" and (a.best or a.high or 0) < 100 for a in fact.quantities)
    return fact.relation is not None or share or names_a_part(fact.words, fact.place_form)


def _days(fact: Fact) -> tuple[date, date]:
    """From which day on a statement stands, and the last day that it speaks of.

    A deed of some day within an interval is done by the interval's end; a state that lasted throughout it holds from
    its beginning. Without days of its own it is of the day on which it was said.
    """
    said = fact.said or fact.known
    if fact.begin is None or fact.until is None:
        return said, said
    if fact.time_kind == "throughout":
        return fact.begin, max(fact.begin, fact.until)
    return fact.until, fact.until
