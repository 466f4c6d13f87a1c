from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.dating.durations import Lasting
from fogline.dating.evidence.battles import Battle
from fogline.dating.evidence.cues import Cue
from fogline.dating.evidence.events import Known
from fogline.dating.evidence.terms import Beginning, Term
from fogline.dating.evidence.wars import War
from fogline.knowledge.load import load_csv, load_yaml
from fogline.model import Document

DateReport = Callable[..., Document]
LASTING = load_yaml("times_lasting.yaml", Lasting)
TERMS = load_csv("times_terms.csv", Term)
BEGINNINGS = load_yaml("times_beginnings.yaml", Beginning)
WARS = load_yaml("times_wars.yaml", War)
CUES = load_yaml("times_cues.yaml", Cue)
BATTLES = load_csv("times_battles.csv", Battle)
EVENTS = load_csv("times_events.csv", Known)


@pytest.mark.parametrize("entry", LASTING, ids=lambda entry: entry.id)
def test_what_lasts_runs_up_to_the_report(entry: Lasting, date_report: DateReport) -> None:
    assert any(t.begin and t.kind == "throughout" for t in date_report(entry.example, "2019-10-16").times)
    if entry.not_:
        assert all(t.begin is None for t in date_report(entry.not_, "2019-10-16").times)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_every_term_bounds_a_report_that_names_its_holder(term: Term, date_report: DateReport) -> None:
    assert term.until is None or term.begin < term.until
    for office in term.office.replace("u.n.", "U.N.").split("|"):
        because = date_report(f"The {office} {term.surname} spoke on Friday.").published.because
        assert any(term.begin.isoformat() in why for why in because), office


@pytest.mark.parametrize("entry", BEGINNINGS, ids=lambda entry: entry.id)
def test_names_date_a_report_to_their_beginning(entry: Beginning, date_report: DateReport) -> None:
    assert any(entry.since.isoformat() in why for why in date_report(entry.example).published.because)


@pytest.mark.parametrize("war", WARS, ids=lambda war: war.id)
def test_wars_are_named_in_their_examples(war: War) -> None:
    assert all(name in war.example for name in war.names)


@pytest.mark.parametrize("battle", BATTLES, ids=lambda battle: battle.id)
def test_a_report_of_a_battle_is_of_its_days(battle: Battle, date_report: DateReport) -> None:
    assert battle.begin <= battle.until
    place, word = battle.places.split("|")[-1], battle.with_.split("|")[0]
    text = f"Shells fell on {place} again on Friday. The mayor of {place} spoke of {word} on Sunday."
    assert any(battle.id in why and battle.begin.isoformat() in why for why in date_report(text).published.because)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.id)
def test_an_event_told_of_last_year_dates_the_report(event: Known, date_report: DateReport) -> None:
    told = ", ".join(group[0] for group in event.groups)
    because = date_report(f"The mayor spoke of {told} last year.").published.because
    assert any(event.id in why and str(event.day.year + 1) in why for why in because)


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_cues_stand_in_their_examples(cue: Cue) -> None:
    assert any(word.lower() in cue.example.lower() for word in cue.words)


def test_ids_are_unique() -> None:
    for table in (LASTING, TERMS, BEGINNINGS, WARS, CUES, BATTLES, EVENTS):
        ids = [entry.id for entry in table]
        assert len(ids) == len(set(ids))
