"""Persons with their offices, and whose offices they are; ranks before names and in full."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.extraction.actors.titles import Rank
from fogline.knowledge.load import load_yaml
from fogline.model import Actor
from fogline.pipeline import analyse
from fogline.reports import report_from_text

Read = Callable[[str], tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "words", "name", "role", "body"),
    [
        ("Piotr Halas, secretary of Chad's national security council, said the road was open.", "Piotr", "Piotr Halas",
         "secretary", "Chad's national security council"),
        ("Army spokesman Maj. Omar Saleh said the base had fallen.", "Army", "Omar Saleh", "spokesman", "Army"),
        ("A spokesman for the Lemba Front said it held the bridge.", "A spokesman", "spokesman", "spokesman",
         "the Lemba Front"),
        ("Defence Minister Ann Hale said the port was safe.", "Defence", "Ann Hale", "Defence Minister", None),
        ("The head of the regional administration, Ivo Marek, said two people had died.", "The head", "Ivo Marek",
         "head", "the regional administration"),
        ("Kivu governor Jean Bahala said the road was cut.", "Kivu", "Jean Bahala", "governor", "Kivu"),
        ("Rosa Diaz, a spokeswoman for the UN refugee agency, said camps were full.", "Rosa", "Rosa Diaz",
         "spokeswoman", "the UN refugee agency"),
    ],
)  # fmt: skip
def test_role_and_body_are_taken_apart(
    one: Callable[[str, str], Actor], text: str, words: str, name: str, role: str | None, body: str | None
) -> None:
    actor = one(text, words)
    told = (actor.role.text if actor.role else None, actor.body.text if actor.body else None)
    assert ((actor.name or "").lower(), *told) == (name.lower(), role, body)


def test_an_office_once_told_is_known_of_every_later_mention(read: Read) -> None:
    text = "Piotr Halas, head of the harbour guard, fled. Halas said the crane fell. He said nobody died."
    told = [(a.role.text if a.role else None, a.name) for a in read(text) if a.name == "Piotr Halas"]
    assert len(told) >= 3
    assert set(told) == {("head", "Piotr Halas")}


def test_a_claim_carries_the_office_of_its_source() -> None:
    text = "Piotr Halas, head of the harbour guard, said rebels had shelled the port. He said two men were killed."
    document = analyse(report_from_text(text))
    assert len(document.claims) > 1
    for claim in document.claims:
        assert claim.source.name == "Piotr Halas"
        assert (claim.source.role, claim.source.body) != (None, None)
        assert claim.source.body is not None
        assert claim.source.body.text == document.report.text[claim.source.body.start : claim.source.body.end]


@pytest.mark.parametrize("rank", load_yaml("actors/ranks.yaml", Rank), ids=lambda rank: rank.rank)
def test_a_rank_before_the_name_and_the_rank_alone_are_one_person(read: Read, rank: Rank) -> None:
    found = {a.name for a in read(rank.example) if "Hale" in a.text or rank.rank in a.text.lower()}
    assert found == {"Ines Hale"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pass falls: ministry\n\nThe defence ministry said so. The ministry wept.", {"defence ministry"}),
    ],
)
def test_all_mentions_of_one_body_bear_its_fullest_name(read: Read, text: str, names: set[str]) -> None:
    found = {a.name for a in read(text) if a.name is not None and "inistry" in a.text}
    assert found == names
