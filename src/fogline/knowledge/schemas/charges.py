"""Schema of `knowledge/events/charges.yaml`: words that say who did a deed."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.schemas.words import Words


class Charge(BaseModel):
    """One way of laying a deed at somebody's door.

    `verb`, `adj` or `adp` list the word's lemmas; `over` lists lemmas of which one must be the object ("claimed
    responsibility"). `doer` and `deed` tell where these stand: `subject`, `object`, or after a preposition of the word
    or of its object; a doer `each other` is not named, as those who speak charge one another. One that `tells` makes
    the claim itself, so that its deed's noun makes none of its own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    verb: Words = ()
    adj: Words = ()
    adp: Words = ()
    doer: Words
    over: Words = ()
    deed: Words
    tells: bool = False
    example: Words
    not_: Words = Field(default=(), alias="not")
