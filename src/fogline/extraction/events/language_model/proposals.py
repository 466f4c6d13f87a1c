"""What the language model is to answer, as a strict schema, and what of its answer keeps to it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from fogline.extraction.events.language_model.costs import Drop
from fogline.extraction.events.language_model.faults import Fault, LanguageModelError
from fogline.model import EventType, Stance

NAME = "claims_of_a_report"
_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)


class Proposal(BaseModel):
    """One claim as the model tells it; all words are quoted from the report."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    evidence: str = Field(min_length=1, description="the exact words of the clause or sentence that makes the claim")
    trigger: str = Field(min_length=1, description="the word or short phrase inside evidence that names the event")
    before: str = Field(description="the few words that stand right before the trigger in the report; empty if none")
    event: EventType
    stance: Stance
    confidence: float = Field(
        ge=0, le=1, allow_inf_nan=False, description="0 to 1, how sure you are that the report makes this claim"
    )


class Answer(BaseModel):
    """All claims of a part of a report."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    claims: list[Proposal]


def schema() -> dict[str, Any]:
    """The JSON Schema of an answer, in the subset that endpoints enforce (no bounds of lengths and numbers)."""
    told: dict[str, Any] = _plain(Answer.model_json_schema())
    return told


def _plain(part: Any) -> Any:
    if isinstance(part, dict):
        bounds = {"minLength", "minimum", "maximum", "title"}
        return {key: _plain(value) for key, value in part.items() if key not in bounds or isinstance(value, dict)}
    return [_plain(value) for value in part] if isinstance(part, list) else part


def proposals_in(content: str) -> tuple[list[Proposal], Counter[Drop]]:
    """The proposals of an answer, and how many were dropped and why: one that is off the schema costs no other.

    Raises:
        LanguageModelError: the answer as a whole is no JSON, or holds no list of claims.
    """
    told = next((value for text in _readings(content) if (value := _loaded(text)) is not None), None)
    claims = told.get("claims") if isinstance(told, dict) else None
    if not isinstance(claims, list):
        what = "holds no list of claims" if told is not None else "is no JSON"
        raise LanguageModelError(Fault.ANSWER, f"the language model's answer {what}", of_part=True)
    found: list[Proposal] = []
    dropped: Counter[Drop] = Counter()
    for claim in claims:
        try:
            found.append(Proposal.model_validate(claim))
        except (ValidationError, RecursionError) as error:
            dropped[_why(error)] += 1
    return found, dropped


def _readings(content: str) -> Iterator[str]:
    """The content itself, and what may be the JSON in it, where a model talks around it."""
    yield content
    said = content.rpartition("</think>")[2]
    yield from (match[1] for match in _FENCED.finditer(said))
    start, end = said.find("{"), said.rfind("}")
    if 0 <= start < end:
        yield said[start : end + 1]


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _why(error: Exception) -> Drop:
    """An event or stance that there is none of is told from other faults."""
    at = (
        {str(fault["loc"][0]) for fault in error.errors() if fault["loc"]} if isinstance(error, ValidationError) else {}
    )
    if at == {"event"}:
        return "unknown_event"
    return "unknown_stance" if at == {"stance"} else "off_schema"
