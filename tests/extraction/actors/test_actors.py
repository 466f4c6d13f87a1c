"""Kind, side and identity of those who act and speak, in made sentences."""

from collections.abc import Callable

import pytest

from fogline.model import Actor

One = Callable[[str, str], Actor]
Read = Callable[[str], tuple[Actor, ...]]


@pytest.mark.parametrize(
    ("text", "words", "kind", "side"),
    [
        ("A press officer for Mali's 28th brigade spoke.", "A press officer", "military", "Mali"),
        ("Nairobi's Defence Ministry denied it.", "Nairobi's Defence Ministry", "government", "Kenya"),
        ("Sudanese military bloggers posted maps.", "Sudanese military bloggers", "blogger", "Sudan"),
        ("The Chad-backed rebels took the bridge.", "The Chad-backed rebels", "armed_group", "Rebels"),
        ("Libya's Government of National Accord met.", "Libya's Government of National Accord", "government", "GNA"),
        ("The Kenyan-led coalition flew in.", "The Kenyan-led coalition", "military", "Kenya"),
        ("Nigerian officials confirmed the raid.", "Nigerian officials", "government", "Nigeria"),
        ("Officials confirmed the raid.", "Officials", "unnamed", None),
        ("The Armenian army withdrew.", "The Armenian army", "military", "Armenia"),
        ("The Azerbaijani army withdrew.", "The Azerbaijani army", "military", "Azerbaijan"),
        ("An Ethiopian analyst doubted it.", "An Ethiopian analyst", "analyst", None),
        ("The World Health Organization counted nine dead.", "The World Health Organization", "organization", None),
        ("Al-Shabaab fighters fled.", "Al-Shabaab fighters", "armed_group", "Al-Shabaab"),
        ("A spokesman for the Houthis spoke.", "A spokesman", "armed_group", "Houthis"),
        ("The Hamas-run health ministry counted nine dead.", "The Hamas-run health ministry", "authority", "Hamas"),
        ("Kurdish fighters held the ridge.", "Kurdish fighters", "armed_group", "Kurds"),
        ("Burmese state television showed a parade.", "Burmese state television", "journalist", "Myanmar"),
        ("Reuters reported the blast.", "Reuters", "journalist", None),
        ("A video showed smoke.", "A video", "imagery", None),
        ("Residents heard shots.", "Residents", "witness", None),
        ("A Sri Lankan military source spoke.", "A Sri Lankan military source", "military", "Sri Lanka"),
        ("The chief prosecutor of Colombia resigned.", "The chief prosecutor", "authority", "Colombia"),
        ("Ann Hale of the Red Cross agreed.", "Ann Hale", "organization", None),
    ],
)
def test_kind_and_side_of_a_noun_phrase(one: One, text: str, words: str, kind: str, side: str | None) -> None:
    actor = one(text, words)
    assert (actor.kind, actor.side) == (kind, side), actor


def test_adjectives_and_possessors_are_actors_of_their_own(read: Read) -> None:
    sides = {actor.text: actor.side for actor in read("Eritrean strikes hit the port before Ethiopia's bombardment.")}
    assert sides["Eritrean"] == "Eritrea"
    assert sides["Ethiopia's"] == "Ethiopia"


def test_backers_and_targets_of_sympathy_are_no_members(read: Read) -> None:
    texts = {actor.text: actor.side for actor in read("Iran-backed militias and anti-Egypt fighters met.")}
    assert texts["Iran-backed militias"] is None
    assert "Egypt" not in texts.values()


def test_a_short_name_a_title_and_a_pronoun_are_the_same_person(read: Read) -> None:
    text = (
        "Oleh Marchuk, the governor of the Volta region in Ghana, said two bridges fell. "
        "Marchuk blamed rebels. The governor urged calm. He left for Accra."
    )
    found = [actor for actor in read(text) if actor.name == "Oleh Marchuk"]
    assert {"Marchuk", "The governor", "He"} <= {actor.text for actor in found}
    assert {actor.kind for actor in found} == {"authority"}
    assert {actor.side for actor in found} == {"Ghana"}
    assert all(actor.refers_to is not None for actor in found[1:])


def test_a_title_before_the_name(one: One) -> None:
    actor = one("Senegalese President Awa Ndiaye arrived.", "Senegalese President Awa Ndiaye")
    assert (actor.name, actor.kind, actor.side) == ("Awa Ndiaye", "government", "Senegal")


def test_a_known_surname_is_not_given_to_another_person(one: One) -> None:
    assert one("Maria Carney, a baker, wept.", "Maria Carney").side is None


def test_it_stands_for_the_body_and_its_troops_are_of_its_side(read: Read) -> None:
    found = {actor.text: actor for actor in read("Rwanda's army denied the raid. It said its troops were in barracks.")}
    assert (found["It"].kind, found["It"].side) == ("military", "Rwanda")
    assert found["its troops"].side == "Rwanda"


def test_we_in_a_quotation_is_the_speaker(read: Read) -> None:
    text = '"We hold the ridge," said Taliban spokesman Karim Gul.'
    assert next(actor for actor in read(text) if actor.text == "We").side == "Taliban"


def test_the_country_in_which_a_report_is_set_owns_its_police(one: One) -> None:
    text = "Two died in northern Ghana. Police in the Ghanaian town sealed a road. The army sent troops."
    assert one(text, "Police").side == "Ghana"
    assert one(text, "The army").side == "Ghana"


def test_a_report_set_nowhere_gives_no_side(one: One) -> None:
    assert one("Police sealed a road.", "Police").side is None


def test_rebels_are_the_group_that_the_report_calls_so(one: One) -> None:
    text = "M23 rebels entered the town. The rebels looted shops."
    assert one(text, "The rebels").side == "M23"


def test_an_acronym_stands_for_the_long_name(read: Read) -> None:
    text = "The Ministry of Forests blamed rebels. The MoF gave no number."
    names = [actor.name for actor in read(text) if actor.text in {"The Ministry of Forests", "The MoF"}]
    assert len(names) == 2
    assert len(set(names)) == 1


@pytest.mark.parametrize(("one_side", "other"), [("Armenia", "Azerbaijan"), ("Chad", "Niger"), ("Sudan", "Eritrea")])
def test_exchanging_the_parties_exchanges_the_sides_and_nothing_else(read: Read, one_side: str, other: str) -> None:
    text = "{0} said troops of {1} had shelled a village. {1}'s army denied it. \"We hold,\" {0}'s spokesman said."
    first, second = read(text.format(one_side, other)), read(text.format(other, one_side))
    swap = {one_side: other, other: one_side, None: None}
    assert [swap[actor.side] for actor in first] == [actor.side for actor in second]
    assert [actor.kind for actor in first] == [actor.kind for actor in second]


def test_each_governing_token_has_one_actor_and_spans_are_grounded(read: Read) -> None:
    text = "Oleh Marchuk, aide to Niger's defence minister, met U.N. envoys. They left."
    found = read(text)
    assert len({actor.head for actor in found}) == len(found)
    assert all(text[actor.start : actor.end] == actor.text for actor in found)
    assert all(actor.first <= actor.head < actor.last for actor in found)
    assert all(actor.refers_to is None or actor.refers_to < i for i, actor in enumerate(found))
