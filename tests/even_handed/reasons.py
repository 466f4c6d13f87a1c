"""What may stay where it was when the parties of a report are exchanged, mention by mention, and for which reason.

- `place`: the side follows from where the one named holds office or the report is set ("the governor"): no word of the
  parties tells it, the reading says that the place does, and it stays or is no longer told.
- `name`: a name tells the side that the exchange left as it was, a person's, a body's or a group's; the side stays.
- `taken`: the side is taken over ("his troops", "a statement") from one before that stays for one of these reasons.
- `state`: a state was put in the place of a group, and a word for armed men ("the militia") stands for no state.

Whether it is really these that make a claim read otherwise is tried out: `settled` gives them the side that was due,
and all that follows is read again. What then still differs is unexplained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.even_handed.exchange import Exchanged, Pair, sides_of, word_forms

from fogline.config import Engine
from fogline.extraction.actors import actors
from fogline.model import Actor, Document
from fogline.pipeline import stages_of

REACH = 3  # sentences before a mention in which the one stands that it takes its side from
_BY_PLACE = ("actors.home", "actors.home_enemy", "actors.place_of_office", "actors.capital:")
_BY_NAME = ("actors.person:", "actors.body:", "actors.group:")
_TAKEN = ("actors.possessor", "actors.owner", "actors.named_last", "actors.pronoun", "actors.other_side")


@dataclass(frozen=True)
class Stay:
    """A mention whose side was not exchanged, by its index among the actors of the text after, and the side due."""

    index: int
    due: str | None
    why: str


def settled(before: Document, after: Document, change: Exchanged, pair: Pair) -> tuple[Document, tuple[Stay, ...]]:
    """The text after as it reads if those that may stay had the side that was due, and who they are."""
    stays = tuple(_stays(before, after, change, pair))
    if not stays:
        return after, ()
    due = {stay.index: stay.due for stay in stays}
    document = replace(
        after, actors=tuple(replace(a, side=due[i]) if i in due else a for i, a in enumerate(after.actors))
    )
    stages = stages_of(Engine.RULES if all(event.reading is None for event in after.events) else Engine.HYBRID)
    for stage in stages[stages.index(actors) + 1 :]:
        document = stage(document)
    return document, stays


def _stays(before: Document, after: Document, change: Exchanged, pair: Pair) -> Iterator[Stay]:
    sides = sides_of(pair)
    was = {(change.start(a.start), change.end(a.end)): a for a in before.actors}
    kept: list[tuple[int, str | None]] = []  # sentence and side of those met
    for index, actor in enumerate(after.actors):
        old = was.get((actor.start, actor.end))
        if old is None or old.side is None or actor.side == sides.get(old.side, old.side):
            continue
        if _told(old, pair):
            continue
        if pair.kinds == "two" and old.kind == actor.kind == "armed_group":
            kept.append((after.structure.tokens[actor.head].sentence, old.side))
            yield Stay(index, sides.get(old.side, old.side), "state")
            continue
        if "actors.home_enemy" in old.because and "actors.home_enemy" in actor.because:
            yield Stay(index, sides.get(old.side, old.side), "place")  # the enemy of the country it is set in
            continue
        if actor.side not in {old.side, None}:
            continue
        sentence = after.structure.tokens[actor.head].sentence
        why = _why(old, before, stayed=actor.side is not None)
        if why is None and any(r in _TAKEN for r in old.because):
            other = "actors.other_side" in old.because  # the enemy of one who stays
            near = any(sentence - REACH <= s <= sentence and (side == old.side) != other for s, side in kept)
            why = "taken" if near else None
        if why is not None:
            kept.append((sentence, old.side))
            yield Stay(index, sides.get(old.side, old.side), why)


def _why(actor: Actor, document: Document, *, stayed: bool) -> str | None:
    same = [a for a in document.actors if a is actor or (a.name is not None and a.name == actor.name)]
    because = [reason for a in same for reason in a.because]
    if any(reason.startswith(_BY_PLACE) for reason in because):
        return "place"
    return "name" if stayed and any(reason.startswith(_BY_NAME) for reason in because) else None


def _told(actor: Actor, pair: Pair) -> bool:
    """Whether the words that name one hold a word that is exchanged; a crowd's name may be that of another mention."""
    crowd = actor.kind == "armed_group" and actor.because and actor.because[0].startswith("actors.role:")
    words = actor.text if crowd else f"{actor.text} {actor.name or ''}"
    return any(re.search(rf"\b{re.escape(form)}\b", words) for form in word_forms(pair))
