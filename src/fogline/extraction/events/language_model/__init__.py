"""Events that a language model of the user's choosing finds, over an OpenAI-compatible endpoint (`--engine llm`)."""

from fogline.extraction.events.language_model.costs import Costs
from fogline.extraction.events.language_model.faults import Fault, LanguageModelError
from fogline.extraction.events.language_model.stage import LanguageModel, language_model

__all__ = ["Costs", "Fault", "LanguageModel", "LanguageModelError", "language_model"]
