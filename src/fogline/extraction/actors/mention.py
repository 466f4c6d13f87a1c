"""A mention on its way to becoming an actor."""

from __future__ import annotations

from dataclasses import dataclass, field

from fogline.extraction.actors.reading import Reading
from fogline.model import SourceKind


@dataclass(slots=True)
class Identity:
    """One person, body or crowd of a report, with what its mentions have shown so far.

    `role` and `body` are the tokens that tell a person's office and whose it is.
    """

    name: str
    kind: SourceKind | None
    side: str | None
    who: str
    plural: bool = False
    gender: str | None = None
    words: tuple[str, ...] = ()
    roles: set[str] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    role: tuple[int, int] | None = None
    body: tuple[int, int] | None = None


@dataclass(slots=True)
class Mention:
    """One mention: its tokens and reading, and the identity that it was found to have.

    `antecedent` is the token that a relative pronoun refers to.
    """

    head: int
    first: int
    last: int
    sentence: int
    subject: bool
    reading: Reading
    pronoun: bool = False
    kind: SourceKind | None = None
    side: str | None = None
    identity: Identity | None = None
    refers_to: int | None = None
    because: tuple[str, ...] = ()
    antecedent: int | None = None
