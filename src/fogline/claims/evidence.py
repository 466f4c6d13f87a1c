"""The words that make a claim: a stretch around its event, chosen by a model that learned from annotated reports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from fogline.claims.edges import kind_of, own, starts_and_ends
from fogline.claims.features import bin_of
from fogline.claims.lookup import Lookup
from fogline.claims.slots import Option, choose
from fogline.extraction.events.entries import is_told
from fogline.language.tree import span_of, words
from fogline.model import Event, Span, Token, Words

MODEL = "evidence"
_SMALL = frozenset({"SCONJ", "CCONJ", "ADP", "DET", "PRON", "AUX", "PART", "ADV", "PUNCT"})
_ARTICLES = {"an": "a"}  # which of them stands there may depend on a name behind it


class Evidence:
    """Finds the words of one document's claims. What else is told near an event is cut off where it can be."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._tokens = lookup.tokens
        self._heads = sorted({event.head for event in lookup.document.events})
        self._cues = sorted({a.cue_head for a in lookup.document.attributions if a.cue_head is not None})

    def of(self, event: Event) -> tuple[Words, str]:
        """The words that make the claim of an event, and why these; a language model has named them itself."""
        text = self._lookup.document.report.text
        if is_told(event):
            return words(text, *self._lookup.evidence_of(event)), f"evidence: {event.entry}"
        best, chance = choose(MODEL, self.options(event))
        return words(text, best.value.start, best.value.end), f"evidence: model {best.found} {chance:.2f}"

    def options(self, event: Event) -> list[Option[Span]]:
        """The stretches that may make the claim, each with what is true of it."""
        first, last = own(self._lookup, event)
        starts, ends = starts_and_ends(self._lookup, event, (first, last))
        shape, family = self._shape(event), event.type.partition(".")[0]
        begun = {i: (name, tuple(self._of_start(i, first, name, shape, event))) for i, name in starts.items()}
        ended = {i: (name, tuple(self._of_end(i, last, name, shape, event))) for i, name in ends.items()}
        found = []
        for begin, (left, of_begin) in begun.items():
            for end, (right, of_end) in ended.items():
                others, length = self._count(self._heads, begin, end) - 1, bin_of(end - begin)
                both = (f"both={left}+{right}", f"others={bin_of(others)}", f"length={length}+{shape[0]}")
                span = span_of(self._lookup.structure, begin, end)
                found.append(Option(span, f"{left}…{right}", (*of_begin, *of_end, *both, f"length={length}+{family}")))
        return found

    def _shape(self, event: Event) -> tuple[str, str, str]:
        """How an event's word is built into its sentence, told with more and more of it."""
        token = self._tokens[event.head]
        above = self._tokens[token.head]
        kind = kind_of(token)
        return kind, f"{kind}.{token.dep}", f"{kind}.{token.dep}<{above.pos}.{above.dep}"

    def _of_start(self, at: int, first: int, name: str, shape: tuple[str, str, str], event: Event) -> Iterator[str]:
        told = bin_of(self._count(self._heads, at, min(first, event.head)))
        more, said = bin_of(max(0, first - at)), self._count(self._cues, at, first) > 0
        yield from (f"from={name}", *(f"from={name}+{trait}" for trait in shape[1:]))
        yield from (f"from={name}+{event.type.partition('.')[0]}", f"from={name}+cue={said}")
        yield from (f"left={told}", f"left={told}+{shape[1]}", f"left={told}+cue={said}", f"left={told}+{more}")
        yield from (f"before={more}", f"before={more}+{shape[0]}", f"cue before={said}")
        token, outside = self._tokens[at], self._beside(at - 1, event)
        yield from (f"first={token.pos}.{token.dep}", f"first is {_small(token)}", f"behind {_small(outside)}")
        yield f"first={token.pos}.{token.dep}<{_label(outside)}"

    def _of_end(self, at: int, last: int, name: str, shape: tuple[str, str, str], event: Event) -> Iterator[str]:
        told = bin_of(self._count(self._heads, max(last, event.head + 1), at))
        more, said = bin_of(max(0, at - last)), self._count(self._cues, last, at) > 0
        yield from (f"to={name}", *(f"to={name}+{trait}" for trait in shape[1:]))
        yield from (f"to={name}+{event.type.partition('.')[0]}", f"to={name}+cue={said}")
        yield from (f"right={told}", f"right={told}+{shape[1]}", f"right={told}+cue={said}", f"right={told}+{more}")
        yield from (f"after={more}", f"after={more}+{shape[0]}", f"cue after={said}")
        token, outside = self._tokens[at - 1], self._beside(at, event)
        yield from (f"ahead of {_small(outside)}", f"last={token.pos}>{_label(outside)}")

    def _beside(self, i: int, event: Event) -> Token | None:
        """The token just outside of a stretch, if it is of the same sentence."""
        inside = 0 <= i < len(self._tokens) and self._tokens[i].sentence == self._tokens[event.head].sentence
        return self._tokens[i] if inside else None

    def _count(self, ranks: list[int], first: int, last: int) -> int:
        return max(0, bisect_left(ranks, last) - bisect_left(ranks, first))


def _small(token: Token | None) -> str:
    """A small word itself, of any other its part of speech: no name takes part."""
    if token is None:
        return "-"
    return _ARTICLES.get(token.lower, token.lower) if token.pos in _SMALL else token.pos


def _label(token: Token | None) -> str:
    return f"{token.pos}.{token.dep}" if token is not None else "-"
