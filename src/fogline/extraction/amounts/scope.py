"""Whether a number sums up ("since the war began", "the toll rose to 12") or adds to a count ("on Tuesday")."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.amounts.lexicon import Lexicon
from fogline.language.tree import children, subject
from fogline.model import Structure, Token

_VERBS = frozenset({"VERB", "AUX"})
_COUNTS_NOTHING = frozenset({"time", "distance", "money", "area", "weight", "energy", "share"})
_ABOVE = 4  # governors between a counted noun and the verb of its clause


def scope_of(structure: Structure, head: int, category: str | None, lexicon: Lexicon) -> str | None:
    """The scope of the number whose counted noun is token `head`, as its clause tells it."""
    governor = structure.tokens[head]
    for _ in range(_ABOVE):
        if governor.pos in _VERBS or governor.head == governor.i:
            break
        governor = structure.tokens[governor.head]
        if governor.lemma in lexicon.scopes_clause:
            return lexicon.scopes_clause[governor.lemma]
    if governor.pos not in _VERBS:
        return None
    named = [subject(structure, governor.i), *children(structure, governor.i, "dobj")]
    tallied = (lexicon.scopes_clause.get(t.lemma) for t in named if t is not None and t.i != head)
    told = next((scope for scope in tallied if scope is not None), None)
    if told is not None or category in _COUNTS_NOTHING:
        return told
    return next(_by_time(structure, governor, lexicon), None)


def _by_time(structure: Structure, verb: Token, lexicon: Lexicon) -> Iterator[str]:
    """The scopes told by the times of the verb: "since May", "on Tuesday", "overnight", "in all"."""
    for child in children(structure, verb.i):
        found = lexicon.scopes_time.get(child.lower)
        if found is not None and child.dep in {"prep", "mark", "advmod", "npadvmod"}:
            yield found
        marks = children(structure, child.i, "mark") if child.dep == "advcl" else ()
        yield from (scope for t in marks if (scope := lexicon.scopes_time.get(t.lower)) == "cumulative")
        for timed in children(structure, child.i, "pobj") if child.dep == "prep" else ():
            by_phrase = lexicon.scopes_after.get((child.lower, timed.lower)) or lexicon.scopes_time.get(timed.lower)
            latest = any(t.lower in lexicon.scopes_time for t in children(structure, timed.i, "amod"))
            if by_phrase is not None and not (by_phrase == "incremental" and child.lower not in {"on", "by"}):
                yield by_phrase
            elif latest and timed.lemma in {"hour", "day", "night"}:
                yield "incremental"
