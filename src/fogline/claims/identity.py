"""Stable ids of claims."""

from __future__ import annotations

import hashlib

from fogline.model import EventType, Source, Stance, Words


def claim_id(
    report: str, evidence: Words, trigger: Words, event: EventType, stance: Stance, source: Source, *, shared: bool
) -> str:
    """The same report gives the same ids: a digest of the report's id, evidence, trigger, event, stance and source.

    Where two sources have one phrase ("both sides"; `shared`), each side's name tells them apart.
    """
    who = f"{source.words.start}-{source.words.end}" if source.words else source.kind
    who += f"-{source.side}" if shared else ""
    key = f"{report}|{evidence.start}-{evidence.end}|{trigger.start}-{trigger.end}|{event}|{stance}|{who}"
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:16]
