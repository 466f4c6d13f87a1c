"""Sources that say one thing together ("NATO and Kyiv say"): each of them makes the claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise, zip_longest

from fogline.claims.chain import with_kind
from fogline.claims.lookup import Lookup
from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import children, conjuncts, extent, subtree
from fogline.model import Actor, Attribution, Event, Token

_JOINED = frozenset({"and", "&", "nor"})
_OWN = frozenset({"det", "poss", "nummod"})
_COMMON, _NAME = "NOUN", "PROPN"
_OF_ONE = frozenset({"NN"})
_VERBS = frozenset({"VERB", "AUX"})
_MOST = 8  # sources of one clause; a longer list of signatories speaks as one


def speakers(lookup: Lookup, attribution: Attribution) -> tuple[Actor, ...]:
    """The mentions that share the source of an attribution, in text order; empty where it is one source."""
    return joined(lookup, attribution.source_head, attribution)


def joined(lookup: Lookup, head: int | None, telling: Attribution | None = None) -> tuple[Actor, ...]:
    """The mentions that are joined at the head of a source, in text order; empty where it is one source.

    One source are: two roles of one person ("the foreign minister and deputy leader"), and a crowd of one kind without
    names ("police and rescue workers"). Names and owners that hold "and" have one head, and stay whole. `telling` is
    the attribution whose source they are, if any.
    """
    if head is None:
        return ()
    heads = _heads(lookup, lookup.tokens[head])
    if len(heads) < 2:
        heads = _listed_after(lookup, lookup.tokens[head])
    if len(heads) < 2:
        return _in_compound(lookup, lookup.tokens[head])
    if _is_firm(lookup, heads):
        return ()
    if telling is not None and _runs_on(lookup, telling):
        heads = heads[1:]  # "killed ten people, the mayor and the police said": the first is of what is said
    met = [lookup.actor_at(token.i) for token in heads]
    found = [actor if telling is None else with_kind(lookup, telling, actor) for actor in met if actor is not None]
    actors = [actor for actor in found if actor is not None and actor.kind is not None]
    if not actors or len(actors) < len(heads) or len({_who(actor) for actor in actors}) < len(actors):
        return ()
    apart = all(_apart(lookup, first, second) for first, second in pairwise(actors))
    return tuple(_each_alone(lookup, actors)) if apart else ()


def _listed_after(lookup: Lookup, head: Token) -> list[Token]:
    """The heads of a list that the parse broke up at the end of a sentence ("according to A, B and C")."""
    end = extent(lookup.structure, head.i)[1]
    closes = lookup.structure.sentences[head.sentence].last - 1
    if head.dep != "pobj" or end >= closes or lookup.tokens[end].text != ",":
        return []
    for token in lookup.tokens[end + 1 : closes]:
        if token.dep in {"appos", "conj"} and extent(lookup.structure, token.i) == (end + 1, closes):
            rest = list(islice(conjuncts(lookup.structure, token.i), _MOST))
            links = [t.lower for other in rest for t in children(lookup.structure, other.i, "cc")]
            return [head, *rest] if links and _JOINED.issuperset(links) else []
    return []


def _in_compound(lookup: Lookup, head: Token) -> tuple[Actor, ...]:
    """A body's name and a crowd that the parse took for one name ("the United Nations and rights groups")."""
    crowd = lookup.actor_at(head.i)
    if crowd is None or head.tag != "NNS" or crowd.kind is None:
        return ()
    for name in children(lookup.structure, head.i, "nmod", "compound"):
        links = children(lookup.structure, name.i, "cc")
        body = lookup.actor_at(name.i)
        if body is None or body.kind != "organization" or body.side is not None or not links:
            continue
        first = links[0].i + 1
        if links[0].lower in _JOINED and name.pos == _NAME and body.first <= crowd.first + 1 and first <= head.i:
            start = lookup.tokens[first].start
            text = lookup.document.report.text
            whole = replace(body, start=crowd.start, first=crowd.first, text=text[crowd.start : body.end])
            words = text[start : crowd.end]
            return whole, replace(crowd, start=start, first=first, text=words, name=words)
    return ()


def _each_alone(lookup: Lookup, actors: list[Actor]) -> Iterator[Actor]:
    """The mentions without the words of the next one, which the parse may have set in apposition to them."""
    for actor, after in zip_longest(actors, actors[1:]):
        last = actor.last
        if after is not None and after.first < last:
            last = after.first
            while last > actor.head + 1 and lookup.tokens[last - 1].pos in {"PUNCT", "CCONJ"}:
                last -= 1
        end = lookup.tokens[last - 1].end
        yield replace(actor, end=end, last=last, text=lookup.document.report.text[actor.start : end])


def _heads(lookup: Lookup, head: Token) -> list[Token]:
    """The heads of the sources joined by "and", in text order; one alone where nothing is joined."""
    joined = list(islice(conjuncts(lookup.structure, head.i), _MOST + 1))
    for token in children(lookup.structure, head.head, head.dep):  # "the army, the police and the mayor said"
        if token.i > head.i and token not in joined and _follows(lookup, joined[-1], token):
            joined.extend(conjuncts(lookup.structure, token.i))
    beside = list(children(lookup.structure, head.i, "appos"))
    for token in beside:
        if _goes_on(lookup, token):
            joined = list(dict.fromkeys((*joined, *islice(conjuncts(lookup.structure, token.i), _MOST + 1))))
    beside = [token for token in beside if token not in joined]
    named = [token for apposed in beside for token in _named_after(lookup, apposed)]
    bearers = [*joined, *beside] if named else joined
    joined = [token for token in (*joined, *named) if token.pos != "PRON"]  # "both", "all"
    links = [cc.lower for token in bearers for cc in children(lookup.structure, token.i, "cc")]
    if not links or not _JOINED.issuperset(links) or len(joined) > _MOST:
        return [head]
    return [token for token, after in zip_longest(joined, joined[1:]) if after is None or _linked(lookup, token, after)]


def _goes_on(lookup: Lookup, apposed: Token) -> bool:
    """Whether an apposition is the rest of a list, closed by no comma ("the army, the UN and NATO say")."""
    joined = [token for token in conjuncts(lookup.structure, apposed.i) if token.i > apposed.i]
    if not joined or not any(t.lower in _JOINED for t in children(lookup.structure, apposed.i, "cc")):
        return False
    after = extent(lookup.structure, apposed.i)[1]
    closes = lookup.structure.sentences[apposed.sentence].last
    governed = lookup.tokens[apposed.head].dep == "pobj"
    return after < closes and (lookup.tokens[after].pos in _VERBS or (governed and after == closes - 1))


def _named_after(lookup: Lookup, apposed: Token) -> list[Token]:
    """Names that the parse joins to an apposition, past its closing comma ("Ada Lo, the mayor, and Bo Chu")."""
    joined = islice(conjuncts(lookup.structure, apposed.i), 1, None)
    between = {t.i: [u.text.lower() for u in lookup.tokens[apposed.i + 1 : t.i]] for t in joined if t.pos == _NAME}
    return [lookup.tokens[i] for i, words in between.items() if (",", "and") in pairwise(words)]


def _is_firm(lookup: Lookup, heads: list[Token]) -> bool:
    """Whether an apposition calls those joined one thing ("Brandt and Sons, a security firm,")."""
    ends = [t for t in children(lookup.structure, heads[0].i, "appos") if t.i > heads[-1].i]
    return any(t.tag in _OF_ONE for t in ends)


def _linked(lookup: Lookup, token: Token, after: Token) -> bool:
    """Whether a comma or an "and" stands between; "Minister" and "Ana Silva" may hang side by side."""
    between = lookup.tokens[token.i + 1 : after.i]
    return any(t.text == "," or t.dep == "cc" for t in between)


def _runs_on(lookup: Lookup, attribution: Attribution) -> bool:
    """Whether the words attributed run on into the source without a comma."""
    if not attribution.source:
        return False
    start = min(span.start for span in attribution.source)
    first = lookup.token_at(start)
    return first > 0 and any(span.end == lookup.tokens[first - 1].end for span in attribution.content)


def _follows(lookup: Lookup, before: Token, token: Token) -> bool:
    """Whether a noun phrase follows another after a comma or an "and" alone; one who speaks "for" both is one."""
    if any(t.lower == "for" for t in children(lookup.structure, before.i, "prep")):
        return False
    first = end = extent(lookup.structure, token.i)[0]
    while end > before.i + 1 and (lookup.tokens[end - 1].text == "," or lookup.tokens[end - 1].lower in _JOINED):
        end -= 1
    return end < first and any(t.i == end - 1 for t in subtree(lookup.structure, before.i))


def _apart(lookup: Lookup, first: Actor, second: Actor) -> bool:
    """Whether two joined mentions are two sources."""
    own = [_is_own(lookup, actor) for actor in (first, second)]
    if all(own):
        return True
    token = lookup.tokens[second.head]
    if own[0] and token.pos == _COMMON and token.tag in _OF_ONE:
        return False  # a second role, or a second noun after one article
    sides = {first.side, second.side}
    return first.kind != second.kind or (None not in sides and len(sides) > 1)


def _is_own(lookup: Lookup, actor: Actor) -> bool:
    """Whether a mention is a name, or has an article or an owner of its own."""
    token = lookup.tokens[actor.head]
    opens = token.i == lookup.structure.sentences[token.sentence].first
    return (
        token.pos == "PROPN"
        or (token.text[0].isupper() and not opens)
        or any(True for _ in children(lookup.structure, token.i, *_OWN))
    )


def _who(actor: Actor) -> str:
    return actor.name or actor.text


def two_sides(lookup: Lookup, event: Event, both: Actor, parties: frozenset[str]) -> tuple[Actor, ...]:
    """The two parties that "both sides" stands for: those named last before, else the only two; empty if unknown."""
    head = lookup.tokens[both.head]
    if head.lemma not in lemmas_of("sides") or (both.side is not None and head.tag != "NNS"):
        return ()
    named = [a.side for a in lookup.document.actors if a.side in parties and a.start < event.start]
    last = [side for side in dict.fromkeys(reversed(named)) if side is not None][:2]
    if len(last) < 2 and len(parties) == 2:
        last = sorted(parties)
    return tuple(replace(both, name=side, side=side) for side in reversed(last)) if len(last) == 2 else ()
