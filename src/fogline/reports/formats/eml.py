"""Mails ▶ a draft: subject, sender, day, words; what is attached is read as a file of its own."""

from __future__ import annotations

import email
import email.errors
import email.header
import email.policy
import re
from collections.abc import Iterator
from datetime import date, datetime
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from fogline.config import settings
from fogline.errors import ReportError
from fogline.reports.decode import decode
from fogline.reports.formats.draft import Attached, Builder, Draft
from fogline.reports.formats.markup import add_markup

NESTED = 50  # parts within parts; mails have two or three
_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"--\s*")


def read_eml(data: bytes, url: str | None = None) -> Iterator[Draft]:
    """The words of a mail, with the files that it carries.

    Raises:
        ReportError: it holds neither words nor files.
    """
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError:
        raise ReportError("is nested too deeply", next_step="Give its text") from None
    plain, markup, attached = _parts(message)
    built = Builder()
    if plain:
        _add_plain(built, plain)
    elif markup:
        add_markup(built, markup, "body")
    if not built.text and not attached:
        raise ReportError("holds no text", next_step="Give its text")
    sender = _sender(message)
    day = _day(_header(message, "Date"))
    yield Draft(
        built.text, title=_header(message, "Subject"), byline=sender, url=url, stated=day,
        because=f"mail's Date: {_header(message, 'Date')}" if day else "", hints=built.hints, locators=built.locators,
        attached=attached,
    )  # fmt: skip


def _parts(message: Message) -> tuple[str, str, list[Attached]]:
    """The plain words, the words in HTML, and the files of a mail, also of one within it."""
    plain, markup = [], []
    attached: list[Attached] = []
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop(0)
        if part.is_multipart():
            if depth < NESTED:
                waiting[:0] = [(inner, depth + 1) for inner in part.get_payload() if isinstance(inner, Message)]
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        name = part.get_filename()
        if (name or part.get_content_disposition() == "attachment") and len(attached) < settings().max_parts:
            attached.append(Attached(str(name or f"attachment {len(attached) + 1}"), content))
        elif part.get_content_type() == "text/plain":
            plain.append(_text(content, part.get_content_charset()))
        elif part.get_content_type() == "text/html":
            markup.append(_text(content, part.get_content_charset()))
    return "\n\n".join(plain).replace("\r\n", "\n"), "".join(markup), attached


def _text(content: bytes, charset: str | None) -> str:
    """The text of a part; where the encoding that is declared does not fit, the bytes tell."""
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(content).text


def _add_plain(built: Builder, text: str) -> None:
    """Paragraphs with their line breaks; mails that are quoted are other reports, a signature is furniture."""
    signed = False
    for number, block in enumerate(re.split(r"\n[ \t]*\n", text), 1):
        lines = block.strip("\n").split("\n")
        signed = signed or _SIGNATURE.fullmatch(lines[0]) is not None
        quoted = all(_QUOTED.match(line) for line in lines)
        kind = "boilerplate" if signed else "related" if quoted else None
        built.add(block.strip("\n"), f"body, block {number}", kind)  # type: ignore[arg-type]


def _sender(message: Message) -> str | None:
    named = [name or address for name, address in getaddresses([_header(message, "From") or ""])]
    return named[0] or None if named else None


def _header(message: Message, name: str) -> str | None:
    """A header, its encoded words decoded."""
    raw = message.get(name)
    if raw is None:
        return None
    try:
        told = str(email.header.make_header(email.header.decode_header(str(raw))))
    except (LookupError, ValueError, email.errors.MessageError):
        told = str(raw)
    return " ".join(told.split()) or None


def _day(header: str | None) -> date | None:
    try:
        when: datetime | None = parsedate_to_datetime(header) if header else None
    except (TypeError, ValueError, OverflowError):
        return None
    return when.date() if when is not None else None
