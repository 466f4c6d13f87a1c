"""An attribution in the making, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.knowledge.schemas.attribution import Cue
from fogline.model import Stance


@dataclass(slots=True, eq=False)
class Draft:
    """Token indices of source, cue and content; `outer` is the attribution that relays this one.

    `content` may still be empty: a cue that waits for the quotation beside it. `source_guessed` marks a source that
    stands right before its cue and that the parse does not tie to it, `holds_quotation` a content that a quotation was
    added to.
    """

    entry: Cue
    stance: Stance
    cue_head: int
    cue: set[int]
    source_head: int | None = None
    source: set[int] = field(default_factory=set)
    content: set[int] = field(default_factory=set)
    because: list[str] = field(default_factory=list)
    outer: Draft | None = None
    source_guessed: bool = False
    holds_quotation: bool = False

    @property
    def takes_quote(self) -> bool:
        """Whether a quotation beside the cue may be its content."""
        return not {"quote", "quote only"}.isdisjoint(self.entry.frames)

    @property
    def is_speech(self) -> bool:
        """Whether the cue is a verb of saying or writing that takes a clause as well as a quotation."""
        return (
            self.entry.frames[0] == "clause"
            and "quote" in self.entry.frames
            and not self.entry.id.startswith("belief.")
        )
