"""Messages to the user, all on standard error."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from fogline.errors import FoglineError
from fogline.exports import words


def console() -> Console:
    """Standard error as it is now; Rich minds `NO_COLOR` and whether it is a terminal."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def failure(error: FoglineError) -> None:
    """One line for an error: its code, what is wrong, what to do."""
    step = f" {error.next_step.rstrip('.')}." if error.next_step else ""
    _say(Text.assemble(("error", "bold red"), f" [{error.code}] {words.plain(error.message).rstrip('.')}.{step}"))


def warning(code: str, text: str) -> None:
    """One line that a reader of the result should know."""
    _say(Text.assemble(("warning", "yellow"), f" [{code}] {words.plain(text)}"))


def note(text: str) -> None:
    """One line that is neither."""
    _say(Text(words.plain(text)))


def _say(text: Text) -> None:
    console().print(text)
