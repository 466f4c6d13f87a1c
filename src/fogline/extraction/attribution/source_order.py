"""Who says it by word order, where the parse gives a cue no source or a wrong one."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import noun_phrase
from fogline.extraction.attribution.lexicon import by_lemma
from fogline.language.tree import FINITE, SUBJECTS, children, quote_at
from fogline.model import Structure, Token

_RELATIVE = frozenset({"WRB", "WDT", "WP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def with_source_before(structure: Structure, draft: Draft) -> None:
    """Gives a finite cue without a subject the noun phrase that ends right before it ("…, the monitor said")."""
    verb = structure.tokens[draft.cue_head]
    if draft.source or not draft.is_speech or verb.tag not in FINITE or min(draft.cue) == 0:
        return
    end = min(draft.cue) - 1
    if end and structure.tokens[end].text == ",":
        end -= 1
    if structure.tokens[end].text == ")":
        end = next((i - 1 for i in range(end, 0, -1) if structure.tokens[i].text == "("), end)
    last = structure.tokens[end]
    if last.pos not in _NOMINAL | {"NUM"} or last.sentence != verb.sentence or last.tag in _RELATIVE:
        return
    head = _head_of_phrase(structure, end, draft.cue_head)
    draft.source_head, draft.source = head, noun_phrase(structure, head)
    draft.content -= draft.source
    draft.source_guessed = True
    draft.because.append("attribution.source_before_cue")


def _head_of_phrase(structure: Structure, end: int, verb: int) -> int:
    """Head of the noun phrase that ends with token `end`; of one set after "In the east, …" the apposition alone."""
    head = at = end
    while structure.tokens[at].head not in {at, verb}:
        below, at = structure.tokens[at], structure.tokens[at].head
        above = structure.tokens[at]
        if above.pos == "ADP" or _qualifies(structure, above):
            continue
        if above.pos not in _NOMINAL:
            break
        if max(noun_phrase(structure, at)) != end or (below.dep == "appos" and _governed(above)):
            break
        head = at
    return head


def _qualifies(structure: Structure, token: Token) -> bool:
    """Whether an adjective or participle describes a noun before it ("a source close to", "people briefed on")."""
    noun = structure.tokens[token.head]
    return token.dep in {"amod", "acl"} and noun.pos in _NOMINAL and noun.i < token.i


def _governed(token: Token) -> bool:
    """Whether a noun is an object, so that an apposition before a cue is a speaker ("hit by a jet, a source said")."""
    return token.dep in {"pobj", "dobj", "attr", "oprd"}


def with_source_righted(structure: Structure, draft: Draft) -> None:
    """Takes back an object that was read as the speaker ("killed nine people, the mayor said", "… people said Odu")."""
    verb = structure.tokens[draft.cue_head]
    if not draft.is_speech or not draft.source or verb.tag not in FINITE or max(draft.source) > verb.i:
        return
    first, last = min(draft.source), max(draft.source)
    before = structure.tokens[first - 1 : first] if first else ()
    if not before or before[0].sentence != verb.sentence:
        return
    if not _takes_object(before[0]) and not _closes_content(structure, before[0], draft):
        return
    after = structure.tokens[verb.i + 1 : verb.i + 2]
    last = last - 1 if structure.tokens[last].text == "," else last
    commas = [i for i in range(first, last) if structure.tokens[i].text == ","]
    head = None
    if commas and structure.tokens[last].pos in _NOMINAL:
        named = len(commas) > 1 and _is_named(
            structure, range(commas[-2] + 1, commas[-1]), range(commas[-1] + 1, last + 1)
        )
        source = set(range(commas[-2 if named else -1] + 1, last + 1))
        head = next((i for i in sorted(source, reverse=True) if structure.tokens[i].head not in source), last)
    elif last == verb.i - 1 and not draft.entry.told and after and after[0].tag in {"DT", "NNP", "NNPS", "NN", "NNS"}:
        head = next(
            (t.i for t in structure.tokens[verb.i + 1 : verb.i + 7] if t.pos in _NOMINAL and t.head <= verb.i), None
        )
        source = set() if head is None else noun_phrase(structure, head)
    if head is not None:
        sentence = structure.sentences[verb.sentence]
        draft.source_head, draft.source = head, source
        draft.content = set(range(sentence.first, min(verb.i, min(source)))) - source - draft.cue
        draft.because.append("attribution.source_righted")


def _is_named(structure: Structure, first: range, second: range) -> bool:
    """Whether two phrases between commas are one person, by role and by name, in either order."""
    roles = [i for i in (*first, *second) if structure.tokens[i].tag == "NN"]
    names = [[i for i in phrase if structure.tokens[i].pos == "PROPN"] for phrase in (first, second)]
    whole = [name for name, phrase in zip(names, (first, second), strict=True) if len(name) == len(phrase) > 1]
    described = second if whole and whole[0] == names[0] else first
    return (
        len(whole) == 1 and any(i in described for i in roles) and structure.tokens[described[0]].tag in {"DT", "PRP$"}
    )


def _takes_object(token: Token) -> bool:
    """Whether a word right before a noun phrase is a verb that governs it, not one that reports it ("said people")."""
    return token.tag in {"VBD", "VBN", "VBG", "VBZ"} and token.pos == "VERB" and token.lemma not in by_lemma("verb")


def _closes_content(structure: Structure, token: Token, draft: Draft) -> bool:
    """Whether what is said ends in a preposition whose noun was read as a speaker ("died in Odu, the mayor and …")."""
    head = structure.tokens[draft.source_head] if draft.source_head is not None else None
    governs = head is not None and head.dep in {"pobj", "nsubj", "conj"} and token.pos == "ADP"
    listed = any(structure.tokens[i].text == "," for i in draft.source)
    return governs and listed and max(draft.content, default=0) == token.i


def with_source_after(structure: Structure, draft: Draft) -> None:
    """Gives a cue right after a quotation the noun phrase that follows it (“…,” added her son)."""
    verb = structure.tokens[draft.cue_head]
    following = structure.tokens[verb.i + 1 : verb.i + 8]
    if (
        draft.source
        or not draft.takes_quote
        or draft.entry.told
        or verb.tag not in FINITE
        or not following
        or verb.i == 0
    ):
        return
    closed = any(_ends_quotation(structure, i) for i in range(max(0, verb.i - 3), verb.i))
    if closed and following[0].tag in {"DT", "PRP$", "NNP", "NN", "JJ", "PRP"}:
        head = next((t.i for t in following if t.pos in _NOMINAL and t.head <= verb.i), None)
        head = _end_of_name(structure, verb.i + 1) if head is None else head
        if head is not None:
            draft.source_head, draft.source = head, noun_phrase(structure, head)
            draft.content -= draft.source
            draft.because.append("attribution.source_after_cue")


def _ends_quotation(structure: Structure, i: int) -> bool:
    quote = quote_at(structure, i)
    return quote is not None and quote.last == i + 1


def _end_of_name(structure: Structure, first: int) -> int | None:
    """The last token of the name that starts at `first`, where the parse hangs it on what comes later."""
    last = first
    while last < len(structure.tokens) and structure.tokens[last].pos == "PROPN":
        last += 1
    return last - 1 if last > first else None


def with_speaker_before(structure: Structure, drafts: Sequence[Draft]) -> None:
    """Gives a cue without a subject the speaker around it, where it hangs on the clause in between.

    As in "said it leaked and added that", "said the king had fled, adding that", "a note saying it leaked and urging".
    """
    saying: dict[int, list[Draft]] = {}
    for draft in drafts:
        saying.setdefault(structure.tokens[draft.cue_head].sentence, []).append(draft)
    for draft in drafts:
        verb = structure.tokens[draft.cue_head]
        if not draft.content or any(t.dep in SUBJECTS for t in children(structure, verb.i)):
            continue
        around = [d for d in saying[verb.sentence] if d.is_speech and d.source and verb.i in d.content]
        if not around:
            continue
        outer = min(around, key=lambda d: (len(d.content), d.cue_head))
        if _carries_on(structure, draft, outer):
            outer.content -= draft.content | draft.cue
            draft.source_head, draft.source = outer.source_head, set(outer.source)
            draft.because.append("attribution.speaker_before")


def _carries_on(structure: Structure, draft: Draft, outer: Draft) -> bool:
    """Whether a cue in the content of another belongs beside it: a further verb of speech, or one in the same form."""
    verb = structure.tokens[draft.cue_head]
    if draft.entry.continues:
        return verb.dep in {"conj", "advcl"}
    governor, speaking = structure.tokens[verb.head], structure.tokens[outer.cue_head]
    if verb.dep != "conj" or governor.i == speaking.i:
        return False
    same_form = verb.tag == speaking.tag != governor.tag
    return same_form or (draft.is_speech and verb.tag == speaking.tag and "auxpass" not in _deps(structure, verb.i))


def _deps(structure: Structure, verb: int) -> set[str]:
    return {t.dep for t in children(structure, verb)}
