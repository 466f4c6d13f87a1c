"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from fogline.config import Engine


class Format(StrEnum):
    """The forms in which claims are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Day of publication (2025-02-07) of the reports that do not bring their own.",
    ),
]
Engines = Annotated[
    Engine | None,
    typer.Option(
        "--engine",
        help="What finds events: rules, a model that learned from reports, both (hybrid, default), or an LLM (llm).",
    ),
]
All = Annotated[bool, typer.Option("--all", help="Show claims below the least confidence of the settings as well.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Errors only on standard error: no notes, no progress.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Say of each report what was read from it.")]
KeepGoing = Annotated[
    bool,
    typer.Option("--keep-going/--no-keep-going", help="Read on after a report that cannot be read, or stop there."),
]
RetryFailed = Annotated[
    bool, typer.Option("--retry-failed", help="Read again the files that could not be read before.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        metavar="N",
        help="Read N reports at the same time; as many as there are processors where there are many to read.",
    ),
]
Ledger = Annotated[
    str | None,
    typer.Option("--ledger", metavar="FILE|URL", help="The ledger: a file, or the URL of a PostgreSQL database."),
]
