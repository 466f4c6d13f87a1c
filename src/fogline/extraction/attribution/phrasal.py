"""Attributions whose cue is a fixed phrase or an adverb: according to, in the words of, citing, reportedly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import clause, cue_phrase, is_negated, noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.knowledge.schemas.attribution import Cue
from fogline.language.tree import ancestors, children
from fogline.model import Structure, Token


def phrasal(structure: Structure, verbs: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of fixed phrases; `verbs` are those of verbs, whose clauses they may stand in."""
    phrases, adverbs, adjectives = by_lemma("phrase"), by_lemma("adverb"), by_lemma("adjective")
    by_cue = {draft.cue_head: draft for draft in verbs}
    for token in structure.tokens:
        for entry in phrases.get(token.lower, ()):
            finder = _FINDERS.get(entry.frames[0])
            draft = finder(structure, entry, token, by_cue) if finder else None
            if draft is not None:
                yield draft
        for entry in adverbs.get(token.lower, ()):
            draft = _adverb(structure, entry, token)
            if draft is not None:
                yield draft
        for entry in adjectives.get(_hyphened(structure, token), ()):
            if token.dep == "amod":
                yield _adjective(structure, entry, token)


def _according(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    to = structure.tokens[token.i + 1] if token.i + 1 < len(structure.tokens) else None
    if to is None or to.lower != "to":
        return None
    named = next(iter(children(structure, to.i, "pobj", "pcomp")), None) or _next_noun(structure, to.i)
    if named is None:
        return None
    source = noun_phrase(structure, named.i)
    cue = {token.i, to.i}
    content = _commented(structure, token, cue | clause(structure, token.i), verbs)
    return Draft(entry, entry.stance, token.i, cue, named.i, source, content - source, ["attribution.according_to"])


def _next_noun(structure: Structure, i: int) -> Token | None:
    """The head of the noun phrase after token `i`, where the parse does not tie it."""
    for token in structure.tokens[i + 1 : i + 8]:
        if token.pos in {"NOUN", "PROPN", "PRON"} and token.head <= i:
            return token
    return None


def _in_words_of(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    before = [t.lower for t in structure.tokens[max(0, token.i - 2) : token.i]]
    of = next((t for t in children(structure, token.i, "prep") if t.lower == "of"), None)
    named = next(iter(children(structure, token.i, "poss")), None)
    if of is not None:
        named = next(iter(children(structure, of.i, "pobj")), None)
    if "in" not in before or named is None:
        return None
    first = token.i - 1 - (before[-1] != "in")
    source = noun_phrase(structure, named.i)
    cue = set(range(first, token.i + 1 if of is None else of.i + 1)) - source
    content = _commented(structure, structure.tokens[first], cue | clause(structure, first), verbs)
    return Draft(entry, entry.stance, token.i, cue, named.i, source, content - source, ["attribution.in_words_of"])


def _by_count(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    """As in "by the army's own count, nine tanks were lost", "40,000 have fled, by UN estimates"."""
    by = structure.tokens[token.head]
    named = next(iter(children(structure, token.i, "poss", "compound", "nmod")), None)
    if by.lower not in {"by", "on"} or token.dep != "pobj" or named is None or by.head == by.i:
        return None
    source = noun_phrase(structure, named.i)
    cue = {by.i, token.i}
    content = _commented(structure, by, clause(structure, by.i), verbs)
    return Draft(entry, entry.stance, token.i, cue, named.i, source, content - source, ["attribution.by_count"])


def _unanswered(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    """As in "calls to the ministry went unanswered"."""
    verb = structure.tokens[token.head]
    for call in children(structure, verb.i, "nsubj", "nsubjpass"):
        for to in children(structure, call.i, "prep"):
            named = next(iter(children(structure, to.i, "pobj")), None)
            if call.lemma in group("inquiries") and to.lower == "to" and named is not None:
                source = noun_phrase(structure, named.i)
                cue = {call.i, to.i, verb.i, token.i}
                rule = ["attribution.unanswered"]
                return Draft(entry, entry.stance, token.i, cue, named.i, source, set(), rule)
    return None


def _commented(structure: Structure, token: Token, without: set[int], verbs: dict[int, Draft]) -> set[int]:
    """The clause that a phrase comments on: up to the sentence, or to the clause that another cue reports."""
    tokens = structure.tokens
    at = tokens[token.head]
    if token.head == token.i:
        return _rest_of_sentence(structure, token, without)
    while at.head != at.i:
        parent = tokens[at.head]
        if parent.i in verbs and at.i in verbs[parent.i].content and parent.i not in verbs[parent.i].content:
            break
        at = parent
    return clause(structure, at.i, without=without)


def _rest_of_sentence(structure: Structure, token: Token, without: set[int]) -> set[int]:
    sentence = structure.sentences[token.sentence]
    return set(range(sentence.first, sentence.last)) - without


def _citing(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    """As in "The agency said that X, citing the ministry": the ministry says X, the agency relays it."""
    named = next(iter(children(structure, token.i, "dobj")), None)
    above = [verbs[t.i] for t in ancestors(structure, token.i) if t.i in verbs]
    relaying = verbs.get(token.head) or next((d for d in above if token.i in d.content and d.source), None)
    if named is None or named.lemma in group("grounds"):
        return None
    source = noun_phrase(structure, named.i)
    if (own := verbs.get(token.i)) is not None:
        own.content = set()  # whom it cites is no words of the one that cites
    if relaying is not None and relaying.entry.lemma not in group("relaying"):
        content = relaying.content - source - {token.i}
        relaying.content -= source | {token.i}
        outer: Draft | None = relaying
    else:
        content, outer = clause(structure, token.head, without={token.i}) - source, None
    return Draft(entry, entry.stance, token.i, {token.i}, named.i, source, content, ["attribution.citing"], outer)


def _adverb(structure: Structure, entry: Cue, token: Token) -> Draft | None:
    if "clause" not in entry.frames or token.head == token.i:
        return None
    content = clause(structure, token.head, without={token.i})
    return Draft(entry, entry.stance, token.i, {token.i}, None, set(), content, ["attribution.adverb"])


def _adjective(structure: Structure, entry: Cue, token: Token) -> Draft:
    """As in "the alleged massacre": what it describes is what somebody alleges."""
    cue = set(range(token.i - 2 * entry.lemma.count("-"), token.i + 1))
    content = noun_phrase(structure, token.head, without={token.i}) - cue
    return Draft(entry, entry.stance, token.i, cue, None, set(), content, ["attribution.adjective"])


def _hyphened(structure: Structure, token: Token) -> str:
    """The word in lower case, with what a hyphen ties before it ("so-called")."""
    before = structure.tokens[max(0, token.i - 2) : token.i]
    return "".join(t.lower for t in (*before, token)) if before and before[-1].text == "-" else token.lower


def _for_comment(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    """As in "could not be reached for comment", "was unavailable for comment"."""
    preposition = structure.tokens[token.head]
    governor = structure.tokens[preposition.head]
    copula = structure.tokens[governor.head] if governor.pos == "ADJ" else governor
    silent = governor.lower == "unavailable" or is_negated(structure, governor.i) or is_negated(structure, copula.i)
    subjects = children(structure, copula.i, "nsubj", "nsubjpass")
    if preposition.lower != "for" or not silent or not subjects:
        return None
    source = noun_phrase(structure, subjects[0].i)
    cue = cue_phrase(structure, copula.i) | {governor.i, preposition.i, token.i}
    return Draft(entry, entry.stance, copula.i, cue, subjects[0].i, source, set(), ["attribution.for_comment"])


def _as_put(structure: Structure, entry: Cue, token: Token, verbs: dict[int, Draft]) -> Draft | None:
    """As in "the harbour was, as the pilot put it, a graveyard"."""
    subject = next(iter(children(structure, token.i, "nsubj")), None)
    if subject is None or not any(t.lower == "as" for t in children(structure, token.i)) or token.head == token.i:
        return None
    source = noun_phrase(structure, subject.i)
    content = _commented(structure, token, clause(structure, token.i), verbs)
    return Draft(entry, entry.stance, token.i, {token.i}, subject.i, source, content, ["attribution.as_put"])


_FINDERS = {
    "according": _according,
    "in of": _in_words_of,
    "citing": _citing,
    "for comment": _for_comment,
    "as put": _as_put,
    "by count": _by_count,
    "unanswered": _unanswered,
}
