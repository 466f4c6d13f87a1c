"""Walks over the dependency tree of a structure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from fogline.model import Quote, Span, Structure, Token, Words

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # tags
_OF_OBJECT = frozenset({"of", "from", "for"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


def children(structure: Structure, i: int, *deps: str) -> list[Token]:
    """The tokens that token `i` governs, in order; with `deps`, those with one of these labels only."""
    tokens = structure.tokens
    return [tokens[c] for c in structure.children[i] if not deps or tokens[c].dep in deps]


def subtree(structure: Structure, i: int) -> Iterator[Token]:
    """Token `i` and all tokens below it, parents before children."""
    stack = [i]
    while stack:
        at = stack.pop()
        yield structure.tokens[at]
        stack.extend(reversed(structure.children[at]))


def hyphened(structure: Structure, i: int) -> int:
    """The first token of the name that token `i` stands in, where hyphens tie names before it ("Aziz-Okoro")."""
    tokens = structure.tokens
    while (
        i >= 2
        and tokens[i].pos == tokens[i - 2].pos == "PROPN"
        and tokens[i - 1].text == "-"
        and tokens[i - 2].end == tokens[i - 1].start
        and tokens[i - 1].end == tokens[i].start
    ):
        i -= 2
    return i


def extent(structure: Structure, i: int) -> tuple[int, int]:
    """First and last token (not included) of the subtree of token `i`."""
    indices = [token.i for token in subtree(structure, i)]
    return min(indices), max(indices) + 1


def quote_at(structure: Structure, i: int) -> Quote | None:
    """The quotation that token `i` stands in; quotations do not overlap."""
    at = bisect_right(structure.quotes, i, key=lambda quote: quote.first) - 1
    return structure.quotes[at] if at >= 0 and i < structure.quotes[at].last else None


def ancestors(structure: Structure, i: int) -> Iterator[Token]:
    """The governors of token `i`, nearest first, up to the root."""
    token = structure.tokens[i]
    while token.head != token.i:
        token = structure.tokens[token.head]
        yield token


def subject(structure: Structure, verb: int) -> Token | None:
    """The subject of a verb; where it has none of its own, the one that its place in the sentence lends it.

    A conjoined verb, an open complement and an adverbial participle share their governor's subject ("after taking the
    town, they …"); a participle that describes a noun has that noun.
    """
    seen: set[int] = set()
    while verb not in seen:
        seen.add(verb)
        own = [t for t in children(structure, verb) if t.dep in SUBJECTS and t.dep != "expl"]
        if own:
            return own[0]
        token = structure.tokens[verb]
        governor = structure.tokens[token.head]
        if token.dep == "pcomp" and governor.pos in {"ADP", "SCONJ"}:
            governor = structure.tokens[governor.head]
        elif token.dep in {"acl", "amod"} and token.tag == "VBG" and governor.pos in {"NOUN", "PROPN", "PRON"}:
            return governor
        elif token.dep not in {"conj", "xcomp", "advcl", "acomp", "attr"}:
            return None
        verb = governor.i
    return None


def accused(structure: Structure, preposition: Token) -> int | None:
    """Who does what follows "of", "from" or "for": the object of the verb above ("accused them of shelling")."""
    if preposition.lemma not in _OF_OBJECT:
        return None
    return next((t.i for t in children(structure, preposition.head, "dobj", "nsubjpass")), None)


def conjuncts(structure: Structure, i: int) -> Iterator[Token]:
    """Token `i` and the tokens coordinated with it, to its right."""
    yield structure.tokens[i]
    for child in children(structure, i, "conj"):
        yield from conjuncts(structure, child.i)


def span_of(structure: Structure, first: int, last: int) -> Span:
    """Character span of tokens `first` to `last` (not included)."""
    return Span(structure.tokens[first].start, structure.tokens[last - 1].end)


def words(text: str, start: int, end: int) -> Words:
    """The words that stand at `start` to `end` of a report's text."""
    return Words(start, end, text[start:end])
