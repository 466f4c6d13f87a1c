"""Loads the reviewed tables of this folder and checks them against their schemas."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, TypeAdapter, ValidationError

from fogline.errors import KnowledgeError

FOLDER = Path(__file__).parent
Entry = TypeVar("Entry", bound=BaseModel)


class _Loader(yaml.CSafeLoader):
    """YAML in which "on", "off", "yes" and "no" are the English words, as in YAML 1.2; only true and false are not."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def load_yaml(name: str, entry: type[Entry]) -> tuple[Entry, ...]:
    """The entries of `knowledge/NAME` (a YAML list), each checked against the schema `entry`.

    Raises:
        KnowledgeError: the file breaks the schema; names the file, the entry and the fault.
    """
    with (FOLDER / name).open(encoding="utf-8") as file:
        rows = yaml.load(file, Loader=_Loader)
    return _checked(name, rows, entry)


def load_csv(name: str, entry: type[Entry]) -> tuple[Entry, ...]:
    """The rows of `knowledge/NAME` (a CSV with a header; empty cells are left out), checked like `load_yaml`."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        rows = [{key: value for key, value in row.items() if value} for row in csv.DictReader(file)]
    return _checked(name, rows, entry)


def _checked(name: str, rows: Any, entry: type[Entry]) -> tuple[Entry, ...]:
    try:
        return tuple(_adapter(entry).validate_python(rows))
    except ValidationError as error:
        first = error.errors()[0]
        where = " → ".join(str(part) for part in first["loc"])
        raise KnowledgeError(
            f"knowledge/{name}, entry {where}: {first['msg']}", next_step="Correct the entry"
        ) from None


@cache
def _adapter(entry: type[Entry]) -> TypeAdapter[list[Entry]]:
    return TypeAdapter(list[entry])  # type: ignore[valid-type]  # the list's item type is known at run time only
