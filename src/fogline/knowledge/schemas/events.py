"""Schema of `knowledge/events/*.yaml`: triggers of the 30 event types with what must stand around them."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from fogline.knowledge.schemas.words import Words
from fogline.model import EventType

PARTS_OF_SPEECH = ("verb", "noun", "adj", "adp", "aux")


class NounClass(BaseModel):
    """A named class of noun lemmas ("settlement", "force") that entries refer to."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    lemmas: tuple[str, ...]


class Weapon(BaseModel):
    """Words for a means of attack and the event type that they give to a strike whose verb tells none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    event: EventType
    lemmas: tuple[str, ...]
    example: Words


class Pattern(BaseModel):
    """A word and what must stand around it.

    `verb`, `noun`, `adj`, `adp` or `aux` list the word's lemmas by part of speech. Every other condition that is
    given must hold. A condition on an argument lists what its noun may be: a class of `classes.yaml`, `=lemma`, or
    one of `place`, `actor`, `name`, `pronoun`, `number` (what earlier stages found there), `it` ("it" for a place
    that was told before); an empty list asks only that the argument is there. `prep` holds where one of its
    prepositions does; `governed_by` names the lemma that the word hangs on, `subject_of` the verbs whose subject or
    agent a noun is, `not_governed_by` those whose own entries tell the event; `singular` asks for the singular,
    `intransitive` for no object, `lapsed` for "no longer" at the word or at
    the verb that it hangs on, `factual` for a clause that tells a fact ("insisted that they left"), not what
    somebody is to do ("insisted that they leave"), `done` for a deed, not what a noun is for ("an operation to seize").
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    verb: Words = ()
    noun: Words = ()
    adj: Words = ()
    adp: Words = ()
    aux: Words = ()
    subject: Words | None = None
    object: Words | None = None
    agent: Words | None = None
    of: Words | None = None
    by: Words | None = None
    in_: Words | None = Field(default=None, alias="in")
    from_: Words | None = Field(default=None, alias="from")
    prep: dict[str, Words] = {}
    modifier: Words | None = None
    complement: Words | None = None
    governed_by: Words | None = None
    subject_of: Words = ()
    not_governed_by: Words = ()
    particle: Words = ()
    modified: bool = False
    number: bool = False
    singular: bool = False
    passive: bool = False
    intransitive: bool = False
    infinitive: bool = False
    purpose: bool = False
    done: bool = False
    hyphen: bool = False
    factual: bool = False
    lapsed: bool = False
    example: Words
    not_: Words = Field(default=(), alias="not")

    @model_validator(mode="after")
    def _one_part_of_speech(self) -> Self:
        if sum(bool(getattr(self, name)) for name in PARTS_OF_SPEECH) != 1:
            raise ValueError(f"give exactly one of {', '.join(PARTS_OF_SPEECH)}")
        return self

    @property
    def part_of_speech(self) -> str:
        """Which of the word lists is given."""
        return next(name for name in PARTS_OF_SPEECH if getattr(self, name))

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The words themselves."""
        return self.verb or self.noun or self.adj or self.adp or self.aux


class Sense(Pattern):
    """A reading of a word that names no event of war, whichever entry lists the word ("a heart attack")."""


class Trigger(Pattern):
    """One way of naming an event.

    | flag | meaning |
    | --- | --- |
    | `goal` | what the word's infinitive names is an aim, not a deed |
    | `attempt` | somebody already tries it; where that failed, the deed is told, and that it was not done |
    | `voiced` | the aim is one that its subject states ("vowed") |
    | `light` | the word's object names the deed ("carried out a raid") |
    | `means` | a weapon word nearby decides the attack's type |
    | `denies` | the event did not come about ("rejected the plan") |
    | `undergoes` | the subject suffers the event ("died") |
    | `doer` | prepositions before who did it ("the town fell to the rebels") |

    `weight` (0 to 1): the share of matches in annotated reports that are such a claim, set by hand and measurement.
    """

    event: EventType
    goal: bool = False
    attempt: bool = False
    voiced: bool = False
    light: bool = False
    means: bool = False
    denies: bool = False
    undergoes: bool = False
    doer: Words = ()
    weight: float = Field(ge=0, le=1)
