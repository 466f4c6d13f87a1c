"""The stance of a claim: what the source's cue and the clause's own words say together.

Rules give a first answer; a learned model, which knows how often each rule holds for which events, has the last word.
"""

from __future__ import annotations

from typing import get_args

from fogline.claims.loglinear import load_model
from fogline.claims.lookup import Lookup
from fogline.claims.sourcing import ANSWERS, Voice
from fogline.claims.stance_features import stance_features
from fogline.language.tree import ancestors
from fogline.model import Event, Modality, Party, Stance

RARE: frozenset[Stance] = frozenset({"withholds", "questions"})  # too rare to be learned: the rules' alone
LEARNED: tuple[Stance, ...] = tuple(stance for stance in get_args(Stance) if stance not in RARE)
RULED = 0.15  # added to the rules' own answer, which knows wars that the model has not seen
ASSERTED = 0.3  # factor on plain assertion: the rarer stances should not be lost to it
# A rarer stance must be this likely together with the claim itself: chosen on wars left out.
SURE = 0.15
GOVERNED = 3  # steps down from a cue within which its stance holds
_PURPOSES = ("goal.retake", "goal.stop")  # "in order to": told by the narrator of the source, seldom voiced as an aim
_NOT_EXCLUDED = ("silence.not_exclude",)  # "refused to rule out": negated twice
_PLANNED = ("future.will", "future.go", "future.plan")
# Announced as a thing rather than told as a fact, these are still to come.
_ANNOUNCING = ("say.announce",)
_TO_COME = ("politics.support", "politics.talks", "aid.")
_MODAL: dict[Modality, Stance] = {
    "possible": "hedges",
    "future": "expects",
    "question": "questions",
    "unknown": "withholds",
}


def stance_of(lookup: Lookup, event: Event, voice: Voice, actor: Party | None) -> tuple[Stance, str]:
    """The source's stance towards the event as typed, and the reason: the model's most likely one.

    Plain assertion must be ahead by `1 / ASSERTED`, so that the rarer stances are not lost to it; these in turn must
    be sure enough, given how likely the mention is a claim at all.
    """
    rule = stance_by_rule(lookup, event, voice, actor)
    if (
        rule[0] in RARE
        or event.entry.startswith(ANSWERS)
        or rule[1].removeprefix("stance: ") in _NOT_EXCLUDED
        or (rule[0] == "denies" and voice.attribution is not None and voice.attribution.stance == "denies")
    ):
        return rule  # "denied that" leaves nothing to be weighed
    features = dict.fromkeys(stance_features(lookup, event, voice, actor, rule))  # each once, in a fixed order
    chances = load_model("stance" if event.reading is None else "stance_read").probabilities(features)

    def standing(stance: Stance) -> float:
        chance = chances.get(stance, 0.0) + (RULED if stance == rule[0] else 0.0)
        return chance * ASSERTED if stance == "asserts" else chance

    best = max(LEARNED, key=standing)
    if event.weight * standing(best) < SURE:
        best = "asserts"
    return best, f"stance: model stance {chances.get(best, 0.0):.2f} after {rule[1].removeprefix('stance: ')}"


def stance_by_rule(lookup: Lookup, event: Event, voice: Voice, actor: Party | None) -> tuple[Stance, str]:
    """The stance by rules alone, and the reason.

    The cue's own stance ("denied", "warned") holds for what it governs, not for all that is mentioned on the way.
    """
    if event.entry.startswith(ANSWERS):
        return ("denies" if event.negated else "withholds"), f"stance: {event.entry}"
    entry = voice.attribution.entry if voice.attribution is not None else "narrator"
    cue: Stance = voice.attribution.stance if voice.attribution is not None else "asserts"
    if cue != "asserts" and not _governed(lookup, event, voice):
        cue = "asserts"
    if entry in _NOT_EXCLUDED and event.type != "politics.goal":
        return "hedges", f"stance: {entry}"
    if cue in {"withholds", "questions"}:
        return cue, f"stance: {entry}"
    if event.type == "politics.goal":
        return _aim(event, voice, actor)
    if cue == "denies":
        return ("asserts" if event.negated else "denies"), f"stance: {entry}"
    if event.negated and event.type != "other.statement":  # of no known event: to say that it is not so asserts
        return "denies", "stance: negated"
    modal = _MODAL.get(event.modality)
    if modal == "expects" and _announced(event) and _own(voice, actor):
        return "intends", "stance: own plan"
    if modal is not None:
        return modal, f"stance: {event.modality}"
    if entry in _ANNOUNCING and event.type.startswith(_TO_COME) and _is_object(lookup, event, voice):
        return "intends", f"stance: {entry}"
    if cue in {"expects", "hedges"}:  # "warned that", "suggested that" look forward only with a modal of their own
        return "asserts", f"stance: {entry}"
    return cue, f"stance: {entry}"


def _governed(lookup: Lookup, event: Event, voice: Voice) -> bool:
    """Whether an event is what the cue speaks of: the head of its content or close below it."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    above = [event.head, *(t.i for t in ancestors(lookup.structure, event.head))]
    return voice.attribution.cue_head in above[: GOVERNED + 1] or voice.attribution.cue_head not in above


def _is_object(lookup: Lookup, event: Event, voice: Voice) -> bool:
    """Whether an event is the object of its cue: "announced the dispatch of troops"."""
    token = lookup.tokens[event.head]
    return token.dep == "dobj" and voice.attribution is not None and token.head == voice.attribution.cue_head


def _aim(event: Event, voice: Voice, actor: Party | None) -> tuple[Stance, str]:
    """Aims: the holder's own is intended; one ascribed to another is asserted."""
    if event.negated and not _announced(event):  # "will not rest" is an aim as well
        return "denies", "stance: negated"
    if voice.actor is None:
        return ("hedges", "stance: possible") if event.modality == "possible" else ("asserts", "stance: aim told of")
    if _own(voice, actor):
        return "intends", "stance: own aim"
    if actor is None and not event.entry.startswith(_PURPOSES):
        return "intends", "stance: aim voiced"
    return "asserts", "stance: aim ascribed"


def _announced(event: Event) -> bool:
    """Whether a source's own future deed is a plan ("we will") rather than a mere possibility ("we could")."""
    return any(reason.endswith(_PLANNED) for reason in event.because) and event.type != "other.statement"


def _own(voice: Voice, actor: Party | None) -> bool:
    """Whether the source speaks of itself or its own side."""
    if voice.actor is None or actor is None:
        return False
    if actor.name is not None and actor.name == voice.actor.name:
        return True
    return voice.actor.side is not None and voice.actor.side == actor.side
