"""Noun phrases: which tokens govern one, and which tokens it covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fogline.language.tree import children, extent, hyphened
from fogline.model import Structure, Token

_INNER = frozenset({"compound", "nmod", "amod", "nummod", "npadvmod", "det", "quantmod", "punct", "case", "predet"})
_LEFT = frozenset(
    {"compound", "nmod", "amod", "nummod", "npadvmod", "det", "poss", "quantmod", "predet", "punct", "advmod"}
)
_BESIDE = frozenset({"relcl", "acl", "advcl", "conj", "cc", "punct"})
_STANDS_ALONE = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "conj"})
_DASHES = frozenset({"-", "–", "—", "--"})
_NAMES_SOURCE = frozenset({"of", "for", "from", "at", "with", "in", "to", "on", "within", "inside", "near", "by"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Its core is the tokens `first` to `head`, the governing one; with its prepositional phrases and appositions it
    runs up to `last` (not included).
    """

    head: int
    first: int
    last: int


def heads(structure: Structure, speaking: frozenset[int] = frozenset()) -> Iterator[Token]:
    """The tokens that govern a noun phrase, in order; among them those in `speaking`, whatever they hang on."""
    for token in structure.tokens:
        if token.pos in {"NOUN", "PROPN", "PRON"}:
            named = token.i in speaking and token.pos != "PRON"
            mark = token.dep == "punct"  # nouns are no marks: a misparse
            if named or mark or token.dep not in _INNER or token.tag == "PRP$":
                yield token
        elif (token.pos in {"ADJ", "NUM", "DET"} and token.dep in _STANDS_ALONE and token.tag != "WDT") or (
            token.pos == "X" and token.dep in _STANDS_ALONE
        ):
            yield token


def phrase(structure: Structure, head: int) -> Phrase:
    """The noun phrase that a token governs."""
    tokens = structure.tokens
    first = head
    for left in structure.children[head]:
        if left < head and tokens[left].dep in _LEFT:
            first = min(first, extent(structure, left)[0])
    while first < head and tokens[first].pos == "PUNCT" and tokens[first].text not in "-":
        first += 1
    first = max(first, _after_mark(structure, first, head))
    if first == head:
        first = hyphened(structure, head)
    last = head + 1
    for child in children(structure, head):
        if child.i < head:
            continue
        if child.dep == "case" or (child.dep == "prep" and child.lower in _NAMES_SOURCE) or _is_apposition(child):
            begin, end = core_extent(structure, child.i)
            if begin <= last + 1:
                last = max(last, end)
    return Phrase(head, first, last)


def _after_mark(structure: Structure, first: int, head: int) -> int:
    """The first token after a colon or free dash before a noun ("Ten killed - army"); `first` without one."""
    tokens = structure.tokens
    for i in range(head - 1, first, -1):
        free = tokens[i - 1].end < tokens[i].start and tokens[i].end < tokens[i + 1].start
        if tokens[i].text == ":" or (tokens[i].text in _DASHES and free):
            return i + 1
    return first


def _is_apposition(token: Token) -> bool:
    return token.dep == "appos" and token.pos in {"NOUN", "PROPN"}


def core_extent(structure: Structure, i: int, *, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token (not included) below `i`, itself among them: no clauses, nothing joined, no `without`."""
    cut = _BESIDE | without
    first, last = i, i + 1
    stack = [i]
    while stack:
        at = stack.pop()
        first, last = min(first, at), max(last, at + 1)
        stack.extend(c.i for c in children(structure, at) if c.dep not in cut)
    return first, last


def apposed(structure: Structure, head: int) -> list[Token]:
    """The nouns set in apposition to a noun ("Hale, the mayor")."""
    return [c for c in children(structure, head, "appos") if c.pos in {"NOUN", "PROPN"}]


def owners(structure: Structure, head: int) -> Iterator[tuple[str, Token]]:
    """The nouns that a noun belongs to by preposition ("of the army"): preposition and noun, in order."""
    for preposition in children(structure, head, "prep"):
        if preposition.lower in _NAMES_SOURCE:
            for noun in children(structure, preposition.i, "pobj"):
                yield preposition.lower, noun
