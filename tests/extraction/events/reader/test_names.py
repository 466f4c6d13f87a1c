"""No name reaches the reader: what it sees of a text is the same, and as long, whoever is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.config import Engine
from fogline.extraction.events.reader.card import card
from fogline.extraction.events.reader.inputs import Inputs, inputs
from fogline.model import Document
from fogline.pipeline import analyse, stages_of
from fogline.reports import report_from_text

PARTIES = ("Armenia", "Saudi Arabia", "Hamas", "the Houthis", "Islamic Jihad")
TOWNS = ("Horlivka", "Chasiv Yar", "Tel Aviv", "Kryvyi Rih")
PERSONS = ("Ivan Petrenko", "Abu Bakr al-Shami", "Oleksandr Syrskyi", "Michael Carter Johnson")


def seen(text: str) -> Inputs:
    document = read(text)
    given = inputs(document, document.events, card())
    told = [(word, numbers) for word, numbers in zip(given.words, given.numbers, strict=True) if word]
    return Inputs([word for word, _ in told], [numbers for _, numbers in told])


def read(text: str) -> Document:
    return analyse(report_from_text(text, language="en"), stages_of(Engine.RULES)[:-1])


@pytest.mark.parametrize("party", PARTIES)
def test_all_parties_are_read_alike(party: str) -> None:
    assert seen(f"The army fired on {party} again.") == seen(f"The army fired on {PARTIES[0]} again.")


@pytest.mark.parametrize("adjective", ["Azerbaijani", "Russian", "Hamas"])
def test_adjectives_of_parties_are_read_alike(adjective: str) -> None:
    assert seen(f"Three {adjective} soldiers were killed.") == seen("Three Israeli soldiers were killed.")


@pytest.mark.parametrize("town", TOWNS)
def test_all_towns_are_read_alike(town: str) -> None:
    assert seen(f"The army entered {town} on Friday.").words == seen("The army entered Bakhmut on Friday.").words


@pytest.mark.parametrize("person", PERSONS)
def test_all_persons_are_read_alike(person: str) -> None:
    assert seen(f"The troops had left, {person} said.").words == seen("The troops had left, Jane Doe said.").words


def test_words_that_are_no_names_are_read_as_they_are() -> None:
    words = seen("The Ministry of Defense said on Tuesday that President Karim had left.").words
    assert {"Ministry", "Defense", "Tuesday", "President"} <= set(words)
    assert "Karim" not in words


def test_a_name_that_a_rule_finds_an_event_at_is_read() -> None:
    document = read("Shelling killed two people in Horlivka.")
    (town,) = [token for token in document.structure.tokens if token.text == "Horlivka"]
    assert "Horlivka" not in inputs(document, document.events, card()).words
    event = replace(document.events[0], head=town.i)
    assert inputs(document, [event], card()).words[town.i] == "Horlivka"
