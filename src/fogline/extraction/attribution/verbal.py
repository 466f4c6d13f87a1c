"""Attributions whose cue is a verb."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.extraction.attribution import sources
from fogline.extraction.attribution.draft import Draft
from fogline.extraction.attribution.extents import cue_phrase, is_negated, noun_phrase
from fogline.extraction.attribution.frames import FINDERS, prepositional
from fogline.extraction.attribution.lexicon import by_lemma, group
from fogline.extraction.attribution.special import SPECIAL, Find
from fogline.extraction.attribution.stances import stance_of
from fogline.knowledge.schemas.attribution import Cue
from fogline.language.tree import FINITE, children, subtree
from fogline.model import Structure, Token

WAITING = frozenset({"clause", "quote", "quote only", "none"})  # frames whose content may be a quotation, or nothing
_HEARSAY = frozenset({"say.say", "say.report", "say.claim", "say.allege"})  # "is said to", by nobody knows whom
_NOT_CUES = frozenset({"aux", "auxpass", "amod", "compound", "case"})


def verbal(structure: Structure) -> Iterator[Draft]:
    """The drafts of all verbs that are cues, in order; some still wait for a quotation."""
    index = by_lemma("verb")
    taken: set[int] = set()  # verbs that are part of another's cue: "quoted as saying", "declined to comment"
    for token in structure.tokens:
        if token.i in taken:
            continue
        if token.lemma in index and token.tag.startswith("VB") and token.dep not in _NOT_CUES:
            for draft in _of_verb(structure, token, index[token.lemma]):
                taken |= draft.cue - {token.i}
                yield draft


def _of_verb(structure: Structure, token: Token, entries: tuple[Cue, ...]) -> Iterator[Draft]:
    passive = is_passive(structure, token)
    waiting: Cue | None = None
    for entry in entries:
        if not _applies(structure, entry, token, passive):
            continue
        for frame in entry.frames:
            find = _content(structure, token.i, frame, passive=passive, told=entry.told)
            if find.found:
                yield from _drafts(structure, entry, token, passive, find, frame)
                return
            if frame in WAITING and waiting is None:
                waiting = entry
    if waiting is not None:
        yield from _drafts(
            structure, waiting, token, passive, Find(set()), "none" if "none" in waiting.frames else "quote"
        )


def is_passive(structure: Structure, verb: Token) -> bool:
    """Whether a participle is passive, with its auxiliary ("was told") or without ("houses said to be")."""
    if verb.tag != "VBN":
        return False
    deps = {t.dep for t in children(structure, verb.i)}
    bare = verb.dep in {"acl", "relcl"} and not deps & {"aux", "nsubj"}
    bare = bare or (verb.dep == "advcl" and not deps & {"aux", "nsubj", "dobj"})  # "Asked about the raid, he said"
    return "auxpass" in deps or (bare and not _reads_as_noun(structure, verb, deps))


def _reads_as_noun(structure: Structure, verb: Token, deps: set[str]) -> bool:
    """Whether a sentence was read as a noun phrase, its verb as a participle ("several papers reported on it.")."""
    noun = structure.tokens[verb.head]
    if noun.dep != "ROOT" or noun.pos not in {"NOUN", "PROPN"} or noun.i > verb.i or verb.dep != "acl":
        return False
    sentence = structure.sentences[verb.sentence]
    below = {t.i for t in subtree(structure, verb.i)}
    outside = [t for t in structure.tokens[sentence.first : sentence.last] if t.i not in below]
    stops = structure.tokens[sentence.last - 1].text in {".", "”", '"'}
    return "ccomp" in deps or (stops and not any(t.tag in FINITE for t in outside))


def _applies(structure: Structure, entry: Cue, token: Token, passive: bool) -> bool:
    if entry.passive and not passive:
        return False
    if entry.only_negated and not (is_negated(structure, token.i) or _cannot(structure, token.i)):
        return False
    if entry.particle is None:
        return True
    following = structure.tokens[token.i + 1 : token.i + 2]
    return any(t.lower == entry.particle for t in (*children(structure, token.i), *following))


def _cannot(structure: Structure, verb: int) -> bool:
    """Negation by "unable to", "impossible to", "without", or by a "not" on the governing verb."""
    token = structure.tokens[verb]
    if token.dep == "pcomp":
        return structure.tokens[token.head].lower == "without"
    if token.dep not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        return False
    head = structure.tokens[token.head]
    if token.dep in {"xcomp", "ccomp"} and is_negated(structure, head.i):
        return True
    if not any(t.lower == "to" for t in children(structure, token.i, "aux", "mark")):
        return False
    if structure.tokens[token.i - 2].lower == "yet":
        return True  # "has yet to comment"
    copula = structure.tokens[head.head]
    return head.lower in group("incapable") or (head.pos == "ADJ" and is_negated(structure, copula.i))


def _content(structure: Structure, verb: int, frame: str, *, passive: bool, told: bool) -> Find:
    if frame in WAITING and frame != "clause":
        return Find(set())
    if frame in SPECIAL:
        return SPECIAL[frame](structure, verb)
    if frame == "active object":
        if passive:
            return Find(set() if sources.agent(structure, verb) is None else _passive_subject(structure, verb))
        return Find(FINDERS["object"](structure, verb))
    if frame == "object" and passive:
        return Find(set() if told else _passive_subject(structure, verb))
    if frame in FINDERS:
        return Find(FINDERS[frame](structure, verb))
    content, preposition = prepositional(structure, verb, frame)
    return Find(content, frozenset() if preposition is None else frozenset({preposition}))


def _passive_subject(structure: Structure, verb: int) -> set[int]:
    found: set[int] = set()
    for child in children(structure, verb, "nsubjpass"):
        if child.tag not in {"WP", "WDT", "PRP"}:
            found |= {t.i for t in subtree(structure, child.i)}
        elif child.tag == "WDT" and structure.tokens[verb].dep == "relcl":  # "the toll, which was confirmed by"
            found |= noun_phrase(structure, structure.tokens[verb].head, without={verb})
    return found


def _drafts(structure: Structure, entry: Cue, token: Token, passive: bool, find: Find, frame: str) -> Iterator[Draft]:
    cue = cue_phrase(structure, token.i) | find.cue
    head = sources.of_verb(structure, token.i, passive=passive)
    if frame in {"clause", "predicate", "accused"} or head not in find.content:
        source = sources.phrase(structure, head, token.i)
    else:
        head, source = None, set()
    stance, because = stance_of(structure, entry, token.i, find.content)
    if passive and not source and find.relayed is None and entry.id in _HEARSAY:
        stance, because = "hedges", "attribution.stance_of_hearsay"
    content = find.content - cue - source
    draft = Draft(entry, stance, token.i, cue, head, source, content, [f"attribution.verb_{_name(frame)}", because])
    if source or find.relayed is None:
        yield draft
    if find.relayed is not None:
        inner = sources.phrase(structure, find.relayed, token.i)
        outer = draft if source else None
        yield Draft(entry, stance, token.i, cue, find.relayed, inner, content - inner, ["attribution.quoted_as"], outer)


def _name(frame: str) -> str:
    return frame.replace(" ", "_")
