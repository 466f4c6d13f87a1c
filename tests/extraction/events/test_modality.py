"""Whether a clause says that its event happened, did not, may have or is to come."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.model import Document, Event

# sentence, head of the event, whether it is negated, its modality
STANDINGS = [
    ("The army captured the fort.", "captured", False, "actual"),
    ("The army has captured the fort.", "captured", False, "actual"),
    ("The army did not capture the fort.", "capture", True, "actual"),
    ("The army didn't capture the fort.", "capture", True, "actual"),
    ("The army never captured the fort.", "captured", True, "actual"),
    ("The army failed to capture the fort.", "capture", True, "actual"),
    ("Neither side captured the fort.", "captured", True, "actual"),
    ("No soldiers were killed.", "killed", True, "actual"),
    ("Nobody was killed in the fire.", "killed", True, "actual"),
    ("There were no casualties.", "casualties", True, "actual"),
    ("The soldiers did not flee from the fighting.", "fighting", False, "actual"),
    ("The army will capture the fort.", "capture", False, "future"),
    ("The army could capture the fort.", "capture", False, "future"),
    ("The army is going to capture the fort.", "capture", False, "future"),
    ("The army is likely to capture the fort.", "capture", False, "future"),
    ("The army is expected to capture the fort.", "capture", False, "future"),
    ("The deal would allow the army to capture the fort.", "capture", False, "future"),
    ("The army is likely to use the lull to capture the fort.", "capture", False, "future"),
    ("The army did not need the lull to capture the fort.", "capture", False, "actual"),
    ("The truce paves the way for talks.", "talks", False, "future"),
    ("The fire was reportedly caused by a missile strike.", "strike", False, "possible"),
    ("There is a risk of an attack on the fort.", "attack", False, "future"),
    ("The fort is likely to be next, as the army has shelled it for days.", "shelled", False, "actual"),
    ("Talks are likely because the army captured the fort.", "captured", False, "actual"),
    ("The talks are set to resume on Monday.", "talks", False, "future"),
    ("The truce was supposed to take effect on Monday.", "take", False, "future"),
    ("The plan would see the army leave the fort.", "leave", False, "future"),
    ("The army was accused of shelling the fort.", "shelling", False, "possible"),
    ("The army was accused by rebels of shelling the fort.", "shelling", False, "actual"),
    ("The army lifted the siege of the fort.", "lifted", True, "actual"),
    ("The army may have captured the fort.", "captured", False, "possible"),
    ("The army reportedly captured the fort.", "captured", False, "possible"),
    ("The army appears to have captured the fort.", "captured", False, "possible"),
    ("Two soldiers are believed to have been killed.", "killed", False, "possible"),
    ("Two soldiers were reported killed.", "killed", False, "possible"),
    ("The army allegedly captured the fort.", "captured", False, "possible"),
    ("It is unclear who captured the fort.", "captured", False, "unknown"),
    ("It was not clear who captured the fort.", "captured", False, "unknown"),
    ("The question is whether the army captured the fort.", "captured", False, "question"),
    ("Did the army capture the fort?", "capture", False, "question"),
    ("The army will not capture the fort.", "capture", True, "future"),
    ("The mediators rejected the truce proposal.", "rejected", True, "actual"),
    ("The talks collapsed on Monday.", "collapsed", True, "actual"),
    # negation from above and its end
    ("The army has yet to capture the fort.", "capture", True, "actual"),
    ("The army was unable to capture the fort.", "capture", True, "actual"),
    ("The army prevented rebels from capturing the fort.", "capturing", True, "actual"),
    ("The army passed without attacking the fort.", "attacking", True, "actual"),
    ("The army stopped short of attacking the fort.", "attacking", True, "actual"),
    ("The army no longer controls the fort.", "controls", True, "actual"),
    ("There is no evidence that the army shelled the fort.", "shelled", True, "actual"),
    ("There was no sign of an attack on the fort.", "attack", True, "actual"),
    ("The absence of an attack on the fort puzzled the mayor.", "attack", True, "actual"),
    ("The mayor did not mention the recent shelling of the fort.", "shelling", False, "actual"),
    ("The army did not carry out the shelling of the fort.", "carry", True, "actual"),
    ("The envoy did not link the air strike to the vote.", "strike", False, "actual"),
    # what may be, what may come, what is to be seen
    ("The army likely shelled the fort.", "shelled", False, "possible"),
    ("The army will likely shell the fort.", "shell", False, "future"),
    ("The army may be shelling the fort.", "shelling", False, "possible"),
    ("The army may shell the fort.", "shell", False, "future"),
    ("There were reports of an attack on the fort.", "attack", False, "possible"),
    ("There were unconfirmed reports that the army shelled the fort.", "shelled", False, "possible"),
    ("Ten people are estimated to have been killed.", "killed", False, "possible"),
    ("Officials believe the army shelled the fort.", "shelled", False, "possible"),
    ("The alleged attack on the fort angered the mayor.", "attack", False, "possible"),
    ("Huge explosions could be heard.", "explosions", False, "actual"),
    ("The town may suffer from the siege of the fort.", "siege", False, "actual"),
    ("The risk of an attack on the fort is high.", "attack", False, "future"),
]

SENTENCES = [row[0] for row in STANDINGS]


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    """All sentences in one document, and where each stands."""
    return read_events(SENTENCES)


def told(sentence: str, head: str) -> Event:
    """The event of a sentence whose head is `head`."""
    found, (start, end) = document()[0], document()[1][sentence]
    tokens = found.structure.tokens
    (event,) = [e for e in found.events if start <= e.start < end and tokens[e.head].text == head]
    return event


@pytest.mark.parametrize(("sentence", "head", "negated", "modality"), STANDINGS, ids=SENTENCES)
def test_standing(sentence: str, head: str, negated: bool, modality: str) -> None:
    event = told(sentence, head)
    assert (event.negated, event.modality) == (negated, modality)


def test_a_change_of_standing_says_why() -> None:
    assert "stance: negation.not" in told("The army did not capture the fort.", "capture").because
    assert told("The army captured the fort.", "captured").because == ("event: captured.seize",)
