"""How far a noun phrase, a clause or a cue reaches, in tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fogline.language.tree import children, extent, hyphened, subtree
from fogline.model import Span, Structure, Token

_MARKS = frozenset(",.;:\"“”'‘’`") | {"``", "''", "--", "—", "–", "-", "..."}
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_VOICED = frozenset({"?", "!"})
_NEGATIONS = frozenset({"not", "n't", "never", "n’t"})


def noun_phrase(structure: Structure, head: int, *, without: Iterable[int] = ()) -> set[int]:
    """Tokens of the noun phrase of `head`: with apposition, coordination and prepositions, without relative clauses."""
    skip = set(without)
    tokens: set[int] = set()
    heads = [head]  # a list, for as many names may be joined as a text likes
    while heads:
        at = heads.pop()
        tokens.add(at)
        for child in children(structure, at):
            if child.i in skip or not _belongs(structure, structure.tokens[at], child):
                continue
            if child.dep in {"conj", "appos"}:
                heads.append(child.i)
            elif child.dep == "prep":
                tokens |= _prepositional(structure, child.i, skip)
            else:
                tokens |= {t.i for t in subtree(structure, child.i)}
    tokens |= set(range(hyphened(structure, min(tokens)), min(tokens)))
    return _bracketed(structure, whole(structure, tokens))


def _bracketed(structure: Structure, tokens: set[int]) -> set[int]:
    """The tokens with the bracket that closes one among them."""
    end = max(tokens) + 1
    opened = sum(structure.tokens[i].text == "(" for i in tokens) - sum(structure.tokens[i].text == ")" for i in tokens)
    closes = end < len(structure.tokens) and structure.tokens[end].text == ")"
    return tokens | {end} if opened > 0 and closes else tokens


def _belongs(structure: Structure, head: Token, child: Token) -> bool:
    if child.dep in {"relcl", "advcl", "parataxis", "ccomp", "mark", "punct", "cc"}:
        return False
    if child.dep == "conj":
        return child.pos in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"}
    if child.dep == "acl":
        return child.i == head.i + 1 and child.tag == "VBN"
    return not (child.dep in {"prep", "advmod", "npadvmod"} and _after_comma(structure, child))


def _prepositional(structure: Structure, preposition: int, skip: set[int]) -> set[int]:
    tokens = {preposition}
    for child in children(structure, preposition):
        if child.i in skip:
            continue
        tokens |= (
            noun_phrase(structure, child.i, without=skip)
            if child.dep == "pobj"
            else {t.i for t in subtree(structure, child.i)}
        )
    return tokens


def _after_comma(structure: Structure, token: Token) -> bool:
    first = extent(structure, token.i)[0]
    return first > 0 and structure.tokens[first - 1].text == ","


def whole(structure: Structure, tokens: set[int]) -> set[int]:
    """The tokens with the punctuation and conjunctions that stand between them; a phrase without gaps of that kind."""
    filled = set(tokens)
    for i in range(min(tokens), max(tokens)):
        if i not in filled and (structure.tokens[i].pos in {"PUNCT", "CCONJ", "PART"} or _is_mark(structure.tokens[i])):
            filled.add(i)
    return filled


def clause(structure: Structure, head: int, without: Iterable[int] = ()) -> set[int]:
    """Tokens of the clause of `head`, without the parts headed by the tokens `without`."""
    skip = set(without)
    tokens: set[int] = set()
    stack = [head]
    while stack:
        at = stack.pop()
        if at not in skip:
            tokens.add(at)
            stack.extend(structure.children[at])
    return tokens


def tight(structure: Structure, head: int) -> set[int]:
    """Tokens of the phrase of `head` without relative and adverbial clauses that a comma or dash sets off."""
    set_off = {
        t.i
        for t in subtree(structure, head)
        if t.dep in {"relcl", "advcl"} and t.i > head and _after_mark(structure, t)
    }
    return clause(structure, head, without=set_off)


def _after_mark(structure: Structure, token: Token) -> bool:
    first = extent(structure, token.i)[0]
    return first > 0 and _is_mark(structure.tokens[first - 1])


def relatives(structure: Structure, head: int) -> set[int]:
    """Heads of the relative clauses below `head`: in what is blamed or claimed they are the report's own background."""
    return {t.i for t in subtree(structure, head) if t.dep == "relcl"}


def _is_mark(token: Token) -> bool:
    return token.text in _MARKS or (token.pos == "PUNCT" and token.text not in {"(", ")", "[", "]"})


def runs(structure: Structure, tokens: set[int]) -> Iterator[tuple[int, int]]:
    """Unbroken stretches (first, last not included) of the tokens of each paragraph, without marks at their ends.

    Marks between two tokens of the set do not break a stretch.
    """
    words = sorted(i for i in tokens if not _is_mark(structure.tokens[i]))
    if len(words) > 1 and structure.tokens[words[-1]].tag == "CC":  # what it tied on belongs to another
        words.pop()
    if not words:
        return
    first = before = words[0]
    for i in words[1:]:
        if not _joined(structure, before, i, tokens):
            yield first, before + 1
            first = i
        before = i
    yield first, before + 1


def _joined(structure: Structure, left: int, right: int, tokens: set[int]) -> bool:
    same = all(i in tokens or structure.tokens[i].text in _MARKS for i in range(left + 1, right))
    a, b = structure.tokens[left].sentence, structure.tokens[right].sentence
    return same and (a == b or structure.sentences[a].paragraph == structure.sentences[b].paragraph)


def spans(structure: Structure, tokens: set[int]) -> tuple[Span, ...]:
    """The character spans of a set of tokens, in order."""
    found = []
    for first, last in runs(structure, tokens):
        after = structure.tokens[last : last + 1]
        asks = bool(after) and last in tokens and after[0].text in _VOICED  # part of what is asked or cried
        found.append(Span(structure.tokens[first].start, structure.tokens[last - (not asks)].end))
    return tuple(found)


def cue_phrase(structure: Structure, verb: int) -> set[int]:
    """A verb with its auxiliaries, negation, particles and the adverbs that stand right before it."""
    tokens = {verb}
    kept = [t for t in children(structure, verb) if t.dep in _AUXILIARIES or t.dep == "prt"]
    tokens |= {t.i for t in kept}
    first = min(tokens)
    for child in children(structure, verb, "advmod"):
        if first <= child.i < verb or child.i == verb - 1:
            tokens.add(child.i)
    for i in range(min(tokens), verb):
        if structure.tokens[i].pos in {"ADV", "PART"} and structure.tokens[i].tag != "WRB":
            tokens.add(i)
    return tokens if max(tokens) - min(tokens) < 8 else {verb}


def is_negated(structure: Structure, verb: int) -> bool:
    """Whether a verb has a negation of its own ("did not say") or a subject that is none ("no one said")."""
    for child in children(structure, verb):
        if child.dep == "neg" or child.lower in _NEGATIONS or (child.lower == "neither" and child.i < verb):
            return True
        if child.dep in {"nsubj", "nsubjpass"} and (
            child.lower in {"nobody", "none", "neither"}
            or any(t.lower in {"no", "neither"} for t in children(structure, child.i, "det", "nsubj", "preconj"))
        ):
            return True
    token = structure.tokens[verb]
    return token.dep == "conj" and any(t.lower == "nor" and t.i < verb for t in children(structure, token.head, "cc"))
