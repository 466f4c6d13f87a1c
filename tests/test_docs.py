"""The reference pages leave out no command, option, setting, output key, column, type or code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import typer.main
from typer.testing import CliRunner

from fogline import samples
from fogline.cli.main import app
from fogline.config import Settings
from fogline.errors import FoglineError
from fogline.exports.csv import COLUMNS
from fogline.exports.json import report_row
from fogline.extraction.events.language_model import Fault as LanguageModelFault
from fogline.fetch import Fault
from fogline.model import Document, SegmentKind, Stance

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def in_code(text: str) -> set[str]:
    """The words set as code on a page."""
    spans = re.findall(r"`([^`\n]+)`", text)
    return {word for span in spans for word in re.findall(r"[\w.-]+", span)}


def commands(group: Any, prefix: str = "fogline") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


def test_the_readme_shows_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    command, shown = re.findall(r"```text\n\$ fogline ([^\n]+)\n(.*?)```", text, re.DOTALL)[0]
    done = CliRunner().invoke(app, command.split(), env={"COLUMNS": "100"})
    printed = {line.rstrip() for line in done.stdout.splitlines()}
    assert [line for line in shown.splitlines() if line.strip("─ ") and line.rstrip() not in printed] == []


def test_every_command_and_option_is_described() -> None:
    text = page("cli.md")
    known = in_code(text)
    for name, command in commands(typer.main.get_command(app)):
        assert name in text, f"{name} is not in cli.md"
        options = [o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"]
        assert [o for o in options if o not in known] == [], name
        assert command.help, f"{name} has no help"


def test_every_setting_is_described() -> None:
    known = in_code(page("cli.md"))
    for name, field in Settings.model_fields.items():
        assert {name, f"FOGLINE_{name.upper()}"} <= known
        assert field.description


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from keys(part)


def test_every_key_of_the_output_is_described(read: Callable[..., Document]) -> None:
    sample = samples.load(samples.names()[0])
    row = json.loads(json.dumps(report_row(read(sample.text, sample.published.isoformat()))))
    of_candidates = {"score"}
    assert sorted(set(keys(row)) - in_code(page("output.md")) - of_candidates) == []


def test_every_column_stance_and_segment_is_described() -> None:
    known = in_code(page("output.md"))
    assert {*COLUMNS, *get_args(Stance), *get_args(SegmentKind)} <= known


def subclasses(kind: type[FoglineError]) -> Iterator[type[FoglineError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from subclasses(below)


def test_every_error_code_is_described() -> None:
    known = in_code(page("errors.md"))
    assert {kind.code for kind in subclasses(FoglineError) if kind.__module__ == "fogline.errors"} <= known


def test_every_code_of_the_language_model_is_described() -> None:
    assert set(LanguageModelFault) <= in_code(page("errors.md"))


def test_every_code_of_fetching_is_described() -> None:
    assert {*Fault, "feed_quiet"} <= in_code(page("errors.md"))


def test_every_warning_code_is_described() -> None:
    known = in_code(page("errors.md"))
    code = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "src" / "fogline").rglob("*.py"))
    raised = set(re.findall(r'Warning\(\s*"(\w+)"', code))
    assert raised
    assert raised <= known


@pytest.mark.parametrize("folder", ["tutorial", "how-to", "reference", "explanation", "adr"])
def test_the_docs_have_each_kind_of_page(folder: str) -> None:
    assert list((ROOT / "docs" / folder).glob("*.md"))
