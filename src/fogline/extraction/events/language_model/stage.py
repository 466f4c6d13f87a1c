"""The events stage by a language model: each part of the report asked about, each answer held against the text."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from fogline.config import Settings, settings
from fogline.extraction.events.entries import TOLD
from fogline.extraction.events.language_model.asking import Asker
from fogline.extraction.events.language_model.costs import Costs, Drop, Till
from fogline.extraction.events.language_model.faults import LanguageModelError
from fogline.extraction.events.language_model.located import Located, located
from fogline.extraction.events.language_model.pieces import Piece, pieces
from fogline.extraction.events.mention import mention
from fogline.extraction.events.participants import participants
from fogline.extraction.events.roles import roles_of
from fogline.model import Document, Event, Structure, Token, Warning

LEAST_SURE, MOST_SURE = 0.05, 0.95
SHOWN = 40  # characters of a part that name it
_BEARING = ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "ADP")


class LanguageModel:
    """The stage, to be called with a document; it counts what it asks over all of them."""

    def __init__(self, chosen: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        """`sleep` waits between two tries.

        Raises:
            UsageError: a setting is missing or wrong.
        """
        self._most = chosen.llm_characters
        self._till = Till(price_in=chosen.llm_price_in, price_out=chosen.llm_price_out)
        self._asker = Asker(chosen, self._till, sleep)

    @property
    def costs(self) -> Costs:
        """What was asked so far, and what became of the answers."""
        return self._till.costs()

    def __call__(self, document: Document) -> Document:
        """Adds the events that the model tells of, in text order, and a warning for parts that it could not read.

        Raises:
            LanguageModelError: the endpoint does not answer, or none of its answers can be used.
        """
        found: dict[tuple[int, str], Event] = {}
        failed: list[tuple[Piece, LanguageModelError]] = []
        parts = list(pieces(document.structure, self._most))
        for part in parts:
            try:
                proposals, dropped = self._asker.proposals(part.text)
            except LanguageModelError as error:
                if not error.of_part:
                    raise
                failed.append((part, error))
                continue
            told = [located(part, document.structure, proposal) for proposal in proposals]
            events = [self._event(document.structure, one) for one in told if isinstance(one, Located)]
            dropped += Counter[Drop](one for one in told if not isinstance(one, Located))
            before = len(found)
            for event in events:
                found.setdefault((event.head, event.type), event)
            dropped["twice"] += len(events) - (len(found) - before)
            self._till.took(len(found) - before)
            self._till.dropped(+dropped)
        if failed and len(failed) == len(parts):
            raise failed[0][1]
        return replace(
            document,
            events=tuple(sorted(found.values(), key=lambda event: (event.start, event.end))),
            warnings=(*document.warnings, *_warnings(failed, len(parts))),
        )

    def _event(self, structure: Structure, told: Located) -> Event:
        """An event at the word that governs the trigger; who does what to whom is read off the parse."""
        proposal, tokens = told.proposal, structure.tokens
        token = _head(structure, *told.trigger)
        actor, target = participants(structure, token, proposal.event, roles_of(structure, token))
        event = mention(
            structure,
            token,
            proposal.event,
            f"{TOLD}{proposal.event}",
            actor=actor,
            target=target,
            weight=min(MOST_SURE, max(LEAST_SURE, proposal.confidence)),
            clause=told.clause,
        )
        return replace(
            event,
            start=tokens[told.trigger[0]].start,
            end=tokens[told.trigger[1] - 1].end,
            stance=proposal.stance,
            because=(f"event: llm {self._asker.model}",),
        )


@cache
def language_model() -> LanguageModel:
    """The language model of this process's settings.

    Raises:
        UsageError: a setting is missing or wrong.
    """
    return LanguageModel(settings())


def _head(structure: Structure, first: int, last: int) -> Token:
    """The token that governs a trigger: a verb where several do, then a noun."""
    inside: Sequence[Token] = structure.tokens[first:last]
    heads = [token for token in inside if not first <= token.head < last or token.head == token.i] or inside
    return min(heads, key=lambda token: _BEARING.index(token.pos) if token.pos in _BEARING else len(_BEARING))


def _warnings(failed: Sequence[tuple[Piece, LanguageModelError]], count: int) -> Iterator[Warning]:
    for part, error in failed:
        told = f"the part of the report that begins “{part.text[:SHOWN].strip()}…” was not read, one of {count}"
        yield Warning("llm_part_unread", f"{told}: {error.message}")
