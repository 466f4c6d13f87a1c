"""Shape of the meanings of event types and stances, as a language model is told them."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Meaning(BaseModel):
    """What a type or stance (`id`) is used for, in a few words, with a sentence that it fits."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    meaning: str = Field(min_length=1)
    example: str = Field(min_length=1)
