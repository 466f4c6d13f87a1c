"""Frozen values of the model ⇄ JSON as it is stored."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.preconf.json import make_converter

T = TypeVar("T")


@cache
def _converter() -> Converter:
    return make_converter(forbid_extra_keys=False, omit_if_default=True)


def plain(value: Any) -> Any:
    """A value of the model as dicts, lists and strings; days as ISO 8601, what has its default left out."""
    return _converter().unstructure(value)


def model(value: Any, kind: type[T]) -> T:
    """The value of the model that `plain` made plain."""
    return _converter().structure(value, kind)


def dumps(value: Any) -> str:
    """Plain values as JSON in ASCII, the same text for the same values."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)


def loads(text: str) -> Any:
    """The plain values of a JSON text."""
    return json.loads(text)
