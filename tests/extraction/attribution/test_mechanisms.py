"""How sources, cues and content are tied together, over clauses, sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from fogline.extraction.attribution import attributions
from fogline.extraction.coverage import Coverage
from fogline.language import structure
from fogline.model import Attribution, Document
from fogline.reports import report_from_text

Found = tuple[str, tuple[Attribution, ...]]


@cache
def read(text: str) -> Found:
    return text, attributions(structure(Document(report_from_text(text)))).attributions


def parts(found: Found, role: Callable[[Attribution], tuple[object, ...]]) -> list[list[str]]:
    text, all_of_them = found
    return [[text[s.start : s.end] for s in role(a)] for a in all_of_them]  # type: ignore[attr-defined]


def who_says(text: str, words: str) -> tuple[str, str]:
    """Source and stance of the innermost act of speech that holds the words; empty for the report's own voice."""
    _, all_of_them = read(text)
    over = Coverage(all_of_them).over(text.index(words))
    inside = [k for k in over if all_of_them[k].source]
    if not inside:
        return "", ""
    attribution = all_of_them[inside[0]]
    return " / ".join(text[s.start : s.end] for s in attribution.source), attribution.stance


@pytest.mark.parametrize(
    ("text", "words", "source", "stance"),
    [
        ("The coroner said that nine miners had died.", "died", "The coroner", "asserts"),
        ("Nine miners had died, the coroner said on Monday.", "died", "the coroner", "asserts"),
        ("Nine miners, the coroner said, had died in the shaft.", "died", "the coroner", "asserts"),
        ("“The mill is lost,” said Colonel Adeyemi.", "lost", "Colonel Adeyemi", "asserts"),
        ("According to the coroner, nine miners had died.", "died", "the coroner", "asserts"),
        ("Nine miners had died, according to the coroner.", "died", "the coroner", "asserts"),
        ("The mayor denied that the well was poisoned.", "poisoned", "The mayor", "denies"),
        ("The garrison denied shelling the market.", "shelling", "The garrison", "denies"),
        ("The emir vowed to retake the port.", "retake", "The emir", "intends"),
        ("Doctors warned of a cholera outbreak.", "outbreak", "Doctors", "expects"),
        ("The envoy declined to say whether the jet was lost.", "lost", "The envoy", "withholds"),
        ("Reporters asked whether the pilot had survived.", "survived", "Reporters", "questions"),
        ("Amina Yusuf, the governor of the delta, said the dam had burst.", "burst",
         "Amina Yusuf, the governor of the delta", "asserts"),
        ("The clinic issued a letter saying that its wards were full.", "full", "The clinic", "asserts"),
        ("The clinic said its roof leaked and added that its wards were full.", "full", "The clinic", "asserts"),
        ("A spokesman, who said the road was mined, left at noon.", "mined", "A spokesman", "asserts"),
        ("The road was mined and the dam had burst.", "mined", "", ""),
    ],
)  # fmt: skip
def test_who_says_it(text: str, words: str, source: str, stance: str) -> None:
    assert who_says(text, words) == (source, stance)


def test_quotation_after_its_cue_carries_on() -> None:
    text = "“We ran at dawn,” the baker said. “The bridge was already burning.”"
    assert who_says(text, "burning") == ("the baker", "asserts")


def test_quotation_of_the_next_paragraph_carries_on() -> None:
    text = "The baker told reporters that she had fled.\n\n“The bridge was already burning. We swam.”"
    assert who_says(text, "burning")[0] == "The baker"


def test_next_speaker_owns_the_quotation_after_him() -> None:
    text = "“We ran at dawn,” the baker said. Her brother said he stayed. “The bridge was already burning.”"
    assert who_says(text, "burning")[0] == "Her brother"


def test_chain_puts_the_quoted_source_inside() -> None:
    text = "The agency quoted the harbour master as saying that the crane had collapsed."
    _, all_of_them = read(text)
    first, *outer = Coverage(all_of_them).over(text.index("collapsed"))
    inner = all_of_them[first]
    assert [text[s.start : s.end] for s in inner.source] == ["the harbour master"]
    assert inner.parent in outer
    assert inner.parent is not None
    assert [text[s.start : s.end] for s in all_of_them[inner.parent].source] == ["The agency"]


def test_citing_makes_the_cited_one_the_inner_source() -> None:
    text = "The station reported that the crane had collapsed, citing the harbour master."
    assert who_says(text, "collapsed")[0] == "the harbour master"


def test_direct_indirect_and_mixed() -> None:
    kinds = {
        "“The mill is lost,” the colonel said.": "direct",
        "The colonel said the mill was lost.": "indirect",
        "The colonel said the mill was “lost beyond any hope of repair”.": "mixed",
    }
    assert {text: read(text)[1][0].quoted for text in kinds} == kinds


def test_events_say_nothing() -> None:
    assert read("The raid underscored the risk to the port.")[1] == ()


def test_swapped_parties_swap_the_sources_alone() -> None:
    text = "Peru said its troops held the pass, but Chile denied that they had reached it."
    swapped = text.replace("Peru", "#").replace("Chile", "Peru").replace("#", "Chile")
    one, other = read(text), read(swapped)
    assert [(a.entry, a.stance) for a in one[1]] == [(a.entry, a.stance) for a in other[1]]
    assert parts(one, lambda a: a.source) == [["Peru"], ["Chile"]]
    assert parts(other, lambda a: a.source) == [["Chile"], ["Peru"]]


@pytest.mark.parametrize("text", ["\n \n.", "said", "“”", ":", "According to", "said said said", "“" * 50])
def test_broken_text_is_read(text: str) -> None:
    read(text)
