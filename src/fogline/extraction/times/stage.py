"""The times stage: adds `Document.expressions`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fogline.extraction.times.checks import holds
from fogline.extraction.times.context import attributive, companion, compared, preposition, since_phrase, tense
from fogline.extraction.times.grammar import Match, grammar
from fogline.extraction.times.lexer import ANCHORS, Piece, pieces
from fogline.extraction.times.numbers import number
from fogline.extraction.times.ranges import linked
from fogline.model import Document, Structure, TimeExpression, Token

_NUMBERS = frozenset({"number", "high"})


def expressions(document: Document) -> Document:
    """Adds the time expressions of a document, in the order of the text."""
    structure, text = document.structure, document.report.text
    found: list[TimeExpression] = []
    for sentence in structure.sentences:
        tokens = structure.tokens[sentence.first : sentence.last]
        cut = pieces(tokens)
        if ANCHORS.isdisjoint(p.kind for p in cut):
            continue
        inside = [_expression(text, structure, match, cut) for match in _best(cut, tokens)]
        found.extend(linked(text, [e for e in inside if not _in_name(e, document)], cut))
    return replace(document, expressions=tuple(found))


def _in_name(expression: TimeExpression, document: Document) -> bool:
    """Whether the words are part of a place's longer name: "Now Zad" tells no time."""
    first, last = expression.first, expression.last
    return any(p.first <= first and last <= p.last and p.last - p.first > last - first for p in document.places)


def _best(found: Sequence[Piece], tokens: Sequence[Token]) -> Iterator[Match]:
    """Matches that do not overlap: from the left, the longest first, then the earlier rule."""
    matches = [m for m in grammar().matches(found) if holds(m, found, tokens)]
    end = 0
    for match in sorted(matches, key=lambda m: (m.first, -m.last)):  # a stable sort keeps the order of the rules
        if match.first >= end:
            yield match
            end = match.last


def _expression(text: str, structure: Structure, match: Match, found: Sequence[Piece]) -> TimeExpression:
    start, end = found[match.first].start, found[match.last - 1].end
    first, last = found[match.first].first, found[match.last - 1].last
    fields = [(name, _value(name, found[a:b])) for name, (a, b) in match.fields if b > a]
    before = preposition(structure, first)
    if before is not None and not (before == "since" and attributive(structure, first, last)):
        fields.append(("preposition", before))
    if (verb := tense(structure, first, last)) is not None:
        fields.append(("tense", verb))
    if (since := since_phrase(structure, first, last)) is not None:
        fields.append(("since", f"{since[0]}-{since[1]}"))
    if (match.rule.type == "DURATION" or match.rule.id.startswith("count.")) and (
        noun := companion(structure, last)
    ) is not None:
        fields.append(("of", noun))
    if match.rule.type == "DURATION" and compared(structure, first):
        fields.append(("compared", "yes"))
    kind = match.rule.type or "DATE"
    return TimeExpression(start, end, text[start:end], first, last, kind, match.rule.id, tuple(fields))


def _value(name: str, found: Sequence[Piece]) -> str:
    if name in _NUMBERS:
        return number(found)
    return found[-1].value or found[-1].lower
