"""What a run has asked of the language model: requests, tokens, money, and what of the answers was dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Literal

MILLION = 1_000_000
Drop = Literal["off_schema", "unknown_event", "unknown_stance", "not_in_text", "ambiguous", "twice"]
TOLD: Mapping[Drop, str] = {
    "off_schema": "off the schema",
    "unknown_event": "of an unknown event type",
    "unknown_stance": "of an unknown stance",
    "not_in_text": "with words that are not in the text",
    "ambiguous": "with words that stand at several places",
    "twice": "told twice",
}


@dataclass(frozen=True, slots=True)
class Costs:
    """The counts so far.

    `requests` counts every one that was sent, `kept` the parts whose answer was there from an earlier run. Tokens are
    what the endpoint told; of `estimated` requests it told none, and theirs are worked out from the length. `money` is
    by the prices of the settings. `events` were taken, `dropped` tells how many proposals were not, and why.
    """

    requests: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: int = 0
    money: float = 0.0
    events: int = 0
    dropped: Mapping[Drop, int] | None = None

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.tokens_in + self.tokens_out

    def told(self) -> str:
        """The counts in a line."""
        about = "about " if self.estimated else ""
        parts = [f"language model: {self.requests} requests, {about}{self.tokens_in} tokens in, {self.tokens_out} out"]
        parts += [f"cost {self.money:.2f}"] if self.money else []
        parts += [f"{self.kept} answers kept from earlier"] if self.kept else []
        dropped = self.dropped or {}
        parts += [f"{self.events} events, {sum(dropped.values())} proposals dropped"]
        why = ", ".join(f"{count} {TOLD[drop]}" for drop, count in dropped.items())
        return "; ".join(parts) + (f" ({why})" if why else "")


class Till:
    """Counts up, from any thread; prices are of a million tokens."""

    def __init__(self, *, price_in: float, price_out: float) -> None:
        self._prices = price_in, price_out
        self._counts: Counter[str] = Counter()
        self._dropped: Counter[Drop] = Counter()
        self._lock = Lock()

    def asked(self) -> None:
        """A request was sent."""
        self._add("requests", 1)

    def paid(self, tokens_in: int, tokens_out: int, *, estimated: bool) -> None:
        """An answer came and has its price."""
        with self._lock:
            self._counts.update(tokens_in=tokens_in, tokens_out=tokens_out, estimated=int(estimated))

    def kept(self) -> None:
        """An answer of an earlier run was taken."""
        self._add("kept", 1)

    def took(self, count: int) -> None:
        """So many events were taken."""
        self._add("events", count)

    def dropped(self, why: Mapping[Drop, int]) -> None:
        """So many proposals were not."""
        with self._lock:
            self._dropped.update(why)

    def money(self, tokens_in: int, tokens_out: int) -> float:
        """What so many tokens cost."""
        return (tokens_in * self._prices[0] + tokens_out * self._prices[1]) / MILLION

    def costs(self) -> Costs:
        """The counts so far."""
        with self._lock:
            counts = dict(self._counts)
            dropped = {drop: self._dropped[drop] for drop in TOLD if self._dropped[drop]}
        spent = self.money(counts.get("tokens_in", 0), counts.get("tokens_out", 0))
        return Costs(**counts, money=spent, dropped=dropped)

    def _add(self, name: str, count: int) -> None:
        with self._lock:
            self._counts[name] += count
