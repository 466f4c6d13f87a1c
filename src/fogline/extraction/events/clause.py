"""The words that make a claim: the clause of a verb, the noun phrase of a noun; and the words of its trigger."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.language.tree import children
from fogline.model import Structure, Token

_OTHER_CLAUSES = frozenset({"conj", "relcl", "advcl", "parataxis", "ccomp"})
_TRIGGER_PARTS = frozenset({"aux", "auxpass", "prt", "neg"})
LONGEST_TRIGGER = 40  # characters; a trigger is a word or a short phrase
A_NAME = 8  # characters that a name counts, with the space before it


def clause_of(structure: Structure, token: Token) -> tuple[int, int]:
    """First and last token (not included) of the stretch around `token` that states its event alone.

    Clauses coordinated with the token's, relative clauses and adverbial clauses with a subject or a doer of their own
    are claims of their own and cut off where they stand at the stretch's end.
    """
    first = last = token.i
    stack = [token.i]
    while stack:
        i = stack.pop()
        first, last = min(first, i), max(last, i)
        for child in children(structure, i):
            if not _is_other_clause(structure, child):
                stack.append(child.i)
    return trimmed(structure, first, last + 1)


def _is_other_clause(structure: Structure, child: Token) -> bool:
    if child.dep in {"cc", "punct", "mark"}:
        return True
    if child.dep not in _OTHER_CLAUSES:
        return child.dep == "acl" and _is_aside(structure, child)
    if child.dep == "conj":
        return child.pos in {"VERB", "AUX"}
    return any(c.dep in {"nsubj", "nsubjpass"} for c in children(structure, child.i)) or _is_aside(structure, child)


def _is_aside(structure: Structure, participle: Token) -> bool:
    """Whether a participle with its doer is set off at the end ("…, cited by the agency", "…, followed by a raid")."""
    before = structure.tokens[participle.i - 1]
    agents = children(structure, participle.i, "agent")
    return participle.tag == "VBN" and participle.head < before.i and before.text == "," and bool(agents)


def trimmed(structure: Structure, first: int, last: int) -> tuple[int, int]:
    """A stretch without the marks, spaces and conjunctions at its edges; one token of it always stays."""
    tokens = structure.tokens
    while last - first > 1 and tokens[last - 1].pos in {"PUNCT", "SPACE", "CCONJ"}:
        last -= 1
    while last - first > 1 and tokens[first].pos in {"PUNCT", "SPACE", "CCONJ"}:
        first += 1
    return first, last


def trigger_of(structure: Structure, token: Token, extra: tuple[int, ...] = ()) -> tuple[int, int]:
    """First and last token (not included) of the trigger: the word with its auxiliaries and particle, and `extra`.

    `extra` are tokens that complete the trigger ("carried out … strikes"); left out where they lie too far off.
    """
    near = [token.i]
    for child in children(structure, token.i):
        if child.dep in _TRIGGER_PARTS:
            near.append(child.i)
    near.sort()
    at = near.index(token.i)
    first = last = token.i
    for i in reversed(near[:at]):  # auxiliaries, as long as only adverbs stand between
        if all(structure.tokens[k].pos in {"ADV", "AUX", "PART"} for k in range(i, first)):
            first = i
    for i in near[at + 1 :]:
        if i - last <= 2:
            last = i
    for i in extra:
        low, high = min(first, i), max(last, i)
        if _length(structure.tokens[low : high + 1]) <= LONGEST_TRIGGER:
            first, last = low, high
    return first, last + 1


def _length(tokens: Sequence[Token]) -> int:
    """Characters of words and the spaces before them; all names count alike, for it must not matter whose it is."""
    length, named = 0, False
    for before, token in zip((None, *tokens), tokens, strict=False):
        name = token.text != token.lower
        if name:
            length += 0 if named else A_NAME
        else:
            length += token.end - (before.end if before is not None else token.start)
        named = name
    return length
