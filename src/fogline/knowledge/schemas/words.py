"""What the schemas of several tables share, and groups of words with one trait."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


# One word or a list of them, always read as a tuple.
Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class WordGroup(BaseModel):
    """Words with one trait; `example` shows one of them where the trait matters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    lemmas: tuple[str, ...]
    example: str
