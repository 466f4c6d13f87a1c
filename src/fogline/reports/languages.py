"""The language of a report: English told by its words, others by a model (py3langid) of sequences of letters."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from fogline.reports.english import is_english, is_long

SURE = 0.5  # probability from which on the model is believed; of 141 languages, wrong ones seldom reach 0.3
SURER = 0.9  # what it takes against a page or feed that says it is in English, where a headline is all there is
ENGLISH = 0.3  # for English it may be lower: what it is read by looks for English words anyway
FEWEST = 6  # letters from which on the model is asked
_SAMPLE = 3000  # characters; more make the model no surer
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
LATIN = 0.5  # share of Latin letters under which a text is in another script


def language_of(text: str, declared: str | None = None) -> str | None:
    """The language of a text as an ISO 639 code; None where nothing tells it.

    `declared` is what a page or feed says of itself, which many say wrongly: it counts where the text is too short.
    A few words in Latin letters on an English page or feed are English unless the model is quite sure they are not.
    """
    if is_english(text):
        return "en"
    code, sure = _guessed(text)
    if declared == "en" and sure < SURER and not is_long(text) and is_latin(text):
        return "en"
    if sure >= (ENGLISH if code == "en" else SURE):
        return code
    return declared if declared != "en" or is_latin(text) else None


def is_foreign(text: str) -> bool:
    """Whether a text has letters, most of them in another script than the Latin one."""
    return _LETTER.search(text) is not None and not is_latin(text)


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin ones; False without letters."""
    letters = len(_LETTER.findall(text[:_SAMPLE]))
    return letters > 0 and len(_LATIN.findall(text[:_SAMPLE])) >= LATIN * letters


def _guessed(text: str) -> tuple[str, float]:
    if len(_LETTER.findall(text[:_SAMPLE])) < FEWEST:
        return "", 0.0
    # Lone surrogates have no bytes, which the model reads.
    sample = " ".join(text.split())[:_SAMPLE].encode("utf-8", "replace").decode("utf-8")
    code, sure = _model().classify(sample)
    return str(code), float(sure)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # slow to load, and not needed for English

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
