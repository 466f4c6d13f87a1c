"""Made reports with claims, as many as wanted, to measure a ledger with: the same for the same seed.

They are documents as the reader gives them, without having been read: sides, places, days, numbers and words are drawn
so that claims of one event meet in several reports, some are copies, and sides contradict one another.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from fogline.claims.identity import claim_id
from fogline.model import (
    Amount,
    Claim,
    Document,
    EventType,
    Party,
    Place,
    Published,
    Report,
    Said,
    Source,
    Stance,
    When,
    Words,
)

CLAIMS = 30  # of a report
PLACES = 600
DAYS = 700
FIRST = date(2023, 1, 1)
SIDES = ("Redland", "Blueland")
OUTLETS = tuple(f"Outlet {n}" for n in range(40))
_EVENTS: tuple[tuple[EventType, str, int], ...] = (
    ("control.captured", "captured", 4), ("control.held", "held", 3), ("control.withdrawn", "left", 2),
    ("control.contested", "fought for", 3), ("attack.shelling", "shelled", 5), ("attack.drone", "struck", 4),
    ("harm.killed", "killed civilians in", 6), ("harm.wounded", "wounded people in", 4),
    ("people.displaced", "emptied", 2), ("politics.goal", "promised to take", 2), ("other.statement", "spoke of", 3),
)  # fmt: skip
_STANCES: tuple[tuple[Stance, str, int], ...] = (
    ("asserts", "said", 12), ("denies", "denied", 3), ("hedges", "may have", 2), ("expects", "will have", 1),
)  # fmt: skip
_WORDS = (
    "market", "bridge", "school", "road", "river", "station", "depot", "farm", "clinic", "church", "hill", "mine",
    "plant", "square", "tower",
)  # fmt: skip


def documents(count: int, seed: int = 1) -> Iterator[Document]:
    """`count` documents of `CLAIMS` claims each, in the order of their days; one in twelve repeats another's text."""
    chance = random.Random(seed)
    earlier: list[Document] = []
    for number in range(count):
        day = FIRST + timedelta(days=number * DAYS // max(count, 1))
        if earlier and chance.random() < 1 / 12:
            made = _copied(chance.choice(earlier[-40:]), number, day, chance)
        else:
            made = _made(number, day, chance)
            earlier.append(made)
        yield made


def _made(number: int, day: date, chance: random.Random) -> Document:
    identity, text, claims = f"sha256:{number:064x}", "", list[Claim]()
    region = chance.randrange(PLACES // 10)
    for _ in range(CLAIMS):
        text, claim = _claim(identity, text, day, region * 10 + chance.randrange(10), chance)
        claims.append(claim)
    report = Report(
        identity, text, (), Published(day, day, "given"), external_id=f"made-{number}",
        publisher=chance.choice(OUTLETS), title=f"Day {number}", language="en",
    )  # fmt: skip
    return Document(report, published=report.published, claims=tuple({c.id: c for c in claims}.values()))


def _claim(report: str, text: str, day: date, number: int, chance: random.Random) -> tuple[str, Claim]:
    """One sentence more, and its claim."""
    event, verb, _ = chance.choices(_EVENTS, [weight for *_, weight in _EVENTS])[0]
    stance, cue, _ = chance.choices(_STANCES, [weight for *_, weight in _STANCES])[0]
    speaker, actor = chance.choice(SIDES), chance.choice(SIDES)
    killed = chance.randrange(1, 30)
    numbers = f"{killed} people near the " if event.startswith("harm.") else "the "
    sentence = (
        f"{speaker}'s army {cue} {actor} {verb} Town {number}, {numbers}{' and the '.join(chance.sample(_WORDS, 3))}. "
    )
    start = len(text)
    text += sentence

    def words(part: str) -> Words:
        at = start + sentence.index(part)
        return Words(at, at + len(part), part)

    source = Source("military", words(f"{speaker}'s army"), f"{speaker}'s army", speaker, words(cue), "indirect")
    told = day - timedelta(days=chance.choice((0, 0, 1, 2)))
    amounts = (_amount(words(str(killed)), killed),) if event.startswith("harm.") else ()
    evidence, trigger = words(sentence.strip()), words(verb)
    return text, Claim(
        claim_id(report, evidence, trigger, event, stance, source, shared=False), event, stance, evidence, trigger,
        source, Party(words(actor), actor, actor), None, _place(number, words(f"Town {number}")),
        When(None, told, told, "sometime"), Said(day, day), amounts, None,
        round(chance.uniform(0.4, 0.95), 3), ("made",),
    )  # fmt: skip


def _amount(words: Words, number: int) -> Amount:
    return Amount(words.start, words.end, words.text, 0, 0, 0, None, number, None, "killed")


def _place(number: int, words: Words) -> Place:
    return Place(
        words.start, words.end, words.text, 0, 0, words.text, 46 + number % 30 * 0.2, 30 + number // 30 * 0.4,
        1_000_000 + number, "UA", f"Region {number // 30}", "settlement", "settlement", 3000,
    )  # fmt: skip


def _copied(document: Document, number: int, day: date, chance: random.Random) -> Document:
    """The same text by another outlet: another report with the same claims."""
    report = replace(
        document.report, id=f"sha256:{number:064x}", external_id=f"made-{number}", publisher=chance.choice(OUTLETS),
        published=Published(day, day, "given"),
    )  # fmt: skip
    claims = tuple(
        replace(c, id=claim_id(report.id, c.evidence, c.trigger, c.event, c.stance, c.source, shared=False))
        for c in document.claims
    )
    return replace(document, report=report, published=report.published, claims=claims)
