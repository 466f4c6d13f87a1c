"""Who denies whom, within a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from fogline.exports import words
from fogline.exports.table import evidence, stance
from fogline.model import Claim, Document


def disputes(document: Document) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims of one report of which the second contradicts the first, each from another source."""
    by_id = {claim.id: claim for claim in document.claims}
    for claim in document.claims:
        other = by_id.get(claim.against or "")
        if other is not None and words.source(other) != words.source(claim):
            yield other, claim


def dispute_table(documents: Iterable[Document]) -> Table:
    """The pairs of several documents, side by side, each claim in the report's words."""
    grid = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), header_style="bold", leading=1)
    grid.add_column("Report", ratio=20, overflow="fold", style="bright_black")
    grid.add_column("One says", ratio=40)
    grid.add_column("Another contradicts", ratio=40)
    for document in documents:
        for claim, against in disputes(document):
            grid.add_row(words.title(document), _side(claim), _side(against))
    return grid


def _side(claim: Claim) -> Text:
    side = "" if claim.source.side == "none" else f" (side: {words.plain(claim.source.side)})"
    about = " · ".join(filter(None, [words.event(claim), words.place(claim), words.days(claim.time)]))
    who = Text.assemble((words.source(claim), "bold"), (side, "bright_black"), " ", stance(claim), f": {about}\n")
    return Text.assemble(who, "“", evidence(claim), "”")
