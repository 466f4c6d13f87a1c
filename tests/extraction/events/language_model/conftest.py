"""Fixtures: a model at an endpoint that answers in the manners given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.extraction.events.language_model.asking import Asked
from tests.extraction.events.language_model.endpoint import Endpoint, Manner

At = Callable[..., Asked]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[At]:
    """`at(manner, …).model(setting=…)` is a language model whose endpoint answers so."""
    with ExitStack() as stack:

        def asked(*manners: Manner) -> Asked:
            return Asked(stack.enter_context(Endpoint(*manners)), tmp_path / "cache")

        yield asked
