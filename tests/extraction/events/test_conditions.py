"""The conditions of event entries name noun classes that there are."""

from __future__ import annotations

import pytest

from fogline.extraction.events.lexicon import all_senses, all_triggers, lexicon
from fogline.knowledge.schemas.events import Pattern

FOUND_BY_STAGES = frozenset({"place", "actor", "name", "pronoun", "number", "it"})
ARGUMENTS = ("subject", "object", "agent", "of", "by", "in_", "from_", "complement")


def conditions(pattern: Pattern) -> set[str]:
    """The classes that a pattern asks for; its modifiers may be any words."""
    listed = [getattr(pattern, name) or () for name in ARGUMENTS]
    listed += pattern.prep.values()
    return {word for words in listed for word in words if not word.startswith("=")}


@pytest.mark.parametrize("pattern", [*all_triggers(), *all_senses()], ids=lambda pattern: pattern.id)
def test_conditions_name_known_classes(pattern: Pattern) -> None:
    known = FOUND_BY_STAGES.union(*lexicon().classes.values())
    assert conditions(pattern) <= known
