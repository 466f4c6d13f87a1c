"""What keeps a language model's answer away: one code each, and whether trying again can help."""

from __future__ import annotations

from enum import StrEnum

from fogline.errors import ReportError


class Fault(StrEnum):
    """What went wrong; the values are the codes that users see."""

    REFUSED = "llm_refused"
    BUSY = "llm_busy"
    TIME = "llm_time"
    NETWORK = "llm_network"
    TYPE = "llm_type"
    SIZE = "llm_size"
    ANSWER = "llm_answer"
    LIMIT = "llm_limit"


PASSING = frozenset({Fault.BUSY, Fault.TIME, Fault.NETWORK})
"""What may be gone a moment later."""

_NEXT = {
    Fault.REFUSED: "Check FOGLINE_LLM_ADDRESS, FOGLINE_LLM_MODEL and FOGLINE_LLM_KEY",
    Fault.BUSY: "Try again later with --retry-failed",
    Fault.TIME: "Try again later with --retry-failed, or raise FOGLINE_LLM_SECONDS",
    Fault.NETWORK: "Check FOGLINE_LLM_ADDRESS and the network, then try again with --retry-failed",
    Fault.TYPE: "Check FOGLINE_LLM_ADDRESS",
    Fault.SIZE: "Lower FOGLINE_LLM_CHARACTERS, or take another model",
    Fault.ANSWER: "Raise FOGLINE_LLM_ANSWER_TOKENS, lower FOGLINE_LLM_CHARACTERS, or take another model",
    Fault.LIMIT: "Raise FOGLINE_LLM_RUN_TOKENS or FOGLINE_LLM_RUN_COST, and go on with --retry-failed",
}


class LanguageModelError(ReportError):
    """A report was not read by the language model.

    `wait` is how many seconds the endpoint asked to wait, if it did. `of_part` tells that the part of the report that
    was asked about is the reason, so that others may still be read; `status` is the HTTP status that was answered.
    """

    http_status = 502

    def __init__(
        self, fault: Fault, message: str, *, wait: float | None = None, of_part: bool = False, status: int | None = None
    ) -> None:
        super().__init__(message, next_step=_NEXT[fault])
        self.fault = fault
        self.code = str(fault)
        self.wait = wait
        self.of_part = of_part
        self.status = status

    @property
    def passing(self) -> bool:
        """Whether trying again soon can help."""
        return self.fault in PASSING
