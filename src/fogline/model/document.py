"""The document that travels through the stages: the report and one layer from each stage."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.model.actor import Actor
from fogline.model.amount import Amount
from fogline.model.attribution import Attribution
from fogline.model.claim import Claim
from fogline.model.event import Event
from fogline.model.place import Place
from fogline.model.report import Published, Report, Warning
from fogline.model.text import Structure
from fogline.model.when import Time, TimeExpression

_NO_STRUCTURE = Structure((), (), (), (), ())


@dataclass(frozen=True)
class Document:
    """A report with the layers found so far; each stage returns a copy with its own layer added.

    | layer | stage |
    | --- | --- |
    | `structure` | language |
    | `attributions` | extraction.attribution |
    | `actors` | extraction.actors |
    | `places` | extraction.places |
    | `expressions` | extraction.times |
    | `amounts` | extraction.amounts |
    | `events` | extraction.events |
    | `published`, `times`, `warnings` | dating |
    | `claims` | claims |
    """

    report: Report
    structure: Structure = _NO_STRUCTURE
    attributions: tuple[Attribution, ...] = ()
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[Place, ...] = ()
    expressions: tuple[TimeExpression, ...] = ()
    amounts: tuple[Amount, ...] = ()
    published: Published = field(default_factory=lambda: Published(None, None, "unknown"))
    times: tuple[Time, ...] = ()
    warnings: tuple[Warning, ...] = ()
    claims: tuple[Claim, ...] = ()
