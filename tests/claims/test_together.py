"""Sources that say a thing together make a claim each; one source with several names or roles makes one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Document

Read = Callable[..., Document]
DAY = "2024-05-03"  # a Friday

# text, words of one event, the sources of the claims that tell it
TOGETHER = [
    (
        "The United Nations and rights groups said at least 40 people were killed in Goma.",
        "killed",
        ["The United Nations", "rights groups"],
    ),
    (
        "Nine people were killed in Bangui, according to the police, the Red Cross and a doctor.",
        "killed",
        ["the police", "the Red Cross", "a doctor"],
    ),
    ("Nine people were killed in Bangui, according to Ada Lo, the mayor.", "killed", ["Ada Lo, the mayor"]),
    (
        "Congo's army, the United Nations and Western governments accuse Rwanda of sending troops into eastern Congo.",
        "sending",
        ["Congo's army", "the United Nations", "Western governments"],
    ),
    (
        "The Red Cross and Doctors Without Borders said shells had killed ten people in Goma.",
        "killed",
        ["The Red Cross", "Doctors Without Borders"],
    ),
    (
        "The army, the Lemba Front and NATO say rebels shelled the port of Hodeidah.",
        "shelled",
        ["The army", "the Lemba Front", "NATO"],
    ),
    (
        "Ada Lo, the mayor and party leader, said rebels shelled the port.",
        "shelled",
        ["Ada Lo, the mayor and party leader"],
    ),
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
    (
        "Colombia and Ecuador said rebels had attacked a border post.",
        "attacked",
        ["Colombia", "Ecuador"],
    ),
    (
        "Both the army and the rebels said that they had captured the airport of Kismayo.",
        "captured",
        ["the army", "the rebels"],
    ),
    (
        "The governments of Ethiopia and Kenya said that gunmen attacked a border post.",
        "attacked",
        ["The governments of Ethiopia and Kenya"],
    ),
    (
        "The army and the FARC both claimed to have captured the town of Tame.",
        "captured",
        ["The army", "the FARC"],
    ),
    (
        "Gunmen killed three guards in Quetta, police and hospital officials said.",
        "killed",
        ["police and hospital officials"],
    ),
    (
        "Gunmen killed three guards in Quetta, the mayor and a hospital official said.",
        "killed",
        ["the mayor", "a hospital official"],
    ),
    (
        "Johnson and Sons, a security firm, said gunmen killed three guards in Garissa.",
        "killed",
        ["Johnson and Sons, a security firm"],
    ),
    (
        "The ministry of health and the ministry of defence said that shelling killed 12 people in Taiz.",
        "killed",
        ["The ministry of health", "the ministry of defence"],
    ),
    (
        "Foreign Minister Ana Lopes and her Angolan counterpart said that rebels had captured Bria.",
        "captured",
        ["Foreign Minister Ana Lopes", "her Angolan counterpart"],
    ),
    (
        "The Tamil Tigers and the Sri Lankan government said troops had shelled the hospital in Mullaitivu.",
        "shelled",
        ["The Tamil Tigers", "the Sri Lankan government"],
    ),
    (
        "Damascus and Moscow say the army has captured the ridge.",
        "captured",
        ["Damascus", "Moscow"],
    ),
    (
        "Seoul and Washington said the North had shelled the island.",
        "shelled",
        ["Seoul", "Washington"],
    ),
    (
        "The UN and the African Union said that soldiers had shelled the camp.",
        "shelled",
        ["The UN", "the African Union"],
    ),
    (
        "The defence ministries of Mali and Niger said that soldiers had shelled the camp.",
        "shelled",
        ["The defence ministries of Mali and Niger"],
    ),
    (
        "The prime minister and his Kenyan counterpart said that soldiers had shelled the camp.",
        "shelled",
        ["The prime minister", "his Kenyan counterpart"],
    ),
    (
        "Doctors and residents of Taiz said that soldiers had shelled the camp.",
        "shelled",
        ["Doctors and residents of Taiz"],
    ),
    (
        "The governor and commander of the province, Ahmed Ali, said that soldiers had shelled the camp.",
        "shelled",
        ["The governor and commander of the province, Ahmed Ali"],
    ),
    (
        "Ahmed Ali, the governor, and Musa Idris, the police chief, said that soldiers had shelled the camp.",
        "shelled",
        ["Ahmed Ali, the governor", "Musa Idris, the police chief"],
    ),
    (
        "Soldiers shelled the camp, the UN and two aid groups said.",
        "shelled",
        ["the UN", "two aid groups"],
    ),
    (
        "Human Rights Watch and Amnesty International accused the army of shelling the camp.",
        "shelling",
        ["Human Rights Watch", "Amnesty International"],
    ),
    (
        "Kofi Annan, the envoy of the UN and the Arab League, said soldiers had shelled the camp.",
        "shelled",
        ["Kofi Annan, the envoy of the UN and the Arab League"],
    ),
    (
        "Neither Baku nor Yerevan confirmed that soldiers had shelled the camp.",
        "confirmed",
        ["Baku", "Yerevan"],
    ),
    (
        "Pat Moyo, a senator and chairman of Safe Borders, said soldiers had shelled the camp.",
        "shelled",
        ["Pat Moyo, a senator and chairman of Safe Borders"],
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
    (
        "Russia and Ukraine both said their forces had captured the village of Robotyne.",
        "captured",
        ["Russia", "Ukraine"],
    ),
    (
        "Hamas and Islamic Jihad said their fighters captured an Israeli soldier near Rafah.",
        "captured",
        ["Hamas", "Islamic Jihad"],
    ),
    (
        "The Food and Agriculture Organization said troops had captured Debaltseve.",
        "captured",
        ["The Food and Agriculture Organization"],
    ),
    (
        "President Salva Kiir and rebel leader Riek Machar said their troops had captured Malakal.",
        "captured",
        ["President Salva Kiir", "rebel leader Riek Machar"],
    ),
    (
        "Amnesty International and the village chief said soldiers had captured three teenagers.",
        "captured",
        ["Amnesty International", "the village chief"],
    ),
    (
        "Fighters captured Palmyra, according to both the army and a monitoring group.",
        "captured",
        ["the army", "a monitoring group"],
    ),
    (
        "The president and commander-in-chief said the army had captured Jaffna.",
        "captured",
        ["The president and commander-in-chief"],
    ),
    ("Trinidad and Tobago said gunmen had captured a ship.", "captured", ["Trinidad and Tobago"]),
    ("The Army and the Air Force said they had captured the airfield.", "captured", ["The Army", "the Air Force"]),
    ("The mayor and his deputy said rebels captured Bria.", "captured", ["The mayor", "his deputy"]),
    (
        "Abdul Karim, a farmer and elder, said the Taliban had captured Sangin.",
        "captured",
        ["Abdul Karim, a farmer and elder"],
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


def test_those_who_speak_together_are_each_relayed(read: Read) -> None:
    text = "Reuters reported that the mayor and the army said that rebels had shelled the port of Hodeidah."
    found = [claim.source.chain for claim in read(text, DAY).claims if claim.event == "attack.shelling"]
    names = [[link.words.text for link in chain if link.words] for chain in found]
    assert names == [["Reuters", "the mayor"], ["Reuters", "the army"]]


def test_both_deny_each_for_their_side(read: Read) -> None:
    for first, second in (("Armenia", "Azerbaijan"), ("Azerbaijan", "Armenia"), ("Chad", "Sudan")):
        found = read(f"{first} and {second} accused each other of shelling. Both denied it.", DAY).claims
        assert {claim.source.side for claim in found if claim.stance == "denies"} == {first, second}
