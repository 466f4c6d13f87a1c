"""Endpoints that misbehave: what passes is tried again, what does not is told plainly, and nothing waits for ever."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from tests.extraction.events.language_model.asking import Asked, parsed, words
from tests.extraction.events.language_model.conftest import At
from tests.extraction.events.language_model.endpoint import (
    Manner,
    body,
    chunked,
    claim,
    claims,
    closing,
    dripping_headers,
    endless,
    reset,
    says,
    silent,
    status,
)  # fmt: skip

from fogline.errors import UsageError
from fogline.extraction.events.language_model import LanguageModelError

GOOD = claims(claim("were killed", event="harm.killed"))
KEY = "sk-very-secret-0001"


def failure(asked: Asked, **settings: object) -> LanguageModelError:
    with pytest.raises(LanguageModelError) as raised:
        asked.model(**settings)(parsed())
    return raised.value


@pytest.mark.parametrize(
    ("manners", "slept"),
    [
        ([status(500)], [2.0]),
        ([status(500), status(503), status(529)], [2.0, 4.0, 8.0]),
        ([status(429, Retry_After="7")], [7.0]),
        ([status(503, Retry_After="1")], [2.0]),
        ([status(429, Retry_After="Fri, 03 May 2024 12:00:30 GMT", Date="Fri, 03 May 2024 12:00:00 GMT")], [30.0]),
        ([reset], [2.0]),
        ([reset, status(408), status(502)], [2.0, 4.0, 8.0]),
        ([says("no JSON at all")], []),
        ([says("{broken"), status(500)], [4.0]),
        ([body(b'{"choices": []}')], []),
        ([body(b"\xff\xfe not even text")], []),
    ],
)
def test_what_passes_is_tried_again(at: At, manners: Sequence[Manner], slept: list[float]) -> None:
    asked = at(*manners, GOOD)
    assert words(asked.model()(parsed())) == ["were killed"]
    assert asked.slept == slept
    assert len(asked.endpoint.asked) == len(manners) + 1


@pytest.mark.parametrize(
    ("manner", "code", "requests"),
    [
        (status(500), "llm_busy", 4),
        (status(429), "llm_busy", 4),
        (reset, "llm_network", 4),
        (status(401, "wrong key"), "llm_refused", 1),
        (status(404, "no such model"), "llm_refused", 1),
        (status(302, Location="http://127.0.0.1:1/"), "llm_refused", 1),
        (says("Sorry."), "llm_answer", 2),
        (says('{"claims": {}}'), "llm_answer", 2),
        (says('{"answer": []}'), "llm_answer", 2),
        (says("[" * 100_000), "llm_answer", 2),
        (says('{"claims": [', finish_reason="length"), "llm_answer", 2),
        (says("", finish_reason="content_filter"), "llm_answer", 2),
        (says(""), "llm_answer", 2),
        (body(b"<html>Sign in</html>", Content_Type="text/html"), "llm_type", 1),
        (body(b"data: {}", Content_Type="text/event-stream"), "llm_type", 1),
        (body(b"\x1f\x8b", Content_Encoding="gzip"), "llm_type", 1),
        (body(b" " * (5 << 20)), "llm_size", 1),
        (endless(0, b" " * 65536), "llm_size", 1),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_does_not_pass_fails_the_report_with_a_code(at: At, manner: Manner, code: str, requests: int) -> None:
    asked = at(manner)
    assert failure(asked).code == code
    assert len(asked.endpoint.asked) == requests


@pytest.mark.parametrize("manner", [silent, endless(0.05), dripping_headers])
def test_nothing_waits_for_ever(at: At, manner: Manner) -> None:
    asked = at(manner, manner, GOOD)
    assert failure(asked, llm_seconds=0.3, llm_tries=2).code == "llm_time"
    assert asked.slept == [2.0]


def test_a_long_wait_that_is_asked_for_is_not_waited_for(at: At) -> None:
    asked = at(status(429, "slow down", Retry_After="3600"))
    error = failure(asked)
    assert (error.code, error.wait, asked.slept) == ("llm_busy", 3600.0, [])
    assert "slow down" in error.message


def test_connections_that_end_between_two_questions_and_answers_in_parts(at: At) -> None:
    told = json.dumps({"choices": [{"message": {"content": '{"claims": []}'}}]}).encode()
    asked = at(closing(GOOD), GOOD, chunked(told), GOOD)
    model = asked.model(llm_keep=False)
    assert [len(model(parsed()).events) for _ in range(4)] == [1, 1, 0, 1]
    assert asked.slept == []


def test_an_answer_that_breaks_off_is_asked_for_again(at: At) -> None:
    told = json.dumps({"choices": [{"message": {"content": '{"claims": []}'}}]}).encode()
    asked = at(chunked(told, broken=True), GOOD)
    assert words(asked.model()(parsed())) == ["were killed"]
    assert (asked.slept, len(asked.endpoint.asked)) == ([2.0], 2)


def test_nobody_listens(at: At) -> None:
    asked = at(GOOD)
    error = failure(asked, llm_address="http://127.0.0.1:1/v1", llm_tries=2)
    assert error.code == "llm_network"
    assert asked.endpoint.asked == []


def test_the_key_goes_to_the_endpoint_and_into_no_message(at: At) -> None:
    asked = at(status(401, f"Incorrect key: {KEY}"))
    model = asked.model(llm_key=KEY)
    for _ in range(2):
        with pytest.raises(LanguageModelError) as raised:
            model(parsed())
        assert KEY not in str(raised.value) and "Incorrect key" in str(raised.value)
    assert [headers["authorization"] for headers in asked.endpoint.headers] == [f"Bearer {KEY}"]  # asked once alone
    assert KEY not in repr(asked.settings(llm_key=KEY))


def test_the_form_of_the_answer_is_what_the_endpoint_takes(at: At) -> None:
    asked = at(status(400, "response_format is unknown"), status(422, "so is that"), GOOD)
    model = asked.model(llm_keep=False)
    model(parsed())
    model(parsed())
    assert [sent.get("response_format", {}).get("type") for sent in asked.endpoint.asked] == [
        "json_schema", "json_object", None, None,
    ]  # fmt: skip
    assert asked.endpoint.asked[0]["response_format"]["json_schema"]["strict"] is True
    assert "JSON Schema" in asked.endpoint.asked[-1]["messages"][0]["content"]
    assert asked.slept == []


def test_an_endpoint_that_takes_no_form_is_told_by_its_first_refusal(at: At) -> None:
    asked = at(status(400, "no such model"), status(400, "again"), status(400, "and again"))
    assert "no such model" in failure(asked).message


def test_options_of_the_request(at: At) -> None:
    asked = at(GOOD)
    asked.model(llm_options={"max_tokens": None, "max_completion_tokens": 900, "seed": 7}, llm_answer_tokens=900)(
        parsed()
    )
    (sent,) = asked.endpoint.asked
    assert "max_tokens" not in sent
    assert (sent["max_completion_tokens"], sent["seed"], sent["temperature"]) == (900, 7, 0)
    assert (sent["model"], asked.endpoint.paths) == ("tiny-1", ["/v1/chat/completions"])


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"llm_address": ""}, "llm_address"),
        ({"llm_model": " "}, "llm_model"),
        ({"llm_address": "file:///etc/passwd"}, "llm_address"),
        ({"llm_address": "ftp://models.example"}, "llm_address"),
        ({"llm_address": "http://"}, "llm_address"),
        ({"llm_address": "http://host:port/"}, "llm_address"),
        ({"llm_address": "http://me:secret@models.example/v1"}, "llm_address"),
        ({"llm_key": "two\nlines"}, "llm_key"),
        ({"llm_options": {"messages": []}}, "llm_options"),
        ({"llm_options": {"seed": float("nan")}}, "llm_options"),
    ],
)
def test_a_setting_that_is_missing_or_wrong_is_named(at: At, settings: dict[str, object], named: str) -> None:
    with pytest.raises(UsageError, match=named) as raised:
        at(GOOD).model(**settings)
    assert "secret" not in str(raised.value)


def test_what_a_proxy_of_the_environment_would_see_is_not_sent_there(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = at(GOOD)
    monkeypatch.setenv("HTTP_PROXY", proxy.endpoint.address)
    monkeypatch.setenv("http_proxy", proxy.endpoint.address)
    asked = at(GOOD)
    asked.model()(parsed())
    assert (len(asked.endpoint.asked), len(proxy.endpoint.asked)) == (1, 0)


def test_what_is_said_of_usage_is_believed_where_it_makes_sense(at: At) -> None:
    content = json.dumps({"claims": []})
    for usage in (None, {}, {"prompt_tokens": -5, "completion_tokens": 1}, "many", {"prompt_tokens": 5}):
        asked = at(says(content, usage))
        model = asked.model(llm_keep=False)
        model(parsed())
        assert model.costs.estimated == 1
        assert model.costs.tokens_in > len(parsed().report.text) / 3
