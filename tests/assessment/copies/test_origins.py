"""Where the words of reports and claims first came from."""

from __future__ import annotations

import pytest
from tests.assessment.copies.texts import ELSEWHERE, RETOLD, STORY, report

from fogline.assessment.copies import Likeness, Origins, compare
from fogline.model import Report


def origins(**reports: Report) -> Origins:
    """The origins of reports by name, given in the order in which they came out."""
    names = list(reports)
    pairs = [(a, b) for place, a in enumerate(names) for b in names[place + 1 :]]
    return Origins(names, [(a, b, compare(reports[a], reports[b])) for a, b in pairs])


def of_words(found: Origins, name: str, report: Report, words: str) -> str:
    start = report.text.index(words)
    return found.of_claim(name, start, start + len(words)).report


def test_byte_identical_texts_of_two_outlets_are_of_one_origin() -> None:
    a, b = report(*STORY, publisher="One"), report(*STORY, publisher="Two")
    found = origins(first=a, second=b)
    assert found.of_report("second").report == "first"
    assert found.of_report("second").because == ("copies.copy_of: first",)
    assert of_words(found, "second", b, "forty soldiers had been killed") == "first"
    assert found.groups() == [["first", "second"]]


def test_what_a_report_says_beyond_the_passage_is_its_own() -> None:
    a, b = report(*STORY), report(*ELSEWHERE, STORY[1])
    found = origins(wire=a, paper=b)
    assert of_words(found, "paper", b, "forty soldiers had been killed") == "wire"
    assert of_words(found, "paper", b, "raised the flag over the village") == "paper"
    assert found.of_report("paper").because == ("copies.own_words",)
    assert of_words(found, "wire", a, "forty soldiers had been killed") == "wire"
    assert found.groups() == []


def test_a_digest_joins_no_reports_that_it_quotes_from() -> None:
    a, b = report(*STORY[:3]), report(*ELSEWHERE[:3])
    digest = report(*STORY[:3], *ELSEWHERE[:3])
    found = origins(here=a, there=b, digest=digest)
    assert found.of_report("there").report == "there"
    assert of_words(found, "digest", digest, "forty soldiers had been killed") == "here"
    assert of_words(found, "digest", digest, "raised the flag over the village") == "there"


def test_the_first_report_of_a_passage_is_found_through_others() -> None:
    """A and C share no words that suffice; B has both halves of the passage."""
    a, c = report(*RETOLD, STORY[1]), report(*ELSEWHERE, STORY[1])
    found = origins(a=a, b=report(*STORY), c=c)
    assert {of_words(found, name, r, "forty soldiers") for name, r in (("a", a), ("c", c))} == {"a"}


def test_a_longer_passage_around_an_older_sentence_keeps_its_own_origin() -> None:
    """The brief had one sentence first; what the wire wrote around it is the wire's."""
    brief, wire, paper = report(*RETOLD, STORY[1]), report(*STORY), report(*STORY[:3], *ELSEWHERE[:2])
    found = origins(brief=brief, wire=wire, paper=paper)
    assert of_words(found, "paper", paper, "forty soldiers had been killed") == "brief"
    assert of_words(found, "paper", paper, "residents said, after government troops") == "wire"


def test_ten_outlets_with_one_agencys_text_are_one_origin() -> None:
    reports = {f"n{n}": report(*STORY[n % 3 :], "(AFP)", publisher=f"Outlet {n}") for n in range(10)}
    found = origins(**reports)
    words = "three peacekeepers from South Africa had died"
    claims = [found.of_claim(n, (at := r.text.index(words)), at + len(words)) for n, r in reports.items()]
    assert {(claim.report, claim.agency) for claim in claims} == {("n0", "AFP")}
    assert "copies.agency: AFP" in claims[4].because


def test_evidence_that_only_touches_a_passage_is_the_reports_own() -> None:
    b = report(*ELSEWHERE[:1], STORY[1] + " So the talks in Luanda, long prepared, were off before they had begun.")
    found = origins(a=report(*STORY), b=b)
    assert of_words(found, "b", b, "wounded. So the talks in Luanda, long prepared, were off") == "b"
    assert of_words(found, "b", b, "more than a hundred wounded. So") == "a"


def test_a_report_that_was_not_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        Origins(["a"], [("a", "b", Likeness("copy", (), 1.0, 1.0, None, ()))])
