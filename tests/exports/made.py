"""A document made by hand, so that outputs can be tested without reading."""

from __future__ import annotations

from datetime import date

from fogline.model import (
    Amount,
    Claim,
    Document,
    Party,
    Place,
    Published,
    Relay,
    Report,
    Said,
    Segment,
    Source,
    Warning,
    When,
    Words,
)

TEXT = (
    "Veld said on Friday its forces had taken the river port of Osten, killing at least 10 soldiers.\n\n"
    "Arda denied that Osten was lost. The General Staff declined to comment."
)
DAY = date(2031, 5, 2)


def words(text: str, after: int = 0) -> Words:
    start = TEXT.index(text, after)
    return Words(start, start + len(text), text)


def place() -> Place:
    w = words("Osten")
    return Place(
        w.start, w.end, w.text, 0, 1, "Osten", -1.5, 29.25, 7, "XX", "Lower Veld", "settlement", "settlement", 3000,
        ("places.only_one",),
    )  # fmt: skip


def amount() -> Amount:
    w = words("at least 10")
    return Amount(w.start, w.end, w.text, 0, 3, 2, 10.0, None, None, "soldiers", because=("amounts.bound",))


def claims() -> tuple[Claim, ...]:
    veld = Source(
        "government", words("Veld"), "Government of Veld", "Veld", words("said"), "indirect",
        (Relay("government", words("Veld"), "Government of Veld", "Veld"),),
    )  # fmt: skip
    arda = Source("government", words("Arda"), "Government of Arda", "Arda", words("denied"), "indirect")
    staff = Source("military", words("The General Staff"), None, "none", words("declined"))
    first = Claim(
        "c1", "control.captured", "asserts", words("its forces had taken the river port of Osten"), words("had taken"),
        veld, Party(words("its forces"), "Armed Forces of Veld", "Veld"), None, place(),
        When(words("on Friday"), DAY, DAY, "sometime"), Said(DAY, DAY), (amount(),), None, 0.83,
        ("event: events.take", "source: attribution.say", "place: places.only_one"),
    )  # fmt: skip
    second = Claim(
        "c2", "control.captured", "denies", words("Osten was lost"), words("lost"), arda, None, None, None, None, None,
        (), "c1", 0.7, ("stance: attribution.deny",),
    )  # fmt: skip
    third = Claim(
        "c3", "other.statement", "withholds", words("The General Staff declined to comment"), words("declined"), staff,
        None, None, None, None, None, (), None, 0.5, (),
    )  # fmt: skip
    return first, second, third


def document() -> Document:
    report = Report(
        "sha256:0", TEXT, (Segment("body", 0, 95), Segment("body", 97, len(TEXT))),
        Published(DAY, DAY, "given", ("reports.given",)), path="osten.txt", publisher="The Veld Courier",
        agency="AFP", language="en", warnings=(Warning("encoding_guessed", "read as cp1252, which is a guess"),),
    )  # fmt: skip
    return Document(report, claims=claims(), published=report.published)
