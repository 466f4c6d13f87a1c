"""Who does the deed and to whom it is done: the sides told of near an event are ranked, and none is a candidate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from fogline.claims.doing import Doing, Named, party
from fogline.claims.lookup import Lookup
from fogline.claims.setting import Setting, follows, setting_of
from fogline.claims.slots import Option, choose
from fogline.claims.sourcing import Voice
from fogline.language.tree import children
from fogline.model import Actor, Event, Party, Stance, Structure

# States of people have no doer; annotated reports give them one in under 12 % of cases.
_NO_DOER = ("people.population", "people.conditions", "people.displaced", "harm.stranded")
_FIGHTING = ("control.", "attack.")
_STRIKING = ("attack.", "harm.")
_SUPPORT = "politics.support"
_TAKING = ("control.captured", "control.advanced")
_REMEMBERED = 4  # claims before whose actors may have done this, too
_OCCASION = frozenset({"in", "during"})
_OWNING = ("poss", "amod", "compound", "nmod")
_AGAINST = frozenset({"with", "against"})  # "clashes with the army"
BACK = 2  # sentences before its own in which an event's actor is looked for


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim that was read before: its event and the actor it was given."""

    event: Event
    actor: Party | None


class Doers:
    """Finds the actors of one document's events, in order: harm takes the actor of the attack told beside it."""

    def __init__(self, lookup: Lookup, parties: frozenset[str]) -> None:
        self._lookup = lookup
        self._events = {event.head: event for event in lookup.document.events}
        self._doing = Doing(lookup, parties)
        self._told: list[_Told] = []
        self._last_of: dict[str, Party] = {}

    def explicit(self, event: Event) -> Party | None:
        """The actor that the event's own clause names."""
        if event.type.startswith(_NO_DOER):
            return None
        found = self._lookup.actor_at(event.actor)
        if event.actor is None and event.type.startswith("harm."):
            doer = self._on_occasion(event)
            return party(doer) if doer is not None else None
        if event.actor is not None and (found is None or found.side is None):
            found = self._behind(event, event.actor, found)
        return party(found) if found is not None else None

    def _behind(self, event: Event, thing: int, found: Actor | None) -> Actor | None:
        """Who is behind what does the deed: who made the attack ("the shelling killed three"), or whose it is."""
        cause = self._events.get(thing)
        if cause is not None and cause is not event:
            found = self._lookup.actor_at(cause.actor)
        elif found is not None and found.kind is not None:
            return found
        return found if found is not None and found.side is not None else self._owner(thing) or found

    def _owner(self, thing: int) -> Actor | None:
        """Whose a thing is that does the deed: "Aldera's drone programme", "Alderan military action"."""
        owners = (self._lookup.actor_at(t.i) for t in children(self._lookup.structure, thing, *_OWNING))
        return next((owner for owner in owners if owner is not None and owner.side is not None), None)

    def _on_occasion(self, event: Event) -> Actor | None:
        """Who made the attack that a harm came in: "killed in an Alderan attack", "killed in clashes with Alderans"."""
        structure = self._lookup.structure
        harmed = self._lookup.actor_at(event.target)
        for noun in _governed(structure, event.head, _OCCASION):
            attack = self._events.get(noun)
            if attack is None or not attack.type.startswith("attack."):
                continue
            for doer in map(self._lookup.actor_at, (attack.actor, *_governed(structure, noun, _AGAINST))):
                if doer is not None and doer.side is not None and (harmed is None or doer.side != harmed.side):
                    return doer
        return None

    def actor_of(self, event: Event, voice: Voice, stance: Stance, explicit: Party | None) -> tuple[Party | None, str]:
        """The actor of an event, and the reason: named in its clause, else told by the context."""
        if voice.rival is not None:
            return self._remembered(event, party(voice.rival)), "actor: each the other"
        if event.reply == "charge" and explicit is not None and explicit.side is not None:
            return self._remembered(event, explicit), "actor: charged"
        answered = self._answered(event)
        if answered is not None:
            return self._remembered(event, answered), "actor: of what it answers"
        chosen, chance = choose("actor", self._options(event, voice, stance, explicit))
        return self._remembered(event, chosen.value), f"actor: model actor {chance:.2f}, {chosen.found}"

    def _answered(self, event: Event) -> Party | None:
        """Who did what an answer is about, where a claim told it: "the army denied it" names the one who denies."""
        if event.answers is None:
            return None
        actors = (told.actor for told in reversed(self._told) if told.event.head == event.answers)
        return next((actor for actor in actors if actor is not None and actor.side is not None), None)

    def _remembered(self, event: Event, actor: Party | None) -> Party | None:
        """The actor, which the events that follow may share."""
        self._told.append(_Told(event, actor))
        if actor is not None and actor.side is not None:
            self._last_of[event.type.partition(".")[0]] = actor
            if event.type.startswith(_FIGHTING):
                self._last_of["fighting"] = actor
        return actor

    def _options(
        self, event: Event, voice: Voice, stance: Stance, explicit: Party | None
    ) -> list[Option[Party | None]]:
        setting = self._setting(event, voice, stance, explicit)
        sides = self._sides(event, voice, explicit)
        unsided = explicit if explicit is not None and explicit.side is None else None
        options: list[Option[Party | None]] = [
            Option(
                unsided, "named" if unsided is not None else "not told", self._doing.of_none(setting, event, len(sides))
            )
        ]
        for side, named in sides.items():
            if explicit is None and (_denies_own_gain(event, side, voice, stance) or self._is_struck(event, side)):
                continue
            features = tuple(self._doing.of_side(setting, event, side, named, voice))
            options.append(Option(party(named[0].actor), named[0].role, features))
        return options

    def _is_struck(self, event: Event, side: str) -> bool:
        """Whether a side suffers the deed: unless the words say so, nobody struck his own."""
        struck = self._lookup.actor_at(event.target) if event.type.startswith(_STRIKING) else None
        return struck is not None and struck.side == side

    def _setting(self, event: Event, voice: Voice, stance: Stance, explicit: Party | None) -> Setting:
        last = self._told[-1] if self._told else None
        known = "none" if last is None or last.actor is None or last.actor.side is None else "sided"
        speaker = voice.actor
        return {
            **setting_of(self._lookup, event),
            "stance": stance,
            "follows": f"{follows(self._lookup, event, last.event if last is not None else None)}.{known}",
            "source": "narrator" if speaker is None else f"{speaker.kind}.{speaker.side is not None}",
            "named": self._doing.named(event, explicit),
        }

    def _sides(self, event: Event, voice: Voice, explicit: Party | None) -> dict[str, list[Named]]:
        """Each side that may have done it, with the parts that it plays, the most telling first."""
        sides: dict[str, list[Named]] = {}
        for named in self._parts(event, voice, explicit):
            if named.actor.side is not None:
                sides.setdefault(named.actor.side, []).append(named)
        return sides

    def _parts(self, event: Event, voice: Voice, explicit: Party | None) -> Iterator[Named]:
        if explicit is not None:
            yield Named(explicit, "named")
        yield from self._doing.in_sentence(event)
        yield from self._beside(event)
        if voice.actor is not None:
            yield Named(voice.actor, "source")
        yield from self._before(event)
        here = self._lookup.tokens[event.head].sentence
        for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
            yield from self._doing.in_earlier(sentence, here)
        yield from self._doing.in_report

    def _beside(self, event: Event) -> Iterator[Named]:
        """The actors that the attacks of the event's sentence name."""
        for attack in self._doing.attacks_beside(event):
            doer = self._lookup.actor_at(attack.actor)
            if doer is not None:
                yield Named(doer, "of attack beside")

    def _before(self, event: Event) -> Iterator[Named]:
        """The actors of the claims before; who supports a side does not do its deeds."""
        fighting = event.type.startswith(_FIGHTING)
        before = (told for told in reversed(self._told) if not (fighting and told.event.type == _SUPPORT))
        for rank, told in enumerate(islice(before, _REMEMBERED)):
            if told.actor is not None:
                yield Named(told.actor, "recent" if rank else "last")
        for name in (event.type.partition(".")[0], "fighting"):
            if name in self._last_of:
                yield Named(self._last_of[name], "last fighter" if name == "fighting" else "last of family")


def _governed(structure: Structure, word: int, prepositions: frozenset[str]) -> list[int]:
    """The tokens that hang on a word by one of some prepositions."""
    found = [p for p in children(structure, word, "prep") if p.lower in prepositions]
    return [token.i for p in found for token in children(structure, p.i, "pobj", "pcomp")]


def _denies_own_gain(event: Event, side: str, voice: Voice, stance: Stance) -> bool:
    """Whether a side would deny that it took a place itself: who denies that a town has fallen means the others."""
    speaker = voice.actor
    return event.type in _TAKING and stance == "denies" and speaker is not None and speaker.side == side


def target_of(lookup: Lookup, event: Event) -> Party | None:
    """The party to whom it is done, where the text names one."""
    found = lookup.actor_at(event.target)
    return party(found) if found is not None else None
