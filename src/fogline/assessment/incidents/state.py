"""What an incident is so far: the days on which it can have happened, its means, who did it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fogline.assessment.incidents.sight import Sight, by_first_day
from fogline.assessment.incidents.when import CHANGE, GAPS, LASTS

OTHER_MEANS = 2  # points against a strike of other means than those told before
OTHER_DAY = 2  # points against a strike on a day that the claims so far do not allow
OTHER_DOER = 4  # points against an attack or a change of hands by another side
VAGUE = frozenset({"attack.other", "attack.explosion", "attack.intercept"})
"""Kinds of attack that do not tell the means, or answer any."""
_TELLS = frozenset({"asserts", "hedges", "denies"})


@dataclass(frozen=True, slots=True)
class State:
    """The days that all claims allow (ordinals, None where none tells any), the means and doers that were told."""

    begin: int | None = None
    until: int | None = None
    means: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    takers: frozenset[str] = frozenset()
    losers: frozenset[str] = frozenset()

    def with_claim(self, claim: Sight) -> State:
        """The state after a claim more."""
        begin, until = self._days(claim)
        doer = frozenset({claim.actor}) if claim.actor and claim.stance in _TELLS else frozenset[str]()
        strike = claim.family == "attack"
        return State(
            begin, until,
            self.means | ({claim.event} if strike and claim.event not in VAGUE else frozenset()),
            self.doers | (doer if strike else frozenset()),
            self.takers | (doer if claim.event == "control.captured" else frozenset()),
            self.losers | (doer if claim.event == "control.withdrawn" else frozenset()),
        )  # fmt: skip

    def admits(self, claim: Sight) -> bool:
        """Whether a claim's days are near enough to those that all claims so far allow."""
        if by_first_day(claim.group):
            return True
        gap = self._gap(claim)
        change = claim.event in {"control.captured", "control.withdrawn"}
        return gap <= ((CHANGE if change else LASTS) if claim.family == "control" else GAPS.get(claim.group, 0))

    def against(self, claim: Sight, other: Sight) -> list[tuple[int, str]]:
        """What speaks against a claim's being of this incident with the claim `other`: points and reasons."""
        found: list[tuple[int, str]] = []
        if claim.group == "strike" and self._gap(claim) > 0:
            found.append((OTHER_DAY, "a day later or earlier"))
        if claim.family == "attack" and claim.event not in VAGUE and self.means and claim.event not in self.means:
            found.append((OTHER_MEANS, "other means"))
        if claim.actor is not None and claim.family == "attack" and self.doers and claim.actor not in self.doers:
            blame = blamed(claim, other)
            found.append((0, "each side blames the other") if blame else (OTHER_DOER, "another side did it"))
        if _turned(claim, "control.captured", self.takers, self.losers):
            found.append((OTHER_DOER, "another side took it"))
        if _turned(claim, "control.withdrawn", self.losers, self.takers):
            found.append((OTHER_DOER, "another side left it"))
        return found

    def _gap(self, claim: Sight) -> int:
        """Days between a claim's and those that all claims so far allow; 0 where they meet or none are told."""
        if self.begin is None or self.until is None or claim.begin is None or claim.until is None:
            return 0
        return max(0, claim.begin - self.until, self.begin - claim.until)

    def _days(self, claim: Sight) -> tuple[int | None, int | None]:
        if self.begin is None or self.until is None:
            return claim.begin, claim.until
        if claim.begin is None or claim.until is None:
            return self.begin, self.until
        common = max(self.begin, claim.begin), min(self.until, claim.until)
        return common if common[0] <= common[1] else (self.begin, self.until)


def blamed(claim: Sight, other: Sight) -> bool:
    """Whether the sources of two attacks lay them at each other's door."""
    return (claim.actor, other.actor) == (other.side, claim.side) and claim.side != other.side


def _turned(claim: Sight, event: str, same: frozenset[str], opposite: frozenset[str]) -> bool:
    if claim.event != event or claim.actor is None:
        return False
    return claim.actor in opposite or (bool(same) and claim.actor not in same)


def state_of(claims: Iterable[Sight]) -> State:
    """The state after some claims in their order."""
    state = State()
    for claim in claims:
        state = state.with_claim(claim)
    return state
