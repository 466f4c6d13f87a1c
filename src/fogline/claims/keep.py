"""Which event mentions are claims: a learned model over the mention and its surroundings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from fogline.claims.features import Mentions
from fogline.claims.holding import as_state
from fogline.claims.loglinear import load_model
from fogline.claims.lookup import Lookup
from fogline.extraction.events.entries import PLAIN, is_read, is_told
from fogline.model import Event

# About half the F1 that is reached serves F1 best (Lipton, Elkan & Narayanaswamy 2014); chosen on wars left out, those
# of claims beside or by the reader with the dev reports and the samples in view.
LEAST = 0.26
LEAST_DENIAL = 0.2  # of denials less is found, and they are what readers look for
LEAST_CONTROL = 0.38  # who holds a place moves the map
LEAST_POLITICS = 0.36  # of reports from a front less is about politics than of those that the model learned from
LEAST_BESIDE = 0.36  # with the reader beside the rules: what neither is sure of is told apart better
LEAST_BESIDE_ATTACK = 0.3
LEAST_BESIDE_AIM = 0.5  # aims are written down half as often as in the reports that the model learned from
LEAST_READ = 0.45  # for what the reader adds to the rules: of other wars it is surer than it should be
LEAST_READ_AIM = 0.55  # the infinitives of purpose ("to prevent losses") are seldom written down as aims
LEAST_READ_HOLDER = 0.7  # where it alone tells who holds a place, for such claims move the map
# By event type, or by family.
_LEAST_OF = {"control": LEAST_CONTROL, "politics": LEAST_POLITICS}
_LEAST_BESIDE_OF = {"attack": LEAST_BESIDE_ATTACK, "politics.goal": LEAST_BESIDE_AIM}
_LEAST_READ_OF = {
    "politics.goal": LEAST_READ_AIM,
    "control.captured": LEAST_READ_HOLDER,
    "control.held": LEAST_READ_HOLDER,
}
_DENIAL = "denial"


def kept(lookup: Lookup) -> tuple[Event, ...]:
    """The event mentions of a document that are claims, in text order; their weight is the model's probability.

    What a language model tells of, it tells as claims.
    """
    found: list[Event] = []
    events = lookup.document.events
    if all(map(is_told, events)):
        return events
    alone = all(map(is_read, events))
    for event, features in Mentions(lookup, events).described():
        chance = load_model("keep" if event.reading is None else "keep_read").probabilities(features)["claim"]
        if chance >= least(event, alone=alone):
            told = as_state(lookup, event)
            found.append(replace(told, weight=chance, because=(*told.because, f"event: model keep {chance:.2f}")))
    return tuple(told_once(found))


def least(event: Event, *, alone: bool) -> float:
    """The chance that an event needs to be kept: more for what the reader adds, unless it reads `alone`."""
    if is_read(event) and not alone:
        table, otherwise = _LEAST_READ_OF, LEAST_READ
    elif event.reply == _DENIAL:
        return LEAST_DENIAL
    elif event.reading is not None:
        table, otherwise = _LEAST_BESIDE_OF, LEAST_BESIDE
    else:
        table, otherwise = _LEAST_OF, LEAST
    return table.get(event.type, table.get(event.type.partition(".")[0], otherwise))


def told_once(found: list[Event]) -> Iterator[Event]:
    """Drops what another event tells already.

    That is the plain statement of a clause whose trigger holds that of another event ("had full control"), and the
    deed below a silence about it ("declined to say whether it had lost the base").
    """
    starts = sorted(event.start for event in found if event.entry != PLAIN)
    silences = [event for event in found if event.reply == "silence"]
    for event in found:
        if any(s.type == event.type and s.head < event.head < s.clause[1] for s in silences):
            continue
        at = bisect_left(starts, event.start)
        if event.entry != PLAIN or at == len(starts) or starts[at] >= event.end:
            yield event
