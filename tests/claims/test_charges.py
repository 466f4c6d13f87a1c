"""Claims of blame: whose they are, whom they charge, and what they contradict; the two parties may change places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Claim, Document

Read = Callable[..., Document]
SIDES = [("Armenia", "Azerbaijan"), ("Chad", "Sudan"), ("Israel", "Lebanon"), ("Russia", "Ukraine")]
BOTH_WAYS = [(a, b) for one, two in SIDES for a, b in ((one, two), (two, one))]


def told(claim: Claim) -> tuple[str, str | None, str, str]:
    return claim.source.side, claim.actor.side if claim.actor else None, claim.event, claim.stance


@pytest.mark.parametrize(("a", "b"), BOTH_WAYS, ids=["-".join(pair) for pair in BOTH_WAYS])
class TestEachOther:
    def test_two_who_accuse_each_other_contradict_each_other(self, read: Read, a: str, b: str) -> None:
        first, second = read(f"{a} and {b} accused each other of shelling the border village of Kessa.").claims
        assert told(first) == (a, b, "attack.shelling", "asserts")
        assert told(second) == (b, a, "attack.shelling", "asserts")
        assert (first.against, second.against) == (None, first.id)

    def test_both_sides_are_the_two_named_before(self, read: Read, a: str, b: str) -> None:
        text = f"Troops of {a} fought those of {b} on Monday.\n\nBoth sides accused each other of shelling Kessa."
        first, second = [claim for claim in read(text).claims if claim.event == "attack.shelling"]
        assert {told(first)[:2], told(second)[:2]} == {(a, b), (b, a)}
        assert second.against == first.id != second.id

    def test_who_is_blamed_is_the_actor(self, read: Read, a: str, b: str) -> None:
        (claim,) = read(f"{a} blamed {b} for the shelling of Kessa.").claims
        assert told(claim) == (a, b, "attack.shelling", "asserts")

    def test_blame_without_a_deed_is_for_what_was_told_before(self, read: Read, a: str, b: str) -> None:
        claim = read(f"A shell hit the market in Kessa, killing five people. {a} blamed {b}.").claims[-1]
        assert told(claim) == (a, b, "attack.shelling", "asserts")


def test_a_claim_of_responsibility_is_one_claim(read: Read) -> None:
    (claim,) = read("Boko Haram claimed responsibility for the bombing in Kessa.").claims
    assert told(claim) == ("Boko Haram", "Boko Haram", "attack.explosion", "asserts")


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not answer calls seeking comment on the bombing in Kessa.",
        "Chad did not respond to calls seeking comment on the bombing in Kessa.",
        "Calls to Chad seeking comment on the bombing in Kessa went unanswered.",
    ],
)
def test_who_does_not_answer_withholds(read: Read, text: str) -> None:
    (claim,) = [claim for claim in read(text).claims if claim.source.kind != "narrator"]
    assert (claim.event, claim.stance, claim.source.name) == ("attack.explosion", "withholds", "Chad")


def test_what_neither_side_can_show_is_left_open(read: Read) -> None:
    text = "Chad and Sudan accused each other of shelling Kessa. Neither side's account could be verified."
    claim = read(text).claims[-1]
    assert (claim.event, claim.stance, claim.source.kind) == ("attack.shelling", "withholds", "narrator")


@pytest.mark.parametrize("deed", ["killed civilians", "struck the clinic", "hit the clinic", "shelled the clinic"])
@pytest.mark.parametrize("verb", ["denied", "denied responsibility for"])
def test_a_denial_may_speak_of_having_done_it(read: Read, verb: str, deed: str) -> None:
    (claim,) = read(f"Chad {verb} having {deed} in Kessa.").claims
    assert (claim.stance, claim.source.side) == ("denies", "Chad")


def test_a_claim_that_nobody_confirmed_stays_its_sources_own(read: Read) -> None:
    text = "The Arakan Army's claim of having seized the town of Kessa has not been confirmed."
    stances = {(claim.source.name, claim.stance) for claim in read(text).claims}
    assert stances == {("Arakan Army", "asserts"), (None, "withholds")}
