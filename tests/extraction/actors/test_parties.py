"""The parties of a report, enemies, deeds and relative pronouns."""

from collections.abc import Callable

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
