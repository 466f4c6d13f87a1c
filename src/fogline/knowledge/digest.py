"""The digest of all tables and models: two readings with one digest were made with the same knowledge."""

from __future__ import annotations

import hashlib
from functools import cache

from fogline.knowledge.load import FOLDER

_CODE = frozenset({".py", ".pyc"})


@cache
def knowledge_digest() -> str:
    """The SHA-256 over the names and contents of the files of `knowledge/`, code left out."""
    total = hashlib.sha256()
    for file in sorted(f for f in FOLDER.rglob("*") if f.is_file() and f.suffix not in _CODE):
        total.update(file.relative_to(FOLDER).as_posix().encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
