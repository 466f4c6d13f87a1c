"""Schema of `knowledge/events/answers.yaml`: words that answer a claim told elsewhere."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.knowledge.schemas.words import Words


class Answer(BaseModel):
    """One way of answering a claim.

    `verb`, `noun`, `adj` or `adp` list the word's lemmas. `object` lists what the word must have below it, as object
    or after a preposition (with `bare` it may have no object at all), and `subject` what it must be said of: groups of
    `words.yaml`. `negated` asks that the word is negated or kept back ("did not", "no", "declined to",
    "impossible to"), otherwise it must not be; `passive` asks for the passive, `content` for a clause or object of
    which it is said. With `alone` it answers nothing told before, only what its own words name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    verb: Words = ()
    noun: Words = ()
    adj: Words = ()
    adp: Words = ()
    stance: Literal["denies", "withholds"]
    object: Words = ()
    subject: Words = ()
    negated: bool = False
    passive: bool = False
    content: bool = False
    bare: bool = False
    alone: bool = False
    example: Words
    not_: Words = Field(default=(), alias="not")
