"""The way through the dependency tree from an event's word to a candidate for one of its slots."""

from __future__ import annotations

from fogline.language.tree import ancestors
from fogline.model import Structure

LONGEST = 4  # labels; longer ways are told by their length alone
APART = 99  # steps between words of different trees


class Paths:
    """Ways between the tokens of one document."""

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._above: dict[int, list[int]] = {}

    def up(self, i: int) -> list[int]:
        """A token and its governors, nearest first."""
        found = self._above.get(i)
        if found is None:
            found = self._above[i] = [i, *(token.i for token in ancestors(self._structure, i))]
        return found

    def steps(self, a: int, b: int) -> int:
        """Steps along the tree between two tokens of a sentence."""
        up, down = self._meeting(a, b)
        return len(up) + len(down) if up is not None and down is not None else APART

    def path(self, a: int, b: int) -> str:
        """The labels on the way from one token up and down to the other."""
        up, down = self._meeting(a, b)
        if up is None or down is None:
            return "-"
        if len(up) + len(down) > LONGEST:
            return f"long{'+' * bool(up)}"
        tokens = self._structure.tokens
        return "".join([f"{tokens[i].dep}<" for i in up] + [f">{tokens[i].dep}" for i in reversed(down)])

    def scope(self, a: int, top: int) -> str:
        """How token `top` stands to token `a` in the tree: itself, above, below, or aside."""
        if top == a:
            return "self"
        if top in self.up(a):
            return "above"
        return "below" if a in self.up(top) else "aside"

    def _meeting(self, a: int, b: int) -> tuple[list[int] | None, list[int] | None]:
        """The tokens from each of two up to, not with, the first governor that they share; None where there is none."""
        up, down = self.up(a), self.up(b)
        shared = next((i for i in up if i in down), None)
        if shared is None:
            return None, None
        return up[: up.index(shared)], down[: down.index(shared)]
