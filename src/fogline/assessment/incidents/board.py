"""The claims and incidents that are being looked at, in memory: what was found is written at the end of a sitting."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, update

from fogline.assessment import schema
from fogline.assessment.incidents.choice import Choice
from fogline.assessment.incidents.filed import MOST, Filed, filing, near, of_incidents
from fogline.assessment.incidents.sight import Sight
from fogline.assessment.incidents.state import State, state_of
from fogline.assessment.incidents.where import cell, cells


class Board:
    """Some claims that have to be placed, with all those before them that they may be joined to."""

    def __init__(self, connection: Connection, claims: Collection[Sight], *, new: bool) -> None:
        self._connection, self._new = connection, new
        self._incident: dict[int, int] = {}
        self._sight: dict[int, Sight] = {}
        self._by_cell: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_region: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_print: dict[str, list[int]] = defaultdict(list)
        self._by_report: dict[str, list[int]] = defaultdict(list)
        self._members: dict[int, list[tuple[tuple[int, int, int], Sight]]] = {}
        self._states: dict[tuple[int, int], State] = {}
        self._rows: list[dict[str, Any]] = []
        placed = near(connection, list(claims), new=new)
        to_place = {claim.claim for claim in claims}
        for number in sorted(placed.keys() - to_place):
            self._put(*placed[number])
        for incident, members in of_incidents(connection, {incident for _, incident in placed.values()}).items():
            self._members[incident] = sorted((m.turn, m) for m in members if m.claim not in to_place)

    def earlier(self, claim: Sight) -> list[Filed]:
        """The claims before one that may be of its event, the latest first, each with its incident."""
        keys = {number for c in cells(claim) for number in self._by_cell.get((claim.group, c), ())}
        if claim.level == "region" and claim.region is not None:
            keys.update(self._by_region.get((claim.group, claim.region), ()))
        if claim.print is not None and claim.level is None:
            keys.update(self._by_print.get(claim.print, ()))
        keys.update(self._by_report.get(claim.report, ()))
        found = [self._sight[number] for number in keys]
        found = sorted((c for c in found if c.turn < claim.turn), key=lambda c: c.turn, reverse=True)
        return [(c, self._incident[c.claim]) for c in found[:MOST]]

    def members(self, incident: int, before: Sight) -> list[Sight]:
        """The claims of an incident before one."""
        held = self._members.get(incident, [])
        return [member for _, member in held[: bisect_left(held, before.turn, key=_turn)]]

    def state(self, incident: int, before: Sight) -> State:
        """What an incident is by its claims before one."""
        held = self._members.get(incident, [])
        count = bisect_left(held, before.turn, key=_turn)
        if (incident, count) not in self._states:
            self._states[incident, count] = state_of(member for _, member in held[:count])
        return self._states[incident, count]

    def place(self, claim: Sight, choice: Choice) -> None:
        """Puts a claim into the incident of its choice; claims have to come in order."""
        self._put(claim, choice.incident)
        insort(self._members.setdefault(choice.incident, []), (claim.turn, claim), key=_turn)
        self._rows.append(
            {
                "claim": claim.claim, "incident": choice.incident, "found": choice.incident, "other": choice.other,
                "because": choice.because, **filing(claim),
            }
        )  # fmt: skip

    def write(self) -> set[int]:
        """Writes what was placed; returns the incidents that got claims."""
        if not self._new:
            remove(self._connection, [row["claim"] for row in self._rows])
        if self._rows:
            self._connection.execute(insert(schema.members), self._rows)
            facts = schema.facts
            written = update(facts).where(facts.c.claim == bindparam("b_claim"))
            self._connection.execute(
                written.values(incident=bindparam("b_incident")),
                [{"b_claim": row["claim"], "b_incident": row["incident"]} for row in self._rows],
            )
        return {row["found"] for row in self._rows}

    def _put(self, claim: Sight, incident: int) -> None:
        number = claim.claim
        self._incident[number], self._sight[number] = incident, claim
        self._by_cell[claim.group, cell(claim)].append(number)
        if claim.region is not None and claim.level in {"point", "region"}:
            self._by_region[claim.group, claim.region].append(number)
        if claim.print is not None:
            self._by_print[claim.print].append(number)
        self._by_report[claim.report].append(number)


def _turn(pair: tuple[tuple[int, int, int], Sight]) -> tuple[int, int, int]:
    return pair[0]


def remove(connection: Connection, claims: Iterable[int]) -> None:
    """Takes claims off the list of members."""
    gone = list(claims)
    for start in range(0, len(gone), 500):
        some = gone[start : start + 500]
        connection.execute(delete(schema.members).where(schema.members.c.claim.in_(some)))
