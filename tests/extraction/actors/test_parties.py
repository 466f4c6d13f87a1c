"""The parties of a report, enemies, deeds and relative pronouns."""

from collections.abc import Callable

import pytest

from fogline.extraction.actors import actors, parties
from fogline.language import structure
from fogline.model import Actor, Document
from fogline.reports import report_from_text

Read = Callable[[str], tuple[Actor, ...]]

CLASHES = (
    "Eritrean troops shelled Ethiopian positions on Monday, the Ethiopian army said. Ethiopian forces fired back. "
    "The Eritrean army denied it. Eritrean soldiers held the ridge. Norway urged calm."
)


def test_those_who_fight_are_the_parties_and_bystanders_are_not() -> None:
    document = actors(structure(Document(report_from_text(CLASHES))))
    assert set(parties(document)) == {"Eritrea", "Ethiopia"}


def test_the_parties_of_a_text_without_sides_are_none() -> None:
    assert parties(actors(structure(Document(report_from_text("Rain fell on the town."))))) == ()


def test_the_enemy_is_the_side_that_does_not_speak(read: Read) -> None:
    text = CLASHES + " The Eritrean army said the enemy had fled. The Ethiopian army said the enemy had lied."
    enemies = [actor.side for actor in read(text) if actor.text == "the enemy"]
    assert enemies == ["Ethiopia", "Eritrea"]


def test_whose_enemy_it_is_is_told_by_the_speaker_else_by_the_country(read: Read) -> None:
    said = read(CLASHES + " The Eritrean army said the enemy had fled.")
    assert "actors.other_side" in next(actor.because for actor in said if actor.text == "the enemy")
    told = read(CLASHES + " In eastern Eritrea and in northern Eritrea the enemy had fled.")
    assert "actors.home_enemy" in next(actor.because for actor in told if actor.text == "the enemy")


def test_of_two_sides_met_as_often_the_first_is_ranked_first() -> None:
    text = "{0} troops fought {1} troops."
    for pair in (("Chadian", "Malian"), ("Malian", "Chadian")):
        document = actors(structure(Document(report_from_text(text.format(*pair)))))
        assert [side[:3] for side in parties(document)] == [word[:3] for word in pair]


def test_weapons_and_deeds_have_the_side_of_those_who_use_them(read: Read) -> None:
    sides = {actor.text: actor.side for actor in read("Armenian missiles hit a bridge. The attack on Baku failed.")}
    assert sides["Armenian missiles"] == "Armenia"
    assert sides["The attack on Baku"] is None if "The attack on Baku" in sides else sides["The attack"] is None


def test_a_relative_pronoun_is_the_noun_before_it(read: Read) -> None:
    found = {actor.text: actor for actor in read("Chadian soldiers who crossed the river withdrew.")}
    assert (found["who"].kind, found["who"].side) == ("military", "Chad")


def test_members_of_a_crowd_are_of_its_side(read: Read) -> None:
    found = {actor.text.split()[0]: actor for actor in read("One of the Nigerian soldiers died.")}
    assert found["One"].side == "Nigeria"


def test_a_spokesman_for_the_group_is_of_the_group_that_is_meant(read: Read) -> None:
    text = "Boko Haram claimed the ambush. A spokesman for the group threatened more."
    spokesman = next(actor for actor in read(text) if actor.text.startswith("A spokesman"))
    assert (spokesman.kind, spokesman.side) == ("armed_group", "Boko Haram")


SPOKESMEN = [
    ("Armenian", "Azerbaijani", "Azerbaijan"),
    ("Azerbaijani", "Armenian", "Armenia"),
    ("Malian", "Chadian", "Chad"),
]


@pytest.mark.parametrize(("before", "speaking", "side"), SPOKESMEN)
def test_we_are_the_one_named_after_the_words(read: Read, before: str, speaking: str, side: str) -> None:
    text = (
        f"The {before} army said it held the ridge.\n\n"
        f'"We have taken the town," said Ada Lo, a spokeswoman of the {speaking} army. "Our troops hold the bridge."'
    )
    sides = {actor.text: actor.side for actor in read(text)}
    assert (sides["We"], sides["Our troops"]) == (side, side)


def test_a_commander_of_a_crowd_is_of_the_crowd_whatever_office_he_has_now(read: Read) -> None:
    for text in ("Rebel commander {} held the town.", "{}, a rebel commander, held the town."):
        for name in ("Hassan Abdul Ghani", "Osman Bakri"):
            sides = {actor.side for actor in read(text.format(name)) if name in actor.text}
            assert sides == {"Rebels"}, (text, name)


@pytest.mark.parametrize(("own", "backer", "side"), [("Congo", "Rwanda", "DR Congo"), ("Sudan", "Chad", "Sudan")])
def test_the_government_is_of_the_only_state_whose_forces_are_named(
    read: Read, own: str, backer: str, side: str
) -> None:
    text = f"{own}'s army said {backer} backs the militia. The government said on Tuesday that it held the airport."
    assert next(actor.side for actor in read(text) if actor.text == "The government") == side
    two = text + f" {backer}'s army denied it."
    assert next(actor.side for actor in read(two) if actor.text == "The government") is None
