"""Exports of Telegram channels (`result.json`) ▶ a draft for each message."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from fogline.config import settings
from fogline.errors import ReportError
from fogline.model import Warning
from fogline.reports.decode import decode
from fogline.reports.formats.draft import Builder, Draft
from fogline.reports.given import stamped_day

_MESSAGES = re.compile(r'(?<!\\)"messages"\s*:\s*\[')
_NAME = re.compile(r'(?<!\\)"name"\s*:\s*(?=")')
_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder(strict=False)


def read_telegram(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The messages of a channel, or of all chats of an account, in order; those without words are left out.

    Raises:
        ReportError: no message of it can be read.
    """
    text = decode(data).text
    count, at, broken = 0, 0, 0
    while (start := _MESSAGES.search(text, at)) is not None and count < settings().max_parts:
        channel = _channel(text, at, start.start())
        at = _BETWEEN.match(text, start.end()).end()  # type: ignore[union-attr]  # matches anything
        while text[at : at + 1] == "{" and count < settings().max_parts:
            try:
                message, end = _DECODER.raw_decode(text, at)
            except (ValueError, RecursionError):
                broken, at = at, len(text)
                break
            if (draft := _draft(message, channel, text[at:end], url)) is not None:
                count += 1
                yield draft
            at = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]
    if not count:
        told = f"is a broken export (no JSON at character {broken})" if broken else "holds no message with words"
        raise ReportError(told, next_step="Export the channel again, as machine-readable JSON")
    if broken:
        raise ReportError(f"breaks off at character {broken}; {count} messages were read", next_step="Export it again")


def _channel(text: str, at: int, end: int) -> str | None:
    """The name of the chat: the last one before its messages."""
    names = list(_NAME.finditer(text, at, end))
    try:
        name, _ = _DECODER.raw_decode(text, names[-1].end()) if names else (None, 0)
    except ValueError:
        return None
    return name if isinstance(name, str) else None


def _draft(message: Any, channel: str | None, raw: str, url: str | None) -> Draft | None:
    if not isinstance(message, dict) or message.get("type") != "message":
        return None
    words = _words(message.get("text"))
    if not words.strip():
        return None
    number = message.get("id")
    when = str(message.get("date") or "")
    day = stamped_day(when)
    built = Builder()
    built.add(words.strip(), f"message {number}, text")
    origin = message.get("forwarded_from")
    return Draft(
        built.text, publisher=channel or _string(message.get("from")), agency=_string(origin),
        byline=_string(message.get("author")), url=url, name=f"message {number}", stated=day,
        because=f"message's date: {when}" if day else "", locators=built.locators,
        warnings=[Warning("forwarded", f"the message was forwarded from {origin}")] if origin else [],
        data=raw.encode("utf-8", "surrogatepass"),
    )  # fmt: skip


def _words(text: Any) -> str:
    """The words of a message, which an export gives as a string or, with links and bold type, in pieces."""
    if isinstance(text, str):
        return text
    if not isinstance(text, list):
        return ""
    return "".join(
        piece if isinstance(piece, str) else str(piece.get("text") or "") for piece in text if _is_piece(piece)
    )


def _is_piece(piece: Any) -> bool:
    return isinstance(piece, str | dict)


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
