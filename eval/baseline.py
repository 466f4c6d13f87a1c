"""The baseline that fogline has to beat: keywords alone, every claim the narrator's assertion.

    python -m eval.baseline FOLDER > out.jsonl

FOLDER holds annotated reports (`NAME.txt` beside `NAME.json`); score what comes out like fogline's own output.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

# One pattern a line of the table: the word that names the event, as most readers would list them in ten minutes.
PATTERNS: dict[str, str] = {
    "control.captured": r"captur\w+|seiz\w+|took control|under the control|liberat\w+",
    "control.held": r"held|holding|defend\w*|repel\w*",
    "control.advanced": r"advanc\w+|push\w+|gains",
    "control.withdrawn": r"withdr[ae]w\w*|retreat\w*",
    "control.encircled": r"siege|besieged|surround\w+|encircl\w+",
    "attack.airstrike": r"air ?strikes?|air raids?",
    "attack.missile": r"missiles?",
    "attack.drone": r"drones?",
    "attack.shelling": r"shell(?:ed|ing)|bombard\w+|rockets?|artillery",
    "attack.ground": r"offensive|assault|clash\w*|invasion|raid",
    "attack.explosion": r"explo\w+|blasts?|bombings?",
    "attack.intercept": r"shot down|intercept\w*",
    "attack.other": r"attack\w*|strikes?|fighting",
    "harm.killed": r"kill\w*|deaths?|died|dead",
    "harm.wounded": r"wound\w*|injur\w+",
    "harm.detained": r"detain\w*|arrest\w*|hostages?|prisoners?",
    "harm.damage": r"destroy\w*|damag\w*",
    "people.displaced": r"fled|flee\w*|evacuat\w*|displaced|refugees?",
    "people.population": r"population|residents",
    "people.conditions": r"electricity|hunger|shortages?|famine",
    "aid.access": r"corridors?|aid",
    "politics.talks": r"talks|negotiat\w+|summit|met",
    "politics.agreement": r"cease-?fire|truce|agreement|deal",
    "politics.goal": r"want\w*|demand\w*|vow\w*|call\w* for|urg\w+",
    "politics.support": r"sanctions?|support\w*|weapons",
}
_ANY = re.compile("|".join(f"(?P<g{i}>\\b(?:{p})\\b)" for i, p in enumerate(PATTERNS.values())), re.IGNORECASE)


def claims(text: str) -> list[dict[str, object]]:
    """One claim for each keyword, its sentence the evidence."""
    found: list[dict[str, object]] = []
    events = list(PATTERNS)
    for match in _ANY.finditer(text):
        start = max(text.rfind(". ", 0, match.start()) + 2, text.rfind("\n\n", 0, match.start()) + 2, 0)
        end = min(
            (i for i in (text.find(". ", match.end()), text.find("\n\n", match.end())) if i >= 0), default=len(text)
        )
        found.append(
            {
                "event": events[int(str(match.lastgroup)[1:])],
                "stance": "asserts",
                "trigger": {"start": match.start(), "end": match.end(), "text": match[0]},
                "evidence": {"start": start, "end": end, "text": text[start:end]},
                "source": {"kind": "narrator", "side": "none", "text": None},
            }
        )
    return found


def main() -> int:
    """Prints one object a report."""
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        print(json.dumps({"report": {"external_id": path.stem, "text": text}, "claims": claims(text)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
