"""Answers: a denial or a silence whose words leave open what it answers ("Kyiv denied it", "the army did not comment").

What is answered is what was told last before it, so that the answer is a claim of the same type of event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.claims.chain import speaker
from fogline.claims.lookup import Lookup
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.language.tree import children
from fogline.model import Actor, Attribution, Event, EventType, Stance

ANSWERING: frozenset[Stance] = frozenset({"denies", "withholds"})
ENTRY = "answer."
REACH = 2  # sentences back in which that which is answered was told
WEIGHT = 0.5
_PLAIN = "other.clause"
_NO_MORE = (
    "silence.give",
    "silence.no_details",
    "silence.elaborate",
)  # keep back more on what was told: no answer to it
_CUES = ("silence.", "deny.", "noun.denial")
# What an answer is likeliest to be about, where several things were told in one sentence.
_FOREMOST = (
    "attack.",
    "control.",
    "harm.",
    "aid.",
    "people.",
    "politics.agreement",
    "politics.talks",
    "politics.support",
)


def with_answers(lookup: Lookup, told: Sequence[Event]) -> tuple[Event, ...]:
    """The events told of, in text order, with one more for each answer that none of them stands in."""
    found = list(told)
    for attribution in lookup.document.attributions:
        if attribution.stance not in ANSWERING or not attribution.entry.startswith(_CUES):
            continue
        answer = _answer(lookup, attribution, found)
        if answer is not None:
            found = [e for e in found if e.entry != _PLAIN or e.head != attribution.cue_head]
            found.append(answer)
    return tuple(sorted(found, key=lambda event: (event.start, event.end)))


def answer_of(event: Event) -> Stance | None:
    """The stance of an answer; None for any other event."""
    return next((stance for stance in ANSWERING if event.entry == ENTRY + stance), None)


def _answer(lookup: Lookup, attribution: Attribution, told: Sequence[Event]) -> Event | None:
    """The event that an answer is a claim of: the one that its content names, else the one told last before it."""
    first, last = _extent(lookup, attribution)
    if any(first <= event.head < last and event.entry != _PLAIN for event in told):
        return None
    within = [e for e in lookup.document.events if _in_content(e, attribution) and e.entry != _PLAIN]
    if within:
        named = min(within, key=lambda e: (_rank(e), e.start))
        kind = _kind_before(lookup, named, told) if named.type == "attack.other" else named.type
        entry = ENTRY + attribution.stance
        return replace(named, type=kind, entry=entry, weight=WEIGHT, because=(f"event: answered {named.entry}",))
    if not _points_back(lookup, attribution):
        return None
    answered = _told_before(lookup, attribution, told, first)
    return None if answered is None else _made(lookup, attribution, answered, (first, last))


def _made(lookup: Lookup, attribution: Attribution, answered: Event, clause: tuple[int, int]) -> Event:
    """The event of an answer: its words are the cue's, its type and actor those of what it answers."""
    cue = attribution.cue[0]
    silent = attribution.stance == "withholds"
    return Event(
        type="other.statement" if attribution.entry in _NO_MORE else answered.type,
        start=cue.start,
        end=cue.end,
        head=attribution.cue_head if attribution.cue_head is not None else clause[0],
        actor=answered.actor,
        target=answered.target,
        clause=clause,
        negated=False,
        modality="unknown" if silent else "actual",
        entry=ENTRY + attribution.stance,
        weight=WEIGHT,
        because=(f"event: answers {answered.entry}",),
        voiced=bool(attribution.source),
    )


def _extent(lookup: Lookup, attribution: Attribution) -> tuple[int, int]:
    """First and last token (not included) from source to content, within the cue's sentence."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    sentence = lookup.structure.sentences[lookup.tokens[lookup.token_at(attribution.cue[0].start)].sentence]
    first = max(sentence.first, lookup.token_at(min(s.start for s in spans)))
    return first, min(sentence.last, lookup.token_at(max(s.end for s in spans) - 1) + 1)


def _in_content(event: Event, attribution: Attribution) -> bool:
    return any(span.start <= event.start < span.end for span in attribution.content)


def _points_back(lookup: Lookup, attribution: Attribution) -> bool:
    """Whether what is denied or left open is no more than "it" or "the claim", or is not told at all."""
    accounts = by_lemma("noun").keys() | group("accounts") | group("details") | group("pointing")
    for span in attribution.content:
        for i in range(lookup.token_at(span.start), lookup.token_at(max(span.start, span.end - 1)) + 1):
            token = lookup.tokens[i]
            below = children(lookup.structure, i, "acl", "relcl", "ccomp")
            if token.pos in {"VERB", "AUX"} or below:
                return False
            if token.pos in {"NOUN", "PROPN"} and token.dep not in {"poss", "compound"} and token.lemma not in accounts:
                return False
    return True


def _told_before(lookup: Lookup, attribution: Attribution, told: Sequence[Event], first: int) -> Event | None:
    """The foremost event of the last sentence before an answer that tells of one by another source."""
    here = lookup.tokens[first].sentence
    source = speaker(lookup, attribution)
    for sentence in range(here, max(-1, here - REACH - 1), -1):
        found = [
            e
            for e in told
            if lookup.tokens[e.head].sentence == sentence and e.head < first and _tells(lookup, e, source)
        ]
        if found:
            return min(found, key=lambda e: (_rank(e), e.start))
    return None


def _tells(lookup: Lookup, event: Event, source: Actor | None) -> bool:
    """Whether an event may be what a source answers: none of its own words, and no answer itself."""
    if event.entry == _PLAIN or event.entry.startswith(ENTRY):
        return False
    over = lookup.attributions_over(event)
    teller = speaker(lookup, lookup.attribution(over[0])) if over else None
    return source is None or teller is None or teller.name != source.name


def _rank(event: Event) -> int:
    return next((n for n, family in enumerate(_FOREMOST) if event.type.startswith(family)), len(_FOREMOST))


def _kind_before(lookup: Lookup, event: Event, told: Sequence[Event]) -> EventType:
    """The kind of the attack that "the attack" speaks of: that of the last one told before."""
    here = lookup.tokens[event.head].sentence
    for other in reversed(told):
        near = 0 <= here - lookup.tokens[other.head].sentence <= REACH
        if other.head < event.head and near and other.type.startswith("attack."):
            return other.type
    return event.type
