"""How a name relates to the noun after it: "the Malian army", "Kenyan-led", "Chad-backed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from fogline.extraction.actors.lexicon import Match, word_class
from fogline.model import Token

Relation = Literal["member", "led", "pro", "none"]
_STATE_REACH = 4  # words before "television" among which "state" or "-run" may stand


def relation(tokens: Sequence[Token], match: Match) -> Relation:
    """How the name in `match` relates to what it stands before."""
    if match.first >= 2 and tokens[match.first - 1].text == "-":
        prefix = tokens[match.first - 2].lower
        if prefix in word_class("against"):
            return "none"
        if prefix == "pro":
            return "pro"
    if match.last + 1 < len(tokens) and tokens[match.last].text == "-":
        word = tokens[match.last + 1].lower
        return "none" if word in word_class("no_member") else "led" if word in word_class("leader_of") else "member"
    return "member"


def backs(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the name is told to back what it stands before ("Chad-backed rebels"): it is no member, but it acts."""
    if match.first and tokens[match.first - 1].text == "-":
        return False
    hyphened = match.last + 1 < len(tokens) and tokens[match.last].text == "-"
    return hyphened and tokens[match.last + 1].lower in word_class("backer_of")


def in_compound_adjective(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a word is half of a hyphenated adjective ("rebel-held", "anti-government")."""
    if match.first > 1 and tokens[match.first - 1].text == "-":
        return tokens[match.first - 1].end == tokens[match.first].start
    hyphen = match.last + 1 < len(tokens) and tokens[match.last].text == "-"
    return hyphen and tokens[match.last + 1].tag in {"VBN", "VBD", "JJ"}


def state_run(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a medium is called a state's or a group's own ("state television", "Hamas-run")."""
    before = tokens[max(0, match.first - _STATE_REACH) : match.last]
    return any(token.lower in word_class("of_state") for token in before)
