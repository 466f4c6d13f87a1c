"""What the reader's files are and what its numbers mean: `knowledge/models/reader.json`."""

from __future__ import annotations

from functools import cache, cached_property

from pydantic import BaseModel, ConfigDict, ValidationError

from fogline.errors import KnowledgeError
from fogline.knowledge.load import FOLDER
from fogline.model import EventType, Stance

MODELS = FOLDER / "models"


class Card(BaseModel):
    """The reader's files with their SHA-256, the order of its outputs, and how a text is cut up for it.

    `window` is the most word pieces that are read at once, `before` how many of these are the words that stand before;
    `dependencies` and `parts` are the labels of the parse that it knows, each by its number from 1 on. `ordinary` are
    words met in small letters, which are no names where a capital begins them.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    files: dict[str, str]
    types: tuple[EventType, ...]
    stances: tuple[Stance, ...]
    dependencies: tuple[str, ...]
    parts: tuple[str, ...]
    ordinary: tuple[str, ...]
    window: int
    before: int

    @cached_property
    def known(self) -> frozenset[str]:
        """The words that are no names though a capital begins them."""
        return frozenset(self.ordinary)


@cache
def card() -> Card:
    """The card of the reader that ships.

    Raises:
        KnowledgeError: the card is missing or damaged.
    """
    path = MODELS / "reader.json"
    try:
        return Card.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise KnowledgeError(f"knowledge/models/{path.name}: {error}", next_step="Reinstall fogline") from None
