"""What is said to have happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.model.attribution import Stance

EventType = Literal[
    "control.captured",
    "control.held",
    "control.contested",
    "control.advanced",
    "control.withdrawn",
    "control.encircled",
    "attack.airstrike",
    "attack.missile",
    "attack.drone",
    "attack.shelling",
    "attack.ground",
    "attack.explosion",
    "attack.intercept",
    "attack.other",
    "harm.killed",
    "harm.wounded",
    "harm.detained",
    "harm.stranded",
    "harm.damage",
    "harm.equipment",
    "people.displaced",
    "people.population",
    "people.conditions",
    "aid.access",
    "politics.talks",
    "politics.agreement",
    "politics.goal",
    "politics.status",
    "politics.support",
    "other.statement",
]

Modality = Literal["actual", "possible", "future", "question", "unknown"]
Reply = Literal["denial", "silence", "charge"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model that has learned from annotated reports says of an event mention; chances from 0 to 1.

    `own`, `rival` and `family`: that its words tell of an event of its type, of the likeliest other one, and of the
    likeliest one of its family. `stances`: each with its chance, 1 together.
    """

    own: float
    rival: float
    family: float
    stances: tuple[tuple[Stance, float], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One event mention: a trigger of a type with its roles.

    `start`/`end` span the trigger, `head` is its governing token. `actor` and `target` are the head tokens of the
    noun phrases that fill the roles, None where the clause leaves them out. `clause` is the stretch of tokens
    (first, last) of the clause that makes the claim. `negated` and `modality` are what the clause itself says
    ("had not", "may have", "will"), before any attribution; `modal` is the token of the word that the modality hangs
    on, and `planned` says that it makes of the actor's own deed a plan ("will", not "could"). `entry` is the id of the
    knowledge entry. `voiced`: the actor says it ("vowed to", "called for"), so that it is the actor's own claim.
    `mutual`: those who speak say it of one another ("accused each other of shelling"). `reply` tells an event that
    answers what is told elsewhere; `answers` is the head of the event that it is about, `speaker` the head of the noun
    phrase of who answers. `reading` is None where only rules have read. `stance` is that of the source, as a language
    model tells it; None where the claims stage is to find it.
    """

    type: EventType
    start: int
    end: int
    head: int
    actor: int | None
    target: int | None
    clause: tuple[int, int]
    negated: bool
    modality: Modality
    entry: str
    weight: float
    because: tuple[str, ...] = ()
    modal: int | None = None
    planned: bool = False
    voiced: bool = False
    mutual: bool = False
    reply: Reply | None = None
    answers: int | None = None
    speaker: int | None = None
    reading: Reading | None = None
    stance: Stance | None = None
