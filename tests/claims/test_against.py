"""Which claims of one report contradict each other, and which only stand side by side."""

from __future__ import annotations

from datetime import date

import pytest

from fogline.claims.against import Retort, tied
from fogline.model import Amount, Claim, EventType, Party, Place, Source, SourceKind, Stance, When, Words

SIDES = [("Armenia", "Azerbaijan"), ("Sudan", "RSF"), ("Ukraine", "Russia")]
WORDS = Words(0, 1, "x")
REBUTS = "rebuts"  # marks the claims that say of themselves that they deny


def place(name: str) -> Place:
    return Place(0, 1, name, 0, 1, name, None, None, None, None, None, "P", "settlement", None)


def claim(
    key: str,
    event: EventType,
    stance: Stance,
    side: str,
    *,
    actor: str | None = None,
    at: str | None = "Fuzuli",
    count: float | None = None,
    day: int = 1,
    rebuts: bool = False,
    kind: SourceKind = "military",
) -> Claim:
    """A claim by the army of `side`, of a day in May 2024; one that `rebuts` says that it denies."""
    return Claim(
        id=key,
        event=event,
        stance=stance,
        evidence=WORDS,
        trigger=WORDS,
        source=Source(kind, WORDS, None if kind == "narrator" else f"{side} army", side),
        actor=None if actor is None else Party(WORDS, actor, actor),
        target=None,
        place=None if at is None else place(at),
        time=When(None, date(2024, 5, day), date(2024, 5, day), "sometime"),
        said=None,
        quantities=() if count is None else (Amount(0, 1, "x", 0, 1, 0, count, count, count, "killed"),),
        against=None,
        confidence=0.9,
        because=(REBUTS,) if rebuts else (),
    )


def against(*claims: Claim) -> list[str | None]:
    retorts = {c.id: Retort(rebuts=True) for c in claims if REBUTS in c.because}
    return [found.against for found in tied(claims, retorts)]


BOTH_WAYS = [(a, b) for one, two in SIDES for a, b in ((one, two), (two, one))]


@pytest.mark.parametrize(("a", "b"), BOTH_WAYS, ids=["-".join(pair) for pair in BOTH_WAYS])
class TestTwoSides:
    """What holds of any two parties, whichever is named first."""

    def test_a_denial_answers_the_assertion(self, a: str, b: str) -> None:
        told = claim("1", "attack.shelling", "asserts", a, actor=b)
        denied = claim("2", "attack.shelling", "denies", b, actor=b, rebuts=True)
        assert against(told, denied) == [None, "1"]

    def test_a_denial_answers_what_is_hedged(self, a: str, b: str) -> None:
        told = claim("1", "harm.detained", "hedges", a, actor=b)
        assert against(told, claim("2", "harm.detained", "denies", b, actor=b, rebuts=True)) == [None, "1"]

    def test_a_denial_of_an_attack_answers_one_of_a_named_kind(self, a: str, b: str) -> None:
        told = claim("1", "attack.missile", "asserts", a, actor=b)
        assert against(told, claim("2", "attack.other", "denies", b, actor=b, rebuts=True)) == [None, "1"]

    def test_an_assertion_answers_the_denial_before_it(self, a: str, b: str) -> None:
        denied = claim("1", "attack.shelling", "denies", b, actor=b, rebuts=True)
        assert against(denied, claim("2", "attack.shelling", "asserts", a, actor=b)) == [None, "1"]

    def test_who_holds_a_place_answers_who_took_it(self, a: str, b: str) -> None:
        taken = claim("1", "control.captured", "asserts", a, actor=a)
        assert against(taken, claim("2", "control.held", "asserts", b, actor=b)) == [None, "1"]

    def test_two_sides_that_each_took_one_place(self, a: str, b: str) -> None:
        taken = claim("1", "control.captured", "asserts", a, actor=a)
        assert against(taken, claim("2", "control.captured", "asserts", b, actor=b)) == [None, "1"]

    def test_who_denies_losing_a_place_answers_who_took_it(self, a: str, b: str) -> None:
        taken = claim("1", "control.captured", "asserts", a, actor=a)
        assert against(taken, claim("2", "control.withdrawn", "denies", b, actor=b, rebuts=True)) == [None, "1"]

    def test_who_holds_a_place_answers_who_says_that_it_left(self, a: str, b: str) -> None:
        left = claim("1", "control.withdrawn", "asserts", a, actor=b)
        assert against(left, claim("2", "control.held", "asserts", b, actor=b)) == [None, "1"]

    def test_two_sides_that_blame_each_other(self, a: str, b: str) -> None:
        blamed = claim("1", "attack.other", "asserts", a, actor=b)
        assert against(blamed, claim("2", "attack.shelling", "asserts", b, actor=a)) == [None, "1"]

    def test_two_sides_that_count_differently(self, a: str, b: str) -> None:
        many = claim("1", "harm.killed", "asserts", a, count=300)
        assert against(many, claim("2", "harm.killed", "asserts", b, count=40)) == [None, "1"]

    def test_silence_contradicts_nothing(self, a: str, b: str) -> None:
        told = claim("1", "attack.shelling", "asserts", a, actor=b)
        assert against(told, claim("2", "attack.shelling", "withholds", b, actor=b)) == [None, None]

    def test_both_took_places_of_their_own(self, a: str, b: str) -> None:
        taken = claim("1", "control.captured", "asserts", a, actor=a)
        assert against(taken, claim("2", "control.captured", "asserts", b, actor=b, at="Shusha")) == [None, None]

    def test_a_place_taken_back_later_is_no_contradiction(self, a: str, b: str) -> None:
        taken = claim("1", "control.captured", "asserts", a, actor=a)
        assert against(taken, claim("2", "control.captured", "asserts", b, actor=b, day=9)) == [None, None]

    def test_each_may_attack_the_other(self, a: str, b: str) -> None:
        hit = claim("1", "attack.shelling", "asserts", a, actor=b, at="Fuzuli")
        assert against(hit, claim("2", "attack.shelling", "asserts", b, actor=a, at="Shusha")) == [None, None]

    def test_one_count_told_twice_is_no_contradiction(self, a: str, b: str) -> None:
        toll = claim("1", "harm.killed", "asserts", a, count=300)
        assert against(toll, claim("2", "harm.killed", "asserts", b, count=300)) == [None, None]

    def test_a_side_does_not_contradict_itself(self, a: str, b: str) -> None:
        told = claim("1", "attack.shelling", "asserts", a, actor=b)
        assert against(told, claim("2", "attack.shelling", "denies", a, actor=b, rebuts=True)) == [None, None]

    def test_a_denial_of_another_deed_answers_nothing(self, a: str, b: str) -> None:
        told = claim("1", "attack.shelling", "asserts", a, actor=b, at="Fuzuli")
        denied = claim("2", "attack.shelling", "denies", b, actor=b, at="Shusha", rebuts=True)
        assert against(told, denied) == [None, None]


def test_the_nearest_claim_is_answered() -> None:
    told = [claim(str(n), "attack.shelling", "asserts", "Chad", actor="Sudan") for n in (1, 2)]
    assert against(*told, claim("3", "attack.shelling", "denies", "Sudan", actor="Sudan", rebuts=True))[-1] == "2"


def test_what_did_not_happen_answers_nobody() -> None:
    told = claim("1", "harm.killed", "asserts", "none")
    assert against(told, claim("2", "harm.killed", "denies", "Chad")) == [None, None]


def test_the_narrator_denies_nothing() -> None:
    told = claim("1", "attack.shelling", "asserts", "Chad", actor="Sudan")
    assert against(told, claim("2", "attack.shelling", "denies", "none", kind="narrator", rebuts=True))[-1] is None


def test_aims_are_too_many_to_tie() -> None:
    told = claim("1", "politics.goal", "asserts", "Chad", actor="Sudan")
    assert against(told, claim("2", "politics.goal", "denies", "Sudan", actor="Sudan", rebuts=True))[-1] is None


def test_what_a_denial_names_comes_first() -> None:
    told = [claim(str(n), "attack.shelling", "asserts", "Chad", actor="Sudan") for n in (1, 2)]
    denied = claim("3", "attack.shelling", "denies", "Sudan", actor="Sudan", rebuts=True)
    assert [found.against for found in tied([*told, denied], {"3": Retort("1", rebuts=True)})][-1] == "1"
