"""A claim's card: every field with its words and the reason for it."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fogline.exports import words
from fogline.exports.table import evidence, stance
from fogline.model import Claim, Document, Party, Words

Line = tuple[str, str | Text, str]
NOT_TOLD = "—"


def card(document: Document, number: int) -> Group:
    """The card of claim `number` (from 1) of a document."""
    claim = document.claims[number - 1]
    head = Text.assemble((f"Claim {number} of {len(document.claims)}", "bold"), f"  ·  {words.title(document)}")
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold")
    grid.add_column("Field", style="bold", no_wrap=True)
    grid.add_column("Reading", ratio=3, overflow="fold")
    grid.add_column("Words of the report", ratio=4, overflow="fold")
    grid.add_column("Because", ratio=4, style="bright_black", overflow="fold")
    reasons = _reasons(claim)
    for field, value, where in _lines(document, claim):
        grid.add_row(field, value, where, reasons.pop(field, ""))
    for field, reason in reasons.items():
        grid.add_row(field, "", "", reason)
    return Group(head, Padding(evidence(claim), (1, 4)), grid)


def _reasons(claim: Claim) -> dict[str, str]:
    """The reasons by field; several for one field stand after one another."""
    found: dict[str, str] = {}
    for entry in claim.because:
        field, _, reason = entry.partition(": ")
        field, reason = (field, reason) if reason else ("claim", field)
        found[field] = f"{found[field]}; {reason}" if field in found else reason
    return found


def _lines(document: Document, claim: Claim) -> Iterator[Line]:
    source = claim.source
    yield "event", f"{words.event(claim)} ({claim.event})", _at(claim.trigger)
    yield "evidence", "the words above", f"{claim.evidence.start}–{claim.evidence.end}"
    yield "stance", stance(claim), _at(source.cue)
    yield "source", f"{words.source(claim)} ({source.kind})", _at(source.words)
    if source.name and source.words and source.name != source.words.text:
        yield "name", words.plain(source.name), ""
    yield "side", words.plain(source.side), ""
    if source.role:
        yield "role", words.plain(source.role.text), _at(source.role)
    if source.body:
        yield "body", words.plain(source.body.text), _at(source.body)
    for link in source.chain[:-1]:
        cue = f", “{words.plain(link.cue.text)}”" if link.cue else ""
        yield "through", f"{words.plain(link.name or link.kind)} ({link.kind}, side {link.side}){cue}", _at(link.words)
    if source.quoted:
        yield "quoted", source.quoted, ""
    yield _party("actor", claim.actor)
    yield _party("target", claim.target)
    yield from _slots(claim)
    if claim.against:
        yield "against", _against(document, claim.against), ""
    yield "confidence", f"{claim.confidence:.2f}", "that the text makes this claim; not that it is true"


def _party(field: str, party: Party | None) -> Line:
    if party is None:
        return field, NOT_TOLD, ""
    name = words.plain(party.name or party.words.text)
    return field, f"{name} (side: {words.plain(party.side)})" if party.side else name, _at(party.words)


def _slots(claim: Claim) -> Iterator[Line]:
    place, time = claim.place, claim.time
    if place is None:
        yield "place", NOT_TOLD, ""
    else:
        where = f", {place.lat:.3f} {place.lon:.3f}" if place.lat is not None and place.lon is not None else ""
        reading = f"{words.place(claim)}{where} ({place.precision})"
        yield "place", reading, _at(Words(place.start, place.end, place.text))
    if time is None:
        yield "time", NOT_TOLD, ""
    else:
        yield "time", words.days(time), _at(time.words) if time.words else "no words of its own"
    if claim.said is not None:
        yield "said", words.interval(claim.said.begin, claim.said.until, "sometime"), ""
    for amount in claim.quantities:
        yield "quantities", words.amount(amount), _at(Words(amount.start, amount.end, amount.text))


def _against(document: Document, against: str) -> str:
    for number, other in enumerate(document.claims, 1):
        if other.id == against:
            return f"claim {number}: {words.source(other)} {other.stance} {words.event(other)}"
    return against


def _at(where: Words | None) -> str:
    return f"“{words.plain(where.text)}”, {where.start}–{where.end}" if where else ""
