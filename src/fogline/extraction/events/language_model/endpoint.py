"""One question to the language model and its answer, within limits of time and size.

Only the address that the user configured is asked: no redirect is followed, and no proxy of the environment used.
"""

from __future__ import annotations

import contextlib
import email.utils
import json
import time
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Any

import httpcore
import httpx
from pydantic import BaseModel, Field, ValidationError

from fogline.extraction.events.language_model.address import Chosen
from fogline.extraction.events.language_model.faults import Fault, LanguageModelError
from fogline.timed import TimedStream
from fogline.version import __version__

LARGEST = 4 << 20  # bytes of an answer
TOLD = 200  # characters of an endpoint's own words that are passed on
OK, REFUSED, LIMITS, FAILS = 200, 400, frozenset({408, 409, 425, 429}), 500
OF_PART = frozenset({400, 413, 422})  # what an endpoint answers to a text that it does not take


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Usage(BaseModel):
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(ge=0)


class Reply(BaseModel):
    """What the endpoint answers, as far as it is asked for; `usage` is believed where it makes sense."""

    choices: list[_Choice] = Field(min_length=1)
    usage: Any = None

    @property
    def tokens(self) -> tuple[int, int] | None:
        """Tokens in and out as the endpoint told them; None where it did not."""
        with contextlib.suppress(ValidationError):
            usage = _Usage.model_validate(self.usage)
            return usage.prompt_tokens, usage.completion_tokens
        return None

    def content(self) -> str:
        """The model's words.

        Raises:
            LanguageModelError: it declined, was cut short, or said nothing.
        """
        choice = self.choices[0]
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise LanguageModelError(Fault.ANSWER, "the language model declined to answer", of_part=True)
        if choice.finish_reason == "length":
            raise LanguageModelError(Fault.ANSWER, "the language model's answer was cut short", of_part=True)
        if not choice.message.content:
            raise LanguageModelError(Fault.ANSWER, "the language model answered nothing", of_part=True)
        return choice.message.content


class Endpoint:
    """Asks the API of the user's choosing, one question at a time."""

    def __init__(self, chosen: Chosen, *, seconds: float) -> None:
        """`seconds` is the longest time that one question and its answer take."""
        self._chosen = chosen
        self._url = httpx.URL(chosen.url)
        self._seconds = seconds
        self._turn = Lock()  # one question has the connection and the time to itself
        self._end = 0.0
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=_Network(self), max_connections=1
        )

    def ask(self, body: bytes) -> Reply:
        """The answer to a request.

        Raises:
            LanguageModelError: there is none.
        """
        url = self._url
        headers = {
            "Host": url.netloc.decode("ascii"), "User-Agent": f"fogline/{__version__}", "Accept": "application/json",
            "Accept-Encoding": "identity", "Content-Type": "application/json", "Content-Length": str(len(body)),
        }  # fmt: skip
        if self._chosen.key:
            headers["Authorization"] = f"Bearer {self._chosen.key}"
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with (
            self._turn,
            self._explained(),
            self._pool.stream("POST", target, headers=list(headers.items()), content=body) as response,
        ):
            told = {name.lower().decode("latin-1"): value.decode("latin-1") for name, value in response.headers}
            if response.status != OK:
                raise self._refusal(response, told)
            sort = told.get("content-type", "")
            if "json" not in sort.lower() or told.get("content-encoding", "identity") != "identity":
                raise LanguageModelError(Fault.TYPE, f"the endpoint answers {self._shown(sort) or 'nothing'}, no JSON")
            return _reply(self._body(response, LARGEST))

    def left(self) -> float:
        """Seconds that the question has left.

        Raises:
            LanguageModelError: none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise LanguageModelError(Fault.TIME, f"the language model took longer than {self._seconds:g} seconds")
        return left

    def _body(self, response: httpcore.Response, limit: int) -> bytes:
        raw = bytearray()
        for chunk in response.iter_stream():
            self.left()
            raw += chunk
            if len(raw) > limit:
                told = f"the language model's answer is larger than {limit / (1 << 20):g} MB"
                raise LanguageModelError(Fault.SIZE, told, of_part=True)
        return bytes(raw)

    def _refusal(self, response: httpcore.Response, headers: dict[str, str]) -> LanguageModelError:
        """What a status other than 200 means; the endpoint's own words are passed on, shortened and without the key."""
        status = response.status
        words = ""
        with contextlib.suppress(LanguageModelError, httpcore.NetworkError, httpcore.ProtocolError):
            words = self._shown(_words(self._body(response, 1 << 16)))
        told = f"the language model's endpoint answers {status}" + (f": {words}" if words else "")
        if status in LIMITS or status >= FAILS:
            return LanguageModelError(Fault.BUSY, told, wait=_wait(headers), status=status)
        return LanguageModelError(Fault.REFUSED, told, of_part=status in OF_PART, status=status)

    def _shown(self, words: str) -> str:
        words = " ".join(words.split())
        if self._chosen.key:
            words = words.replace(self._chosen.key, "…")
        return words if len(words) <= TOLD else f"{words[:TOLD]}…"

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """The time of a question begins; errors of the network become errors that a user can act on."""
        self._end = time.monotonic() + self._seconds
        try:
            yield
        except httpcore.TimeoutException:
            told = f"the language model took longer than {self._seconds:g} seconds"
            raise LanguageModelError(Fault.TIME, told) from None
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            told = f"no connection to the language model ({self._shown(str(error)) or type(error).__name__})"
            raise LanguageModelError(Fault.NETWORK, told) from None


class _Network(httpcore.SyncBackend):
    """Connections that keep to the time of the question."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        stream = super().connect_tcp(host, port, self._endpoint.left(), local_address, socket_options)
        return TimedStream(stream, self._endpoint.left)


def _reply(body: bytes) -> Reply:
    try:
        return Reply.model_validate_json(body)
    except ValidationError:
        told = "the endpoint's answer is no chat completion"
        raise LanguageModelError(Fault.ANSWER, told, of_part=True) from None


def _words(body: bytes) -> str:
    """The message of an error, in the forms that are usual, else the body itself."""
    text = body.decode("utf-8", "replace")
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return text
    error = told.get("error", told) if isinstance(told, dict) else told
    message = error.get("message", error.get("detail")) if isinstance(error, dict) else error
    return message if isinstance(message, str) else text


def _wait(headers: dict[str, str]) -> float | None:
    """The seconds that a `Retry-After` asks for; one that names a time is taken relative to the answer's own `Date`."""
    text = headers.get("retry-after", "").strip()
    if text.replace(".", "", 1).isdecimal():
        return float(text[:9])
    try:
        until, now = (email.utils.parsedate_to_datetime(told) for told in (text, headers.get("date", "")))
        return max(0.0, (until - now).total_seconds())
    except (ValueError, TypeError, IndexError):
        return None
