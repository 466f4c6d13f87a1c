"""The server, its words, its errors."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Problem(BaseModel):
    """What is wrong, and what to do (RFC 9457)."""

    type: str = Field(examples=["/api/v1/problems/not_found"])
    title: str
    status: int
    code: str = Field(examples=["not_found"])
    detail: str
    next_step: str | None = None
    instance: str
    errors: list[dict[str, str]] | None = Field(None, description="Which parameters or parts of the body are wrong.")


class Health(BaseModel):
    """Whether the server can reach its ledger."""

    status: str


class Contents(BaseModel):
    """What the ledger holds."""

    reports: int
    claims: int
    places: int
    sources: int
    first: str | None = Field(description="The day of the oldest report.")
    newest: str | None = Field(description="The day of the newest report: what is told of now is told of that day.")
    behind: bool = Field(description="Whether conclusions of some records are still being drawn.")


class About(BaseModel):
    """The server and its ledger."""

    name: str
    version: str
    schema_: str = Field(alias="schema")
    ledger: Contents
    writable: bool = Field(description="Whether a token is configured: only then there are writes.")
    reading: bool = Field(description="Whether texts and files may be sent to be read.")
    map_style: str | None
    limits: dict[str, int]


class Vocabulary(BaseModel):
    """The words that the ledger uses, in the order in which to show them."""

    families: list[dict[str, str]]
    events: list[dict[str, str]]
    stances: list[str]
    kinds: list[str]
    disputes: list[dict[str, str]]
    fields: list[dict[str, Any]]


class Code(BaseModel):
    """A code of errors, and when it comes."""

    code: str
    title: str
    when: str
