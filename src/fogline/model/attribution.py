"""Who says what: one attribution ties a source and a cue to the words attributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.model.text import Span

Quoted = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "hedges", "expects", "intends", "withholds", "questions"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans of one act of saying, believing, showing or keeping silent.

    A part may be split ("X", he said, "Y" has two content spans). `source` is empty where the text leaves it out
    (passives). `source_head` and `cue_head` are token indices. `stance` is what the cue alone says of the content:
    "said" asserts, "denied" denies, "vowed" intends, "declined to comment" withholds. `parent` is the index in
    `Document.attributions` of the attribution in whose content this one stands: in "TASS, citing the security
    services, reported that …" the content belongs to an attribution of the security services whose parent is TASS's.
    `entry` is the id of the knowledge entry for the cue.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quoted: Quoted
    source_head: int | None
    cue_head: int | None
    stance: Stance
    entry: str
    because: tuple[str, ...] = ()
    parent: int | None = None
