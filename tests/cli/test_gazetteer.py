"""`fogline gazetteer`: what it prints, and its exit codes."""

from typer.testing import CliRunner

from fogline.cli.gazetteer import app
from fogline.extraction.places.gazetteer import gazetteer, is_compiled


def test_find_shows_places_and_who_uses_the_name() -> None:
    result = CliRunner().invoke(app, ["find", "Dzerzhinsk"])
    assert result.exit_code == 0
    assert "Toretsk" in result.output
    assert "Russia" in result.output


def test_an_unknown_name_fails() -> None:
    assert CliRunner().invoke(app, ["find", "Nowhereville"]).exit_code == 1


def test_build_leaves_what_is_up_to_date() -> None:
    gazetteer()
    assert is_compiled()
    assert CliRunner().invoke(app, ["build", "--quiet"]).output == ""
