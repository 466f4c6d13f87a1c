"""The dossier of a place, as a desk would print it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.assessment.control import Row, Span
from fogline.exports import words
from fogline.exports.ledger import events, tables
from fogline.query import Dossier

CLAIMS = 60  # that are shown; the others are counted
DISPUTES, TOLLS, POPULATION = 6, 12, 6


def card(dossier: Dossier, most: int = CLAIMS) -> Group:
    """Names, position, status over time and by side, and the claims in order."""
    return Group(*_parts(dossier, most))


def _parts(dossier: Dossier, most: int) -> Iterator[RenderableType]:
    yield from _head(dossier)
    yield _heading("Who says they hold it")
    if dossier.status:
        yield status_table(dossier.status)
        yield _rows(dossier.rows)
    else:
        yield Text("No claim says who holds it.", "bright_black")
    if dossier.disputes:
        yield _heading("Disputes")
        yield events.disputes(dossier.disputes[:DISPUTES])
    if dossier.tolls:
        yield _heading("Tolls, by source: never added up")
        yield events.tolls(dossier.tolls[:TOLLS])
    if people := [fact for fact in dossier.facts if fact.event == "people.population"]:
        yield _heading("How many live there, as told")
        yield tables.claims(people[-POPULATION:])
    shown = dossier.facts[-most:]
    earlier = len(dossier.facts) - len(shown)
    yield _heading(f"{len(dossier.facts)} claims, by the day they tell of")
    if earlier:
        yield Text(f"{earlier} earlier ones are not shown (fogline claims --place lists all)", "bright_black")
    yield tables.claims(shown)


def _head(dossier: Dossier) -> Iterator[RenderableType]:
    place = dossier.place
    facts = [tables.region(place), tables.position(place), f"as of {dossier.as_of}"]
    yield Text.assemble(
        (words.plain(place.name), "bold"), ("  ·  " + "  ·  ".join(filter(None, facts)), "bright_black")
    )
    others = [f"{form} (used by {user})" if user else form for form, user in place.forms.items() if form != place.name]
    if others:
        yield Text("Also called: " + ", ".join(map(words.plain, others)))
    if place.population:
        yield Text(f"Population in the gazetteer: {place.population:,}")
    if dossier.now is not None:
        since = "" if dossier.now.holder is None else f", since {dossier.now.begin}"
        yield Text.assemble("Status: ", (words.plain(dossier.now.status), "bold"), since)
    if dossier.others:
        names = ", ".join(f"{words.plain(p.name)} in {tables.region(p) or 'an unknown region'}" for p in dossier.others)
        yield Text(f"The name may also mean: {names}", "yellow")


def _heading(text: str) -> Text:
    return Text.assemble("\n", (text, "bold underline"))


def status_table(spans: Sequence[Span]) -> Table:
    """The status of a place over time."""
    table = tables.grid(("From", 0), ("To", 0), ("Status", 50), ("Last confirmed", 0), ("Claims", 0))
    for span in spans:
        until = span.until.isoformat() if span.until else "…"
        table.add_row(
            span.begin.isoformat(), until, words.plain(span.status), span.confirmed.isoformat(), str(len(span.claims))
        )
    return table


def _rows(rows: Sequence[Row]) -> Table:
    table = tables.grid(("Who", 20), ("Says", 40), ("Since", 0), ("Last confirmed", 0))
    for row in rows:
        name = Text(words.plain(row.speaker), "" if row.party else "italic")
        for span in row.spans:
            table.add_row(name, words.plain(span.status), span.begin.isoformat(), span.confirmed.isoformat())
            name = Text()
    return table
