"""Who denies whom, within a report."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from fogline.exports import words
from fogline.exports.table import evidence, stance
from fogline.model import Claim, Document


def disputes(document: Document) -> Iterator[tuple[Claim, Claim]]:
    """The pairs of claims of one report of which the first contradicts the second."""
    by_id = {claim.id: claim for claim in document.claims}
    for claim in document.claims:
        if claim.against in by_id:
            yield claim, by_id[claim.against]


def dispute_lines(document: Document) -> Iterator[Text]:
    """Each pair in two lines: who contradicts whom about what, each in the report's words."""
    for claim, other in disputes(document):
        yield _line(claim, "")
        yield _line(other, "    against ")


def _line(claim: Claim, before: str) -> Text:
    side = "" if claim.source.side == "none" else f" ({words.plain(claim.source.side)})"
    about = "  ".join(filter(None, [words.event(claim), words.place(claim), words.days(claim.time)]))
    who = f"{words.source(claim)}{side} "
    return Text.assemble(before, (who, "bold"), stance(claim), f" {about}  “", evidence(claim), "”")
