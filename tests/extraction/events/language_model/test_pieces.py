"""Long reports are asked about in parts, and what is found in a part is found in the report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.events.language_model.asking import codes, parsed, words
from tests.extraction.events.language_model.conftest import At
from tests.extraction.events.language_model.endpoint import claim, claims, says, status

from fogline.extraction.events.language_model.pieces import pieces

PARAGRAPHS = [f"Shells hit village number {n} on Friday, and {n} people were wounded there." for n in range(20, 29)]
LONG = "\n\n".join(PARAGRAPHS)


def test_parts_end_with_paragraphs(at: At) -> None:
    asked = at(claims())
    asked.model(llm_characters=200)(parsed(LONG))
    texts = asked.endpoint.texts()
    assert len(texts) > 3
    assert all(len(text) <= 200 for text in texts)
    assert "\n\n".join(texts) == LONG


def test_offsets_are_those_of_the_report(at: At) -> None:
    last = claim("were wounded", "28 people were wounded there", event="harm.wounded")
    asked = at(claims(), claims(), claims(), claims(), claims(last))
    document = asked.model(llm_characters=200)(parsed(LONG))
    assert [event.start for event in document.events] == [LONG.rindex("were wounded")]


def test_a_wrapped_word_is_quoted_as_it_is_read(at: At) -> None:
    text = "Hundreds were evacu-\nated from the town on Friday, the mayor said."
    asked = at(claims(claim("were evacuated", event="people.displaced")))
    assert words(asked.model()(parsed(text))) == ["were evacu-\nated"]


def test_a_part_that_is_answered_badly_is_named_and_the_others_are_read(at: At) -> None:
    good = claims(claim("wounded", "27 people were wounded"))
    bad = says("I cannot help with that.")
    asked = at(bad, bad, claims(), claims(), good, claims())
    document = asked.model(llm_characters=200)(parsed(LONG))
    assert words(document) == ["wounded"]
    assert codes(document) == ["llm_part_unread"]
    assert "village number 20" in document.warnings[0].message


def test_a_text_that_the_endpoint_does_not_take_is_such_a_part(at: At) -> None:
    asked = at(claims(), status(400, "content policy"), claims())
    document = asked.model(llm_characters=200)(parsed(LONG))
    assert codes(document) == ["llm_part_unread"]
    assert "content policy" in document.warnings[0].message


@given(
    lengths=st.lists(st.lists(st.integers(1, 40), min_size=1, max_size=5), min_size=1, max_size=6),
    most=st.integers(20, 200),
)
def test_parts_hold_every_word_once(lengths: list[list[int]], most: int) -> None:
    text = "\n\n".join(" ".join("Shells " + "fell " * n + "there." for n in paragraph) for paragraph in lengths)
    structure = parsed(text).structure
    found = list(pieces(structure, most))
    assert sum(len(part.starts) for part in found) == len(structure.tokens)
    assert [part.first for part in found] == sorted(part.first for part in found)
    for part in found:
        assert len(part.text) <= most
        for n, start in enumerate(part.starts):
            token = structure.tokens[part.first + n]
            assert part.text[start : start + len(token.text)] == token.text
            assert part.tokens_of(start, start + len(token.text)) == (token.i, token.i + 1)
