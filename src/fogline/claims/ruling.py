"""The stance of a claim by rules alone: what the source's cue and the clause's own words say together."""

from __future__ import annotations

from typing import NamedTuple

from fogline.claims.lookup import Lookup
from fogline.claims.sourcing import Voice
from fogline.extraction.events.modality import modality_of
from fogline.language.tree import ancestors, extent
from fogline.model import Event, Modality, Party, Stance

GOVERNED = 3  # steps down from a cue within which its stance holds
# What is asked for or announced is the source's own aim where no doer is named; an attempt, a wish or a purpose is then
# more often somebody else's.
_VOICED = ("goal.must", "goal.need", "goal.have_to", "goal.vow", "goal.call", "goal.ask", "goal.first_person")
_NOT_EXCLUDED = ("silence.not_exclude",)  # "refused to rule out": negated twice
# Announced as a thing rather than told as a fact, these are still to come.
_ANNOUNCING = ("say.announce",)
_TO_COME = ("politics.support", "politics.talks", "aid.")
_FAILED = "stance: negation.fail"  # what begins with it says that a deed was tried, and that it was not done
_MODAL: dict[Modality, Stance] = {
    "possible": "hedges",
    "future": "expects",
    "question": "questions",
    "unknown": "withholds",
}


class Ruling(NamedTuple):
    """What the rules say of a claim: the stance, the reason, and whether it leaves the model nothing to weigh."""

    stance: Stance
    because: str
    settled: bool = False


def stance_by_rule(lookup: Lookup, event: Event, voice: Voice, actor: Party | None) -> Ruling:
    """The stance by rules alone, and the reason.

    The cue's own stance ("denied", "warned") holds for what it governs, not for all that is mentioned on the way.
    """
    if event.reply in {"denial", "silence"}:
        return Ruling("denies" if event.reply == "denial" else "withholds", f"stance: {event.entry}", settled=True)
    entry = voice.attribution.entry if voice.attribution is not None else "narrator"
    cue: Stance = voice.attribution.stance if voice.attribution is not None else "asserts"
    if cue != "asserts" and not _governed(lookup, event, voice):
        cue = "asserts"
    if entry in _NOT_EXCLUDED and event.type != "politics.goal":
        return Ruling("hedges", f"stance: {entry}", settled=True)
    if cue in {"withholds", "questions"}:
        return Ruling(cue, f"stance: {entry}")
    if event.type == "politics.goal":
        return _aim(event, voice, actor)
    if cue == "denies":
        twice = event.negated and voice.attribution is not None and event.head != voice.attribution.cue_head
        return Ruling("asserts" if twice else "denies", f"stance: {entry}", settled=twice)  # "rejected it" denies once
    if event.negated and event.type != "other.statement":  # of no known event: to say that it is not so asserts
        return Ruling("denies", "stance: negated", settled=any(why.startswith(_FAILED) for why in event.because))
    modal = None if _is_of_cue(lookup, event, voice) else _MODAL.get(event.modality)
    if modal == "expects" and _announced(event) and _own(voice, actor):
        return Ruling("intends", "stance: own plan")
    if modal is not None:
        return Ruling(modal, f"stance: {event.modality}")
    if entry in _ANNOUNCING and event.type.startswith(_TO_COME) and _is_object(lookup, event, voice):
        return Ruling("intends", f"stance: {entry}")
    if cue == "asserts" and _doubted(lookup, voice):
        return Ruling("hedges", "stance: cue possible")
    if cue in {"expects", "hedges"}:  # "warned that", "suggested that" look forward only with a modal of their own
        return Ruling("asserts", f"stance: {entry}")
    return Ruling(cue, f"stance: {entry}")


def _governed(lookup: Lookup, event: Event, voice: Voice) -> bool:
    """Whether an event is what the cue speaks of: the head of its content or close below it."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    above = [event.head, *(t.i for t in ancestors(lookup.structure, event.head))]
    if voice.attribution.stance == "denies" and _is_gloss(lookup, event, voice.attribution.cue_head):
        return False
    return voice.attribution.cue_head in above[: GOVERNED + 1] or voice.attribution.cue_head not in above


def _doubted(lookup: Lookup, voice: Voice) -> bool:
    """Whether the cue itself is no more than possible: "footage appeared to show that they entered the city"."""
    if voice.attribution is None or voice.attribution.cue_head is None:
        return False
    return modality_of(lookup.structure, lookup.tokens[voice.attribution.cue_head]).modality == "possible"


def _is_gloss(lookup: Lookup, event: Event, cue: int) -> bool:
    """Whether an event stands in a clause set off below a cue: "denied that the town, which they hold, …"."""
    for token in (lookup.tokens[event.head], *ancestors(lookup.structure, event.head)):
        if token.i == cue:
            return False
        if token.dep == "relcl":
            first = extent(lookup.structure, token.i)[0]
            return lookup.tokens[first - 1].text == ","
    return False


def _is_of_cue(lookup: Lookup, event: Event, voice: Voice) -> bool:
    """Whether it is the source's claim that is left open, by others: "the rebels' claim … has not been confirmed"."""
    if (
        event.modality != "unknown"
        or event.modal is None
        or voice.attribution is None
        or voice.attribution.cue_head is None
    ):
        return False
    cue = voice.attribution.cue_head
    over_event = {t.i for t in ancestors(lookup.structure, event.head)}
    return cue in over_event and event.modal in {t.i for t in ancestors(lookup.structure, cue)}


def _is_object(lookup: Lookup, event: Event, voice: Voice) -> bool:
    """Whether an event is the object of its cue: "announced the dispatch of troops"."""
    token = lookup.tokens[event.head]
    return token.dep == "dobj" and voice.attribution is not None and token.head == voice.attribution.cue_head


def _aim(event: Event, voice: Voice, actor: Party | None) -> Ruling:
    """Aims: the holder's own is intended; one ascribed to another is asserted."""
    if event.negated and not _announced(event):  # "will not rest" is an aim as well
        return Ruling("denies", "stance: negated")
    if voice.actor is None and event.modality == "possible":
        return Ruling("hedges", "stance: possible")
    if voice.actor is None:
        return Ruling("asserts", "stance: aim told of")
    if _own(voice, actor):
        return Ruling("intends", "stance: own aim")
    if actor is None and event.entry.startswith(_VOICED):
        return Ruling("intends", "stance: aim voiced")
    return Ruling("asserts", "stance: aim ascribed")


def _announced(event: Event) -> bool:
    """Whether a source's own future deed is a plan ("we will") rather than a mere possibility ("we could")."""
    return event.planned and event.type != "other.statement"


def _own(voice: Voice, actor: Party | None) -> bool:
    """Whether the source speaks of itself or its own side."""
    if voice.actor is None or actor is None:
        return False
    if actor.name is not None and actor.name == voice.actor.name:
        return True
    return voice.actor.side is not None and voice.actor.side == actor.side
