"""Who relays whom: chains of sources from the outermost to the innermost."""

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
        "SUNA, citing the interior ministry, which quoted Brig. Gen. Adil Bashir, reported that rebels shelled Bara.",
        "shelled",
        ["SUNA", "the interior ministry", "Brig. Gen. Adil Bashir"],
    ),
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
        "The army captured the town of Tadmur, the ministry said in a statement reported by SANA.",
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
    # in other wars and words
    (
        "Xinhua, quoting Myanmar's military, said ethnic fighters had attacked a police post in Lashio.",
        "attacked",
        ["Xinhua", "Myanmar's military"],
    ),
    (
        "Ethnic fighters attacked a police post in Lashio, Xinhua said, citing an army spokesman.",
        "attacked",
        ["Xinhua", "an army spokesman"],
    ),
    (
        "Ethiopian state media, citing a government statement, reported on Monday that troops had captured Shire.",
        "captured",
        ["Ethiopian state media", "a government statement"],
    ),
    (
        "Al Arabiya television, citing its correspondent, said that Houthi fighters had shelled Taiz.",
        "shelled",
        ["Al Arabiya television", "its correspondent"],
    ),
    (
        "The Indian Express reported Sunday, citing unnamed officials, that militants had killed two soldiers.",
        "killed",
        ["The Indian Express", "unnamed officials"],
    ),
    (
        "Militants killed two soldiers in Kupwara on Sunday, the Press Trust of India quoted police as saying.",
        "killed",
        ["the Press Trust of India", "police"],
    ),
    (
        "Police were quoted by the Press Trust of India as saying militants had killed two soldiers in Kupwara.",
        "killed",
        ["the Press Trust of India", "Police"],
    ),
    (
        '"Our forces have captured Shire," Ethiopian television quoted Colonel Getnet Adane as saying on Tuesday.',
        "captured",
        ["Ethiopian television", "Colonel Getnet Adane"],
    ),
    (
        '"Our forces have captured Shire," Colonel Getnet Adane told Ethiopian television on Tuesday.',
        "captured",
        ["Ethiopian television", "Colonel Getnet Adane"],
    ),
    (
        "Speaking to the BBC, the mayor of Goma said rebels had attacked the prison.",
        "attacked",
        ["the BBC", "the mayor of Goma"],
    ),
    (
        "In an interview with CNN, President Zelensky said Russian missiles had hit a hospital in Dnipro.",
        "hit",
        ["CNN", "President Zelensky"],
    ),
    (
        "In comments carried by the Anadolu news agency, the minister said Kurdish fighters had withdrawn from Manbij.",
        "withdrawn",
        ["the Anadolu news agency", "the minister"],
    ),
    (
        "A resident told AFP by telephone that soldiers had burned down the market in Bama.",
        "burned",
        ["AFP", "A resident"],
    ),
    (
        "One fighter, who spoke to Reuters, said the group had captured a tank in Idlib.",
        "captured",
        ["Reuters", "One fighter"],
    ),
    (
        "The military said in a statement to the Associated Press that rebels had attacked the base in Marib.",
        "attacked",
        ["the Associated Press", "The military"],
    ),
    (
        "The army said on state television that it had captured the city of Jaffna.",
        "captured",
        ["state television", "The army"],
    ),
    (
        "The New York Times reported that officials in Kyiv had said that Russian forces had withdrawn from Kherson.",
        "withdrawn",
        ["The New York Times", "officials in Kyiv"],
    ),
    (
        "Russian forces withdrew from Kherson, officials in Kyiv said, according to the New York Times.",
        "withdrew",
        ["the New York Times", "officials in Kyiv"],
    ),
    (
        "According to a statement by the police cited by Dawn newspaper, gunmen killed three guards in Quetta.",
        "killed",
        ["Dawn newspaper", "a statement by the police"],
    ),
    (
        "According to the United Nations, which cited local health workers, shelling killed 12 people in El Fasher.",
        "killed",
        ["the United Nations", "local health workers"],
    ),
    (
        "The ministry, quoted by the agency Interfax, said that Ukrainian drones had attacked Rostov.",
        "attacked",
        ["the agency Interfax", "The ministry"],
    ),
    (
        "The ministry said, as quoted by Interfax, that Ukrainian drones had attacked Rostov.",
        "attacked",
        ["Interfax", "The ministry"],
    ),
    ("The general told reporters that rebels had attacked the base in Marib.", "attacked", []),
    ("Reuters could not confirm that the army had captured Jaffna.", "captured", []),
    ("The minister told parliament that the navy had attacked a ship off Jaffna.", "attacked", []),
    (
        "A spokesman for the governor told the Kyiv Independent that, according to police, shells damaged a school.",
        "damaged",
        ["the Kyiv Independent", "A spokesman for the governor", "police"],
    ),
    (
        "Yonhap reported that North Korea's state media had said the army shelled an island.",
        "shelled",
        ["Yonhap", "North Korea's state media"],
    ),
    # media that publish, names that nothing else is known of, cues side by side
    (
        "Turkish television reported that, citing the interior ministry, five soldiers had been killed in Hakkari.",
        "killed",
        ["Turkish television", "the interior ministry"],
    ),
    (
        "The Herald, citing two diplomats, said rebels had captured the town of Tessalit.",
        "captured",
        ["The Herald", "two diplomats"],
    ),
    (
        "Rebels captured the town of Tessalit, two diplomats told the Herald.",
        "captured",
        ["the Herald", "two diplomats"],
    ),
    (
        "Radio Okapi said on Monday that rebels had captured Rutshuru, quoting a local official.",
        "captured",
        ["Radio Okapi", "a local official"],
    ),
    (
        "An aid worker quoted by Reuters said that rebels had captured Rutshuru.",
        "captured",
        ["Reuters", "An aid worker"],
    ),
    (
        "In an interview published on Tuesday by Le Monde, the colonel said his men had captured Tessalit.",
        "captured",
        ["Le Monde", "the colonel"],
    ),
    (
        "The colonel said, in remarks broadcast on state radio, that his men had captured Tessalit.",
        "captured",
        ["state radio", "The colonel"],
    ),
    (
        "State radio broadcast a statement in which the colonel said his men had captured Tessalit.",
        "captured",
        ["State radio", "the colonel"],
    ),
    (
        "The rebels said in a statement posted on Telegram that they had captured Tessalit.",
        "captured",
        [],
    ),
    (
        "A statement by the rebels, published by the newspaper Al-Akhbar, said they had captured Tessalit.",
        "captured",
        ["the newspaper Al-Akhbar", "A statement by the rebels"],
    ),
    (
        "According to the police, the newspaper wrote, gunmen killed three guards in Quetta.",
        "killed",
        ["the newspaper", "the police"],
    ),
    (
        "Gunmen killed three guards in Quetta, Dawn reported on Monday, quoting the police.",
        "killed",
        ["Dawn", "the police"],
    ),
    (
        "Gunmen killed three guards in Quetta, the police were quoted as saying by Dawn.",
        "killed",
        ["Dawn", "the police"],
    ),
    (
        "Gunmen killed three guards in Quetta, according to police quoted by Dawn.",
        "killed",
        ["Dawn", "police"],
    ),
    (
        "The BBC's correspondent quoted the mayor as saying that shelling had killed four people in Gori.",
        "killed",
        ["The BBC's correspondent", "the mayor"],
    ),
    (
        "Interfax cited the commander as denying that his troops had withdrawn from Lachin.",
        "withdrawn",
        ["Interfax", "the commander"],
    ),
    (
        "The mayor told a local television channel that, according to the army, rebels had shelled the bridge.",
        "shelled",
        ["a local television channel", "The mayor", "the army"],
    ),
    (
        "The foreign minister said he had been told by the army that rebels had shelled the bridge.",
        "shelled",
        ["The foreign minister", "the army"],
    ),
    (
        "The governor, citing the emergency services, said that shelling killed four people in Gori.",
        "killed",
        ["The governor", "the emergency services"],
    ),
    (
        "The governor wrote on Telegram, citing doctors, that shelling killed four people in Gori.",
        "killed",
        ["The governor", "doctors"],
    ),
    (
        "The state news agency SANA, citing a military source, said Israeli jets had attacked an airport near Homs.",
        "attacked",
        ["SANA", "a military source"],
    ),
    (
        "Israeli jets attacked an airport near Homs, SANA cited a military source as saying.",
        "attacked",
        ["SANA", "a military source"],
    ),
    (
        "Residents quoted by local media said that drones attacked a depot in Rostov.",
        "attacked",
        ["local media", "Residents"],
    ),
    (
        "Human Rights Watch said in a report citing survivors that soldiers had killed 40 villagers in Mankulam.",
        "killed",
        ["Human Rights Watch", "survivors"],
    ),
    (
        "Witnesses and medics told AFP that troops had shelled the hospital in Mullaitivu.",
        "shelled",
        ["AFP", "Witnesses and medics"],
    ),
    (
        "Citing a statement by the army, the Daily Star reported that militants had attacked a checkpoint near Arsal.",
        "attacked",
        ["the Daily Star", "a statement by the army"],
    ),
    (
        "Militants attacked a checkpoint near Arsal, the army said in a statement carried by the National News Agency.",
        "attacked",
        ["the National News Agency", "the army"],
    ),
    (
        "The National News Agency carried an army statement saying that militants had attacked a camp near Arsal.",
        "attacked",
        ["The National News Agency", "an army statement"],
    ),
    (
        "Kyodo News, quoting a defence official, reported Friday that two ships had been attacked off Hodeidah.",
        "attacked",
        ["Kyodo News", "a defence official"],
    ),
    (
        "Two ships were attacked off Hodeidah, a defence official told Kyodo News on condition of anonymity.",
        "attacked",
        ["Kyodo News", "a defence official"],
    ),
    (
        "Speaking on state television, the president said the navy had attacked two ships off Assab.",
        "attacked",
        ["state television", "the president"],
    ),
    (
        "A doctor, speaking to Al Jazeera from Khartoum, said shells had killed eight patients.",
        "killed",
        ["Al Jazeera", "A doctor"],
    ),
    (
        '"Shells killed eight patients," the doctor told Al Jazeera from Khartoum.',
        "killed",
        ["Al Jazeera", "the doctor"],
    ),
    (
        '"Shells killed eight patients," Al Jazeera quoted the doctor as saying.',
        "killed",
        ["Al Jazeera", "the doctor"],
    ),
    (
        '"Shells killed eight patients," the doctor was quoted as saying by Al Jazeera.',
        "killed",
        ["Al Jazeera", "the doctor"],
    ),
    (
        "The doctor was quoted in the Guardian as saying that shells had killed eight patients.",
        "killed",
        ["the Guardian", "The doctor"],
    ),
    (
        "The Guardian reported that a doctor had told the ministry that shells killed eight patients.",
        "killed",
        ["The Guardian", "a doctor"],
    ),
    (
        "A UN report, citing satellite images, said that soldiers had burned 30 villages near Maungdaw.",
        "burned",
        [],  # pictures that are cited show, they do not say
    ),
    (
        "The UN envoy said that, according to both sides, troops had withdrawn from Hodeidah.",
        "withdrawn",
        ["The UN envoy", "both sides"],
    ),
    (
        "The spokesman said commanders in the field had reported that the rebels had captured the ridge.",
        "captured",
        ["The spokesman", "commanders in the field"],
    ),
    (
        "Defence Minister Ali Reza told parliament that the army had informed him that rebels had captured the ridge.",
        "captured",
        ["Defence Minister Ali Reza", "the army"],
    ),
    (
        "Rebels captured the ridge, said Colonel Idris, quoted by the private newspaper Al-Watan.",
        "captured",
        ["the private newspaper Al-Watan", "Colonel Idris"],
    ),
    (
        "Colonel Idris told the private newspaper Al-Watan that rebels had captured the ridge.",
        "captured",
        ["the private newspaper Al-Watan", "Colonel Idris"],
    ),
    (
        "The Sudan Tribune website reported that Colonel Idris said that rebels had captured the ridge.",
        "captured",
        ["The Sudan Tribune website", "Colonel Idris"],
    ),
    (
        "The website quoted a rebel spokesman, Musa Idris, as saying his men had captured the ridge.",
        "captured",
        ["The website", "a rebel spokesman, Musa Idris"],
    ),
    (
        'Rebel spokesman Musa Idris told AFP by satellite phone: "Our men captured the ridge."',
        "captured",
        ["AFP", "Rebel spokesman Musa Idris"],
    ),
    (
        "Witnesses reached by telephone told Reuters the army had captured the ridge.",
        "captured",
        ["Reuters", "Witnesses reached by telephone"],
    ),
    (
        "The pro-government daily Sabah, citing security sources, wrote that the army had captured the ridge.",
        "captured",
        ["The pro-government daily Sabah", "security sources"],
    ),
    (
        "Iranian media reported that the Revolutionary Guards said they had captured the ridge.",
        "captured",
        ["Iranian media", "the Revolutionary Guards"],
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


def test_each_link_has_its_kind_and_the_word_that_ties_it_in(read: Read) -> None:
    text = "State television said, citing the defence ministry, that rebels had shelled the town of Lachin."
    (claim,) = [claim for claim in read(text, DAY).claims if claim.event == "attack.shelling"]
    assert [link.kind for link in claim.source.chain] == ["journalist", "government"]
    assert [link.cue.text for link in claim.source.chain if link.cue] == ["said", "citing"]
