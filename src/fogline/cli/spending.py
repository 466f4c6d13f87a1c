"""What a run has asked of the language model, told at its end."""

from __future__ import annotations

from fogline.cli import messages
from fogline.config import Engine, settings


def tell_costs(engine: Engine | None) -> None:
    """A line with requests, tokens, cost and what was dropped, where a language model was to read."""
    if (settings().engine if engine is None else engine) is not Engine.LLM:
        return
    from fogline.extraction.events.language_model import language_model

    messages.note(language_model().costs.told())
