"""What the model of stances is told of a claim: the rules' answer, its cue, its clause and what governs it; no name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fogline.claims.features import plain
from fogline.claims.lookup import Lookup
from fogline.claims.reading_features import firmness_features
from fogline.claims.ruling import Ruling
from fogline.claims.sourcing import Voice
from fogline.claims.tense import tense_of
from fogline.language.tree import ancestors, children
from fogline.model import Event, Party, Stance, Token

HIGHEST = 12  # governors above a word among which its cue is looked for
LONGEST = 60  # tokens of a clause that are looked at
_AUXILIARY = frozenset({"aux", "auxpass", "neg", "mark", "advmod"})
_FIRST_PERSONS = frozenset({"we", "i", "our", "us", "my"})


def stance_features(lookup: Lookup, event: Event, voice: Voice, actor: Party | None, rule: Ruling) -> Iterator[str]:
    """The features of a claim; `rule` is what the rules say of it."""
    stance, why = rule.stance, rule.because
    tense = tense_of(lookup.structure, event)
    yield from (f"rule={stance}", f"why={why}", f"why={why}+{stance}")
    for name in (f"rule={stance}", f"why={why}", f"why={why}+{stance}"):
        yield from (f"{name}+{event.type.partition('.')[0]}", f"{name}+{event.type}")
    yield from (f"type={event.type}", f"entry={event.entry}", f"entry+rule={event.entry}+{stance}")
    yield from (f"tense={tense}", f"tense+type={tense}+{event.type}")
    yield from (f"modality={event.modality}+{event.negated}", f"modality+type={event.modality}+{event.type}")
    for reason in event.because:
        if reason.startswith("stance: "):
            yield from (f"modal={reason}", f"modal={reason}+{event.type}", f"modal={reason}+{stance}")
    yield from _cue(lookup, event, voice, stance)
    yield from _owner(voice, actor, event)
    yield from _governors(lookup, lookup.tokens[event.head])
    yield from _clause(lookup, event)
    yield from firmness_features(event)


def _cue(lookup: Lookup, event: Event, voice: Voice, stance: Stance) -> Iterator[str]:
    """The words of saying, and how far below them the event stands."""
    yield f"kind={voice.source.kind}"
    attribution = voice.attribution
    if attribution is None:
        yield "unattributed"
        return
    up = [event.head, *(t.i for t in islice(ancestors(lookup.structure, event.head), HIGHEST))]
    steps = min(6, up.index(attribution.cue_head)) if attribution.cue_head in up else -1
    yield from (f"cue={attribution.entry}", f"cue+steps={attribution.entry}+{steps}", f"steps={steps}+{stance}")
    yield from (f"cue_stance={attribution.stance}+{steps}", f"cue_stance={attribution.stance}+{event.type}")
    yield from (f"quoted={attribution.quoted}+{event.type}", f"quoted={attribution.quoted}+{stance}")
    if attribution.cue_head is not None:
        yield f"cue_lemma={plain(lookup.tokens[attribution.cue_head])}"


def _owner(voice: Voice, actor: Party | None, event: Event) -> Iterator[str]:
    """Whether the source speaks of itself."""
    owner = "none"
    if actor is not None:
        owner = "other" if actor.side is not None else "unsided"
        if voice.actor is not None and actor.name is not None and actor.name == voice.actor.name:
            owner = "self"
        elif voice.actor is not None and actor.side is not None and actor.side == voice.actor.side:
            owner = "own side"
    yield from (f"actor={owner}", f"actor+type={owner}+{event.type}", f"actor+modality={owner}+{event.modality}")
    yield f"sourced={voice.actor is not None}+{owner}"


def _governors(lookup: Lookup, token: Token) -> Iterator[str]:
    """The two words above, the auxiliaries, adverbs and conjunctions of all three, and the way up."""
    chain = [token, *islice(ancestors(lookup.structure, token.i), 2)]
    for hops, word in enumerate(chain):
        for child in children(lookup.structure, word.i):
            if child.dep in _AUXILIARY:
                yield from (f"with{hops}={child.dep}+{child.lower}", f"with={child.lower}")
            elif child.dep in {"det", "amod"} and hops == 0:
                yield f"described={plain(child)}"
        if hops:
            yield from (f"above{hops}={plain(word)}", f"above={plain(word)}")
    yield f"word={plain(token)}"
    yield from (f"dep={token.dep}", "deps=" + ".".join(word.dep for word in chain))


def _clause(lookup: Lookup, event: Event) -> Iterator[str]:
    """The small words of the clause, and whether its sentence asks."""
    first, last = event.clause
    words = [lookup.tokens[i] for i in range(first, min(last, first + LONGEST))]
    for word in words:
        if word.tag in {"MD", "RB", "IN"} or word.dep in {"mark", "neg"}:
            yield f"has={word.lower}"
    if any(word.lower in _FIRST_PERSONS for word in words):
        yield from ("first_person", f"first_person={event.type}")
    if any(word.dep == "aux" and word.tag == "TO" for word in words):
        yield "to"
    sentence = lookup.structure.sentences[lookup.tokens[event.head].sentence]
    if any(lookup.tokens[i].text == "?" for i in range(max(sentence.first, sentence.last - 3), sentence.last)):
        yield "asked"
