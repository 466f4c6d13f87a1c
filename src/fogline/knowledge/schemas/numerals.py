"""The shape of the table of words that are numbers (`amounts_numerals.yaml`)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Numeral(BaseModel):
    """A word that is a number or a part of one; the table says what each `role` means."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str
    words: tuple[str, ...]
    role: Literal["unit", "tens", "hundred", "scale", "group", "plural", "share"]
    value: float = 0
    low: float | None = None
    high: float | None = None
    example: str
    counter: str | None = Field(default=None, alias="not")
    reads: tuple[float | None, float | None, float | None]
