"""The path of a report, from its text to its claims. Read this file first.

    report ▶ language ▶ attribution · actors · places · times · amounts · events ▶ dating ▶ claims

A stage is a callable that takes a document and returns it with one more layer; it never edits an earlier one. This
file alone knows the order. Each stage has the name of the folder it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from fogline.claims import claims
from fogline.config import Engine, settings
from fogline.dating import dated
from fogline.extraction.actors import actors
from fogline.extraction.amounts import amounts
from fogline.extraction.attribution import attributions
from fogline.extraction.events import events, hybrid_events, learned_events
from fogline.extraction.places import foreign_places, places
from fogline.extraction.times import expressions
from fogline.language import structure
from fogline.model import Document, Report

Stage = Callable[[Document], Document]

STAGES: tuple[Stage, ...] = (
    structure,  # tokens, sentences, parse, quotations
    attributions,  # who says what, in which words
    actors,  # who speaks and who acts, with kind and side
    places,  # where on the map
    expressions,  # which words tell a time
    amounts,  # how many of what
    events,  # what happened, to whom, by whom
    dated,  # when the report was published, and so which days the times mean
    claims,  # all of it joined, one claim for each proposition of each source
)

_EVENTS: Mapping[Engine, Stage] = {Engine.RULES: events, Engine.LEARNED: learned_events, Engine.HYBRID: hybrid_events}


def stages_of(engine: Engine) -> tuple[Stage, ...]:
    """The stages with events found by rules (as in `STAGES`), by a model that has learned, by both, or by an LLM.

    Raises:
        UsageError: the settings do not tell which language model to ask, or not rightly.
    """
    finder = _asked() if engine is Engine.LLM else _EVENTS[engine]
    return tuple(finder if stage is events else stage for stage in STAGES)


def _asked() -> Stage:
    from fogline.extraction.events.language_model import language_model  # only those who ask for it wait for it

    return language_model()


def analyse(report: Report, stages: Iterable[Stage] | None = None) -> Document:
    """Sends one report through the stages and returns it with all layers; one that is not in English gets places alone.

    Without `stages` these are the ones of the engine that the settings name.
    """
    document = Document(report, published=report.published)
    if report.language != "en":
        return foreign_places(document)
    for stage in stages_of(settings().engine) if stages is None else stages:
        document = stage(document)
    return document


def analyse_all(reports: Iterable[Report], stages: Iterable[Stage] | None = None) -> Iterator[Document]:
    """The reports' documents, in order, one at a time."""
    found = None if stages is None else tuple(stages)
    return (analyse(report, found) for report in reports)
