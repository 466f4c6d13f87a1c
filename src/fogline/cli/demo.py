"""`fogline demo`: a tour on the sample reports that come with the package."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from fogline.model import Document

SHOWN = 2  # reports whose claims are shown
CLAIMS = 10  # of each


def demo() -> None:
    """Shows on sample reports what fogline is about: claims, denials, and the reasons for each field."""
    from rich.text import Text

    from fogline.cli.output import paper
    from fogline.cli.samples import sample_reports
    from fogline.exports.card import card
    from fogline.exports.disputes import dispute_table
    from fogline.exports.table import table
    from fogline.pipeline import analyse_all

    console = paper(sys.stdout)
    documents = list(analyse_all(sample_reports()))
    chosen = sorted(documents, key=lambda d: -_denials(d))[:SHOWN]
    _heading(console, f"{len(documents)} sample reports, {sum(len(d.claims) for d in documents)} claims. Two of them:")
    for document in chosen:
        console.print(table(document, console.width, CLAIMS))
    if any(map(_denials, documents)):
        _heading(console, "Who denies whom")
        console.print(dispute_table(documents))
    if chosen[0].claims:
        _heading(console, "Why one claim reads as it does (fogline explain FILE --claim N)")
        console.print(card(chosen[0], _telling(chosen[0])))
    console.print(Text("fogline shows what the sources say and where they disagree. It never decides who is right."))


def _heading(console: Console, words: str) -> None:
    from rich.rule import Rule

    console.print(Rule(words, align="left", style="bright_black"))


def _denials(document: Document) -> int:
    """How often one side contradicts another source."""
    from fogline.exports.disputes import disputes

    return sum(against.source.side != "none" for _, against in disputes(document))


def _telling(document: Document) -> int:
    """The number of the claim with the most fields filled, one by which a side contradicts another first."""
    from fogline.exports.disputes import disputes

    contradicting = {against.id for _, against in disputes(document) if against.source.side != "none"}

    def filled(number: int) -> tuple[bool, int, int]:
        claim = document.claims[number - 1]
        slots = (claim.source.words, claim.actor, claim.target, claim.place, claim.time, claim.quantities or None)
        return claim.id in contradicting, sum(slot is not None for slot in slots), -number

    return max(range(1, len(document.claims) + 1), key=filled)
