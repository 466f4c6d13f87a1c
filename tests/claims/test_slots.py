"""The slots of claims: candidates are ranked, none is one of them, and no name has a weight."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from fogline.claims.slots import Option, choose
from fogline.knowledge.load import FOLDER
from fogline.model import Claim, Document

Read = Callable[..., Document]
DAY = "2024-05-03"  # a Friday
MODELS = ("place", "actor", "time", "evidence")


def of(document: Document, event: str) -> Claim:
    (claim,) = [claim for claim in document.claims if claim.event == event]
    return claim


@pytest.mark.parametrize("told", ["fell on Krymske, Donetsk region", "hit Krymske, Donetsk region,"])
def test_a_region_named_beside_a_town_without_a_point_is_not_the_events(read: Read, told: str) -> None:
    claim = of(read(f"Ukraine's military said on Monday that Russian shells {told}.", DAY), "attack.shelling")
    assert claim.place is not None
    assert (claim.place.name, claim.place.lat) == ("Krymske", None), "no Krymske of that region is known"


def test_a_region_after_a_comma_is_the_events_where_no_town_stands_before_it(read: Read) -> None:
    claim = of(read("On Monday, in Donetsk region, shells hit a school, officials said.", DAY), "attack.shelling")
    assert claim.place is not None and claim.place.name == "Donetsk"


def test_a_place_of_the_clause_is_the_events(read: Read) -> None:
    claim = of(
        read("Troops captured the airport of Sirte on Monday. Talks went on in Geneva.", DAY), "control.captured"
    )
    assert claim.place is not None and claim.place.name.startswith("Sirte")
    assert any(re.fullmatch(r"place: model place [01]\.\d\d, clause", reason) for reason in claim.because)


def test_without_any_place_none_is_given(read: Read) -> None:
    assert of(read("Troops captured the airport on Monday.", DAY), "control.captured").place is None


def test_the_first_of_equal_options_is_chosen() -> None:
    chosen, chance = choose("place", [Option("one", "none", ("unheard of",)), Option("two", "none", ())])
    assert (chosen.value, chance) == ("one", 0.5)


@pytest.mark.parametrize("model", MODELS)
def test_features_hold_no_names(model: str) -> None:
    weights = json.loads((FOLDER / "models" / f"{model}.json").read_text(encoding="utf-8"))["weights"]
    words = {word for feature in weights for word in re.findall(r"[^\W\d_]+", feature)}
    capitals = {word for word in words if word != word.lower()}
    assert capitals <= {"True", "False", "None", "ROOT"} | {w for w in words if w.isupper()}
