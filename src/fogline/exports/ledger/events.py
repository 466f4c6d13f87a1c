"""Disputes, incidents and tolls, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.assessment.disputes import Dispute, DisputeSide
from fogline.assessment.fact import Fact
from fogline.assessment.tolls import Number, SourceToll, Toll
from fogline.exports import words
from fogline.exports.ledger import tables
from fogline.exports.table import STANCES
from fogline.query.events import Incident, IncidentRow

WHAT = {
    "control": "who holds it", "blame": "who did it", "count": "how many", "event": "whether it happened",
}  # fmt: skip
SAID = 4  # claims of one side that are shown of a dispute


def disputes(found: Iterable[Dispute]) -> Table:
    """Disputes, the newest first: both sides' words next to one another."""
    table = tables.grid(("Place and days", 16), ("About", 0), ("One side", 40), ("Another", 40))
    for dispute in found:
        first, *others = dispute.sides
        place = words.plain(dispute.place_name or "no place told")
        about = Text.assemble((place, "bold"), f"\n{_days(dispute.since, dispute.latest)}")
        other = Text("\n\n").join(_side(side) for side in others)
        table.add_row(about, WHAT[dispute.what], _side(first), other)
        table.add_section()
    return table


def incidents(found: Iterable[IncidentRow]) -> Table:
    """Incidents, the newest first."""
    table = tables.grid(
        ("N", 0), ("Days", 0), ("Place", 22), ("Event", 14), ("Claims", 0), ("Origins", 0), ("Sides that speak", 24)
    )
    for row in found:
        mark = "  disputed" if row.disputed else ""
        table.add_row(
            str(row.id), _days(row.begin, row.until), words.plain(row.place_name or ""), words.EVENTS[row.event],  # type: ignore[index]
            str(row.claims), str(row.origins), Text.assemble(", ".join(map(words.plain, row.sides)), (mark, "red")),
        )  # fmt: skip
    return table


def incident(told: Incident) -> Group:
    """One incident: its tolls, its claims, and why each was joined."""
    return Group(*_parts(told))


def tolls(found: Sequence[Toll]) -> Table:
    """Each source's numbers over time, lowest to highest; they are never added up."""
    table = tables.grid(("Count", 20), ("Who", 26), ("Numbers over time", 40), ("Range", 0))
    for toll in found:
        whom = f" ({toll.who})" if toll.who else ""
        since = {"total": "", "further": ", further ones", "since": f", since {toll.since}"}[toll.kind]
        name = f"{words.EVENTS[toll.event]}{whom}{since}"  # type: ignore[index]
        for number, source in enumerate(toll.sources):
            span = "" if number else _range(toll)
            table.add_row("" if number else name, _who(source), _numbers(source), span)
    return table


def _parts(told: Incident) -> Iterator[RenderableType]:
    row = told.row
    place = words.plain(row.place_name or "no place told")
    head = "  ·  ".join(["", words.EVENTS[row.event], place, _days(row.begin, row.until)])  # type: ignore[index]
    yield Text.assemble((f"Incident {row.id}", "bold"), (head, "bright_black"))
    yield Text(f"{row.claims} claims from {row.origins} origins" + ("; disputed" if row.disputed else ""))
    if told.tolls:
        yield tolls(told.tolls)
    table = tables.grid(
        ("Known", 0), ("Source and side", 18), ("Claim", 16), ("In these words", 36), ("Joined because", 20)
    )
    for joined in told.claims:
        fact = joined.fact
        because = Text(words.plain(joined.because), "bright_black")
        table.add_row(fact.known.isoformat(), tables.speaker(fact), tables.claim(fact), tables.evidence(fact), because)
    yield table


def _side(side: DisputeSide) -> Text:
    own = list({(fact.origin, fact.words): fact for fact in reversed(side.facts)}.values())[::-1]  # copies once
    more = len(own) - SAID
    said = Text("\n").join(_said(fact) for fact in own[-SAID:])
    earlier = (f"… {more} earlier\n", "bright_black") if more > 0 else ""
    return Text.assemble(
        (words.plain("third parties" if side.side == "none" else side.side), "bold"), "\n", earlier, said
    )


def _said(fact: Fact) -> Text:
    who = words.plain(fact.source_name) if fact.kind != "narrator" else words.plain(fact.publisher or "the report")
    return Text.assemble(
        f"{fact.known}  {who} ", (fact.stance, STANCES[fact.stance]),
        f": “{words.shortened(words.plain(fact.words), 160)}”",
    )  # fmt: skip


def _who(source: SourceToll) -> Text:
    side = f" ({words.plain(source.side)})" if source.side != "none" else ""
    return Text.assemble(words.plain(source.name), (side, "bright_black"))


def _numbers(source: SourceToll) -> str:
    return ", ".join(f"{number.day} {_number(number)}" for number in source.numbers)


def _number(number: Number) -> str:
    if number.best is not None:
        return f"{number.best:,.0f}"
    if number.low is not None:
        return f"{number.low:,.0f}–{number.high:,.0f}" if number.high is not None else f"≥ {number.low:,.0f}"
    return f"≤ {number.high:,.0f}"


def _range(toll: Toll) -> str:
    return f"{toll.lowest:,.0f} to {toll.highest:,.0f}" if toll.lowest != toll.highest else f"{toll.lowest:,.0f}"


def _days(begin: date | None, until: date | None) -> str:
    if begin is None or until is None:
        return "unknown"
    return begin.isoformat() if begin == until else f"{begin} – {until}"
