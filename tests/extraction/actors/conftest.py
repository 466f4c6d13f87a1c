"""One parse for all sentences of a module."""

from collections.abc import Callable

import pytest

from fogline.extraction.actors import actors
from fogline.language import structure
from fogline.model import Actor, Document
from fogline.reports import report_from_text

Read = Callable[[str], tuple[Actor, ...]]


@pytest.fixture(scope="session")
def read() -> Read:
    known: dict[str, tuple[Actor, ...]] = {}

    def run(text: str) -> tuple[Actor, ...]:
        if text not in known:
            known[text] = actors(structure(Document(report_from_text(text)))).actors
        return known[text]

    return run


@pytest.fixture(scope="session")
def one(read: Read) -> Callable[[str, str], Actor]:
    """The actor of a text whose words are those given, or begin with them."""

    def find(text: str, words: str) -> Actor:
        found = read(text)
        exact = [actor for actor in found if actor.text == words]
        near = [actor for actor in found if actor.text.startswith(words)]
        assert exact or near, [actor.text for actor in found]
        return (exact or near)[0]

    return find
