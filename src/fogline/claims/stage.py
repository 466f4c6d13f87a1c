"""The claims stage: attributions, events and slots ▶ claims with evidence, stance and reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.claims.against import Retort, tied
from fogline.claims.confidence import confidence_of
from fogline.claims.counts import Counts
from fogline.claims.doer import Doers, target_of
from fogline.claims.evidence import Evidence
from fogline.claims.identity import claim_id
from fogline.claims.keep import kept
from fogline.claims.lookup import Lookup
from fogline.claims.parties import parties_of
from fogline.claims.sourcing import Voice, voices_of
from fogline.claims.standing import stance_of
from fogline.claims.telling import said_of
from fogline.claims.when import Times
from fogline.claims.where import Where
from fogline.language.tree import words
from fogline.model import Claim, Document, Event


def claims(document: Document) -> Document:
    """Adds the claims of a document, in text order."""
    lookup = Lookup(document)
    told = kept(lookup)
    lookup = lookup.telling(told)  # the mentions that are no claims say nothing of parties and places
    parties = parties_of(lookup)
    found: list[tuple[Event, Voice, Claim]] = []
    slots = _Slots(Evidence(lookup), Where(lookup), Doers(lookup, parties), Times(lookup), Counts(lookup))
    for event in told:
        for voice in voices_of(lookup, event, parties):
            found.append((event, voice, _claim(lookup, event, voice, slots)))
    return replace(document, claims=tuple(tied([claim for *_, claim in found], _retorts(found))))


def _retorts(found: Sequence[tuple[Event, Voice, Claim]]) -> dict[str, Retort]:
    """How each claim answers others, by its id."""
    first: dict[int, str] = {}
    for event, _, claim in found:
        first.setdefault(event.head, claim.id)
    retorts: dict[str, Retort] = {}
    for event, voice, claim in found:
        to = first.get(event.answers) if event.answers is not None else None
        if event.mutual and voice.rival is not None and first[event.head] != claim.id:
            retorts[claim.id] = Retort(first[event.head], accuses=True)
        else:
            retorts[claim.id] = Retort(to, rebuts=event.reply in {"denial", "silence"} or voice.denies)
    return retorts


@dataclass(frozen=True)
class _Slots:
    """What fills the slots of one document's claims."""

    evidence: Evidence
    where: Where
    doers: Doers
    times: Times
    counts: Counts


def _claim(lookup: Lookup, event: Event, voice: Voice, slots: _Slots) -> Claim:
    text = lookup.document.report.text
    trigger = words(text, event.start, event.end)
    evidence, why_evidence = slots.evidence.of(event)
    named = slots.doers.explicit(event)
    stance, why_stance = stance_of(lookup, event, voice, named)
    actor, why_actor = slots.doers.actor_of(event, voice, stance, named)
    place, why_place = slots.where.place_of(event)
    time, why_time = slots.times.of(event, voice, stance)
    return Claim(
        id=claim_id(
            lookup.document.report.id, evidence, trigger, event.type, stance, voice.source, shared=voice.shared
        ),
        event=event.type,
        stance=stance,
        evidence=evidence,
        trigger=trigger,
        source=voice.source,
        actor=actor,
        target=target_of(lookup, event),
        place=place,
        time=time,
        said=said_of(lookup, voice),
        quantities=slots.counts.of(event),
        against=None,
        confidence=confidence_of(event),
        because=(*event.because, why_stance, voice.because, why_actor, why_place, why_time, why_evidence),
    )
