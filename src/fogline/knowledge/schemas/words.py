"""What the schemas of several tables share."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


# One word or a list of them, always read as a tuple.
Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
