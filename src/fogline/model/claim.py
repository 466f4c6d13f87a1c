"""The claim: one proposition of one source with one stance, grounded in the report's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fogline.model.actor import SourceKind
from fogline.model.amount import Amount
from fogline.model.attribution import Quoted, Stance
from fogline.model.event import EventType
from fogline.model.place import Place
from fogline.model.text import Words
from fogline.model.when import IntervalKind


@dataclass(frozen=True, slots=True)
class Relay:
    """One link of a chain of sources, outermost first; `cue` is the word that ties it in ("said", "told", "citing")."""

    kind: SourceKind
    words: Words | None
    name: str | None
    side: str
    cue: Words | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who makes the claim; for the report's own voice `kind` is `narrator` and `words` None.

    `side` is a party to the conflict by its plain name, or `none`. `role` is the office that a person holds and `body`
    whose it is ("secretary", "Ukraine's national security council"), in the words of the report wherever it tells them.
    `chain` runs from the outermost link to the source itself; it is empty where nobody relays.
    """

    kind: SourceKind
    words: Words | None
    name: str | None
    side: str
    cue: Words | None = None
    quoted: Quoted | None = None
    chain: tuple[Relay, ...] = ()
    role: Words | None = None
    body: Words | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who does the deed or to whom it is done; `side` is a plain name or None where the text does not show it."""

    words: Words
    name: str | None
    side: str | None


@dataclass(frozen=True, slots=True)
class When:
    """The days of the event; `words` is None where they follow from the context (see `because` of the claim)."""

    words: Words | None
    begin: date
    until: date
    kind: IntervalKind


@dataclass(frozen=True, slots=True)
class Said:
    """When the source said it: a closed interval of days."""

    begin: date
    until: date


@dataclass(frozen=True, slots=True)
class Claim:
    """One entry of the ledger. `against` is the id of a claim of the same report that this one contradicts.

    `confidence` (0 to 1) is how sure the reader is that the text makes this claim; it says nothing of its truth.
    `because` holds one reason for each field that was judged, as `field: rule or model id`.
    """

    id: str
    event: EventType
    stance: Stance
    evidence: Words
    trigger: Words
    source: Source
    actor: Party | None
    target: Party | None
    place: Place | None
    time: When | None
    said: Said | None
    quantities: tuple[Amount, ...]
    against: str | None
    confidence: float
    because: tuple[str, ...]
