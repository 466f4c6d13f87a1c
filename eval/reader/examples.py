"""What the reader learns from: the windows of annotated reports with what is told at each token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from eval.annotation import AnnotatedReport, Located
from fogline.extraction.events.reader.card import Card
from fogline.extraction.events.reader.inputs import inputs
from fogline.extraction.events.reader.windows import Pieces, Window, windows
from fogline.model import Document, SourceKind, Token

FOLDS = 2  # of whole wars, each left out of the training of one reader and its teachers
KINDS: tuple[SourceKind, ...] = get_args(SourceKind)
_BEARING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
# One war under several names; a war is left out as a whole.
_SAME_WAR = {"Donbas": "Ukraine"}

# Event types, stances and kinds of source, by their numbers, of the claims told at a token.
Told = tuple[int, int, int]


@dataclass(frozen=True)
class Example:
    """A report cut into windows; `told` maps a token to the claims whose trigger it governs."""

    name: str
    war: str
    windows: tuple[Window, ...]
    told: dict[int, list[Told]]
    tokens: int


def example(report: AnnotatedReport, document: Document, card: Card, pieces: Pieces) -> Example:
    """The example that a report gives; `document` has every layer before the claims, its events from rules."""
    told: dict[int, list[Told]] = {}
    for located in report.claims:
        head = _head(document.structure.tokens, located)
        if head is not None:
            claim = located.claim
            numbers = (card.types.index(claim.event), card.stances.index(claim.stance), KINDS.index(claim.source_kind))
            told.setdefault(head, []).append(numbers)
    stretches = tuple(cut(document, card, pieces))
    return Example(report.name, war_of(report), stretches, told, len(document.structure.tokens))


def cut(document: Document, card: Card, pieces: Pieces) -> Iterator[Window]:
    """The windows of a document in which rules have found the events."""
    given = inputs(document, document.events, card)
    return windows(document.structure.sentences, given, pieces, size=card.window, before=card.before)


def war_of(report: AnnotatedReport) -> str:
    """The war that a report is about, by the first word of its name."""
    name = str((report.annotation.model_extra or {}).get("conflict") or "none").split()[0].split("-")[0]
    return _SAME_WAR.get(name, name)


def folds(wars: Sequence[str], count: int) -> list[int]:
    """The fold of each report: whole wars, the largest first, each into the fold that has the fewest reports."""
    sizes = [0] * count
    of: dict[str, int] = {}
    for war in sorted(set(wars), key=lambda name: (-wars.count(name), name)):
        of[war] = sizes.index(min(sizes))
        sizes[of[war]] += wars.count(war)
    return [of[war] for war in wars]


def _head(tokens: Sequence[Token], located: Located) -> int | None:
    """The token that governs an annotated trigger."""
    span = located.trigger
    if span is None:
        return None
    inside = {token.i: token for token in tokens if token.start < span.end and span.start < token.end}
    heads = [token for token in inside.values() if token.head not in inside or token.head == token.i]
    bearing = [token for token in heads if token.pos in _BEARING]
    return next((token.i for token in (*bearing, *heads)), None)
