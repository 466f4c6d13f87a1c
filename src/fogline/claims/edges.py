"""Where the words that make a claim may begin and end: at the clauses around its event, and at what sets them off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fogline.claims.lookup import Lookup
from fogline.extraction.events.clause import clause_of, trimmed
from fogline.language.tree import SUBJECTS, ancestors, children, extent
from fogline.model import Event, Token

ABOVE = 5  # governors of an event's word that are looked at
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}
_LEADING = frozenset({"mark", "cc", "advmod", "punct"})
_COMMAS = frozenset({",", ";", "—", "–"})

Edge = tuple[str, int, int]  # what the stretch is, its first and its last token (not included)


def kind_of(token: Token) -> str:
    """Whether a word is a verb, a noun or another one."""
    return _KINDS.get(token.pos, "other")


def own(lookup: Lookup, event: Event) -> tuple[int, int]:
    """The least that tells of an event: its own clause or noun phrase and its trigger, as tokens."""
    start, end = lookup.evidence_of(event)
    return lookup.token_at(start), lookup.token_at(end - 1) + 1


def starts_and_ends(lookup: Lookup, event: Event, within: tuple[int, int]) -> tuple[dict[int, str], dict[int, str]]:
    """Tokens at which the words may begin and before which they may end, each with what is there.

    `within` is the least of them (`own`).
    """
    trigger = lookup.token_at(event.start)
    starts: dict[int, str] = {}
    ends: dict[int, str] = {}
    for name, first, last in _stretches(lookup, event, *within):
        if first <= trigger:
            starts.setdefault(first, name)
        if last > event.head:
            ends.setdefault(last, name)
    return starts, ends


def _stretches(lookup: Lookup, event: Event, first: int, last: int) -> Iterator[Edge]:
    structure, tokens = lookup.structure, lookup.tokens
    yield "own", first, last
    for k, above in enumerate(islice(ancestors(structure, event.head), ABOVE), 1):
        begin, end = clause_of(structure, above)
        yield f"clause{k}.{kind_of(above)}", min(begin, first), max(end, last)
        yield f"word{k}.{kind_of(above)}", min(above.i, first), max(above.i + 1, last)
    sentence = structure.sentences[tokens[event.head].sentence]
    begin, end = trimmed(structure, sentence.first, sentence.last)
    yield "sentence", min(begin, first), max(end, last)
    begin = first
    while begin < event.head and tokens[begin].dep in _LEADING:
        begin += 1
    yield "unmarked", begin, last
    for subject in children(structure, event.head, *SUBJECTS)[:1]:
        yield "subject", extent(structure, subject.i)[0], last
    yield "trigger", lookup.token_at(event.start), lookup.token_at(event.end - 1) + 1
    yield from _between_commas(lookup, event, first, last)


def _between_commas(lookup: Lookup, event: Event, first: int, last: int) -> Iterator[Edge]:
    tokens = lookup.tokens
    sentence = lookup.structure.sentences[tokens[event.head].sentence]
    trigger, behind = lookup.token_at(event.start), lookup.token_at(event.end - 1) + 1
    for j in range(event.head + 1, sentence.last):
        if tokens[j].text in _COMMAS:
            yield "comma", first, max(j, behind)
            break
    for j in range(event.head - 1, sentence.first - 1, -1):
        if tokens[j].text in _COMMAS:
            yield "comma", min(j + 1, trigger), last
            break
