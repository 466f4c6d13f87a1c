"""Schema of `knowledge/attribution/*.yaml`: words that tie what is said to who says it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from fogline.model import Stance

Kind = Literal["verb", "noun", "adjective", "adverb", "phrase", "visit", "sight"]


class Cue(BaseModel):
    """One cue of attribution.

    `lemma` is the head word in its base form, `also` further forms that the parser may give for it. `frames` tells
    where the words attributed stand:

    | frame | content | example |
    | --- | --- | --- |
    | `clause` | a finite clause, with or without "that"; also the one that the cue is set into | said (that) it fell |
    | `quote` | a quotation next to the cue | smiled |
    | `infinitive` | "to" and a verb | vowed to fight |
    | `gerund` | a verb in -ing | denied shelling the town |
    | `addressee infinitive` | a noun phrase and "to" with a verb | urged Berlin to help |
    | `object` | the direct object | denied the report |
    | `predicate` | the object and what it is called | called the vote a sham |
    | `raising` | the subject and "to" with a verb | is believed to have fled |
    | `of`, `for`, `about`, … | what a preposition governs | warned of, called for |
    | `account` | an object that is itself something said | dismissed the report |
    | `as` | like `predicate`, with "as" alone | sees the pact as a trap |
    | `whom for`, `whom to` | whom and what for | blamed rebels for the fire |
    | `none` | nothing: the cue tells of silence | did not comment |

    Frames of single verbs (`quoted`, `accused`, `toll`, `to speak`, …) are described where they are found, in
    `extraction/attribution/special.py` and `phrasal.py`. Only `active object` differs from `object` in the passive.

    For nouns, `clause` is a clause that the noun governs ("the claim that"), and prepositions as for verbs.
    An `adjective` ("alleged") comments on the noun that it describes. A `visit` opens a passage of what reporters saw,
    a `sight` is what they say they saw or heard; both count with a reporter as subject alone.
    `particle` is a word that must go with it ("point out"). `stance` is what the cue says of its content,
    `future` the stance where the content looks forward, `negated` the stance where the cue is negated; `only_negated`
    cues count with a negation alone ("could not verify"). `passive` cues count in the passive alone; with `told` the
    subject of a passive is the one who was told, not what was said. `continues`: it carries on what its source said.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    kind: Kind = "verb"
    lemma: str
    also: tuple[str, ...] = ()
    frames: tuple[str, ...]
    particle: str | None = None
    stance: Stance = "asserts"
    future: Stance | None = None
    negated: Stance | None = None
    only_negated: bool = False
    passive: bool = False
    told: bool = False
    continues: bool = False
    example: str
    not_: str | None = Field(default=None, alias="not")


class Words(BaseModel):
    """A group of nouns with one trait; `example` shows one of them where the trait matters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: tuple[str, ...]
    example: str
