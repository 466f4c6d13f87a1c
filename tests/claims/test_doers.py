"""Who does the deed: whom the words around it name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fogline.model import Document

Read = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "event", "side"),
    [
        ("The Chad-backed alliance seized the town.", "politics.support", "Chad"),
        ("The Chad-backed alliance seized the town.", "control.captured", None),
        ("The separatists fight with heavy financial backing from Armenia.", "politics.support", "Armenia"),
        ("Backed by air cover from the Kenyan army, the militia took the hill.", "politics.support", "Kenya"),
        ("Chad received weapons from Armenia in May.", "politics.support", "Armenia"),
        ("Chad has received Armenian weapons.", "politics.support", "Armenia"),
        ("A driver was killed in an Israeli attack on Monday.", "harm.killed", "Israel"),
        ("A driver was killed in an attack on Monday.", "harm.killed", None),
        ("Ten Israeli soldiers were wounded in fighting with Hamas militants.", "harm.wounded", "Hamas"),
        ("Israel's drone programme has grown, Hamas said.", "other.statement", "Israel"),
        ("Nairobi accused Uganda of escalating its deadly attacks on civilians.", "attack.other", "Uganda"),
        ("Hamas fled. The militant group's attack on Israel in October shook the region.", "attack.ground", "Hamas"),
    ],
)
def test_the_doer_is_whom_the_words_name(read: Read, text: str, event: str, side: str | None) -> None:
    found = [claim.actor for claim in read(text, "2024-05-08").claims if claim.event == event]
    assert len(found) == 1
    assert (found[0].side if found[0] is not None else None) == side


def test_forces_are_of_the_rival_government_that_a_report_names(read: Read) -> None:
    text = (
        "The army of Libya's Government of National Accord (GNA) said it had taken the port. The army took the airport."
    )
    taken = [claim for claim in read(text, "2016-06-08").claims if claim.event == "control.captured"]
    assert {claim.actor.side for claim in taken if claim.actor is not None} == {"GNA"}
    other = "Libya's army said it had taken the port of Sirte."
    assert [claim.source.side for claim in read(other, "2016-06-08").claims] == ["Libya"]
