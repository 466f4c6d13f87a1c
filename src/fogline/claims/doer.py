"""Who does the deed and to whom it is done."""

from __future__ import annotations

from collections import Counter

from fogline.claims.lookup import Lookup
from fogline.claims.sourcing import Voice
from fogline.model import Actor, Event, Party, Stance, Words

# States of people have no doer; annotated reports give them one in under 12 % of cases.
_NO_DOER = ("people.population", "people.conditions", "people.displaced", "harm.stranded")
_MUTUAL = ("politics.talks", "politics.agreement", "control.contested")
_UNSEEN = ("attack.explosion", "attack.shelling")  # told without their makers more often than not
# A report has one attacker where a side makes this share of the attacks with a named maker, and this many of them.
ONE_ATTACKER_SHARE = 0.7
ONE_ATTACKER_LEAST = 3
_FIGHTING = ("control.", "attack.")


class Doers:
    """Finds the actors of one document's events, in order: harm takes the actor of the attack told beside it."""

    def __init__(self, lookup: Lookup, parties: frozenset[str]) -> None:
        self._lookup = lookup
        self._parties = parties
        self._events = {event.head: event for event in lookup.document.events}
        self._in_sentence: dict[int, list[Actor]] = {}
        for actor in lookup.document.actors:
            if actor.side is not None:
                self._in_sentence.setdefault(lookup.tokens[actor.head].sentence, []).append(actor)
        self._attacks: dict[int, list[Event]] = {}
        for event in lookup.document.events:
            if event.type.startswith("attack."):
                self._attacks.setdefault(lookup.tokens[event.head].sentence, []).append(event)
        self._fighters: dict[str, Party] = {}
        self._attacker = self._one_attacker()
        self._last: tuple[Event, Party | None] | None = None
        self._last_fighter: Party | None = None

    def explicit(self, event: Event) -> Party | None:
        """The actor that the event's own clause names."""
        if event.type.startswith(_NO_DOER):
            return None
        found = self._lookup.actor_at(event.actor)
        if found is not None:
            return _party(found)
        cause = self._events.get(event.actor) if event.actor is not None else None
        if cause is not None and cause is not event:  # "the shelling killed three": who shelled
            doer = self._lookup.actor_at(cause.actor)
            return _party(doer) if doer is not None else None
        return None

    def actor_of(self, event: Event, voice: Voice, stance: Stance, explicit: Party | None) -> tuple[Party | None, str]:
        """The actor of an event, and the reason: named in its clause, else told by the context."""
        found, why = self._find(event, voice, stance, explicit)
        if event.type.startswith(("attack.", "harm.", "control.")):
            self._last = (event, found)
        if event.type.startswith(_FIGHTING) and found is not None and found.side is not None:
            self._last_fighter = found
            self._fighters[found.side] = found
        return found, why

    def _find(self, event: Event, voice: Voice, stance: Stance, explicit: Party | None) -> tuple[Party | None, str]:
        if event.type.startswith(_NO_DOER):
            return None, "actor: a state of people"
        if event.entry == "other.reaction":
            return None, "actor: a reaction"
        if explicit is not None and explicit.side is not None:
            return explicit, "actor: named"
        if event.type.startswith(_MUTUAL):
            return explicit, "actor: mutual"
        if event.type.startswith("politics.") and stance == "intends" and voice.actor is not None:
            return _party(voice.actor), "actor: the source's own aim"
        if event.type.startswith("harm."):
            return self._of_harm(event, explicit)
        near = None if event.type == "other.statement" else self._before_trigger(event)
        if near is not None:
            return near, "actor: nearest before"
        if event.type.startswith(_FIGHTING):
            return self._of_fighting(event, voice, explicit)
        if event.type == "politics.goal" and voice.actor is not None:
            return _party(voice.actor), "actor: the source's own aim"
        return explicit, "actor: named" if explicit is not None else "actor: not told"

    def _one_attacker(self) -> Party | None:
        """The side that makes nearly all attacks of the report whose maker is named; None where it is not so."""
        named = [
            party for attacks in self._attacks.values() for a in attacks if (party := self.explicit(a)) is not None
        ]
        sides = Counter(party.side for party in named if party.side is not None)
        side, most = max(sides.items(), key=lambda item: item[1], default=("", 0))
        if most < ONE_ATTACKER_LEAST or most < ONE_ATTACKER_SHARE * sides.total():
            return None
        return next(party for party in named if party.side == side)

    def _of_harm(self, event: Event, explicit: Party | None) -> tuple[Party | None, str]:
        """Harm is done by whoever made the attack told of in its sentence, or else just before in its paragraph."""
        beside = self._attacks_beside(event)
        for attack in beside:
            doer = self._lookup.actor_at(attack.actor)
            if doer is not None and doer.side is not None:
                return _party(doer), "actor: of the attack beside it"
        if beside:
            return None, "actor: of the attack beside it"
        if self._last is not None and self._paragraph(self._last[0]) == self._paragraph(event):
            return self._last[1], "actor: of the deed told before"
        return explicit, "actor: named" if explicit is not None else "actor: not told"

    def _attacks_beside(self, event: Event) -> list[Event]:
        """The attacks of the event's sentence, nearest first."""
        attacks = self._attacks.get(self._lookup.tokens[event.head].sentence, [])
        return sorted(attacks, key=lambda attack: abs(attack.head - event.head))

    def _of_fighting(self, event: Event, voice: Voice, explicit: Party | None) -> tuple[Party | None, str]:
        if explicit is not None and self._is_fighter(event.actor):
            return explicit, "actor: named"
        target = self._lookup.actor_at(event.target)
        if target is not None and target.side in self._parties and len(self._parties) == 2:
            other = self._fighters.get(next(iter(self._parties - {target.side})))
            if other is not None:
                return other, "actor: the other party"
        if event.type.startswith("control.") and voice.actor is not None and voice.actor.side is not None:
            return _party(voice.actor), "actor: the source's own side"
        if event.type == "attack.intercept" and voice.actor is not None and voice.actor.side in self._parties:
            return _party(voice.actor), "actor: the source's own side"
        if event.type.startswith("attack.") and not event.type.startswith(_UNSEEN) and self._attacker is not None:
            return self._attacker, "actor: the report's one attacker"
        if event.type.startswith(("control.", "attack.ground")) and self._last_fighter is not None:
            return self._last_fighter, "actor: carried on"
        return None, "actor: not told"

    def _is_fighter(self, head: int | None) -> bool:
        actor = self._lookup.actor_at(head)
        return actor is not None and actor.kind in {"military", "armed_group"}

    def _before_trigger(self, event: Event) -> Party | None:
        """The last mention with a side that stands before the trigger in the event's own clause."""
        first, _ = event.clause
        sentence = self._lookup.tokens[event.head].sentence
        before = [a for a in self._in_sentence.get(sentence, []) if first <= a.first and a.end <= event.start]
        before = [a for a in before if not self._is_setting(a)]
        return _party(before[-1]) if before else None

    def _is_setting(self, actor: Actor) -> bool:
        """Whether a name tells where ("in the Donetsk People's Republic") rather than who."""
        token = self._lookup.tokens[actor.head]
        return token.dep == "pobj" and self._lookup.tokens[token.head].lower in {"in", "near", "at", "inside", "across"}

    def _paragraph(self, event: Event) -> int:
        return self._lookup.structure.sentences[self._lookup.tokens[event.head].sentence].paragraph


def target_of(lookup: Lookup, event: Event) -> Party | None:
    """The party to whom it is done, where the text names one."""
    found = lookup.actor_at(event.target)
    return _party(found) if found is not None else None


def _party(actor: Actor) -> Party:
    return Party(Words(actor.start, actor.end, actor.text), actor.name, actor.side)
