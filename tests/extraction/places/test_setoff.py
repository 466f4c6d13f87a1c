"""Mentions that lie off the place they name, and distances that tell which of several namesakes is meant."""

from collections.abc import Callable

import pytest

from fogline.extraction.places.geometry import kilometres, middle, offset
from fogline.model import Document, Place

Read = Callable[..., Document]


def the(document: Document, text: str) -> Place:
    return next(p for p in document.places if p.text == text)


def gap(place: Place, lat: float, lon: float) -> float:
    assert place.lat is not None
    assert place.lon is not None
    return kilometres(place.lat, place.lon, lat, lon)


def test_a_point_at_a_distance_and_a_bearing() -> None:
    lat, lon = offset(50.0, 30.0, 100.0, 90.0)
    assert kilometres(50.0, 30.0, lat, lon) == pytest.approx(100.0, abs=0.01)
    assert lat == pytest.approx(50.0, abs=0.01)
    assert lon > 31.3
    assert offset(10.0, 179.9, 50.0, 90.0)[1] < -179.0


def test_the_point_half_way_also_across_the_date_line() -> None:
    lat, lon = middle(10.0, 179.0, 10.0, -179.0)
    assert lat == pytest.approx(10.0, abs=0.01)
    assert abs(lon) == pytest.approx(180.0)


@pytest.mark.parametrize(
    ("words", "relation", "km", "north"),
    [
        ("20 km north of Baalbek", "20 km north of", 20.0, True),
        ("about 20 kilometres to the south of Baalbek", "20 km south of", 20.0, False),
        ("ten miles north of the town of Baalbek", "ten miles north of", 16.1, True),
        ("12.5 kilometers north-east of Baalbek", "12.5 km northeast of", 12.5, True),
    ],
)
def test_a_distance_and_direction_give_a_point_of_its_own(
    read: Read, words: str, relation: str, km: float, north: bool
) -> None:
    plain = the(read("A convoy was attacked in Baalbek, Lebanon, on Monday."), "Baalbek")
    place = the(read(f"A convoy was attacked {words}, Lebanon, on Monday."), "Baalbek")
    assert plain.lat is not None
    assert plain.lon is not None
    assert (place.relation, place.precision, place.name) == (relation, "near", "Baalbek")
    assert gap(place, plain.lat, plain.lon) == pytest.approx(km, abs=0.1)
    assert place.anchor_point == (plain.lat, plain.lon)
    assert ((place.lat or 0.0) > plain.lat) is north
    assert plain.precision_m is not None
    assert (place.precision_m or 0) - plain.precision_m == pytest.approx(200 * km, abs=100)


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("west of Baalbek", "west of"),
        ("on the outskirts of Baalbek", "outskirts of"),
        ("in the direction of Baalbek", "in the direction of"),
        ("towards Baalbek", "towards"),
        ("15 km from Baalbek", "15 km from"),
    ],
)
def test_other_relations_keep_the_point_and_widen_it(read: Read, words: str, relation: str) -> None:
    plain = the(read("A convoy was attacked in Baalbek, Lebanon, on Monday."), "Baalbek")
    place = the(read(f"A column moved {words}, Lebanon, on Monday."), "Baalbek")
    assert (place.relation, place.precision, place.lat, place.anchor_point) == (relation, "near", plain.lat, None)
    assert (place.precision_m or 0) > (plain.precision_m or 0)


def test_between_two_towns_lies_half_way(read: Read) -> None:
    document = read("A convoy was attacked between Baalbek and Zahle, Lebanon, on Monday.")
    one, other = the(document, "Baalbek"), the(document, "Zahle")
    assert (one.lat, one.lon) == (other.lat, other.lon)
    assert one.relation == other.relation == "between Baalbek and Zahle"
    assert one.anchor_point != other.anchor_point
    assert one.anchor_point is not None
    assert one.precision_m == pytest.approx(1000 * gap(one, *one.anchor_point), rel=0.05)


def test_between_two_countries_is_no_point(read: Read) -> None:
    document = read("Two people were killed on the border between Lebanon and Israel on Monday.")
    assert the(document, "Israel").anchor_point is None


def test_an_epithet_stands_for_the_town_and_not_for_the_point_beside_it(read: Read) -> None:
    document = read(
        "A convoy was attacked 20 km north of Baalbek, Lebanon, on Monday. Shells hit the town on Tuesday. "
        "Two soldiers were killed west of the town."
    )
    named = the(document, "Baalbek")
    town, west = (p for p in document.places if p.text == "the town")
    assert (town.lat, town.lon) == named.anchor_point
    assert (town.relation, west.relation) == (None, "west of")


def test_a_name_that_may_be_one_of_several_stays_without_a_point(read: Read) -> None:
    document = read(
        "The mayor of Springfield lives in Springfield, he said. A fire broke out in Springfield on Monday."
    )
    place = the(document, "Springfield")
    assert (place.lat, place.geonames, place.precision_m) == (None, None, None)
    assert place.because[0] == "places.unsure"
    assert len(place.alternatives) > 2
    assert sum(c.score for c in place.alternatives) <= 1.01
    told = the(read("A fire broke out in Springfield, Illinois, on Monday."), "Springfield")
    assert told.admin1 == "Illinois"


def test_a_road_from_one_town_to_another_lies_between_them(read: Read) -> None:
    document = read("A mine killed two people on the road from Sloviansk to Lyman in Ukraine.")
    first, second = the(document, "Sloviansk"), the(document, "Lyman")
    assert first.relation == second.relation == "between Sloviansk and Lyman"
    assert (first.lat, first.lon) == (second.lat, second.lon)


def test_so_many_kilometres_outside_a_town(read: Read) -> None:
    place = the(read("Gunmen ambushed a convoy 15 km outside Timbuktu, Mali."), "Timbuktu")
    assert (place.relation, place.precision) == ("15 km from", "near")
    assert place.precision_m is not None and place.precision_m >= 15_000
