"""Asks about a part of a report until there is an answer of use: retries, waits, forms, and the limits of a run."""

from __future__ import annotations

import contextlib
import json
import math
from collections import Counter
from collections.abc import Callable
from typing import Any

from fogline.config import Settings
from fogline.extraction.events.language_model.address import chosen
from fogline.extraction.events.language_model.costs import Drop, Till
from fogline.extraction.events.language_model.endpoint import Endpoint, Reply
from fogline.extraction.events.language_model.faults import Fault, LanguageModelError
from fogline.extraction.events.language_model.kept import KeptAnswers
from fogline.extraction.events.language_model.proposals import Proposal, proposals_in, schema
from fogline.extraction.events.language_model.question import FORMS, fields, instructions

A_TOKEN = 3  # characters that a token is taken to have where the endpoint does not count: rather too few than too many
_FORM_UNKNOWN = frozenset({400, 422})  # what endpoints answer to a `response_format` that they do not know
_FOR_ALL = frozenset({401, 402, 403, 404})  # what will be answered to every other question as well
_ONCE_MORE = 2  # times that an answer may be of no use
Proposals = tuple[list[Proposal], Counter[Drop]]


class Asker:
    """Asks the model of the settings; `sleep` waits for so many seconds."""

    def __init__(self, settings: Settings, till: Till, sleep: Callable[[float], None]) -> None:
        """The run's counts go into `till`.

        Raises:
            UsageError: a setting is missing or wrong.
        """
        self._settings = settings
        self._chosen = chosen(settings)
        self._endpoint = Endpoint(self._chosen, seconds=settings.llm_seconds)
        self._kept = KeptAnswers(settings.cache / "llm" if settings.llm_keep else None)
        self._till = till
        self._sleep = sleep
        self._form = 0
        self._form_is_known = False
        self._shut: LanguageModelError | None = None

    @property
    def model(self) -> str:
        """The model's name."""
        return self._chosen.model

    def proposals(self, text: str) -> Proposals:
        """What the model proposes for a part of a report, and what of its answer was dropped.

        Raises:
            LanguageModelError: there is no answer that can be used.
        """
        asked = [self._chosen.url, self.model, self._chosen.options, instructions(), schema(), text]
        if (content := self._kept.find(asked)) is not None:
            with contextlib.suppress(LanguageModelError):  # a damaged file
                found = proposals_in(content)
                self._till.kept()
                return found
        content, found = self._answered(text)
        self._kept.keep(asked, content)
        return found

    def _answered(self, text: str) -> tuple[str, Proposals]:
        useless = 0
        for number in range(1, self._settings.llm_tries + 1):
            try:
                content = self._reply(text).content()
                return content, proposals_in(content)
            except LanguageModelError as error:
                useless += error.fault is Fault.ANSWER
                again = error.passing or (error.fault is Fault.ANSWER and useless < _ONCE_MORE)
                wait = self._wait(number, error)
                if not again or number == self._settings.llm_tries or wait > self._settings.llm_patience:
                    raise
                if error.passing:
                    self._sleep(wait)
        raise AssertionError("there is at least one try")

    def _wait(self, number: int, error: LanguageModelError) -> float:
        """Seconds before the next try: doubled each time, and no fewer than the endpoint asks for."""
        doubled = min(self._settings.llm_backoff * 2.0 ** (number - 1), self._settings.llm_patience)
        return max(doubled, error.wait or 0.0)

    def _reply(self, text: str) -> Reply:
        """An answer in the strictest form that the endpoint takes; which one that is shows at the first question."""
        refused: LanguageModelError | None = None
        for form in range(self._form, len(FORMS)):
            try:
                reply = self._paid(self._body(text, form))
            except LanguageModelError as error:
                if self._form_is_known or error.status not in _FORM_UNKNOWN:
                    raise
                refused = refused or error
                continue
            self._form, self._form_is_known = form, True
            return reply
        assert refused is not None
        raise refused

    def _body(self, text: str, form: int) -> bytes:
        body: dict[str, Any] = {
            "model": self.model, **fields(text, FORMS[form]), "stream": False, "temperature": 0,
            "max_tokens": self._settings.llm_answer_tokens, **self._chosen.options,
        }  # fmt: skip
        return json.dumps({key: value for key, value in body.items() if value is not None}).encode("ascii")

    def _paid(self, body: bytes) -> Reply:
        if self._shut is not None:
            raise LanguageModelError(self._shut.fault, self._shut.message, status=self._shut.status)
        estimate = math.ceil(len(body) / A_TOKEN)
        self._check_limits(estimate)
        self._till.asked()
        try:
            reply = self._endpoint.ask(body)
        except LanguageModelError as error:
            if error.status in _FOR_ALL:
                self._shut = error
            if error.fault in {Fault.TIME, Fault.SIZE}:  # it was worked on, and most likely is paid for
                self._till.paid(estimate, 0, estimated=True)
            raise
        answered = math.ceil(len(reply.choices[0].message.content or "") / A_TOKEN)
        self._till.paid(*(reply.tokens or (estimate, answered)), estimated=reply.tokens is None)
        return reply

    def _check_limits(self, estimate: int) -> None:
        """Holds a question back that could go beyond the run's limits."""
        settings, spent = self._settings, self._till.costs()
        longest = settings.llm_answer_tokens
        if settings.llm_run_tokens is not None and spent.tokens + estimate + longest > settings.llm_run_tokens:
            told = f"the run has used {spent.tokens} of {settings.llm_run_tokens} tokens, and an answer may need more"
            raise LanguageModelError(Fault.LIMIT, told)
        most = settings.llm_run_cost
        if most is not None and spent.money + self._till.money(estimate, longest) > most:
            told = f"the run has cost {spent.money:.2f} of {most:g}, and an answer may need more"
            raise LanguageModelError(Fault.LIMIT, told)
