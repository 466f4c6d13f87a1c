"""Reports read from text, joined into incidents in a real ledger; people's merges and splits win."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from fogline.assessment import schema
from fogline.assessment.assess import assess, drop
from fogline.assessment.disputes import disputes
from fogline.assessment.fact import Fact
from fogline.assessment.facts import fact_in
from fogline.assessment.tolls import tolls_at
from fogline.ledger import Store
from fogline.model import Document
from fogline.query.review import Reviewer

HIT = "people were killed when rebel rockets hit a market in Aleppo on Thursday,"
TOLL = (
    ("2016-08-04", f"Five {HIT} Syria's state news agency said. Rebels denied it.\n"),
    ("2016-08-05", f"Eight {HIT} Syria's state news agency said on Friday.\n"),
    ("2016-08-06", f"Nine {HIT} a hospital in the city said on Saturday.\n"),
)
OTHER_STRIKE = (
    "2016-08-10",
    "Two people were killed when rockets hit a school in Aleppo on Wednesday, Syria's state news agency said.\n",
)
HANDS = (
    ("2020-11-08", "Azerbaijan said on Sunday its forces had captured the town of Shusha.\n"),
    ("2020-11-08", "Armenia's Defence Ministry denied on Sunday that Azerbaijani forces had captured Shusha.\n"),
    ("2020-11-10", "Armenia's army said on Tuesday its troops had withdrawn from Shusha.\n"),
)
Read = Callable[..., Document]


def fill(store: Store, read: Read, *texts: tuple[str, str]) -> None:
    for published, text in texts:
        with store.writing() as writer:
            writer.add(read(text, published=published), engine="0.1.0 rules", knowledge="k1")
        assess(store)


def facts(store: Store, event: str) -> list[Fact]:
    with store.viewing() as view:
        query = select(schema.facts).where(schema.facts.c.event == event).order_by(schema.facts.c.claim)
        return [fact_in(row) for row in view.connection.execute(query)]


def everything(store: Store) -> dict[str, list[Any]]:
    tables = (schema.facts, schema.members, schema.incidents, schema.relations, schema.ties)
    with store.viewing() as view:
        return {t.name: sorted(map(repr, view.connection.execute(select(t)).all())) for t in tables}


def test_three_reports_of_one_strike_are_one_incident_with_a_growing_toll(store: Store, read: Read) -> None:
    fill(store, read, *TOLL, OTHER_STRIKE)
    killed = facts(store, "harm.killed")
    assert len({fact.incident for fact in killed[:3]}) == 1
    assert killed[3].incident != killed[0].incident
    with store.viewing() as view:
        place = killed[0].place
        assert place is not None
        newest, older = tolls_at(view.connection, place)
    assert (newest.lowest, newest.highest) == (2, 2)
    assert [[n.told for n in source.numbers] for source in older.sources][-1] == [9]
    assert {n.told for source in older.sources for n in source.numbers} == {5, 8, 9}


def test_a_capture_is_claimed_denied_and_conceded(store: Store, read: Read) -> None:
    fill(store, read, *HANDS)
    captured, denied = facts(store, "control.captured")
    (left,) = facts(store, "control.withdrawn")
    assert captured.incident == denied.incident == left.incident
    with store.viewing() as view:
        table = schema.relations.c
        found = view.connection.execute(select(table.claim, table.other, table.kind)).all()
        (dispute,) = disputes(view.connection)
        assert disputes(view.connection, as_of=captured.known.replace(day=7)) == []
    assert (denied.claim, captured.claim, "denies") in found
    assert (left.claim, captured.claim, "concedes") in found
    assert [side.side for side in dispute.sides] == ["Azerbaijan", "Armenia"]


def test_a_merge_joins_whole_incidents_and_is_undone(store: Store, read: Read) -> None:
    fill(store, read, *TOLL, OTHER_STRIKE)
    before = everything(store)
    killed, ana = facts(store, "harm.killed"), Reviewer(store, "ana")
    judgement = ana.merge(killed[3].id, killed[0].id)
    assert len({fact.incident for fact in facts(store, "harm.killed")}) == 1
    with store.viewing() as view:
        table = schema.incidents.c
        (origins,) = view.connection.execute(select(table.origins).where(table.claims > 1)).scalars()
    assert origins == 3  # of four reports, one of which repeats the agency's sentence with another number
    ana.undo(judgement)
    assert everything(store) == before


def test_a_split_takes_a_claim_out_and_is_undone(store: Store, read: Read) -> None:
    fill(store, read, *TOLL)
    before = everything(store)
    killed, ana = facts(store, "harm.killed"), Reviewer(store, "ana")
    judgement = ana.split(killed[0].id)  # the first one, by whose number the incident goes
    first, *rest = [fact.incident for fact in facts(store, "harm.killed")]
    assert first not in rest
    assert len(set(rest)) == 1
    ana.undo(judgement)
    assert everything(store) == before


def test_a_claim_may_be_kept_from_one_other_alone(store: Store, read: Read) -> None:
    fill(store, read, *TOLL)
    first, second, third = facts(store, "harm.killed")
    with store.writing() as writer:
        writer.judge(user="ana", kind="split", target=third.id, body={"from": first.id})
    assess(store)
    incidents = [fact.incident for fact in facts(store, "harm.killed")]
    assert incidents[0] == incidents[1] == second.incident
    assert incidents[2] != incidents[0]


def test_the_last_word_of_people_holds(store: Store, read: Read) -> None:
    fill(store, read, *TOLL, OTHER_STRIKE)
    killed, ana = facts(store, "harm.killed"), Reviewer(store, "ana")
    ana.merge(killed[3].id, killed[0].id)
    ana.split(killed[3].id)
    assert facts(store, "harm.killed")[3].incident == killed[3].claim
    ana.merge(killed[3].id, killed[1].id)
    assert len({fact.incident for fact in facts(store, "harm.killed")}) == 1


@pytest.mark.parametrize("late", [False, True])
def test_conclusions_made_anew_are_the_same(store: Store, read: Read, late: bool) -> None:
    fill(store, read, *HANDS, *TOLL)
    killed, ana = facts(store, "harm.killed"), Reviewer(store, "ana")
    ana.split(killed[1].id)
    ana.merge(killed[1].id, facts(store, "control.captured")[0].id)
    rejected = ana.reject(killed[0].id)
    ana.correct(facts(store, "control.withdrawn")[0].id, {"begin": "2020-11-09", "until": "2020-11-09"})
    if late:
        ana.undo(rejected)
        fill(store, read, OTHER_STRIKE)
    found = everything(store)
    drop(store)
    assess(store)
    assert everything(store) == found


def test_an_older_report_that_comes_late_is_the_origin_of_the_newer_ones(store: Store, read: Read) -> None:
    def reading(text: str, published: str) -> Document:
        document = read(text, published=published)
        return replace(document, claims=()) if "Shops" in text else document  # nothing new joins the incident

    wire = f"Five {HIT} Syria's state news agency said. Rebels denied it. The market was full when the rockets fell.\n"
    fill(store, reading, ("2016-08-05", wire), ("2016-08-05", f"{wire}A school was hit as well.\n"))
    with store.writing() as writer:  # the two tell the same words: one origin, unless somebody else told them first
        writer.add(reading(f"{wire}Shops stayed shut.\n", "2016-08-04"), engine="0.1.0 rules", knowledge="k1")
    assess(store)
    late, killed = everything(store), facts(store, "harm.killed")
    assert len({fact.origin for fact in killed}) == 1 and killed[0].origin not in {fact.report for fact in killed}
    drop(store)
    assess(store)
    assert everything(store) == late


def test_a_copy_has_the_days_of_what_it_repeats(store: Store, read: Read) -> None:
    wire = f"Five {HIT} Syria's state news agency said. Rebels denied it. The market was full when the rockets fell.\n"

    def reading(text: str, published: str) -> Document:
        document = read(text, published=published)
        late = [replace(claim, time=None, said=None) for claim in document.claims]
        return replace(document, claims=tuple(late)) if published == "2016-09-20" else document

    fill(store, reading, ("2016-08-04", wire), ("2016-09-20", wire))
    first, copy = facts(store, "harm.killed")[0], facts(store, "harm.killed")[-1]
    assert (copy.report, copy.origin) != (first.report, copy.report) and copy.origin == first.report
    assert (copy.begin, copy.until, copy.said) == (first.begin, first.until, first.said)
    assert copy.incident == first.incident
