"""Answers of the language model that are kept, so that a part of a report that was read is not paid for twice."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any


class KeptAnswers:
    """A folder with a file for each answer, named by what was asked; None keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, asked: Any) -> str | None:
        """The answer to the same question to the same model, if there was one."""
        if self._folder is not None:
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                content = json.loads(self._file(self._folder, asked).read_text(encoding="utf-8"))["content"]
                return content if isinstance(content, str) else None
        return None

    def keep(self, asked: Any, content: str) -> None:
        """Keeps an answer, readable for the user alone; a folder that cannot be written costs only that."""
        if self._folder is None:
            return
        file = self._file(self._folder, asked)
        draft = file.with_suffix(f".{os.getpid()}.part")
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft.touch(mode=0o600)
            draft.write_text(json.dumps({"content": content}), encoding="utf-8")
            draft.replace(file)

    @staticmethod
    def _file(folder: Path, asked: Any) -> Path:
        return folder / f"{hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()}.json"
