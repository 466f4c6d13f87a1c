"""Which event an answer is about: the one in its own words, else the nearest told before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import ancestors, children, subtree
from fogline.model import Event, Structure, Token

BACK = 4  # sentences before an answer's own
_IDLE = ("other.", "politics.goal")  # seldom what a denial or a silence answers
TOLD = 0.35  # the weight of an event that tells rather than refers back
# Attacks of no plain kind, and what meets an attack: "the attack" is neither.
_OTHER = ("attack.other", "attack.intercept")
# Deeds come before what they led to: "shelling killed five": who denies it denies the shelling.
_DEEDS = ("attack.", "control.", "politics.support", "politics.agreement")


class Referents:
    """The events of one document that answers may be about; `sides` are the sides of its actors by head token."""

    def __init__(self, structure: Structure, told: Sequence[Event], sides: Mapping[int, str]) -> None:
        self._structure = structure
        self._sides = sides
        self._by_sentence: dict[int, list[Event]] = {}
        for event in told:
            self._by_sentence.setdefault(structure.tokens[event.head].sentence, []).append(event)

    def of(self, token: Token, top: Token, speaker: int | None) -> tuple[Event | None, str]:
        """The event answered by the word `token` in the clause of `top`, and how it was found.

        `speaker` is the head of the noun phrase of who answers.
        """
        named = self._named(token, top, speaker)
        if named is not None:
            return self.plainer(named), "what it names"
        told = self.told_before(token, top, speaker)
        return told, "nothing told" if told is None else "what was told before"

    def told_before(self, token: Token, top: Token, speaker: int | None, back: int = BACK) -> Event | None:
        """The main event told before the word `token`, at most `back` sentences before its own."""
        counted = any(t.lemma in lemmas_of("counted") for t in subtree(self._structure, top.i))
        aside = set() if speaker is None else {t.i for t in subtree(self._structure, speaker)}
        for sentence in range(top.sentence, max(-1, top.sentence - back - 1), -1):
            found = [e for e in self._by_sentence.get(sentence, ()) if e.start < self._structure.tokens[token.i].start]
            found = [e for e in found if e.head not in {token.i, top.i} and not e.type.startswith(_IDLE)]
            found = [e for e in found if e.head not in aside]
            if counted:
                found = [e for e in found if e.type.startswith("harm.")] or found
            if found:
                return self.plainer(self._main(found, self._sides.get(speaker) if speaker is not None else None))
        return None

    def _named(self, token: Token, top: Token, speaker: int | None) -> Event | None:
        """The event that the answer's own words name; what describes who answers is none, nor is a further clause."""
        aside = {t.i for part in self._beside(top, speaker) for t in subtree(self._structure, part.i)}
        below = {t.i for t in subtree(self._structure, top.i)} - aside - {token.i, top.i}
        here = self._by_sentence.get(top.sentence, ())
        inside = [e for e in here if e.head in below and not e.type.startswith("other.")]
        return min(inside, key=lambda e: self._order(e, top), default=None)

    def _beside(self, top: Token, speaker: int | None) -> Iterator[Token]:
        """What stands beside an answer: who answers, clauses joined to it, circumstances that come with it."""
        for child in children(self._structure, top.i):
            clause = child.dep == "conj" and child.pos in {"VERB", "AUX"}
            circumstance = child.dep == "prep" and child.lower in lemmas_of("circumstance")
            if child.i == speaker or clause or circumstance:
                yield child

    def _order(self, event: Event, top: Token) -> tuple[bool, int, bool, int]:
        return (
            event.type.startswith(_IDLE),
            self._depth(event.head, top),
            not event.type.startswith(_DEEDS),
            event.start,
        )

    def _main(self, found: list[Event], side: str | None) -> Event:
        """The main event of a sentence: a deed, well told, of the side that answers, no gloss on a noun, told last."""
        return max(found, key=lambda e: (*self._weightiness(e, side), round(e.weight, 1), e.start))

    def _weightiness(self, event: Event, side: str | None) -> tuple[bool, bool, bool]:
        deed = event.type.startswith(_DEEDS) and event.weight >= TOLD
        own = side is not None and event.actor is not None and self._sides.get(event.actor) == side
        up = (self._structure.tokens[event.head], *ancestors(self._structure, event.head))
        return deed, deed and own, not any(token.dep == "relcl" for token in up)

    def plainer(self, event: Event) -> Event:
        """The event; of "the attack", "the alleged strike", the one of a plainer kind that was told shortly before."""
        if event.type != "attack.other" or not self._refers(self._structure.tokens[event.head]):
            return event
        here = self._structure.tokens[event.head].sentence
        for sentence in range(here, max(-1, here - BACK - 1), -1):
            for other in reversed(self._by_sentence.get(sentence, ())):
                plain = other.type.startswith("attack.") and other.type not in _OTHER
                if plain and other.start < event.start and other.weight >= TOLD:
                    return other
        return event

    def _refers(self, noun: Token) -> bool:
        """Whether a noun names again what was told: bare, or with "the" or "that" and no more than an adjective."""
        below = [c for c in children(self._structure, noun.i) if c.dep != "punct"]
        if noun.pos != "NOUN" or any(c.dep not in {"det", "amod", "compound", "relcl"} for c in below):
            return False
        return all(c.dep == "det" for c in below) or any(c.lower in lemmas_of("definite") for c in below)

    def _depth(self, head: int, top: Token) -> int:
        return next((n for n, t in enumerate(ancestors(self._structure, head)) if t.i == top.i), 99)
