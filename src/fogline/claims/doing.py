"""What is true of a side as the doer of an event: the parts that its mentions play, never its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fogline.claims.features import bin_of
from fogline.claims.lookup import Lookup
from fogline.claims.paths import Paths
from fogline.claims.setting import Setting
from fogline.claims.sourcing import Voice
from fogline.extraction.actors.mentions import BACKER
from fogline.language.tree import subject
from fogline.model import Actor, Event, Party, Words

# A report has one attacker where a side makes this share of the attacks with a named maker, and this many of them.
ONE_ATTACKER_SHARE = 0.7
ONE_ATTACKER_LEAST = 3
MAIN = 2  # sides most often named that are candidates everywhere
_NEAR = 3  # steps above a mention in which a participant of the event is looked for


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a side and the part that it plays; `mention` where it stands in the event's sentence."""

    actor: Actor | Party
    role: str
    mention: Actor | None = None


def party(actor: Actor | Party) -> Party:
    """A mention as a party to a deed."""
    if isinstance(actor, Party):
        return actor
    return Party(Words(actor.start, actor.end, actor.text), actor.name, actor.side)


class Doing:
    """Describes candidates for the actors of one document's events."""

    def __init__(self, lookup: Lookup, parties: frozenset[str]) -> None:
        self._lookup = lookup
        self._parties = parties
        self._tokens = lookup.tokens
        self._paths = Paths(lookup.structure)
        self._in_sentence: dict[int, list[Actor]] = {}
        self._mentions: Counter[str] = Counter()
        self._first: dict[str, Actor] = {}
        for actor in lookup.document.actors:
            if actor.side is not None and BACKER not in actor.because:
                self._in_sentence.setdefault(self._tokens[actor.head].sentence, []).append(actor)
                self._mentions[actor.side] += 1
                self._first.setdefault(actor.side, actor)
        self._total = self._mentions.total()
        self._attacks: dict[int, list[Event]] = {}
        self._deeds: Counter[str] = Counter()
        self._suffered: Counter[str] = Counter()
        for event in lookup.document.events:
            if event.type.startswith("attack."):
                self._attacks.setdefault(self._tokens[event.head].sentence, []).append(event)
            if event.type.startswith(("attack.", "control.", "harm.")):
                self._count(event)
        self._attacker = self._one_attacker()
        self._all_deeds = max(1, self._deeds.total())
        self.in_report = tuple(self._in_report())

    def _one_attacker(self) -> str | None:
        """The side that makes nearly all attacks of the report whose maker is named; None where it is not so."""
        makers = [self._side(attack.actor) for attacks in self._attacks.values() for attack in attacks]
        sides = Counter(side for side in makers if side is not None)
        side, most = max(sides.items(), key=lambda item: item[1], default=("", 0))
        return side if most >= ONE_ATTACKER_LEAST and most >= ONE_ATTACKER_SHARE * sides.total() else None

    def _count(self, event: Event) -> None:
        for head, counter in ((event.actor, self._deeds), (event.target, self._suffered)):
            actor = self._lookup.actor_at(head)
            if actor is not None and actor.side is not None:
                counter[actor.side] += 1

    def attacks_beside(self, event: Event) -> list[Event]:
        """The attacks of the event's sentence, nearest first."""
        attacks = self._attacks.get(self._tokens[event.head].sentence, [])
        return sorted((a for a in attacks if a is not event), key=lambda attack: abs(attack.head - event.head))

    def in_sentence(self, event: Event) -> Iterator[Named]:
        """The mentions of sides in the event's sentence, nearest in the tree first."""
        first, last = event.clause
        found = self._in_sentence.get(self._tokens[event.head].sentence, [])
        for actor in sorted(found, key=lambda a: (self._paths.steps(event.head, a.head), a.start)):
            where = "clause" if first <= actor.head < last else "sentence"
            yield Named(actor, f"{where} {'before' if actor.head < event.head else 'after'}", actor)

    def in_earlier(self, sentence: int, here: int) -> Iterator[Named]:
        """The mentions of sides in a sentence before, last first."""
        for actor in reversed(self._in_sentence.get(sentence, [])):
            yield Named(actor, f"earlier{here - sentence}")

    def _in_report(self) -> Iterator[Named]:
        """The sides that the report tells most deeds of, and mentions most."""
        for rank, (side, _) in enumerate(_ordered(self._deeds)[:MAIN]):
            yield Named(self._first[side], f"main doer{rank}")
        for rank, (side, _) in enumerate(_ordered(self._mentions)[:MAIN]):
            yield Named(self._first[side], f"main{rank}")

    def named(self, event: Event, explicit: Party | None) -> str:
        """How the event's own clause names its actor."""
        if explicit is None:
            found = subject(self._lookup.structure, event.head)
            return "absent" if found is None else f"absent.{found.dep}.{found.pos}"
        if explicit.side is not None:
            return "sided"
        actor = self._lookup.actor_at(event.actor)
        if actor is None:
            return "of the cause"
        return f"{actor.kind}.{self._tokens[actor.head].pos}"

    def of_none(self, setting: Setting, event: Event, sides: int) -> tuple[str, ...]:
        """What speaks for no side."""
        family, type_ = setting["family"], setting["type"]
        crossed = [f"none+{name}={value}" for name, value in setting.items()]
        for name in ("follows", "tense", "stance", "named", "source"):
            crossed += [f"none+{family}+{name}={setting[name]}", f"none+{type_}+{name}={setting[name]}"]
        beside = self.attacks_beside(event)
        attack = "none" if not beside else "actor" if any(self._side(a.actor) for a in beside) else "no actor"
        crossed += [f"none+beside={attack}+{family}", f"none+beside={attack}+{type_}"]
        here = self._in_sentence.get(self._tokens[event.head].sentence, [])
        crossed += [f"none+sides={min(3, len({a.side for a in here}))}+{family}", f"none+candidates={min(4, sides)}"]
        return ("none", *crossed, f"none+entry={event.entry}", f"none+target={self._target(event)}+{family}")

    def of_side(self, setting: Setting, event: Event, side: str, named: Sequence[Named], voice: Voice) -> Iterator[str]:
        """What is true of one side."""
        family, type_ = setting["family"], setting["type"]
        roles = list(dict.fromkeys(n.role for n in named))
        target = self._side(event.target)
        struck = "self" if target == side else "other" if target is not None else "none"
        source = voice.actor.side if voice.actor is not None else None
        spoken = "self" if source == side else "other" if source is not None else "none"
        first = roles[0]
        for role in roles:
            yield from (f"role={role}+{family}", f"role={role}+{type_}", f"role={role}+{setting['named']}")
        for name in ("stance", "follows", "named", "pos"):
            yield from (f"first={first}+{name}={setting[name]}", f"{name}={setting[name]}+{spoken}")
        yield from (f"first={first}", f"first={first}+{type_}", f"first={first}+{spoken}+{struck}")
        yield f"first={first}+{family}+{setting['named']}"
        yield from (
            f"spoken={spoken}+{family}",
            f"spoken={spoken}+{type_}",
            f"spoken={spoken}+{type_}+{setting['stance']}",
        )
        if len(self._parties) == 2 and target in self._parties and side in self._parties and target != side:
            yield from (f"other_party+{family}", f"other_party+{type_}", f"other_party+{setting['named']}")
        yield from (f"struck={struck}+{family}", f"struck={struck}+{type_}", f"struck={struck}+{spoken}+{family}")
        yield from self._standing(setting, side, roles)
        mention = next((n.mention for n in named if n.mention is not None), None)
        if mention is not None:
            yield from self._mention(setting, event, mention)
            if self._before(event) == side:
                yield from (f"before+{family}", f"before+{type_}", f"before+{setting['named']}")
            rank = next((i for i, a in enumerate(self._order(event)) if a == side), 9)
            yield f"rank={min(3, rank)}+{first}"

    def _before(self, event: Event) -> str | None:
        """The side named last before the event's word in its clause."""
        found = self._in_sentence.get(self._tokens[event.head].sentence, [])
        before = [a for a in found if event.clause[0] <= a.first and a.end <= event.start]
        return before[-1].side if before else None

    def _order(self, event: Event) -> list[str]:
        found = self._in_sentence.get(self._tokens[event.head].sentence, [])
        return list(dict.fromkeys(a.side for a in sorted(found, key=lambda a: a.start) if a.side is not None))

    def _standing(self, setting: Setting, side: str, roles: Sequence[str]) -> Iterator[str]:
        """What a side is in the report as a whole."""
        family, type_ = setting["family"], setting["type"]
        deeds = self._deeds[side]
        share = round(4 * deeds / self._all_deeds)
        told = round(5 * self._mentions[side] / max(1, self._total))
        member = side in self._parties
        yield from (f"party={member}+{family}", f"party={member}+{type_}", f"party={member}+{roles[0]}")
        yield from (f"deeds={share}+{family}", f"deeds={share}+{type_}", f"deeds={bin_of(deeds)}+{family}")
        yield from (f"told={told}+{family}", f"told={told}+{roles[0]}", f"deeds={share}+{setting['named']}")
        yield from (
            f"one_attacker={self._attacker == side}+{type_}",
            f"one_attacker={self._attacker == side}+{setting['named']}",
        )
        more = (deeds > self._suffered[side]) - (deeds < self._suffered[side])
        yield f"more_done={more}+{family}"

    def _mention(self, setting: Setting, event: Event, mention: Actor) -> Iterator[str]:
        """How a side's nearest mention in the sentence stands to the event's word."""
        family = setting["family"]
        head = self._tokens[mention.head]
        path = self._paths.path(event.head, mention.head)
        steps = bin_of(self._paths.steps(event.head, mention.head))
        side = "before" if mention.head < event.head else "after"
        yield from (f"path={path}", f"path={path}+{family}", f"steps={steps}+{side}", f"steps={steps}+{family}")
        yield from (f"dep={head.dep}+{side}", f"dep={head.dep}+{side}+{family}", f"kind={mention.kind}+{family}")
        yield from (f"kind={mention.kind}+{head.dep}", f"kind={mention.kind}+{side}", f"pos={head.pos}+{side}")
        if head.dep == "pobj":
            preposition = self._tokens[head.head]
            word = preposition.lower if preposition.pos in {"ADP", "SCONJ"} else f"<{preposition.pos}>"
            scope = self._paths.scope(event.head, preposition.head)
            yield from (f"prep={word}+{side}", f"prep={word}+{family}", f"prep={word}+{scope}")
        scope = self._paths.scope(event.head, head.head)
        yield from (f"scope={scope}+{head.dep}", f"scope={scope}+{head.dep}+{family}")
        yield from self._rules(setting, event, mention)
        above = self._paths.up(mention.head)[:_NEAR]
        for name, slot in (("target", event.target), ("actor", event.actor)):
            if slot in above:
                yield f"in_{name}={above.index(slot)}+{family}"

    def _rules(self, setting: Setting, event: Event, mention: Actor) -> Iterator[str]:
        """Whether a mention is the subject, or in the subject, of the verb that the event's word stands under."""
        structure = self._lookup.structure
        verb = next((i for i in self._paths.up(event.head) if self._tokens[i].pos in {"VERB", "AUX"}), None)
        found = subject(structure, verb) if verb is not None else None
        if found is None:
            return
        rules = "it" if found.i == mention.head else "part" if found.i in self._paths.up(mention.head)[:_NEAR] else "no"
        yield from (f"rules={rules}+{setting['type']}+{setting['pos']}", f"rules={rules}+{setting['named']}")
        yield f"rules={rules}+{setting['family']}+{setting['named']}"

    def _side(self, head: int | None) -> str | None:
        actor = self._lookup.actor_at(head)
        return actor.side if actor is not None else None

    def _target(self, event: Event) -> str:
        if event.target is None:
            return "none"
        actor = self._lookup.actor_at(event.target)
        return "other" if actor is None else f"{actor.kind}.{actor.side is not None}"


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent first; among equals the one met first."""
    return sorted(counts.items(), key=lambda item: -item[1])
