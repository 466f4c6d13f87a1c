"""What a run costs is counted, held to its limits, and not paid twice."""

from __future__ import annotations

import stat

import pytest
from tests.extraction.events.language_model.asking import parsed, words
from tests.extraction.events.language_model.conftest import At
from tests.extraction.events.language_model.endpoint import claim, claims, status
from tests.extraction.events.language_model.test_pieces import LONG

from fogline.extraction.events.language_model import LanguageModelError

KILLED = claim("were killed", event="harm.killed")


def test_requests_tokens_and_money_are_counted(at: At) -> None:
    model = at(status(500), claims(KILLED, claim("fled"))).model(llm_price_in=10_000, llm_price_out=50_000)
    model(parsed())
    costs = model.costs
    assert (costs.requests, costs.tokens_in, costs.tokens_out, costs.estimated) == (2, 100, 20, 0)
    assert costs.money == pytest.approx(2.0)
    told = "language model: 2 requests, 100 tokens in, 20 out; cost 2.00; 1 events, 1 proposals dropped"
    assert costs.told() == f"{told} (1 with words that are not in the text)"


@pytest.mark.parametrize(
    "limits",
    [
        {"llm_run_tokens": 4_500, "llm_answer_tokens": 50},
        {"llm_run_cost": 0.045, "llm_price_in": 10, "llm_answer_tokens": 50},
    ],
)
def test_a_run_ends_before_its_limit(at: At, limits: dict[str, float]) -> None:
    asked = at(claims(usage={"prompt_tokens": 2_500, "completion_tokens": 50}))
    model = asked.model(**limits, llm_keep=False)
    model(parsed())
    for _ in range(2):
        with pytest.raises(LanguageModelError) as raised:
            model(parsed())
        assert raised.value.code == "llm_limit"
    assert len(asked.endpoint.asked) == 1


def test_parts_that_were_answered_are_not_asked_about_again(at: At) -> None:
    wounded = claim("wounded", "20 people were wounded")
    asked = at(claims(wounded), claims(), status(401), claims())
    with pytest.raises(LanguageModelError):
        asked.model(llm_characters=200)(parsed(LONG))
    before = len(asked.endpoint.asked)
    again = asked.model(llm_characters=200)
    assert words(again(parsed(LONG))) == ["wounded"]
    assert again.costs.kept == before - 1
    assert again.costs.requests == len(asked.endpoint.asked) - before
    third = asked.model(llm_characters=200)
    third(parsed(LONG))
    assert third.costs.requests == 0


def test_another_model_or_text_is_asked_anew(at: At) -> None:
    asked = at(claims(KILLED))
    asked.model()(parsed())
    asked.model(llm_model="tiny-2")(parsed())
    asked.model()(parsed("Shells fell on the town."))
    assert len(asked.endpoint.asked) == 3


def test_nothing_is_kept_where_that_is_not_wanted(at: At) -> None:
    asked = at(claims(KILLED))
    for _ in range(2):
        asked.model(llm_keep=False)(parsed())
    assert len(asked.endpoint.asked) == 2
    assert not asked.folder.exists()


def test_what_is_kept_is_for_the_user_alone_and_may_be_damaged(at: At) -> None:
    asked = at(claims(KILLED))
    asked.model()(parsed())
    (file,) = (asked.folder / "llm").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    for damage in ("", "[]", '{"content": 5}', '{"content": "no JSON"}'):
        file.write_text(damage)
        assert words(asked.model()(parsed())) == ["were killed"]
