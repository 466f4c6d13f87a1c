"""How likely a noun that names an event tells of one rather than refers back to it ("the attack")."""

from __future__ import annotations

from fogline.language.tree import children
from fogline.model import Structure, Token

# Shares of claims among event nouns of annotated reports, relative to the mean of all nouns.
IN_COMPOUND = 0.2  # "the attack helicopter": names something else
PROPER = 0.2  # "the Battle of Britain", "Strike Force"
BARE_DEFINITE = 0.5  # "the attack", "this war": refers back
BARE = 0.5  # "fighting" alone
REPEATED_BARE = 0.6  # the same bare noun again
DESCRIBED = 1.15  # "a heavy attack", "attacks on the port"
FULLY_DESCRIBED = 1.4  # both
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def standing(structure: Structure, token: Token, repeated: bool) -> float:
    """A factor for the weight of a noun's entry: below 1 where it more likely refers than tells.

    `repeated`: the same noun was met before in the report.
    """
    if token.dep in {"compound", "nmod", "npadvmod"}:
        return IN_COMPOUND
    if token.pos == "PROPN":
        return PROPER
    below = children(structure, token.i)
    described = any(c.dep in {"amod", "compound", "nmod", "nummod"} for c in below)
    complemented = any(c.dep in {"prep", "relcl", "acl"} for c in below)
    if described and complemented:
        return FULLY_DESCRIBED
    if described or complemented:
        return DESCRIBED
    factor = 1.0
    if any(c.dep == "det" and c.lower in _DEFINITE for c in below):
        factor = BARE_DEFINITE
    elif token.tag == "NN" and not any(c.dep in {"det", "poss"} for c in below):
        factor = BARE
    return factor * (REPEATED_BARE if repeated else 1.0)
