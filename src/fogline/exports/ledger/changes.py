"""What changed, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.assessment.control import Span
from fogline.assessment.fact import Fact
from fogline.exports import words
from fogline.exports.ledger import tables
from fogline.query.changes import Changes, StatusChange, Tie

TITLES = {
    "denies": "New disputes", "differs": "New counts that cannot both hold", "concedes": "New concessions",
    "revises": "Revised numbers and take-backs",
}  # fmt: skip
CLAIMS = 40  # that are shown


def card(changes: Changes) -> Group:
    """Changed status first, then what contradicts, concedes and revises, then the new claims."""
    return Group(*_parts(changes))


def ties(found: Iterable[Tie]) -> Table:
    """Pairs of claims, the earlier one first."""
    table = tables.grid(("One said", 46), ("Then", 46), ("Because", 16))
    for tie in found:
        table.add_row(_told(tie.earlier), _told(tie.later), Text(words.plain(tie.because), "bright_black"))
    return table


def _parts(changes: Changes) -> Iterator[RenderableType]:
    if changes.status:
        yield _heading("Changed status")
        yield _status(changes.status)
    for kind, title in TITLES.items():
        if found := changes.of_kind(kind):
            yield _heading(title)
            yield ties(found)
    yield _heading(f"{len(changes.facts)} new claims")
    if len(changes.facts) > CLAIMS:
        yield Text(f"the newest {CLAIMS} of them", "bright_black")
    yield tables.claims(changes.facts[:CLAIMS])


def _heading(text: str) -> Text:
    return Text.assemble("\n", (text, "bold underline"))


def _status(found: Iterable[StatusChange]) -> Table:
    table = tables.grid(("Place", 20), ("Region", 16), ("Before", 30), ("Now", 30))
    for change in found:
        table.add_row(
            words.plain(change.place.name), tables.region(change.place), _span(change.before), _span(change.now)
        )
    return table


def _span(span: Span | None) -> str:
    return words.plain(span.status) if span is not None else "nothing claimed"


def _told(fact: Fact) -> Text:
    where = ", ".join(filter(None, [fact.place_name and words.plain(fact.place_name), tables.days(fact)]))
    return Text.assemble(
        tables.speaker(fact), "\n", (f"{fact.stance} {words.EVENTS[fact.event]}", "cyan"), f" {where}\n",
        tables.evidence(fact), (f"\n{fact.known}", "bright_black"),
    )  # fmt: skip
