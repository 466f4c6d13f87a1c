"""Ties quotations to their cues, also over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fogline.extraction.attribution.draft import Draft
from fogline.model import Quote, Structure

_NEAR = 14  # tokens between a quotation and the cue that introduces or closes it: room for a title, a day, a place
_TOUCHING = 4  # the same for cues that are seldom verbs of speech ("smiled", "released")
_BRIEF = 16  # tokens of a sentence that may be cut off from the quotation it closes
_CUT_OFF = 3  # tokens between a quotation and a cue that the parser cut off from it
_EMBEDDED = 4  # fewest words of a quotation that makes the sentence around it its speaker's
_STOPS = frozenset({".", "!", "?"})
_SPOKEN = ("say.", "write.", "ask.", "deny.", "judge.", "intent.vow", "intent.pledge", "intent.promise")


def with_quotations(structure: Structure, drafts: Sequence[Draft]) -> None:
    """Adds each quotation that is speech to the content of the cue it belongs to.

    A quotation without a cue of its own carries on the attribution of the sentence before it, in its paragraph or,
    where it opens its paragraph, at the end of the one before (free continuation).
    """
    cues: dict[int, list[Draft]] = {}
    for draft in drafts:
        cues.setdefault(structure.tokens[draft.cue_head].sentence, []).append(draft)
    owner: dict[int, Draft] = {}  # by number of quotation
    speech = [(k, q) for k, q in enumerate(structure.quotes) if not q.scare]
    for k, quote in speech:
        near = _candidates(structure, quote, cues)
        found = _held(quote, near) or _beside(structure, quote, near)
        if found is not None:
            owner[k] = found
            _add(found, quote)
    for place, (k, quote) in enumerate(speech):
        if k not in owner:
            before = _continued(structure, quote, speech[max(0, place - 3) : place], owner, cues)
            before = before or _following(structure, quote, speech[place + 1 : place + 2], owner)
            if before is not None:
                owner[k] = before
                _add(before, quote)
                continue
            around = _embedded(structure, quote, cues)
            if around is not None:
                owner[k] = around
                sentence = structure.sentences[structure.tokens[quote.first].sentence]
                around.content |= set(range(sentence.first, sentence.last))
                around.because.append("attribution.quotation_in_uncued_sentence")


def _candidates(structure: Structure, quote: Quote, cues: dict[int, list[Draft]]) -> list[Draft]:
    """The drafts of the sentences that the quotation touches, and of those beside it."""
    first, last = structure.tokens[quote.first].sentence, structure.tokens[quote.last - 1].sentence
    numbers = sorted({first - 1, first, last, last + 1})
    return [
        draft for number in numbers for draft in cues.get(number, ()) if not quote.first <= draft.cue_head < quote.last
    ]


def _add(draft: Draft, quote: Quote) -> None:
    draft.content |= set(range(quote.first, quote.last)) - draft.cue
    if not draft.holds_quotation:
        draft.holds_quotation = True
        draft.because.append("attribution.quotation")


def _held(quote: Quote, near: Iterable[Draft]) -> Draft | None:
    """The draft that has most of the quotation in its content, or most of its content in the quotation."""
    inside = []
    for draft in near:
        shared = sum(quote.first <= i < quote.last for i in draft.content)
        if shared and 2 * shared >= min(len(draft.content), quote.last - quote.first):
            inside.append((len(draft.content), draft.cue_head, draft))
    return min(inside, key=lambda row: row[:2])[2] if inside else None


def _beside(structure: Structure, quote: Quote, near: Iterable[Draft]) -> Draft | None:
    """The cue that stands next to the quotation in its sentence, or ends the sentence before it with a colon."""
    ranked = []
    for draft in near:
        gap = _gap(structure, quote, draft)
        if (
            draft.takes_quote
            and gap is not None
            and gap <= (_NEAR if draft.is_speech else _TOUCHING)
            and _may_take(structure, draft, quote)
        ):
            ranked.append((bool(draft.content), gap, draft.cue_head, draft))
    return min(ranked, key=lambda row: row[:3])[3] if ranked else None


def _gap(structure: Structure, quote: Quote, draft: Draft) -> int | None:
    """Tokens between quotation and cue, None where a sentence ends between them."""
    where = structure.tokens[draft.cue_head].sentence
    first, last = structure.tokens[quote.first].sentence, structure.tokens[quote.last - 1].sentence
    if draft.cue_head >= quote.last:
        gap = min(draft.cue | draft.source) - quote.last
        cut_off = where == last + 1 and gap <= _CUT_OFF and _is_brief(structure, where)
        return max(0, gap) if where == last or cut_off else None
    if where == first or (where == first - 1 and _introduced(structure, quote)):
        return max(0, quote.first - max(draft.cue) - 1)
    return None


def _is_brief(structure: Structure, number: int) -> bool:
    """Whether a sentence is no more than a speaker and a cue that the parser cut off from the quotation before."""
    sentence = structure.sentences[number]
    return sentence.last - sentence.first <= _BRIEF


def _may_take(structure: Structure, draft: Draft, quote: Quote) -> bool:
    """A cue with content takes a further quotation only right after it ("X," he said. "Y")."""
    if not draft.content:
        return True
    end = max(max(draft.cue), max(draft.source, default=0))
    near = quote.first <= end + 4 or _free(structure, quote)
    return end < quote.first and near and min(draft.content) < draft.cue_head


def _introduced(structure: Structure, quote: Quote) -> bool:
    """Whether a colon or comma stands before the quotation's mark."""
    before = [structure.tokens[i].text for i in range(max(0, quote.first - 3), quote.first)]
    return ":" in before or "," in before


def _continued(
    structure: Structure,
    quote: Quote,
    before: Sequence[tuple[int, Quote]],
    owner: dict[int, Draft],
    cues: dict[int, list[Draft]],
) -> Draft | None:
    if quote.continues is not None and quote.continues in owner:
        return owner[quote.continues]
    if not _free(structure, quote):
        return None
    number = _with_words(structure, structure.tokens[quote.first].sentence - 1)
    here = _paragraph(structure, quote.first)
    if number is None or structure.sentences[number].paragraph < here - 1:
        return None
    outermost = _outermost(cues.get(number, ()))
    if outermost is not None:
        return outermost
    number = _before_narration(structure, number, cues)
    if structure.sentences[number].paragraph < here - 1:
        return None
    for k, previous in reversed(before):
        if k in owner and structure.tokens[previous.last - 1].sentence >= number:
            return owner[k]
    return None


def _before_narration(structure: Structure, number: int, cues: dict[int, list[Draft]]) -> int:
    """The number of the sentence before one or two about the speaker ("She had three children with her.")."""
    for at in (number, number - 1):
        first = structure.tokens[structure.sentences[at].first]
        if at == 0 or first.lower not in {"he", "she", "they"} or any(_speaks(d) for d in cues.get(at, ())):
            return at
    return max(0, number - 2)


def _with_words(structure: Structure, number: int) -> int | None:
    """The number of the last sentence up to `number` that is more than a stray mark."""
    while number >= 0:
        sentence = structure.sentences[number]
        if any(t.pos not in {"PUNCT", "SPACE"} for t in structure.tokens[sentence.first : sentence.last]):
            return number
        number -= 1
    return None


def _embedded(structure: Structure, quote: Quote, cues: dict[int, list[Draft]]) -> Draft | None:
    """The cue of the sentence before, for a quotation within a sentence that has no cue of its own."""
    number = structure.tokens[quote.first].sentence
    if any(_speaks(d) for d in cues.get(number, ())) or number == 0 or quote.last - quote.first < _EMBEDDED:
        return None
    if structure.sentences[number - 1].paragraph != structure.sentences[number].paragraph:
        return None
    return _outermost(cues.get(number - 1, ()))


def _outermost(drafts: Sequence[Draft]) -> Draft | None:
    """The last act of speech of a sentence that stands in no other's content."""
    said = [d for d in drafts if _speaks(d) and (d.content or d.takes_quote)]
    inner = {i for d in said for i in d.content}
    free = [d for d in said if d.cue_head not in inner]
    return free[-1] if free else None


def _following(
    structure: Structure, quote: Quote, after: Sequence[tuple[int, Quote]], owner: dict[int, Draft]
) -> Draft | None:
    """The owner of the quotation that follows at once in the same paragraph."""
    for k, following in after:
        if k in owner and following.continues is not None and structure.quotes[following.continues] is quote:
            return owner[k]
        same = _paragraph(structure, following.first) == _paragraph(structure, quote.first)
        if k in owner and same and following.first - quote.last <= 4 and _free(structure, quote):
            return owner[k]
    return None


def _speaks(draft: Draft) -> bool:
    return bool(draft.source) and draft.entry.id.startswith(_SPOKEN)


def _paragraph(structure: Structure, token: int) -> int:
    return structure.sentences[structure.tokens[token].sentence].paragraph


def _free(structure: Structure, quote: Quote) -> bool:
    """Whether the quotation starts a sentence of its own, also one that the parser ran on from the one before."""
    sentence = structure.sentences[structure.tokens[quote.first].sentence]
    if quote.first - sentence.first <= 1:
        return True
    return structure.tokens[quote.first - 2].text in _STOPS and structure.tokens[quote.first].text[:1].isupper()
