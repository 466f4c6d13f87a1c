"""`fogline read`: reports in, their claims out; keeps nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

import typer

from fogline.abreast import Reading, jobs_for, readings
from fogline.cli import messages
from fogline.cli.failures import Failures
from fogline.cli.options import All, Engines, Format, Jobs, KeepGoing, Published, Quiet, RetryFailed, Verbose
from fogline.cli.spending import tell_costs
from fogline.config import Engine, settings
from fogline.errors import FaultError, ReportError
from fogline.exports import words
from fogline.model import Document, Report

SOME_FAILED = 3
ALL_FAILED = 1


@dataclass
class Outcome:
    """How many reports were read, with how many claims, how many of these were not shown, and how many failed."""

    done: int = 0
    claims: int = 0
    hidden: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        """0 if all were read, 3 if some were not, 1 if none was."""
        if not self.failed:
            return 0
        return SOME_FAILED if self.done else ALL_FAILED


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH…",
            help="Files, folders (all files below whose kind is read), - for standard input.",
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the claims.")] = Format.TABLE,
    published: Published = None,
    engine: Engines = None,
    all_: All = False,
    keep_going: KeepGoing = True,
    retry_failed: RetryFailed = False,
    jobs: Jobs = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; - is standard output.")
    ] = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Reads reports and prints their claims."""
    # The parser and its tables load slowly; --help should not wait for them.
    from fogline.cli.output import opened, writer
    from fogline.cli.progress import progress
    from fogline.exports.sure import sure_enough
    from fogline.reports import expected, given_day, read_paths

    day, least = given_day(published), 0.0 if all_ else settings().least_confidence
    failures = Failures(paths, retry=retry_failed, keep_going=keep_going)
    outcome, count = Outcome(), expected(failures.paths)
    reports = read_paths(failures.paths, published=day)
    with opened(output) as stream:
        paper = writer(form, stream)
        # Tables that run over a terminal show how far the reading is, and a bar would break into them.
        with progress(count, shown=not quiet and not stream.isatty()) as step:
            for document in _documents(reports, outcome, failures, engine, jobs_for(count, jobs, engine)):
                shown = sure_enough(document, least)
                outcome.hidden += len(document.claims) - len(shown.claims)
                paper.add(shown)
                _tell(document, form=form, quiet=quiet, verbose=verbose)
                step()
        failures.close(quiet=quiet)
        if verbose:
            tell_costs(engine)
        if outcome.failed and not outcome.done:
            raise typer.Exit(outcome.exit_code)  # nothing was read: an older output stays as it is
        paper.close()
    if not quiet and (outcome.failed or verbose) and outcome.done + outcome.failed > 1:
        messages.note(f"{outcome.done} reports read, {outcome.claims} claims; {outcome.failed} failed")
    if not quiet and outcome.hidden:
        messages.note(f"{outcome.hidden} claims of a confidence below {least:g} are not shown; --all shows them")
    raise typer.Exit(outcome.exit_code)


def _documents(
    reports: Iterable[Report | ReportError], outcome: Outcome, failures: Failures, engine: Engine | None, jobs: int
) -> Iterator[Document]:
    """The documents of the reports; those that fail are named at once and counted."""
    for found in readings(reports, engine, jobs=jobs):
        try:
            document = _document(found)
        except (ReportError, FaultError) as error:
            outcome.failed += 1
            failures.add(error, found.report if isinstance(found, Reading) else None)
            continue
        outcome.done += 1
        outcome.claims += len(document.claims)
        yield document


def _document(found: Reading | Report | ReportError) -> Document:
    if isinstance(found, ReportError):
        raise found
    assert isinstance(found, Reading)  # no report is known already
    return found.document()


def _tell(document: Document, *, form: Format, quiet: bool, verbose: bool) -> None:
    """The warnings of a report (a table shows them itself) and, if wanted, what was read."""
    name = words.title(document)
    if not quiet and form is not Format.TABLE:
        for warning in (*document.report.warnings, *document.warnings):
            messages.warning(warning.code, f"{name}: {warning.message}")
    if verbose:
        because = "; ".join(document.published.because)
        date = words.published(document.published) + (f" because {because}" if because else "")
        messages.note(f"{name}: {len(document.claims)} claims, {len(document.structure.sentences)} sentences, {date}")
