"""One claim after another, a key each: `fogline review` on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click
from rich.console import Console
from rich.text import Text

from fogline.assessment.corrections import FIELDS
from fogline.assessment.fact import Fact
from fogline.cli.output import paper
from fogline.errors import FoglineError, UsageError
from fogline.exports.ledger import tables
from fogline.query.review import Reviewer

KEYS = {
    "a": "accept", "e": "correct a field", "r": "reject", "u": "undo the last one", "j": "next", "k": "back",
    "?": "help", "q": "quit",
}  # fmt: skip


def sitting(reviewer: Reviewer, waiting: Sequence[Fact]) -> None:
    """Shows each claim and takes a key; leaves at the end of the queue or at `q`.

    Raises:
        UsageError: there is no terminal to ask on.
    """
    if not sys.stdin.isatty():
        raise UsageError("there is no terminal to review on", next_step="Use fogline review accept, correct or reject")
    console, at, done = paper(sys.stdout), 0, list[int]()
    while at < len(waiting):
        _show(console, waiting[at], at, len(waiting))
        key = click.getchar().lower()
        if key == "q":
            break
        try:
            at = _act(console, reviewer, waiting[at], key, at, done)
        except FoglineError as error:
            console.print(Text(str(error), "red"))
    console.print(f"{len(done)} judged; {max(0, len(waiting) - at)} wait")


def _act(console: Console, reviewer: Reviewer, fact: Fact, key: str, at: int, done: list[int]) -> int:
    """Does what a key asks for, and returns the number of the claim to show next."""
    match key:
        case "a":
            done.append(reviewer.accept(fact.id))
        case "r":
            done.append(reviewer.reject(fact.id))
        case "e":
            console.print(f"Fields: {', '.join(FIELDS)}")
            field, _, value = click.prompt("FIELD=VALUE", prompt_suffix=": ").partition("=")
            done.append(reviewer.correct(fact.id, {field.strip(): value}))
            return at
        case "u" if done:
            reviewer.undo(done.pop())
            return max(0, at - 1)
        case "k":
            return max(0, at - 1)
        case "j":
            return at + 1
        case _:
            console.print("  ".join(f"{letter} {meaning}" for letter, meaning in KEYS.items()))
            return at
    return at + 1


def _show(console: Console, fact: Fact, at: int, count: int) -> None:
    console.rule(f"{at + 1} of {count}  {fact.id}", align="left", style="bright_black")
    console.print(tables.claims([fact]))
