"""Who did what to whom, and by what means, in the constructions of English that tell it."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.model import Document

# sentence, words of the trigger's head, event type, head of the actor, head of the target
ROLES: list[tuple[str, str, str, str | None, str | None]] = [
    ("The rebels captured the town on Sunday.", "captured", "control.captured", "rebels", "town"),
    ("The town was captured on Sunday.", "captured", "control.captured", None, "town"),
    ("The town was captured by the rebels.", "captured", "control.captured", "rebels", "town"),
    ("The town, which the rebels captured in May, has no doctor.", "captured", "control.captured", "rebels", "town"),
    ("The rebels who captured the town burned the market.", "captured", "control.captured", "rebels", "town"),
    ("Missiles shot down by the army fell on the market.", "shot", "attack.intercept", "army", "Missiles"),
    ("The town captured by the rebels lies on the river.", "captured", "control.captured", "rebels", "town"),
    ("Rebels fleeing the valley captured the town.", "fleeing", "control.withdrawn", "Rebels", "valley"),
    ("After capturing the town, the rebels moved north.", "capturing", "control.captured", "rebels", "town"),
    ("The rebels captured the town and shelled the port.", "shelled", "attack.shelling", "rebels", "port"),
    ("Shells fell on rebel-held districts.", "held", "control.held", "rebel", "districts"),
    ("The army carried out a raid on the camp.", "carried", "attack.ground", "army", "camp"),
    ("The army launched an offensive against the rebels.", "launched", "attack.ground", "army", "rebels"),
    ("The army seized control of the airport.", "seized", "control.captured", "army", "airport"),
    ("The port is under rebel control.", "under", "control.captured", "rebel", "port"),
    ("The port is under the full control of the militia.", "under", "control.captured", "militia", "port"),
    ("The port remained under occupation.", "remained", "control.held", None, "port"),
    ("The bridge is in the hands of the army.", "in", "control.captured", "army", "bridge"),
    ("The bridge remains in the hands of the army.", "remains", "control.held", "army", "bridge"),
    ("The army's attack on the camp lasted an hour.", "attack", "attack.other", "army", "camp"),
    ("The attack by the rebels on the camp lasted an hour.", "attack", "attack.other", "rebels", "camp"),
    ("The withdrawal of the army began in May.", "withdrawal", "control.withdrawn", "army", None),
    ("The drone attack on the depot lasted an hour.", "attack", "attack.drone", None, "depot"),
    ("Two miners died near the bridge.", "died", "harm.killed", None, "miners"),
    ("The miners were killed and injured by the rebels.", "killed", "harm.killed", "rebels", "miners"),
    ("The miners were killed and injured by the rebels.", "injured", "harm.wounded", "rebels", "miners"),
    ("The port was seized and then annexed in 2014.", "annexed", "politics.status", None, "port"),
    ("The army sank the ferry off the port.", "sank", "harm.equipment", "army", "ferry"),
    ("The ferry sank off the port.", "sank", "harm.equipment", None, "ferry"),
    ("The army lost ten tanks.", "lost", "harm.equipment", None, "army"),
    ("The army's heavy losses worried the mayor.", "losses", "harm.equipment", None, "army"),
    ("Nairobi said Kenyan shelling of the camp killed two miners.", "shelling", "attack.shelling", "Kenyan", "camp"),
    ("The Kenyan-led offensive on the camp began in May.", "offensive", "attack.ground", "Kenyan", "camp"),
    ("Monday's attack by rebels on the camp failed.", "attack", "attack.other", "rebels", "camp"),
    ("The base fell to the rebels.", "fell", "control.captured", "rebels", "base"),
    ("The government accused the rebels of shelling the market.", "shelling", "attack.shelling", "rebels", "market"),
    ("The army was accused of shelling the market.", "shelling", "attack.shelling", "army", "market"),
    ("The rebels took them prisoner.", "took", "harm.detained", "rebels", "them"),
    ("The rebels captured the centre of the town.", "captured", "control.captured", "rebels", "centre"),
    ("Rebels still held the outskirts of the town.", "held", "control.held", "Rebels", "outskirts"),
    ("The column reached the northern edge of the village.", "reached", "control.advanced", "column", "edge"),
    ("The garrison left the town after the militia captured it.", "captured", "control.captured", "militia", "it"),
    ("The town, which the militia lost in May, has no doctor.", "lost", "control.held", "militia", "town"),
    ("The rebels questioned the pilot after they captured him.", "captured", "harm.detained", "they", "him"),
    ("The army's artillery killed two nuns.", "artillery", "attack.shelling", "army", None),
    ("The army's artillery killed two nuns.", "killed", "harm.killed", "artillery", "nuns"),
    ("Two barns were destroyed by drones.", "drones", "attack.drone", None, None),
    ("Two barns were destroyed by drones.", "destroyed", "harm.damage", "drones", "barns"),
    ("The soldiers took up new positions near the bridge.", "took", "other.statement", "soldiers", "positions"),
    ("The rebels were driven out of the town by the army.", "driven", "control.advanced", "army", "rebels"),
]

MEANS = [
    ("The army attacked the fort with drones.", "attacked", "attack.drone"),
    ("The army attacked the fort, using drones.", "attacked", "attack.drone"),
    ("The army struck the fort with three missiles.", "struck", "attack.missile"),
    ("The fort was hit by artillery.", "hit", "attack.shelling"),
    ("The fort was hit by a roadside bomb.", "hit", "attack.explosion"),
    ("Helicopters attacked the fort.", "attacked", "attack.airstrike"),
    ("The attack on the fort was carried out by drones.", "carried", "attack.drone"),
    ("The group launched a rocket attack on the fort.", "launched", "attack.shelling"),
    ("The army attacked the fort.", "attacked", "attack.other"),
]

TANK = "The army found a tank near the town, then a crew that had hidden a tank, and captured it."
SENTENCES = [TANK, *(row[0] for row in ROLES), *(row[0] for row in MEANS)]


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    """All sentences in one document, and where each stands."""
    return read_events(SENTENCES)


def told(sentence: str, head: str) -> list[tuple[str, str | None, str | None]]:
    """Type, actor and target of the events whose head is `head`."""
    found, (start, end) = document()[0], document()[1][sentence]
    tokens = found.structure.tokens
    return [
        (
            event.type,
            tokens[event.actor].text if event.actor is not None else None,
            tokens[event.target].text if event.target is not None else None,
        )
        for event in found.events
        if start <= event.start < end and tokens[event.head].text == head
    ]


@pytest.mark.parametrize(("sentence", "head", "kind", "actor", "target"), ROLES, ids=[row[0] for row in ROLES])
def test_actor_and_target(sentence: str, head: str, kind: str, actor: str | None, target: str | None) -> None:
    assert told(sentence, head) == [(kind, actor, target)]


@pytest.mark.parametrize(("sentence", "head", "kind"), MEANS, ids=[row[0] for row in MEANS])
def test_means_decide_the_type_of_an_attack(sentence: str, head: str, kind: str) -> None:
    assert [event[0] for event in told(sentence, head)] == [kind]


def test_what_a_preposition_tells_is_told_once() -> None:
    assert told("The port is under the full control of the militia.", "control") == []
    assert told("The bridge remains in the hands of the army.", "in") == []


def test_it_is_no_place_where_a_thing_was_told_last() -> None:
    assert "control.captured" not in {event[0] for event in told(TANK, "captured")}
