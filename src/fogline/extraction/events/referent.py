"""Which event an answer is about: the one in its own words, else the nearest told before it."""

from __future__ import annotations

from collections.abc import Sequence

from fogline.extraction.events.words import lemmas_of
from fogline.language.tree import ancestors, children, subtree
from fogline.model import Event, Structure, Token

BACK = 4  # sentences before an answer's own
_IDLE = ("other.", "politics.goal")  # seldom what a denial or a silence answers
TOLD = 0.35  # the weight of an event that tells rather than refers back
# Deeds come before what they led to: "shelling killed five": who denies it denies the shelling.
_DEEDS = ("attack.", "control.", "politics.support", "politics.agreement")


class Referents:
    """The events of one document that answers may be about."""

    def __init__(self, structure: Structure, told: Sequence[Event]) -> None:
        self._structure = structure
        self._by_sentence: dict[int, list[Event]] = {}
        for event in told:
            self._by_sentence.setdefault(structure.tokens[event.head].sentence, []).append(event)

    def of(self, token: Token, top: Token) -> tuple[Event | None, str]:
        """The event answered by the word `token` in the clause of `top`, and how it was found."""
        named = self._named(token, top)
        if named is not None:
            return self.plainer(named), "what it names"
        told = self.told_before(token, top)
        return told, "nothing told" if told is None else "what was told before"

    def told_before(self, token: Token, top: Token, back: int = BACK) -> Event | None:
        """The main event told before the word `token`, at most `back` sentences before its own."""
        counted = any(t.lemma in lemmas_of("counted") for t in subtree(self._structure, top.i))
        for sentence in range(top.sentence, max(-1, top.sentence - back - 1), -1):
            found = [e for e in self._by_sentence.get(sentence, ()) if e.start < self._structure.tokens[token.i].start]
            found = [e for e in found if e.head not in {token.i, top.i} and not e.type.startswith(_IDLE)]
            if counted:
                found = [e for e in found if e.type.startswith("harm.")] or found
            if found:
                return self.plainer(self._main(found))
        return None

    def _named(self, token: Token, top: Token) -> Event | None:
        """The event that the answer's own words name; what describes who answers is none."""
        aside = {t.i for relative in self._describing(top) for t in subtree(self._structure, relative.i)}
        below = {t.i for t in subtree(self._structure, top.i)} - aside - {token.i, top.i}
        here = self._by_sentence.get(top.sentence, ())
        inside = [e for e in here if e.head in below and not e.type.startswith("other.")]
        return min(inside, key=lambda e: self._order(e, top), default=None)

    def _describing(self, top: Token) -> list[Token]:
        """The clauses that describe a subject by name."""
        named = [c for c in children(self._structure, top.i, "nsubj") if c.pos == "PROPN"]
        return [d for c in named for d in children(self._structure, c.i, "relcl", "acl")]

    def _order(self, event: Event, top: Token) -> tuple[bool, int, bool, int]:
        return (
            event.type.startswith(_IDLE),
            self._depth(event.head, top),
            not event.type.startswith(_DEEDS),
            event.start,
        )

    def _main(self, found: list[Event]) -> Event:
        """The main event of a sentence: a deed, well told, told last."""
        return max(found, key=lambda e: (e.type.startswith(_DEEDS) and e.weight >= TOLD, round(e.weight, 1), e.start))

    def plainer(self, event: Event) -> Event:
        """The event; of a bare "the attack", the one of a plainer kind that was told shortly before."""
        if event.type != "attack.other" or self._structure.tokens[event.head].pos != "NOUN":
            return event
        if any(c.dep not in {"det", "punct"} for c in children(self._structure, event.head)):
            return event
        here = self._structure.tokens[event.head].sentence
        for sentence in range(here, max(-1, here - BACK - 1), -1):
            for other in reversed(self._by_sentence.get(sentence, ())):
                if other.start < event.start and other.type.startswith("attack.") and other.weight >= TOLD:
                    return other
        return event

    def _depth(self, head: int, top: Token) -> int:
        return next((n for n, t in enumerate(ancestors(self._structure, head)) if t.i == top.i), 99)
