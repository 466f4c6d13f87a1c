"""The spaCy pipeline: loaded once, its files checked against recorded hashes."""

from __future__ import annotations

import hashlib
import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from pydantic import BaseModel, ConfigDict
from spacy.language import Language

from fogline.errors import ModelError
from fogline.knowledge.load import load_yaml

_AFTER_INITIALS = r"(?<=[A-Z]\.)-(?=[a-z])"  # "U.S.-led" is three tokens, as "Iraq-led" is
_UNUSED = ["ner", "senter", "entity_linker", "textcat"]


class Pipeline(BaseModel):
    """A pipeline whose files were reviewed: relative path of each file in its package → SHA-256."""

    name: str
    files: dict[str, str]


class Abbreviations(BaseModel):
    """Abbreviations that end with a stop and stay one token; `example` is a sentence that must stay one.

    `reads_as` is a better known abbreviation of their kind that the parser takes them for.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    words: tuple[str, ...]
    reads_as: str | None = None
    example: str


@cache
def load_parser(name: str) -> Language:
    """The spaCy pipeline `name`, without the components that fogline does not use.

    Raises:
        ModelError: the package is missing, or a file of it differs from the one recorded in `knowledge/pipelines.yaml`.
    """
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the spaCy pipeline {name!r} is not installed",
            next_step="Install fogline's dependencies, or set FOGLINE_PIPELINE",
        )
    known = {pipeline.name: pipeline for pipeline in load_yaml("pipelines.yaml", Pipeline)}
    if name in known:
        _check(Path(spec.origin).parent, known[name])
    nlp = spacy.load(name, exclude=_UNUSED)
    tokenizer: Any = nlp.tokenizer
    infixes = tokenizer.infix_finditer.__self__.pattern
    tokenizer.infix_finditer = re.compile(f"{infixes}|{_AFTER_INITIALS}").finditer
    for kind in load_yaml("language_abbreviations.yaml", Abbreviations):
        for word in kind.words:
            norm = {"NORM": kind.reads_as} if kind.reads_as else {}
            tokenizer.add_special_case(word, [{"ORTH": word, **norm}])
    return nlp


def _check(folder: Path, pipeline: Pipeline) -> None:
    for path, digest in pipeline.files.items():
        file = folder / path
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            raise ModelError(
                f"{pipeline.name}: {path} is not the file that was reviewed", next_step=f"Reinstall {pipeline.name}"
            )
