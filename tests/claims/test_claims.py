"""From a text to its claims: who says it, how firmly, that who did what, where, when, how many, against whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Claim, Document

Read = Callable[..., Document]
DAY = "2024-05-03"  # a Friday


@pytest.fixture
def claims(read: Read) -> Callable[[str], tuple[Claim, ...]]:
    def reader(text: str) -> tuple[Claim, ...]:
        return read(text, DAY).claims

    return reader


def only(found: tuple[Claim, ...], event: str) -> Claim:
    (claim,) = [claim for claim in found if claim.event == event]
    return claim


def test_a_claim_has_its_source_side_and_words(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    text = (
        "Azerbaijan's Defence Ministry said on Thursday that its troops had captured the town of Lachin from Armenia."
    )
    claim = only(claims(text), "control.captured")
    assert claim.source.words is not None and claim.source.words.text == "Azerbaijan's Defence Ministry"
    assert (claim.source.kind, claim.source.side) == ("government", "Azerbaijan")
    assert claim.source.cue is not None and claim.source.cue.text.startswith("said")
    assert claim.actor is not None and claim.actor.side == "Azerbaijan"
    assert claim.said is not None and claim.said.begin.isoformat() == "2024-05-02"
    assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text


def test_what_nobody_is_quoted_with_is_the_narrators(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    claim = only(claims("Government troops captured the airport of Sirte on Monday."), "control.captured")
    assert (claim.source.kind, claim.source.side, claim.source.words) == ("narrator", "none", None)


def test_a_denial_is_tied_to_what_it_denies(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    found = claims(
        "Armenia said its forces had captured the town of Lachin.\n\n"
        "Azerbaijan denied that Armenian forces had captured Lachin."
    )
    said, denied = [claim for claim in found if claim.event == "control.captured"]
    assert (said.stance, denied.stance) == ("asserts", "denies")
    assert denied.against == said.id and said.against is None


@pytest.mark.parametrize(
    ("text", "event", "stance"),
    [
        ("The army said rebels had not captured the town of Sirte.", "control.captured", "denies"),
        ("The minister said rebels would attack the port of Sirte.", "attack.ground", "expects"),
        ("The spokesman declined to comment on whether the army had captured Sirte.", "control.captured", "withholds"),
        ("Rebels reportedly captured the town of Sirte.", "control.captured", "hedges"),
        ("The president vowed to recapture the town of Sirte.", "politics.goal", "intends"),
    ],
)
def test_stances(claims: Callable[[str], tuple[Claim, ...]], text: str, event: str, stance: str) -> None:
    assert stance in {claim.stance for claim in claims(text) if claim.event == event}


def test_the_dead_are_counted_to_the_attack_that_killed_them(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    found = claims("Israeli air strikes killed at least nine people in the Lebanese town of Tyre, the mayor said.")
    dead = only(found, "harm.killed")
    assert dead.actor is not None and dead.actor.side == "Israel"
    assert [(a.low, a.high, a.unit) for a in dead.quantities[:1]] == [(9, None, "killed")]
    assert dead.place is not None and dead.place.name == "Tyre"
    assert dead.source.kind == "authority"


def test_a_relayed_claim_is_its_first_speakers(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    found = claims(
        "The Interfax news agency quoted the governor as saying that rebels had shelled the village of Lachin."
    )
    claim = only(found, "attack.shelling")
    assert claim.source.words is not None and claim.source.words.text == "the governor"
    assert [link.kind for link in claim.source.chain] == ["journalist", "authority"]


def test_a_time_of_its_own_dates_an_event(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    claim = only(claims("Rebels captured the town of Sirte on 27 April."), "control.captured")
    assert claim.time is not None
    assert (claim.time.begin.isoformat(), claim.time.until.isoformat()) == ("2024-04-27", "2024-04-27")


def test_a_country_is_no_point_on_the_map(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    claim = only(claims("Dozens of people were killed in Libya on Monday."), "harm.killed")
    assert claim.place is not None and claim.place.name == "Libya"
    assert claim.place.lat is None and claim.place.lon is None


def test_ids_are_stable_and_unlike(read: Read) -> None:
    text = "Rebels captured Sirte. The army said it had shot down two drones over Misrata."
    first, again = read(text, DAY), read(text + " ", DAY)
    assert [claim.id for claim in first.claims] == [claim.id for claim in read(text, DAY).claims]
    assert len({claim.id for claim in first.claims}) == len(first.claims)
    assert {claim.id for claim in first.claims}.isdisjoint(claim.id for claim in again.claims)


def test_every_judged_field_has_its_reason(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    for claim in claims("The army said on Monday that rebels had shelled Sirte, killing three people."):
        judged = {reason.split(":")[0] for reason in claim.because}
        assert {"event", "stance", "source", "actor", "place", "time"} <= judged


def test_a_picture_shows_its_own_day(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    found = claims("A photograph shows houses destroyed by shelling in the town of Lachin on 27 April 2024.")
    assert {claim.time.begin.isoformat() for claim in found if claim.time and claim.event == "harm.damage"} == {
        "2024-04-27"
    }


def test_what_reporters_saw_is_theirs_and_of_their_visit(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    found = claims("Agency reporters visited Lachin in March. Dozens of houses had been destroyed.")
    damage = only(found, "harm.damage")
    assert damage.source.kind == "journalist"
    assert damage.time is not None and damage.time.begin.isoformat() == "2024-03-01"


def test_a_lapse_is_no_date(claims: Callable[[str], tuple[Claim, ...]]) -> None:
    claim = only(claims("Rebels captured the town of Sirte after months of siege."), "control.captured")
    assert claim.time is not None and claim.time.begin.isoformat() == "2024-05-03"


def test_a_denial_is_of_the_deed_of_whom_it_answers(read: Read) -> None:
    text = "Azerbaijan said on Sunday its forces had captured the town of Shusha. Armenia's Defence Ministry denied it."
    captured, denied = read(text, published="2020-11-08").claims
    assert (denied.stance, denied.against) == ("denies", captured.id)
    assert denied.actor is not None and denied.actor.side == "Azerbaijan"
