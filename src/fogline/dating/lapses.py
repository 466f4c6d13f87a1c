"""Lapses with an anchor: "two weeks after the truce", where the text tells the day of the truce."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.dating.anaphora import distance
from fogline.dating.calendar import Days
from fogline.dating.frame import Fields, Frame, Meaning
from fogline.language.tree import extent
from fogline.model import Structure, TimeExpression, Token

_DIRECTIONS = frozenset({"after", "before"})


def anchored(structure: Structure, expressions: Sequence[TimeExpression], found: Sequence[Meaning]) -> list[Meaning]:
    """The meanings, with the days of durations that are counted from an event of a day that the text tells."""
    out = list(found)
    for n, expression in enumerate(expressions):
        preposition = _preposition(structure, expression)
        if preposition is None or found[n].kind != "throughout":
            continue
        anchor = _within(structure, preposition, expressions, found) or _told(
            structure, preposition, expressions[:n], found
        )
        if anchor is not None:
            out[n] = _counted(expression, found[n], preposition, anchor)
    return out


def _counted(expression: TimeExpression, meaning: Meaning, preposition: Token, anchor: Days) -> Meaning:
    fields = Fields.of(expression)
    counted = Fields(expression, {**fields.named, "direction": preposition.lower})
    lapse = distance(counted, Frame(None, told=anchor))
    if lapse.days is None:
        return meaning
    return replace(meaning, days=lapse.days, kind="sometime", because="dating.lapse_from_anchor")


def _preposition(structure: Structure, expression: TimeExpression) -> Token | None:
    """The "after" or "before" behind a duration that has a number."""
    if expression.type != "DURATION" or "number" not in dict(expression.fields):
        return None
    sentence = structure.sentences[structure.tokens[expression.first].sentence]
    if expression.last >= sentence.last:
        return None
    token = structure.tokens[expression.last]
    return token if token.lower in _DIRECTIONS else None


def _within(
    structure: Structure, preposition: Token, expressions: Sequence[TimeExpression], found: Sequence[Meaning]
) -> Days | None:
    """The day told in the phrase itself: "the election on 12 May"."""
    first, last = extent(structure, preposition.i)
    inside = [m.days for e, m in zip(expressions, found, strict=True) if preposition.i < e.first and e.last <= last]
    return next((days for days in inside if days is not None), None) if first <= preposition.i else None


def _told(
    structure: Structure, preposition: Token, before: Sequence[TimeExpression], found: Sequence[Meaning]
) -> Days | None:
    """The day of the latest sentence before that tells a day beside the same noun: "the truce began on 3 May"."""
    below = structure.children[preposition.i]
    noun = next((structure.tokens[c] for c in below if c > preposition.i), None)
    if noun is None or noun.pos != "NOUN":
        return None
    for expression, meaning in zip(reversed(before), reversed(found[: len(before)]), strict=True):
        here = structure.sentences[structure.tokens[expression.first].sentence]
        if meaning.days is None or meaning.kind != "sometime" or here.index == noun.sentence:
            continue
        if any(t.lemma == noun.lemma for t in structure.tokens[here.first : here.last]):
            return meaning.days
    return None
