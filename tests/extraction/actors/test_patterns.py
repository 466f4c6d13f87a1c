"""Bodies that every state has are read by their pattern, whichever state it is."""

from collections.abc import Callable

import pytest

from fogline.model import Actor

Read = Callable[[str], tuple[Actor, ...]]
COUNTRIES = [("Chad", "Chadian"), ("Peru", "Peruvian"), ("Nepal", "Nepali"), ("Georgia", "Georgian")]
OF_THE_STATE = [
    ("{c}'s Defence Ministry", "government"),
    ("The {a} Foreign Ministry", "government"),
    ("The {a} parliament", "government"),
    ("{c}'s Security Council", "government"),
    ("The Ministry of Health of {c}", "authority"),
    ("The {a} General Staff", "military"),
    ("The {a} 3rd Assault Brigade", "military"),
    ("{c}'s Joint Forces Command", "military"),
    ("{c}'s military intelligence", "military"),
    ("The {a} national guard", "military"),
    ("{c}'s Seventh Fleet", "military"),
    ("The {a} Air Force", "military"),
    ("{c}'s army chief", "military"),
    ("{c}'s State Border Service", "authority"),
    ("The {a} coast guard", "authority"),
    ("{c}'s civil defence", "authority"),
    ("{c}'s State Emergency Service", "authority"),
    ("The {a} Supreme Court", "authority"),
    ("The {a} state television", "journalist"),
]


@pytest.mark.parametrize(("country", "adjective"), COUNTRIES)
def test_bodies_of_a_state(read: Read, country: str, adjective: str) -> None:
    wrong = []
    for pattern, kind in OF_THE_STATE:
        words = pattern.format(c=country, a=adjective)
        found = [actor for actor in read(f"{words} said it.") if actor.text == words]
        if [(actor.kind, actor.side) for actor in found] != [(kind, country)]:
            wrong.append((words, found))
    assert not wrong


def test_the_united_nations_council_is_no_states(read: Read) -> None:
    council, *_ = read("The Security Council said it.")
    assert (council.kind, council.side) == ("organization", None)
