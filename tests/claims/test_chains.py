"""Who relays whom: chains of sources from the outermost to the innermost, and sources that say a thing together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Document

Read = Callable[..., Document]
DAY = "2024-05-03"  # a Friday

# text, words of one event, the chain told, outermost first; one name alone is no chain
CHAINS = [
    # citing
    (
        "TASS, citing the security services, reported that two drones had been shot down over Bryansk.",
        "shot down",
        ["TASS", "the security services"],
    ),
    (
        "State television said, citing the defence ministry, that rebels had shelled the town of Lachin.",
        "shelled",
        ["State television", "the defence ministry"],
    ),
    (
        "Citing a hospital doctor, Reuters reported that six people were killed in Tyre.",
        "killed",
        ["Reuters", "a hospital doctor"],
    ),
    (
        "Six people were killed in the shelling of Tyre, Reuters reported, citing a hospital doctor.",
        "killed",
        ["Reuters", "a hospital doctor"],
    ),
    (
        "Sudan's state news agency reported that rebels had captured the airport, citing an army officer.",
        "captured",
        ["Sudan's state news agency", "an army officer"],
    ),
    (
        "According to Al Jazeera, citing local officials, the rebels withdrew from Sirte on Monday.",
        "withdrew",
        ["Al Jazeera", "local officials"],
    ),
    (
        "Rebels captured the town of Goma, according to a report by Reuters, citing the United Nations.",
        "captured",
        ["a report by Reuters", "the United Nations"],
    ),
    (
        "The radio station said, quoting the governor, that shells had damaged a school in Belgorod.",
        "damaged",
        ["The radio station", "the governor"],
    ),
    # quoted
    (
        "Interfax quoted the ministry as saying that rebels had shelled the village of Lachin.",
        "shelled",
        ["Interfax", "the ministry"],
    ),
    (
        "The paper quoted a commander as saying the ministry had confirmed that rebels had captured Goma.",
        "captured",
        ["The paper", "a commander", "the ministry"],
    ),
    (
        "The governor was quoted by the Interfax news agency as saying that drones had attacked the port of Tuapse.",
        "attacked",
        ["the Interfax news agency", "The governor"],
    ),
    (
        "The general was quoted as saying by Press TV that his forces had captured the town of Palmyra.",
        "captured",
        ["Press TV", "The general"],
    ),
    (
        '"We have captured the airport," a rebel commander was quoted as saying by Reuters.',
        "captured",
        ["Reuters", "a rebel commander"],
    ),
    (
        '"Our troops shelled the base," IRNA quoted General Karimi as saying.',
        "shelled",
        ["IRNA", "General Karimi"],
    ),
    (
        "The minister, quoted by state television, said rebels had attacked a convoy near Mekelle.",
        "attacked",
        ["state television", "The minister"],
    ),
    (
        "The mayor was cited by the newspaper as saying that shelling had killed four people in Gori.",
        "killed",
        ["the newspaper", "The mayor"],
    ),
    # carried, told, passed on
    (
        "The ministry said in a statement carried by the state news agency that rebels had shelled Lachin.",
        "shelled",
        ["the state news agency", "The ministry"],
    ),
    (
        "In a statement published by SANA, the army said that it had captured the town of Palmyra.",
        "captured",
        ["SANA", "the army"],
    ),
    (
        "The army captured the town of Palmyra, the ministry said in a statement reported by SANA.",
        "captured",
        ["SANA", "the ministry"],
    ),
    (
        "A police officer told Reuters that gunmen had killed five people in Maiduguri.",
        "killed",
        ["Reuters", "A police officer"],
    ),
    (
        "Gunmen killed five people in Maiduguri, a police officer told the AFP news agency on Friday.",
        "killed",
        ["the AFP news agency", "a police officer"],
    ),
    (
        "The commander told state television that his troops had withdrawn from Bakhmut.",
        "withdrawn",
        ["state television", "The commander"],
    ),
    (
        "The mayor said in an interview with the BBC that shelling had killed four people in Gori.",
        "killed",
        ["the BBC", "The mayor"],
    ),
    (
        "The mayor told a reporter that shelling had killed four people in Gori.",
        "killed",
        ["a reporter", "The mayor"],
    ),
    # according to, reported
    (
        "According to the governor, cited by RIA Novosti, drones attacked an oil depot near Tuapse.",
        "attacked",
        ["RIA Novosti", "the governor"],
    ),
    (
        "According to the governor, quoted by RIA Novosti, drones attacked an oil depot near Tuapse.",
        "attacked",
        ["RIA Novosti", "the governor"],
    ),
    (
        "The army said rebels had shelled the port of Hodeidah, Reuters reported.",
        "shelled",
        ["Reuters", "The army"],
    ),
    (
        "Reuters reported that the army said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["Reuters", "the army"],
    ),
    (
        "The army said that rebels had shelled the port of Hodeidah, according to the state news agency.",
        "shelled",
        ["the state news agency", "The army"],
    ),
    (
        "According to the New York Times, the army said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["the New York Times", "the army"],
    ),
    (
        'The governor told Reuters: "Drones attacked the oil depot."',
        "attacked",
        ["Reuters", "The governor"],
    ),
    # nested indirect speech
    (
        "The governor said that the army had confirmed that rebels had captured the town of Goma.",
        "captured",
        ["The governor", "the army"],
    ),
    (
        "The minister said witnesses had told police that gunmen had killed five people in Kunduz.",
        "killed",
        ["The minister", "witnesses"],
    ),
    (
        "Reuters reported that the governor said the army had confirmed that rebels had captured Goma.",
        "captured",
        ["Reuters", "the governor", "the army"],
    ),
    # three and more
    (
        "The BBC reported, citing TASS, which quoted the governor as saying that drones had attacked Tuapse.",
        "attacked",
        ["The BBC", "TASS", "the governor"],
    ),
    (
        "The BBC said that TASS had quoted the governor as saying that drones had attacked the port of Tuapse.",
        "attacked",
        ["The BBC", "TASS", "the governor"],
    ),
    (
        "The newspaper reported, citing a commander, that the ministry had confirmed that rebels had captured Goma.",
        "captured",
        ["The newspaper", "a commander", "the ministry"],
    ),
    (
        "Reuters reported that state television quoted a commander as saying that witnesses said rebels shelled Sirte.",
        "shelled",
        ["Reuters", "state television", "a commander", "witnesses"],
    ),
    # no chain
    ("The army said that rebels had shelled the port of Hodeidah.", "shelled", []),
    ("The minister told the president that rebels had shelled the port of Hodeidah.", "shelled", []),
    ("Reuters reported that rebels had shelled the port of Hodeidah.", "shelled", []),
    ("The general, citing bad weather, said the troops had withdrawn from Lachin.", "withdrawn", []),
    (
        "The governor said rebels had shelled Sirte. The army said it had captured the town of Misrata.",
        "captured",
        [],
    ),
]


@pytest.mark.parametrize(("text", "event", "chain"), CHAINS)
def test_a_chain_runs_from_who_told_last_to_who_said_it_first(
    read: Read, text: str, event: str, chain: list[str]
) -> None:
    document = read(text, DAY)
    found = [claim for claim in document.claims if event in claim.trigger.text]
    assert found, [claim.trigger.text for claim in document.claims]
    for claim in found:
        assert [link.words.text for link in claim.source.chain if link.words] == chain
        for link in claim.source.chain:
            assert link.words is not None and text[link.words.start : link.words.end] == link.words.text
        if chain:
            assert claim.source.words is not None and claim.source.words.text == chain[-1]


# text, words of one event, the sources of the claims that tell it
TOGETHER = [
    ("NATO and Kyiv say Russian troops have captured the town of Toretsk.", "captured", ["NATO", "Kyiv"]),
    (
        "The ministry and the governor said that drones had attacked the port of Tuapse.",
        "attacked",
        ["The ministry", "the governor"],
    ),
    (
        "Both Baku and Yerevan said their troops had withdrawn from the village of Tegh.",
        "withdrawn",
        ["Baku", "Yerevan"],
    ),
    (
        "Shelling killed four people in Gori, according to the mayor and the police.",
        "killed",
        ["the mayor", "the police"],
    ),
    (
        "The army, the police and the mayor said that rebels had shelled the port of Hodeidah.",
        "shelled",
        ["The army", "the police", "the mayor"],
    ),
    (
        "Mortar shelling killed at least 14 people, the mayor and the state news agency reported.",
        "killed",
        ["the mayor", "the state news agency"],
    ),
    (
        '"Our troops have captured the airport," the president and the army chief said.',
        "captured",
        ["the president", "the army chief"],
    ),
    (
        "Witnesses and the governor said that shelling had damaged a school in Belgorod.",
        "damaged",
        ["Witnesses", "the governor"],
    ),
    (
        "The governor and a spokesman for the army said that rebels had shelled Sirte.",
        "shelled",
        ["The governor", "a spokesman for the army"],
    ),
    # one source
    (
        "The Ministry of Defence and Armed Forces Logistics said rebels had shelled Lachin.",
        "shelled",
        ["The Ministry of Defence and Armed Forces Logistics"],
    ),
    (
        "The army and navy's spokesman said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["The army and navy's spokesman"],
    ),
    (
        "The foreign minister and deputy leader said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["The foreign minister and deputy leader"],
    ),
    (
        "A spokesman for the army and the police said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["A spokesman for the army"],
    ),
    (
        "Ivan Petrov, the governor, said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["Ivan Petrov, the governor"],
    ),
    (
        "Police and rescue workers said rebels had shelled the port of Hodeidah.",
        "shelled",
        ["Police and rescue workers"],
    ),
    ("Men and women said rebels had shelled the port of Hodeidah.", "shelled", ["Men and women"]),
]


@pytest.mark.parametrize(("text", "event", "sources"), TOGETHER)
def test_each_of_those_who_say_a_thing_together_makes_its_claim(
    read: Read, text: str, event: str, sources: list[str]
) -> None:
    found = [claim for claim in read(text, DAY).claims if event in claim.trigger.text]
    assert [claim.source.words.text for claim in found if claim.source.words] == sources
    assert len({claim.id for claim in found}) == len(found)
