"""The stance of a claim: what the source's cue and the clause's own words say together."""

from __future__ import annotations

from fogline.claims.sourcing import Voice
from fogline.model import Event, Modality, Stance

_MODAL: dict[Modality, Stance] = {
    "possible": "hedges",
    "future": "expects",
    "question": "questions",
    "unknown": "withholds",
}


def stance_of(event: Event, voice: Voice, actor_side: str | None) -> tuple[Stance, str]:
    """The source's stance towards the event as typed, and the reason."""
    cue: Stance = voice.attribution.stance if voice.attribution is not None else "asserts"
    entry = voice.attribution.entry if voice.attribution is not None else "narrator"
    if cue in {"withholds", "questions"}:
        return cue, f"stance: {entry}"
    if event.type == "politics.goal":
        return _aim(event, voice, actor_side)
    if cue == "denies":
        return ("asserts" if event.negated else "denies"), f"stance: {entry}"
    if event.negated:
        return "denies", "stance: negated"
    modal = _MODAL.get(event.modality)
    if modal == "expects" and _own_plan(event, voice, actor_side):
        return "intends", "stance: own plan"
    if modal is not None:
        return modal, f"stance: {event.modality}"
    return cue, f"stance: {entry}"


def _aim(event: Event, voice: Voice, actor_side: str | None) -> tuple[Stance, str]:
    """Aims: the holder's own is intended; one ascribed to another is asserted."""
    if event.negated:
        return "denies", "stance: negated"
    if voice.actor is None:
        return ("hedges", "stance: possible") if event.modality == "possible" else ("asserts", "stance: aim told of")
    ascribed = actor_side is not None and voice.actor.side is not None and actor_side != voice.actor.side
    return ("asserts", "stance: aim ascribed") if ascribed else ("intends", "stance: own aim")


def _own_plan(event: Event, voice: Voice, actor_side: str | None) -> bool:
    return voice.actor is not None and voice.actor.side is not None and voice.actor.side == actor_side
