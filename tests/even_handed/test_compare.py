"""The comparison itself: a reader that favours a party is found out, and the exchanged text is English."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.even_handed.compare import Comparison, compare
from tests.even_handed.exchange import Forms, Pair, exchanged

from fogline.model import Claim, Document

Read = Callable[..., Document]
DAY = "2024-05-04"
TEXT = (
    "Kenya said its troops had captured the ridge. Uganda denied that it had lost the ridge. Ugandan shelling killed "
    "three soldiers on Friday, the Kenyan army said."
)
PAIR = Pair(
    id="any",
    first=Forms(name="Kenya", adjective="Kenyan", people="Kenyans", capital="Nairobi"),
    second=Forms(name="Uganda", adjective="Ugandan", people="Ugandans", capital="Kampala"),
    reports=(),
)


def compared(read: Read, change_claims: Callable[[tuple[Claim, ...]], tuple[Claim, ...]]) -> Comparison:
    """The comparison with a reader that changes the claims of the text after."""
    before = read(TEXT, DAY)
    change = exchanged(before, PAIR)
    after = read(change.text, DAY)
    return compare(before, replace(after, claims=change_claims(after.claims)), change, PAIR)


def biased(claims: tuple[Claim, ...], **fields: object) -> tuple[Claim, ...]:
    return (replace(claims[0], **fields), *claims[1:])  # type: ignore[arg-type]


def test_an_even_reader_is_even(read: Read) -> None:
    found = compared(read, lambda claims: claims)
    assert found.claims > 2
    assert found.differences == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda claims: claims[1:],
        lambda claims: (*claims, replace(claims[0], trigger=claims[-1].source.words, source=claims[1].source)),
        lambda claims: biased(claims, stance="hedges"),
        lambda claims: biased(claims, event="control.held"),
        lambda claims: biased(claims, evidence=claims[1].evidence),
        lambda claims: biased(claims, source=replace(claims[0].source, kind="blogger")),
        lambda claims: biased(claims, source=replace(claims[0].source, side="none")),
        lambda claims: biased(claims, source=replace(claims[0].source, words=claims[1].source.words)),
        lambda claims: biased(claims, actor=None),
    ],
    ids=["lost", "added", "stance", "event", "evidence", "kind", "side", "source", "actor"],
)
def test_what_is_read_of_one_party_alone_is_unexplained(
    read: Read, change: Callable[[tuple[Claim, ...]], tuple[Claim, ...]]
) -> None:
    assert len(compared(read, change).odd()) == 1


def test_a_side_that_follows_from_the_place_is_explained(read: Read) -> None:
    text = "Fighting went on in eastern Kenya. The governor said Ugandan troops had withdrawn. Kenya denied it."
    before = read(text, DAY)
    change = exchanged(before, PAIR.model_copy(update={"first": Forms(name="Kenya", adjective="Kenyan")}))
    found = compare(before, read(change.text, DAY), change, PAIR)
    assert found.odd() == set()


GROUPS = Pair(
    id="groups",
    first=Forms(name="RSF", article=True, an=True),
    second=Forms(name="Islamic State", words={"IS": "RSF"}),
    reports=(),
    kept=("Islamic State University",),
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The RSF held the base.", "Islamic State held the base."),
        ("Islamic State held the base.", "The RSF held the base."),
        ("They fought Islamic State there.", "They fought the RSF there."),
        ("They fought the RSF there.", "They fought Islamic State there."),
        ("An Islamic State column fled.", "An RSF column fled."),
        ("The RSF column fled.", "The Islamic State column fled."),
        ("The IS-held base was lost.", "The RSF-held base was lost."),
        ("A teacher of Islamic State University fled.", "A teacher of Islamic State University fled."),
    ],
)
def test_articles_are_as_the_name_asks_for(read: Read, text: str, due: str) -> None:
    assert exchanged(read(text, DAY), GROUPS).text == due


def test_offsets_are_moved_with_the_words(read: Read) -> None:
    text = "They fought the RSF near an RSF base of Islamic State's men."
    change = exchanged(read(text, DAY), GROUPS)
    assert change.text == "They fought Islamic State near an Islamic State base of the RSF's men."
    for word, due in (("the RSF", "Islamic State"), ("an RSF base", "an Islamic State base"), ("men", "men")):
        start = text.index(word)
        assert change.text[change.start(start) : change.end(start + len(word))] == due
