"""The stance that the rules give a claim: what the cue says, what the clause says, and how far each reaches."""

from __future__ import annotations

from functools import cache

import pytest
from tests.extraction.events.reading import read_events

from fogline.claims.doer import Doers
from fogline.claims.lookup import Lookup
from fogline.claims.ruling import stance_by_rule
from fogline.claims.sourcing import voice_of
from fogline.model import Document

# text, word of the event, stance
STANCES = [
    ("The junta said its troops captured Bamako.", "captured", "asserts"),
    ("The junta denied that its troops shelled the clinic in Gao.", "shelled", "denies"),
    ("The junta denied shelling the clinic in Gao.", "shelling", "denies"),
    ("The junta said its troops did not shell the clinic in Gao.", "shell", "denies"),
    ("The junta said no soldiers were killed in Gao.", "killed", "denies"),
    ("The junta said nobody was wounded in Gao.", "wounded", "denies"),
    ("The rebels failed to capture Bamako, the junta said.", "capture", "denies"),
    ("The rebels had yet to capture Bamako, the junta said.", "capture", "denies"),
    ("The rebels were unable to capture Bamako, the junta said.", "capture", "denies"),
    ("The army prevented the rebels from capturing Bamako.", "capturing", "denies"),
    ("The convoy left Gao without attacking the camp.", "attacking", "denies"),
    ("The monitor said there was no evidence that rebels shelled the clinic.", "shelled", "denies"),
    ("The rebels no longer control Bamako, the mayor said.", "control", "denies"),
    ("Azania denied the report that its troops shelled the clinic.", "denied", "denies"),
    ("Rebels raided the depot in Gao, the mayor said. The rebels rejected the charge.", "rejected", "denies"),
    ("Rebels raided the depot in Gao, the mayor said. The claim was false, the rebels said.", "was", "denies"),
    ("Rebels raided the depot in Gao, the mayor said. The rebels denied involvement.", "denied", "denies"),
    (
        "Rebels raided the depot in Gao, the mayor said. The rebels said they were not responsible for it.",
        "were",
        "denies",
    ),
    ("The rebels reportedly captured Bamako.", "captured", "hedges"),
    ("The rebels appear to have captured Bamako.", "captured", "hedges"),
    ("The rebels may have captured Bamako, the mayor said.", "captured", "hedges"),
    ("The rebels are believed to have captured Bamako.", "captured", "hedges"),
    ("The rebels allegedly captured Bamako.", "captured", "hedges"),
    ("An attempt to capture Gao was under way, the mayor said.", "attempt", "asserts"),
    ("Footage appeared to show rebels entering the depot in Gao.", "entering", "hedges"),
    ("Footage showed rebels entering the depot in Gao.", "entering", "asserts"),
    ("The rebels likely shelled the clinic, the monitor said.", "shelled", "hedges"),
    ("There were reports of an attack on the clinic in Gao.", "attack", "hedges"),
    ("The rebels have likely captured Bamako, the monitor said.", "captured", "hedges"),
    ("The junta denied that it had lost Bamako.", "lost", "asserts"),
    ("The junta denied losing Bamako.", "losing", "asserts"),
    ("The junta said it had lost Bamako.", "lost", "denies"),
    ("The rebels rejected the truce proposal.", "rejected", "denies"),
    ("The rebels denied that the army held Gao, which they captured in May.", "held", "denies"),
    ("The rebels denied that the army held Gao, which they captured in May.", "captured", "asserts"),
    ("The army blamed the rebels for the raid on Gao; the rebels did not comment.", "blamed", "asserts"),
    ("The army said the rebels shelled Gao; the rebels did not comment.", "shelled", "asserts"),
    ("The rebels will likely capture Bamako, the analyst said.", "capture", "expects"),
    ("The rebels will capture Bamako, the analyst said.", "capture", "expects"),
    ("The rebels could capture Bamako, the analyst said.", "capture", "expects"),
    ("The rebels are expected to capture Bamako, the analyst said.", "capture", "expects"),
    ("The rebels are poised to capture Bamako, the analyst said.", "capture", "expects"),
    ("The analyst warned of the risk of an attack on Bamako.", "attack", "expects"),
    ("Explosions could be heard in Bamako.", "Explosions", "asserts"),
    ("The mayor did not link the recent shelling of the clinic to the vote.", "shelling", "asserts"),
    ("An air strike hit Gao. There was no immediate comment from the junta.", "was", "withholds"),
    ("An air strike hit Gao. The junta declined to comment.", "declined", "withholds"),
    ("An air strike hit Gao. The junta did not respond to requests for comment.", "respond", "withholds"),
    ("Rebels said they captured Gao. The claim could not be independently verified.", "verified", "withholds"),
    ("Rebels said they captured Gao. Reuters was unable to verify the claim.", "was", "withholds"),
    ("The junta gave no details of the air strike.", "gave", "withholds"),
    ("The junta did not say how many soldiers were killed.", "say", "withholds"),
    ("A bomb went off in Gao. No group has claimed responsibility for the bombing.", "claimed", "withholds"),
    ("It is unclear who shelled the clinic in Gao.", "shelled", "withholds"),
    ("It is not known who shelled the clinic in Gao.", "shelled", "withholds"),
    ("The junta insisted none of its soldiers had fired.", "fired", "denies"),
    ("The junta insisted its troops had not shelled the clinic.", "shelled", "denies"),
    ("The junta insisted that the rebels withdraw from Gao.", "insisted", "intends"),
    ("The rebels vowed to fight until the occupiers leave Gao.", "leave", "expects"),
    ("The junta will not talk unless the rebels withdraw from Gao.", "withdraw", "expects"),
    ("The junta would sign if the rebels withdrew from Gao.", "withdrew", "expects"),
    ("The rebels will not disarm before the army leaves Gao.", "leaves", "expects"),
    ("The rebels fought until the army left Gao.", "left", "asserts"),
    ("The rebels did not leave until the army shelled Gao.", "shelled", "asserts"),
    ("Reporters asked whether the rebels captured Bamako.", "captured", "questions"),
    ("Did the rebels capture Bamako?", "capture", "questions"),
]
# Exchanging the two parties changes no stance.
TWO_WAYS = [
    ("{a} denied that its jets bombed the harbour of {b}.", "bombed", "denies"),
    ("{a} said {b} had shelled its posts.", "shelled", "asserts"),
    ("{a} could attack {b}, the envoy said.", "attack", "expects"),
    ("{a} reportedly shelled the capital of {b}.", "shelled", "hedges"),
]
PARTIES = [("Armenia", "Azerbaijan"), ("Sudan", "Chad"), ("Israel", "Lebanon")]
SWAPPED = [
    (text.format(a=a, b=b), word, stance)
    for text, word, stance in TWO_WAYS
    for one, two in PARTIES
    for a, b in ((one, two), (two, one))
]
ROWS = [*STANCES, *SWAPPED]


@cache
def document() -> tuple[Document, dict[str, tuple[int, int]]]:
    return read_events(row[0] for row in ROWS)


@pytest.mark.parametrize(("text", "word", "stance"), ROWS, ids=[row[0] for row in ROWS])
def test_stance(text: str, word: str, stance: str) -> None:
    found, spans = document()
    lookup = Lookup(found)
    start, end = spans[text]
    inside = [e for e in found.events if start <= e.start < end and lookup.tokens[e.head].text == word]
    (event,) = inside
    voice = voice_of(lookup, event, frozenset())
    actor = Doers(lookup, frozenset()).explicit(event)
    assert stance_by_rule(lookup, event, voice, actor)[0] == stance
