"""Through whom a source speaks, as its own clause tells: "told Reuters", "in an interview with", "quoted by"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from fogline.claims.lookup import Lookup
from fogline.extraction.attribution.lexicon import group
from fogline.language.tree import ancestors, children, words
from fogline.model import Actor, Attribution, Span, Token, Words

Carrier = tuple[Actor, Words | None]
_DOWN = frozenset({"prep", "pobj", "dobj", "dative", "acl", "agent", "pcomp", "advcl"})
_THROUGH = frozenset({"to", "with", "by", "on", "via", "through", "for", "in"})
_BEARERS = _THROUGH - {"in"}  # "in a report" holds the words, and is whoever's the report is
_STEPS = 4  # from a name up to "quoted" ("quoted as saying by the agency")
_DEPTH = 6  # steps from the cue to the medium ("said in a statement carried by the news agency")


def carriers_of(lookup: Lookup, attribution: Attribution) -> Iterator[Carrier]:
    """The media that carry an attribution's words without being the source of another, each with its cue."""
    seen: set[int] = set()
    for token in (*_of_cue(lookup, attribution), *_of_source(lookup, attribution), *_of_paper(lookup, attribution)):
        actor = _named(lookup, token)
        if actor is not None and token.i not in seen:
            seen.add(token.i)
            yield actor, _cue(lookup, token)


def _named(lookup: Lookup, token: Token) -> Actor | None:
    """The mention of a medium; a name that nothing is known of but that others are "quoted by" is one."""
    actor = lookup.actor_at(token.i)
    if actor is None or actor.kind is not None:
        return actor
    quoting = any(above.lemma in group("relaying") for above in islice(ancestors(lookup.structure, token.i), _STEPS))
    return replace(actor, kind="journalist") if token.pos == "PROPN" and quoting and _by(lookup, token) else None


def _of_cue(lookup: Lookup, attribution: Attribution) -> Iterator[Token]:
    """Heads of the media under the cue, outside of what is said."""
    verbs = [i for i in _verbs(lookup, attribution) if lookup.tokens[i].pos == "VERB"]
    quoting = any(lookup.tokens[i].lemma in group("relaying") for i in verbs)
    stack = [(i, 0) for i in verbs]
    while stack:
        at, depth = stack.pop()
        for child in children(lookup.structure, at, *_DOWN):
            if depth >= _DEPTH or _within(attribution.content, child) or _within(attribution.source, child):
                continue
            if child.dep == "advcl" and child.tag != "VBG":  # "speaking to"
                continue
            if child.dep in {"prep", "agent"} and child.lower not in _THROUGH | {"as"}:
                continue
            if _is_medium(lookup, child, any_kind=quoting and _by(lookup, child)):
                yield child
            else:
                stack.append((child.i, depth + 1))


def _within(spans: Sequence[Span], token: Token) -> bool:
    """Whether a token stands in one of the spans, which are in order; a transcript's turn may have thousands."""
    at = bisect_right(spans, token.start, key=lambda span: span.start) - 1
    return at >= 0 and token.start < spans[at].end


def _verbs(lookup: Lookup, attribution: Attribution) -> Iterator[int]:
    """The cue, and the verb of a clause that tells that the source spoke ("one fighter, who spoke to Reuters")."""
    if attribution.cue_head is not None:
        yield attribution.cue_head
    if attribution.source_head is not None:
        for verb in children(lookup.structure, attribution.source_head, "relcl"):
            if verb.lemma in group("speaking"):
                yield verb.i


def _is_medium(lookup: Lookup, token: Token, *, any_kind: bool) -> bool:
    """Whether a noun names a medium: a press conference's "reporters" are an audience."""
    actor = _named(lookup, token)
    if actor is None or token.tag in {"NNS", "PRP", "WP", "WDT"}:
        return False
    governor = lookup.tokens[token.head]
    if token.dep == "pobj" and governor.lower not in _BEARERS:
        quoted = governor.lower == "in" and lookup.tokens[governor.head].lemma in group("relaying")
        return quoted and actor.kind == "journalist"
    return any_kind or actor.kind == "journalist"


def _by(lookup: Lookup, token: Token) -> bool:
    return token.dep == "pobj" and lookup.tokens[token.head].lower == "by"


def _of_source(lookup: Lookup, attribution: Attribution) -> Iterator[Token]:
    """Heads of those by whom the source is "quoted" or "published": within its words, after them, or after the cue."""
    for token in _participles(lookup, attribution):
        relayed, published = token.lemma in group("relaying"), token.lemma in group("publishing")
        if token.tag in {"VBN", "VBD"} and (relayed or published):
            for by in children(lookup.structure, token.i, "agent", "prep"):
                if by.lower in {"by", "in"}:
                    any_kind = relayed and by.lower == "by"
                    found = children(lookup.structure, by.i, "pobj")
                    yield from (t for t in found if any_kind or _is_medium(lookup, t, any_kind=False))


def _of_paper(lookup: Lookup, attribution: Attribution) -> Iterator[Token]:
    """Head of the medium that "aired a statement in which" the source speaks, or that speaks itself."""
    if attribution.cue_head is None or lookup.tokens[attribution.cue_head].dep not in {"relcl", "acl"}:
        return
    paper = lookup.tokens[lookup.tokens[attribution.cue_head].head]
    verb = lookup.tokens[paper.head]
    if paper.dep == "dobj" and verb.lemma in group("publishing"):
        for subject in children(lookup.structure, verb.i, "nsubj"):
            actor = lookup.actor_at(subject.i)
            if actor is not None and actor.kind == "journalist":
                yield subject


def _participles(lookup: Lookup, attribution: Attribution) -> Iterator[Token]:
    for span in attribution.source:
        yield from lookup.tokens[lookup.token_at(span.start) : lookup.token_at(span.end - 1) + 1]
    for spans in (attribution.source, attribution.cue):
        if spans:
            at = lookup.token_at(spans[-1].end - 1) + 1
            yield from [t for t in lookup.tokens[at : at + 3] if t.pos != "PUNCT" and t.lower != "as"][:1]


def _cue(lookup: Lookup, token: Token) -> Words | None:
    """The word that a medium hangs on: "told", "interview", "carried"."""
    for governor in ancestors(lookup.structure, token.i):
        if governor.pos not in {"ADP", "SCONJ"}:
            return words(lookup.document.report.text, governor.start, governor.end)
    return None
