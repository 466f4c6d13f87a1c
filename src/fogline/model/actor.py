"""Mentions of those who act and speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fogline.model.text import Words

SourceKind = Literal[
    "government",
    "military",
    "authority",
    "armed_group",
    "analyst",
    "blogger",
    "journalist",
    "witness",
    "organization",
    "imagery",
    "unnamed",
    "narrator",
]


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of a person, body, force, crowd or recording that may act or speak.

    `start`/`end` cover the noun phrase that names it ("a press officer for Ukraine's 28th brigade"),
    `first`/`last` its tokens, `head` the token that governs it in the parse. `name` is one identity per report:
    mentions of the same one share it ("Oleksiy Danilov" for "Danilov" and "he"). `kind` is the kind of source
    that it is when it speaks. `side` is the country or group that it belongs to or speaks for by its plain name
    ("Russia", "Hamas"), whether or not that is a party to the conflict; None where the text does not show it.
    `role` is the office of a person and `body` whose office it is, told here or at another mention of the same one.
    `refers_to` is the index in `Document.actors` of the earlier mention that a pronoun or epithet stands for.
    """

    start: int
    end: int
    text: str
    first: int
    last: int
    head: int
    name: str | None
    kind: SourceKind | None
    side: str | None
    because: tuple[str, ...] = ()
    refers_to: int | None = None
    role: Words | None = None
    body: Words | None = None
