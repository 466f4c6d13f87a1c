"""Agency credits, and what they change."""

from __future__ import annotations

import pytest
from tests.assessment.copies.texts import ELSEWHERE, RETOLD, STORY, report

from fogline.assessment.copies import compare
from fogline.assessment.copies.agencies import Credit, agencies_of, credited_in, credits_known


@pytest.mark.parametrize("credit", credits_known(), ids=lambda credit: credit.id)
def test_credit_finds_its_example_and_leaves_the_other_alone(credit: Credit) -> None:
    assert [why.split(":")[0] for _, why in credited_in(credit.example)].count(credit.id) > 0
    assert credit.id not in [why.split(":")[0] for _, why in credited_in(credit.unlike)]


def test_all_agencies_of_a_credit_are_named() -> None:
    assert [name for name, _ in credited_in("The mole was hit twice. (With AFP and Reuters)")] == ["AFP", "Reuters"]


def test_being_told_something_by_a_witness_is_no_credit() -> None:
    assert dict(credited_in("“They shot at the boats,” a fisher told Reuters on Monday. AFP reporters saw none.")) == {}


def test_an_agency_prints_its_own_text_unless_it_credits_another() -> None:
    assert list(agencies_of(report(*STORY, publisher="Reuters"))) == ["Reuters"]
    assert list(agencies_of(report(*STORY, "AFP contributed to this report.", publisher="Reuters"))) == ["AFP"]


@pytest.mark.parametrize("credit", ["Reuters contributed to this report.", "(Reuters)", "With files from Reuters"])
def test_the_agency_that_one_report_credits_is_that_of_the_shared_passage(credit: str) -> None:
    taken = report(*RETOLD, STORY[1], credit, publisher="Courier")
    found = compare(report(*STORY, publisher="Herald"), taken)
    assert (found.kind, found.agency) == ("part", "Reuters")
    assert any("Reuters" in why for why in found.because[1:])


def test_different_agencies_leave_it_open_which_one_it_is() -> None:
    found = compare(report(*STORY, "(AFP)", publisher="Herald"), report(*STORY, "(Reuters)", publisher="Courier"))
    assert (found.kind, found.agency) == ("copy", None)


def test_fewer_words_make_a_passage_where_two_outlets_credit_one_agency() -> None:
    stock = "the front which had been still since the spring moved again last night near the salt works"
    one, other = f"Dawn broke and {stock} in rain.", f"Snipers were seen as {stock} of late."

    def kind(credit: str, publisher: str) -> str:
        a = report(*STORY, one, credit, publisher="Herald")
        return compare(a, report(*ELSEWHERE, other, credit, publisher=publisher)).kind

    assert kind("(AFP)", "Courier") == "part"
    assert kind("(The editors)", "Courier") == "none"
    assert kind("(AFP)", "Herald") == "none"
