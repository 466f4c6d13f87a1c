"""The ledger from the command line, as a user meets it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fogline.cli.main import app
from fogline.errors import FoglineError, UsageError

FIRST = (
    "KYIV, May 2 (Reuters) - Russia said on Friday its forces had captured the town of Izium.\n\n"
    "Ukraine's military denied that Russian troops had captured Izium. At least 10 soldiers were killed, "
    "officials said.\n"
)
SECOND = "Ukraine's army said on Saturday its troops had withdrawn from Izium after weeks of fighting.\n"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("ledger")
    rows = [
        {"id": "one", "text": FIRST, "published": "2025-05-02", "publisher": "Morning Post"},
        {"id": "two", "text": SECOND, "published": "2025-05-03", "publisher": "Evening Post"},
    ]
    (folder / "reports.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    address = str(folder / "ledger.sqlite")
    done = CliRunner().invoke(app, ["add", str(folder / "reports.jsonl"), "--ledger", address])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "2 reports added" in done.stderr
    return address


def ask(ledger: str, *words: str) -> str:
    done = CliRunner().invoke(app, [*words, "--ledger", ledger], env={"COLUMNS": "160"}, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_adding_again_adds_nothing(ledger: str, tmp_path: Path) -> None:
    (tmp_path / "again.jsonl").write_text(
        json.dumps({"id": "one", "text": FIRST, "published": "2025-05-02", "publisher": "Morning Post"}) + "\n"
    )
    done = CliRunner().invoke(app, ["add", str(tmp_path / "again.jsonl"), "--ledger", ledger])
    assert "0 reports added, 0 claims; 1 known already" in done.stderr


def test_a_broken_report_costs_the_others_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SECOND)
    done = CliRunner().invoke(
        app, ["add", str(tmp_path / "missing.txt"), str(tmp_path / "a.txt"), "--ledger", str(tmp_path / "l.sqlite")]
    )
    assert done.exit_code == 3
    assert "missing.txt" in done.stderr
    assert "1 reports added" in done.stderr


def test_claims_are_filtered_in_every_form(ledger: str) -> None:
    rows = json.loads(ask(ledger, "claims", "--place", "Izium", "--event", "control", "--format", "json"))
    assert {(row["stance"], row["source"]["side"]) for row in rows} >= {("asserts", "Russia"), ("denies", "Ukraine")}
    table = list(csv.DictReader(StringIO(ask(ledger, "claims", "--event", "harm.killed", "--format", "csv"))))
    assert [(row["low"], row["place"]) for row in table] == [("10", "Izium")]
    found = json.loads(ask(ledger, "claims", "--format", "geojson"))
    assert found["type"] == "FeatureCollection"
    assert {feature["geometry"] and feature["geometry"]["type"] for feature in found["features"]} <= {"Point", None}
    assert "captured Izium" in ask(ledger, "claims", "--side", "Ukraine")


def test_a_dossier_tells_who_says_what_since_when(ledger: str) -> None:
    told = json.loads(ask(ledger, "place", "Izium", "--format", "json"))
    assert told["now"]["status"] == "claimed by Russia, conceded by Ukraine"
    earlier = json.loads(ask(ledger, "place", "Izium", "--as-of", "2025-05-02", "--format", "json"))
    assert earlier["now"]["status"] == "claimed by Russia, denied by Ukraine"
    assert "claimed by Russia, conceded by Ukraine" in ask(ledger, "place", "Izium")


def test_control_is_a_map_of_a_day(ledger: str) -> None:
    found = json.loads(ask(ledger, "control", "--on", "2025-05-02", "--format", "geojson"))
    (feature,) = [f for f in found["features"] if f["properties"]["name"] == "Izium"]
    assert feature["properties"]["status"] == "claimed by Russia, denied by Ukraine"
    assert feature["geometry"]["coordinates"] == pytest.approx([37.28, 49.21], abs=0.05)


def test_control_as_it_was_known_on_a_day(ledger: str) -> None:
    asked = ("control", "--on", "2025-05-03", "--format", "json")
    now, then = json.loads(ask(ledger, *asked)), json.loads(ask(ledger, *asked, "--as-of", "2025-05-02"))
    assert [row["status"] for row in now] == ["claimed by Russia, conceded by Ukraine"]
    assert [row["status"] for row in then] == ["claimed by Russia, denied by Ukraine"]


def test_a_name_that_is_taken_down_leaves_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Olena Zabudko said on Friday that Russian troops had captured Izium.\n")
    address = tmp_path / "l.sqlite"
    assert CliRunner().invoke(app, ["add", str(tmp_path / "a.txt"), "--ledger", str(address)]).exit_code == 0
    assert "Zabudko" in ask(str(address), "claims")
    words = ["redact", "--name", "Olena Zabudko", "--name", "Zabudko", "--reason", "safety", "--user", "ana"]
    assert CliRunner().invoke(app, [*words, "--ledger", str(address)]).exit_code == 0
    held = b"".join(file.read_bytes() for file in tmp_path.glob("l.sqlite*"))
    assert b"Zabudko" not in held
    ask(str(address), "verify")


def test_lists_of_reports_sources_and_places(ledger: str) -> None:
    assert [row["name"] for row in json.loads(ask(ledger, "reports", "--format", "json"))] == ["two", "one"]
    sources = json.loads(ask(ledger, "sources", "--side", "russia", "--format", "json"))
    assert [(row["name"], row["claims"]) for row in sources] == [("Russia", 1)]
    assert "Izium" in ask(ledger, "places")
    assert "Places that it said its side had taken" in ask(ledger, "source", "Russia")


@pytest.mark.parametrize(
    "words",
    [
        ("incidents", "--event", "control.captured"),
        ("incidents", "--since", "2025-03-01", "--until", "2025-01-01"),
        ("incidents", "--as-of", "yesterday"),
        ("sources", "--kind", "wizard"),
        ("source", " "),
    ],
)
def test_what_cannot_be_is_told_and_is_no_empty_list(ledger: str, words: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, [*words, "--ledger", ledger])
    assert isinstance(done.exception, UsageError)


def test_incidents_as_they_were_known_on_a_day(ledger: str) -> None:
    asked = ("incidents", "--place", "Izium", "--least", "1", "--format", "json")
    then = json.loads(ask(ledger, *asked, "--as-of", "2025-05-02"))
    now = {row["id"]: row["claims"] for row in json.loads(ask(ledger, *asked))}
    assert sum(row["claims"] for row in then) < sum(now.values())
    assert json.loads(ask(ledger, *asked, "--as-of", "2020-01-01")) == []


def test_disputes_show_both_sides_words(ledger: str) -> None:
    (dispute,) = json.loads(ask(ledger, "disputes", "--place", "Izium", "--format", "json"))
    assert (dispute["what"], {side["side"] for side in dispute["sides"]}) == ("control", {"Russia", "Ukraine"})
    assert "who holds it" in ask(ledger, "disputes")
    rows = list(csv.DictReader(StringIO(ask(ledger, "disputes", "--format", "csv"))))
    assert {row["side"] for row in rows} == {"Russia", "Ukraine"}


def test_an_incident_shows_its_claims_and_why_they_were_joined(ledger: str) -> None:
    first, *_ = json.loads(ask(ledger, "incidents", "--place", "Izium", "--event", "control", "--format", "json"))
    assert (first["disputed"], first["sides"]) == (True, ["Russia", "Ukraine"])
    told = json.loads(ask(ledger, "incidents", str(first["id"]), "--format", "json"))
    assert len(told["members"]) == first["claims"]
    assert [m for m in told["members"] if m["joined_to"] and not m["because"]] == []
    assert f"Incident {first['id']}" in ask(ledger, "incidents", str(first["id"]))


def test_what_changed_since_a_day(ledger: str) -> None:
    found = json.loads(ask(ledger, "changes", "--since", "2025-05-03", "--format", "json"))
    assert {row["publisher"] for row in found["claims"]} == {"Evening Post"}
    (change,) = found["status"]
    assert (change["before"]["status"], change["now"]["status"]) == (
        "claimed by Russia, denied by Ukraine",
        "claimed by Russia, conceded by Ukraine",
    )
    assert json.loads(ask(ledger, "changes", "--since", "2100-01-01T00:00", "--format", "json"))["claims"] == []


def test_the_ledger_is_verified(ledger: str) -> None:
    heads = json.loads(ask(ledger, "verify", "--heads"))
    assert heads["reports"]["rows"] == 2


def test_review_from_the_command_line(tmp_path: Path) -> None:
    ledger = str(tmp_path / "l.sqlite")
    (tmp_path / "a.txt").write_text(SECOND)
    ask(ledger, "add", str(tmp_path / "a.txt"), "--published", "2025-05-03")
    (claim,) = [row["id"] for row in json.loads(ask(ledger, "claims", "--event", "control", "--format", "json"))]
    ask(ledger, "review", "correct", claim, "actor_side=Wagner", "--user", "ana", "--note", "they were not regulars")
    assert json.loads(ask(ledger, "claims", "--actor", "wagner", "--format", "json"))[0]["review"] == "corrected"
    assert "actor_side=Wagner" in ask(ledger, "review", "list")
    ask(ledger, "review", "export", str(tmp_path / "gold"))
    (annotated,) = [json.loads(f.read_text()) for f in (tmp_path / "gold").glob("*.json")]
    assert [c["actor_side"] for c in annotated["claims"]] == ["Wagner"]
    ask(ledger, "review", "undo", "1")
    assert json.loads(ask(ledger, "claims", "--actor", "wagner", "--format", "json")) == []


@pytest.mark.parametrize(
    "words",
    [
        ["claims", "--since", "Friday"],
        ["claims", "--place", "Atlantis"],
        ["claims", "--radius", "20"],
        ["claims", "--country", "Ruritania"],
        ["claims", "--event", "nonsense"],
        ["claims", "--stance", "maybe"],
        ["place", "Atlantis"],
        ["source", "Nobody"],
        ["changes", "--since", "lately"],
        ["sources", "--format", "geojson"],
        ["review", "accept", "c0"],
        ["incidents", "999999"],
        ["disputes", "--place", "Atlantis"],
    ],
)
def test_a_wrong_question_is_answered_with_what_to_do(ledger: str, words: list[str]) -> None:
    done = CliRunner().invoke(app, [*words, "--ledger", ledger])
    assert isinstance(done.exception, FoglineError)
    assert done.exception.exit_code == 2
    assert done.exception.next_step


def test_without_a_ledger_the_first_step_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["claims", "--ledger", str(tmp_path / "none.sqlite")])
    assert "fogline add" in str(done.exception)
