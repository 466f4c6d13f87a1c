"""The phrases of the tables in `knowledge/actors/`, each with what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from babel import Locale

from fogline.extraction.actors.entries import BodyRow, CountryRow, GroupRow, PersonRow, RoleRow, Who
from fogline.knowledge.load import load_csv, load_yaml
from fogline.model import SourceKind

Type = Literal["country", "adjective", "people", "capital", "group", "body", "person", "role"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name or noun means: `name` is the identity it stands for, `state` whether a recognised state."""

    id: str
    type: Type
    kind: SourceKind | None
    side: str | None
    who: Who
    name: str | None = None
    state: bool = False
    gender: str | None = None
    inherits: bool | str = False
    home: bool = False
    vague: bool = False
    orphan: bool = False
    within: str | None = None
    yields: bool = False
    rules: str | None = None


def meanings() -> Iterator[tuple[str, Meaning]]:
    """All phrases of the tables, each with its meaning; of two meanings of one phrase the first holds."""
    yield from _countries()
    for group in load_csv("actors/groups.csv", GroupRow):
        meaning = Meaning(group.id, "group", group.kind, group.side, "body", group.side, within=group.within)
        yield from ((word, meaning) for word in group.words)
    for body in load_csv("actors/bodies.csv", BodyRow):
        yields = body.yields is not None
        named = Meaning(body.id, "body", body.kind, body.side, "body", body.words[0], yields=yields, rules=body.rules)
        yield from ((word, named) for word in body.words)
    for person in load_csv("actors/persons.csv", PersonRow):
        known = Meaning(person.id, "person", person.kind, person.side, "person", person.name, gender=person.gender)
        yield from ((word, known) for word in (person.name, *person.also))
    for role in load_yaml("actors/roles.yaml", RoleRow):
        noun = Meaning(
            role.id,
            "role",
            role.kind,
            role.side,
            role.who,
            inherits=role.inherits,
            home=role.home,
            vague=role.vague,
            orphan=role.orphan,
        )
        yield from ((form, noun) for word in role.words for form in _forms(word))


def _countries() -> Iterator[tuple[str, Meaning]]:
    official = Locale("en").territories
    for row in load_csv("actors/countries.csv", CountryRow):
        state = row.stateless is None
        names = dict.fromkeys((row.name, official.get(row.alpha2 or "", row.name), *row.also))
        names |= dict.fromkeys(f"{name}s" for name in names if name.isalpha() and name[-1] not in "sS.")
        for type_, words in (
            ("adjective", row.adjective),
            ("people", row.people),
            ("country", tuple(names)),
            ("capital", row.capital),
        ):
            meaning = Meaning(row.id, type_, "government", row.name, "body", row.name, state)  # type: ignore[arg-type]
            yield from ((word, meaning) for word in words)


def _forms(word: str) -> tuple[str, ...]:
    """A noun and its plural."""
    head, _, tail = word.rpartition(" ")
    lead = f"{head} " if head else ""
    if tail.endswith("."):
        return (word,)
    if tail.endswith(("man", "woman")) and tail not in {"layman"}:
        plural = tail[:-3] + "men"
    elif tail.endswith("y") and tail[-2:-1] not in "aeiou":
        plural = tail[:-1] + "ies"
    elif tail.endswith(("s", "x", "ch", "sh")):
        plural = tail + "es"
    else:
        plural = tail + "s"
    return (word, lead + plural)
