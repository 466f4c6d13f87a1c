"""What stands around an expression: its preposition and the tense of the verb that it belongs to."""

from __future__ import annotations

from fogline.model import Structure

PREPOSITIONS = frozenset({
    "after", "around", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into", "on", "over", "since", "through",
    "throughout", "till", "to", "until", "within",
})  # fmt: skip
_BETWEEN = frozenset({"at", "least", "the", "very", "about", "around", "just", "early", "late", "only", "a"})
_FUTURE_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# Verbs whose infinitive looks ahead: what "plans to meet on Friday" says of Friday.
_AHEAD = frozenset({
    "plan", "expect", "schedule", "set", "due", "intend", "vow", "promise", "agree", "hope", "aim", "prepare", "want",
    "pledge", "go", "be", "seek", "decide", "propose", "threaten", "ready", "likely", "slate", "invite", "urge", "need",
})  # fmt: skip


def preposition(structure: Structure, first: int) -> str | None:
    """The preposition before the token `first`; adverbs and articles between are stepped over."""
    tokens, at = structure.tokens, first - 1
    sentence = tokens[first].sentence
    while at >= 0 and tokens[at].sentence == sentence and first - at <= 4:
        lower = tokens[at].lower
        if lower in PREPOSITIONS and not (lower in _BETWEEN and at > 0 and tokens[at - 1].lower in PREPOSITIONS):
            return "until" if lower == "till" else lower
        if lower not in _BETWEEN:
            return None
        at -= 1
    return None


def tense(structure: Structure, first: int, last: int) -> str | None:
    """`past`, `present` or `future` of the nearest verb above the tokens `first` to `last` (not included)."""
    tokens = structure.tokens
    at = next((t.i for t in tokens[first:last] if not first <= t.head < last), first)
    for _ in range(12):
        token = tokens[at]
        if token.pos in {"VERB", "AUX"}:
            return _verb_tense(structure, at)
        if token.head == at:
            return None
        at = token.head
    return None


def _verb_tense(structure: Structure, verb: int) -> str | None:
    tokens = structure.tokens
    token = tokens[verb]
    helpers = [tokens[c] for c in structure.children[verb] if tokens[c].dep in {"aux", "auxpass"}]
    if any(h.lower in _FUTURE_MODALS for h in helpers):
        return "future"
    if token.tag == "VBD" or any(h.lower in {"had", "have", "has", "was", "were", "did"} for h in helpers):
        return "past"
    if token.tag in {"VBP", "VBZ"} or any(h.tag in {"VBP", "VBZ"} for h in helpers):
        return "present"
    if any(h.lower == "to" for h in helpers):
        return "future" if tokens[token.head].lemma in _AHEAD else None
    if token.tag in {"VBN", "VBG"} and token.head != verb and token.dep != "amod":
        return _above(structure, token.head)
    return "past" if token.tag == "VBN" else None


def _above(structure: Structure, at: int) -> str | None:
    """The tense that a participle takes from the verb above it; one step only."""
    token = structure.tokens[at]
    if token.pos not in {"VERB", "AUX"} or token.tag in {"VBN", "VBG"}:
        return None
    return _verb_tense(structure, at)
