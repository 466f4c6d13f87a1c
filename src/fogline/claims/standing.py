"""The stance of a claim: what the source's cue and the clause's own words say together.

Rules give a first answer; a learned model, which knows how often each rule holds for which events, has the last word.
"""

from __future__ import annotations

from typing import get_args

from fogline.claims.loglinear import load_model
from fogline.claims.lookup import Lookup
from fogline.claims.ruling import stance_by_rule
from fogline.claims.sourcing import Voice
from fogline.claims.stance_features import stance_features
from fogline.model import Event, Party, Stance

RARE: frozenset[Stance] = frozenset({"withholds", "questions"})  # too rare to be learned: the rules' alone
LEARNED: tuple[Stance, ...] = tuple(stance for stance in get_args(Stance) if stance not in RARE)
RULED = 0.3  # added to the rules' own answer, which knows wars that the model has not seen
ASSERTED = 0.3  # factor on plain assertion: the rarer stances should not be lost to it
# A rarer stance must stand this high together with the claim itself; on wars left out 0.15 to 0.3 do equally well.
SURE = 0.28


def stance_of(lookup: Lookup, event: Event, voice: Voice, actor: Party | None) -> tuple[Stance, str]:
    """The source's stance towards the event as typed, and the reason: the model's most likely one.

    Plain assertion must be ahead by `1 / ASSERTED`, so that the rarer stances are not lost to it; these in turn must
    be sure enough, given how likely the mention is a claim at all. A language model has told the stance itself.
    """
    if event.stance is not None:
        return event.stance, f"stance: {event.because[0].removeprefix('event: ')}"
    rule = stance_by_rule(lookup, event, voice, actor)
    denied = rule.stance == "denies" and voice.attribution is not None and voice.attribution.stance == "denies"
    if rule.settled or rule.stance in RARE or denied:  # "denied that" leaves nothing to be weighed
        return rule.stance, rule.because
    features = dict.fromkeys(stance_features(lookup, event, voice, actor, rule))  # each once, in a fixed order
    chances = load_model("stance" if event.reading is None else "stance_read").probabilities(features)

    def standing(stance: Stance) -> float:
        chance = chances.get(stance, 0.0) + (RULED if stance == rule.stance else 0.0)
        return chance * ASSERTED if stance == "asserts" else chance

    best = max(LEARNED, key=standing)
    if event.weight * standing(best) < SURE:
        best = "asserts"
    return best, f"stance: model stance {chances.get(best, 0.0):.2f} after {rule.because.removeprefix('stance: ')}"
