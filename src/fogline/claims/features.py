"""What the learned models are told of an event mention: structure and word classes, never a name.

Names of people, places and parties take no part, so that exchanging them changes nothing. Lemmas are those of
words in small letters only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from fogline.claims.lookup import Lookup
from fogline.claims.reading_features import kept_features
from fogline.claims.tense import tense_of
from fogline.language.tree import ancestors, children
from fogline.model import Event, Token

_DESCRIBING = frozenset({"amod", "compound", "nmod", "nummod"})
_COMPLETING = frozenset({"relcl", "acl"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OBJECTS = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "acomp", "xcomp", "ccomp", "agent", "advcl"})
_BINS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
BESIDE = 12  # mentions before and after one that are looked at: more stand in no sentence but an endless one
LONGEST = 200  # tokens of a clause that are looked at
HIGHEST = 40  # governors above a word that are looked at


def bin_of(n: int) -> int:
    """The bin of a count or distance: ever wider ones."""
    return bisect_right(_BINS, n)


def plain(token: Token) -> str:
    """A token's lemma, or its part of speech where it may be a name."""
    if token.pos == "PROPN" or token.text != token.lower:
        return f"<{token.pos}>"
    return token.lemma


class Mentions:
    """The event mentions of one document, described one by one."""

    def __init__(self, lookup: Lookup, events: Sequence[Event]) -> None:
        self._lookup = lookup
        self._structure = lookup.structure
        self._tokens = lookup.tokens
        self._events = events
        self._by_head = {event.head: event for event in events}
        self._lemmas_met: Counter[str] = Counter()
        self._last_of_type: dict[str, int] = {}
        self._cues = {attribution.cue_head for attribution in lookup.document.attributions}

    def described(self) -> Iterator[tuple[Event, list[str]]]:
        """Each event with its features, each of them once, in text order."""
        for i, event in enumerate(self._events):
            near = self._events[max(0, i - BESIDE) : i + BESIDE + 1]
            yield event, list(dict.fromkeys(self._features(event, near)))
            token = self._tokens[event.head]
            self._lemmas_met[token.lemma] += 1
            self._last_of_type[event.type] = token.sentence

    def _features(self, event: Event, near: Sequence[Event]) -> Iterator[str]:
        token = self._tokens[event.head]
        shape = self._shape(token)
        voice = self._voice(event)
        yield from (f"entry={event.entry}", f"type={event.type}", f"family={event.type.partition('.')[0]}")
        yield f"weight={round(event.weight * 20)}"
        yield from (f"shape={shape}", f"entry+shape={event.entry}+{shape}", f"type+shape={event.type}+{shape}")
        yield from (f"entry+dep={event.entry}+{token.dep}", f"type+dep={event.type}+{token.dep}")
        yield from (f"voice={voice}", f"entry+voice={event.entry}+{voice}", f"type+voice={event.type}+{voice}")
        yield from self._word(event, token)
        yield from self._telling(event)
        yield from self._position(event, token)
        yield from self._company(event, token, near)
        yield from self._slots(event)
        yield from kept_features(event)

    def _shape(self, token: Token) -> str:
        """How an event's word is built out: of a noun its determiner and modifiers, of a verb its arguments."""
        below = children(self._structure, token.i)
        if token.pos in {"NOUN", "PROPN"}:
            described = any(c.dep in _DESCRIBING for c in below)
            completed = any(c.dep in _COMPLETING or c.dep == "prep" for c in below)
            determiner = next((c for c in below if c.dep in {"det", "poss"}), None)
            kind = "bare" if determiner is None else "poss" if determiner.dep == "poss" else "a"
            if determiner is not None and determiner.lower in _DEFINITE:
                kind = "the"
            return f"{token.tag}.{kind}{'.described' * described}{'.completed' * completed}"
        arguments = sorted({c.dep for c in below if c.dep in _OBJECTS})
        return f"{token.tag}.{'.'.join(arguments)}"

    def _word(self, event: Event, token: Token) -> Iterator[str]:
        governor = self._tokens[token.head]
        lemma, above = plain(token), plain(governor)
        yield from (f"pos={token.pos}", f"tag={token.tag}", f"dep={token.dep}", f"dep+pos={token.dep}+{governor.pos}")
        yield from (f"lemma={lemma}", f"lemma+type={lemma}+{event.type}", f"lemma+dep={lemma}+{token.dep}")
        yield from (f"above={above}", f"dep+above={token.dep}+{above}", f"type+above={event.type}+{above}")
        if token.dep in {"pobj", "pcomp"}:
            over = self._tokens[governor.head]
            yield from (f"over={plain(over)}", f"over+prep={plain(over)}+{above}")
        for child in children(self._structure, token.i):
            yield f"below={child.dep}"
            if child.dep in {"det", "amod", "compound", "prep", "aux", "advmod", "mark", "dobj", "acomp", "attr"}:
                yield f"below={child.dep}+{plain(child)}"
            if child.dep in {"nsubj", "nsubjpass"} and child.pos == "PRON":
                yield f"subject={child.lower}"
        met = min(3, self._lemmas_met[token.lemma])
        yield from (f"met={met}+{token.pos}", f"met={met}+{self._shape(token)}")

    def _voice(self, event: Event) -> str:
        over = self._lookup.attributions_over(event)
        if not over:
            return "narrator"
        attribution = self._lookup.attribution(over[0])
        return f"{attribution.quoted}.{attribution.stance}"

    def _telling(self, event: Event) -> Iterator[str]:
        over = self._lookup.attributions_over(event)
        yield f"relays={min(3, len(over))}"
        if over:
            attribution = self._lookup.attribution(over[0])
            yield f"cue={attribution.entry}"
            up = [event.head, *(t.i for t in self._above(event.head))]
            steps = up.index(attribution.cue_head) if attribution.cue_head in up else -1
            yield from (f"steps={steps}", f"steps+type={steps}+{event.type}")
            if attribution.source_head is None:
                yield "unsourced"
        if event.head in self._cues:
            yield "is_cue"
            yield f"is_cue+{event.entry}"
        tense = tense_of(self._structure, event)
        yield from (f"modality={event.modality}", f"negated={event.negated}", f"tense={tense}")
        yield f"tense+type={tense}+{event.type}"
        yield f"modality+type={event.modality}+{event.type}"
        if event.voiced:
            yield "voiced"

    def _position(self, event: Event, token: Token) -> Iterator[str]:
        sentence = self._structure.sentences[token.sentence]
        paragraph = self._structure.paragraphs[sentence.paragraph]
        first, last = event.clause
        length = bin_of(last - first)
        yield from (f"clause={length}", f"clause+type={length}+{event.type}")
        yield f"sentence_length={bin_of(sentence.last - sentence.first)}"
        yield f"share={round(4 * (last - first) / max(1, sentence.last - sentence.first))}"
        yield from (f"at={bin_of(token.sentence)}", f"paragraph={paragraph.kind}")
        yield f"depth={min(8, sum(1 for _ in self._above(token.i)))}"
        total = bin_of(len(self._structure.sentences))
        yield from (f"of={total}", f"first={sentence.index == paragraph.first}")
        yield f"offset={min(4, 5 * (token.i - sentence.first) // max(1, sentence.last - sentence.first))}"

    def _company(self, event: Event, token: Token, near: Sequence[Event]) -> Iterator[str]:
        others = [e for e in near if e is not event and self._tokens[e.head].sentence == token.sentence]
        first, last = event.clause
        inside = [e for e in others if first <= e.head < last]
        yield from (f"others={min(6, len(others))}", f"inside={min(4, len(inside))}")
        yield from sorted({f"beside={e.type}+{event.type}" for e in others})
        yield from sorted({f"within={e.type}+{event.type}" for e in inside})
        yield f"best_inside={round(10 * max((e.weight for e in inside), default=0))}"
        yield f"best_beside={round(10 * max((e.weight for e in others), default=0))}"
        covering = [e for e in others if e.clause[0] <= token.i < e.clause[1]]
        yield f"covered={round(10 * max((e.weight for e in covering), default=0))}"
        yield from sorted({f"covered_by={e.type}+{event.type}" for e in covering})
        same = [e for e in others if e.type == event.type]
        order = "none" if not same else "before" if any(e.start < event.start for e in same) else "after"
        yield from (f"same={order}", f"same+type={order}+{event.type}")
        if any(e.weight > event.weight for e in same):
            yield "same_better"
        gap = token.sentence - self._last_of_type[event.type] if event.type in self._last_of_type else 99
        yield from (f"gap={bin_of(gap)}", f"gap+type={bin_of(gap)}+{event.type}")
        for steps, above in enumerate(self._above(token.i)):
            if above.i in self._by_head:
                over = self._by_head[above.i]
                yield from (f"under={over.type}", f"under={over.type}+{event.type}+{min(2, steps)}")
                break
        if any(c in self._by_head for c in self._structure.children[token.i]):
            yield "governs_event"

    def _slots(self, event: Event) -> Iterator[str]:
        first, last = event.clause
        sentence = self._tokens[event.head].sentence
        for role, head in (("actor", event.actor), ("target", event.target)):
            actor = self._lookup.actor_at(head)
            kind = "none" if head is None else "other" if actor is None else f"{actor.kind}.{actor.side is not None}"
            yield from (f"{role}={kind}", f"{role}+type={kind}+{event.type}")
        placed = any(first <= p.first < last for p in self._lookup.places_in(sentence))
        dated = any(first <= t.first < last for t in self._lookup.times_in(sentence))
        counted = any(first <= a.first < last for a in self._lookup.amounts_in(sentence))
        sided = any(self._has_side(i) for i in range(first, min(last, first + LONGEST)))
        for name, holds in (("placed", placed), ("dated", dated), ("counted", counted), ("sided", sided)):
            yield from (f"{name}={holds}", f"{name}+type={holds}+{event.type}")

    def _has_side(self, i: int) -> bool:
        actor = self._lookup.actor_at(i)
        return actor is not None and actor.side is not None

    def _above(self, i: int) -> Iterator[Token]:
        return islice(ancestors(self._structure, i), HIGHEST)
