"""What one word or name says of the one it names, and what two phrases for the same one say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fogline.extraction.actors.lexicon import Match
from fogline.extraction.actors.meanings import Meaning
from fogline.model import SourceKind, Token

NO_SIDE = frozenset({"analyst", "organization", "witness", "journalist"})  # kinds that speak for no side


@dataclass(frozen=True, slots=True)
class Reading:
    """What one noun phrase says.

    `role` is the noun that names it by what it is, `named` the name that it bears, `owner` the name that it belongs
    to. `home`: it takes the country of the report when it shows no other side; `own`: it shows whose it is; `alone`:
    it names no other body or role that it belongs to; `vague`: its side is a crowd that the context may name.
    """

    kind: SourceKind | None = None
    side: str | None = None
    role: Meaning | None = None
    role_word: str | None = None
    named: Meaning | None = None
    owner: Meaning | None = None
    person: tuple[int, int] | None = None
    home: bool = False
    vague: bool = False
    own: bool = False
    alone: bool = False
    because: tuple[str, ...] = ()


def of_name(match: Match, person: tuple[int, int] | None = None) -> Reading:
    """What a name says by itself; `person` are the tokens of the full name that it ends."""
    meaning = match.meaning
    if meaning.type == "people":
        return Reading("unnamed", meaning.side, named=meaning, own=True, because=("actors.people",))
    if meaning.type == "adjective":
        return Reading("government", meaning.side, named=meaning, own=True, because=("actors.demonym",))
    side = None if meaning.kind in NO_SIDE and meaning.side is None else meaning.side
    return Reading(
        meaning.kind,
        side,
        named=meaning,
        person=person if meaning.type == "person" else None,
        own=True,
        because=(f"actors.{meaning.type}:{meaning.id}",),
    )


def of_role(tokens: Sequence[Token], match: Match) -> Reading:
    """What a word for a force or body says by itself, as in "rebel-held"."""
    meaning = match.meaning
    return Reading(
        meaning.kind,
        meaning.side,
        meaning,
        role_word(tokens, match),
        home=meaning.home,
        vague=meaning.vague,
        alone=True,
        because=(f"actors.role:{meaning.id}",),
    )


def role_word(tokens: Sequence[Token], role: Match) -> str:
    """The words of a role in lower case, the last one in the singular."""
    return " ".join(t.lemma if t.i == role.last - 1 else t.lower for t in tokens[role.first : role.last])


def is_personal(reading: Reading) -> bool:
    """Whether a phrase names a person, by name or office."""
    return (reading.named is not None and reading.named.type == "person") or (
        reading.role is not None and reading.role.who == "person"
    )


def described(reading: Reading, other: Reading, reason: str) -> Reading:
    """A person's reading with the role that another phrase gives to the same one."""
    if other.role is None:
        return reading
    side = other.side or (reading.side if other.kind != "analyst" else None)
    return replace(
        reading,
        kind=other.kind or reading.kind,
        side=side,
        role=other.role,
        role_word=other.role_word,
        home=other.home and side is None,
        vague=other.vague,
        own=other.own or reading.own,
        because=(*reading.because, reason, *other.because),
    )
