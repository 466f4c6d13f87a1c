"""`fogline gazetteer`: what it prints, and its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.extraction.places.made import dump_row, written
from typer.testing import CliRunner, Result

from fogline.cli.gazetteer import app
from fogline.errors import FoglineError
from fogline.extraction.places.gazetteer import gazetteer, is_compiled


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(a) for a in arguments], env={"COLUMNS": "200"})  # cells on one line
    gazetteer.cache_clear()
    return result


def test_find_shows_places_and_who_uses_the_name() -> None:
    result = run("find", "Dzerzhinsk")
    assert result.exit_code == 0
    assert "Toretsk" in result.stdout
    assert "Russia" in result.stdout


def test_find_shows_source_and_licence() -> None:
    assert "CC BY 4.0" in run("find", "Toretsk").stdout
    assert "Apache 2.0" in run("find", "Darfur").stdout


def test_find_takes_names_in_other_scripts_and_slips() -> None:
    assert "Kyiv" in run("find", "Київ").stdout
    slip = run("find", "Bakhmtu")
    assert slip.exit_code == 0
    assert "Bakhmut" in slip.stdout
    assert "No place goes by" in slip.stderr


def test_an_unknown_name_fails() -> None:
    assert run("find", "Nowhereville").exit_code == 1


def test_build_leaves_what_is_up_to_date() -> None:
    gazetteer()
    assert is_compiled()
    assert run("build", "--quiet").output == ""


def test_add_list_find_remove(places_folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "my towns.txt", [dump_row(1, "Zumbaleko", 1, 36)])
    added = run("add", path, "--source", "A survey", "--licence", "CC0")
    assert (added.exit_code, added.stdout) == (0, "")
    assert "my-towns: 1 places with 1 names added" in added.stderr
    assert "A survey" in run("list").stdout
    found = run("find", "zumbaleko").stdout
    assert "my-towns: A survey" in found
    assert "CC0" in found
    assert run("remove", "my-towns").exit_code == 0
    assert run("find", "zumbaleko").exit_code == 1
    again = run("remove", "my-towns")
    assert isinstance(again.exception, FoglineError)
    assert again.exception.exit_code == 2


def test_bad_rows_are_shown_by_line_and_counted(places_folder: Path, tmp_path: Path) -> None:
    rows = [dump_row(n, f"Zumba {n}", 1, 36) for n in range(20)] + [dump_row(99, "Zumba", 100, 36)] * 12
    result = run("add", written(tmp_path / "KE.txt", rows))
    assert result.exit_code == 3
    assert "line 21: coordinates off the globe" in result.stderr
    assert "line 31" not in result.stderr
    assert "12 rows left out, 2 of them not shown" in result.stderr


def test_unfinished_and_broken_data_sets_are_listed(places_folder: Path) -> None:
    places_folder.mkdir()
    (places_folder / "broken.sqlite").write_bytes(b"no database" * 100)
    (places_folder / ".half.draft").write_bytes(b"")
    result = run("list")
    assert "broken: file is not a database" in " ".join(result.stdout.split())
    assert "half is unfinished" in result.stderr
    assert run("remove", "half").exit_code == 0
    assert run("remove", "broken").exit_code == 0
    assert list(places_folder.iterdir()) == []


@pytest.mark.parametrize("name", ["../evil", "", ".hidden", "a/b", "a b"])
def test_a_data_set_cannot_leave_its_folder(places_folder: Path, tmp_path: Path, name: str) -> None:
    path = written(tmp_path / "KE.txt", [dump_row(1, "Zumbaleko", 1, 36)])
    for command in (["add", path, f"--name={name}"], ["remove", name]):
        if name or command[0] == "remove":
            assert isinstance(run(*command).exception, FoglineError)


def test_columns_must_be_fields(places_folder: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", ["a,b,c\n", "Zumbaleko,1,36\n"])
    assert run("add", path, "--column", "name=a", "--column", "lat=b", "--column", "lon=c").exit_code == 0
    wrong = run("add", path, "--column", "nonsense=a")
    assert isinstance(wrong.exception, FoglineError)
    assert "name, lat, lon" in str(wrong.exception)


def test_a_missing_file_is_one_message_and_exit_code_2(places_folder: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "fogline.cli.main", "gazetteer", "add", str(tmp_path / "none.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == 2
    assert done.stderr.startswith("error [usage]")
    assert len(done.stderr.splitlines()) == 1


def test_reports_are_read_with_added_places(places_folder: Path, tmp_path: Path) -> None:
    rows = [dump_row(77_000_001, "Zumbaleko", 13.5, 24.9, country="SD", people=900)]
    assert run("add", written(tmp_path / "SD.txt", rows)).exit_code == 0
    report = written(
        tmp_path / "report.txt", ["Soldiers seized the village of Zumbaleko in Sudan on Monday, the army said.\n"]
    )
    command = [sys.executable, "-m", "fogline.cli.main", "read", str(report), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    assert '"geonames":77000001' in done.stdout.replace(" ", "")
