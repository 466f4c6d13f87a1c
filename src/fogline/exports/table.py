"""The table for people: a report's claims under its title, its warnings below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fogline.exports import words
from fogline.model import Claim, Document

WIDE = 140  # columns from which on each field has a column of its own
NUMBERS = 3  # of a claim that are shown
LONGEST = 240  # characters of evidence that are shown
# Colours tell the stance, never the side: no party is green or red.
STANCES = {
    "asserts": "cyan",
    "denies": "bold red",
    "hedges": "yellow",
    "expects": "blue",
    "intends": "magenta",
    "withholds": "bright_black",
    "questions": "bright_yellow",
}


def table(document: Document, width: int, most: int | None = None) -> Group:
    """One report as it is shown on a terminal of `width` columns, with its first `most` claims (None: all)."""
    return Group(*_parts(document, width, document.claims[:most]))


def title(document: Document) -> Text:
    """The line over a report's table: its name, origin, date and how many claims it makes."""
    report, count = document.report, len(document.claims)
    origin = [plain for plain in map(words.plain, filter(None, [report.publisher, _agency(document)])) if plain]
    facts = [*origin, words.published(document.published), f"{count} claim{'' if count == 1 else 's'}"]
    return Text.assemble((words.title(document), "bold"), ("  ·  " + "  ·  ".join(facts), "bright_black"))


def evidence(claim: Claim) -> Text:
    """The words of a claim, its trigger in bold."""
    text = words.shortened(words.plain(claim.evidence.text), LONGEST)
    shown = Text(text)
    trigger = words.plain(claim.trigger.text)
    # The trigger's place in the evidence is taken from the offsets; white space may have been evened out since.
    before = len(words.plain(claim.evidence.text[: max(0, claim.trigger.start - claim.evidence.start)]))
    at = text.find(trigger, max(0, before - 1))
    if trigger and at >= 0:
        shown.stylize("bold", at, at + len(trigger))
    return shown


def stance(claim: Claim) -> Text:
    """The stance in its colour."""
    return Text(claim.stance, STANCES[claim.stance])


def _parts(document: Document, width: int, claims: Sequence[Claim]) -> Iterator[RenderableType]:
    yield title(document)
    if document.report.title:
        yield Text(words.plain(document.report.title), "italic")
    if claims:
        yield _wide(claims) if width >= WIDE else _narrow(claims)
    if len(claims) < len(document.claims):
        yield Text(f"… and {len(document.claims) - len(claims)} more", "bright_black")
    for warning in (*document.report.warnings, *document.warnings):
        yield Text(f"! {words.plain(warning.message)}", "yellow")
    if document.places and document.report.language != "en":
        named = dict.fromkeys(place.name for place in document.places)
        yield Text(f"  places named: {words.plain(', '.join(named))}", "bright_black")
    yield Text()


def _wide(claims: Sequence[Claim]) -> Table:
    grid = _grid()
    grid.add_column("Source", ratio=16, overflow="fold")
    grid.add_column("Side", ratio=8, overflow="fold")
    grid.add_column("Stance", width=9)
    grid.add_column("Event", ratio=11)
    grid.add_column("Place", ratio=11, overflow="fold")
    grid.add_column("Time", ratio=9)
    grid.add_column("Number", ratio=9)
    grid.add_column("In these words", ratio=36, overflow="fold")
    for number, claim in enumerate(claims, 1):
        grid.add_row(
            str(number), _who(claim), _side(claim), stance(claim), words.event(claim), words.place(claim),
            words.days(claim.time), _numbers(claim), evidence(claim),
        )  # fmt: skip
    return grid


def _narrow(claims: Sequence[Claim]) -> Table:
    grid = _grid(leading=1)
    grid.add_column("Source and side", ratio=22, overflow="fold")
    grid.add_column("Claim", ratio=20, overflow="fold")
    grid.add_column("Where, when, number", ratio=22, overflow="fold")
    grid.add_column("In these words", ratio=36, overflow="fold")
    for number, claim in enumerate(claims, 1):
        slots = [words.place(claim), words.days(claim.time), _numbers(claim)]
        grid.add_row(
            str(number),
            _lines(_who(claim), _side_line(claim)),
            _lines(stance(claim), Text(words.event(claim))),
            "\n".join(filter(None, slots)),
            evidence(claim),
        )
    return grid


def _grid(leading: int = 0) -> Table:
    grid = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), header_style="bold", leading=leading)
    grid.add_column("#", justify="right", style="bright_black", no_wrap=True)
    return grid


def _lines(*parts: Text) -> Text:
    return Text("\n").join(part for part in parts if part.plain)


def _who(claim: Claim) -> Text:
    return Text(words.source(claim), "italic" if claim.source.words is None else "")


def _side(claim: Claim) -> Text:
    return Text("" if claim.source.side == "none" else words.plain(claim.source.side), "bright_black")


def _side_line(claim: Claim) -> Text:
    side = _side(claim)
    return Text.assemble(("side: ", "bright_black"), side) if side.plain else side


def _numbers(claim: Claim) -> str:
    more = ["…"] if len(claim.quantities) > NUMBERS else []
    return ", ".join([*(words.amount(a) for a in claim.quantities[:NUMBERS]), *more])


def _agency(document: Document) -> str | None:
    report = document.report
    return report.agency if report.agency != report.publisher else None
