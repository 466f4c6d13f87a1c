"""Any text at all goes through the reader and all stages, with sound spans."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fogline.exports.json import report_row
from fogline.pipeline import analyse
from fogline.reports import report_from_text

BODY = "The army said on Friday that it had taken the bridge at Osten; 14 were killed, officials in Kolva said."
PIECES = st.sampled_from(
    [BODY, "\n\n", "\n", "\f", "\r\n", "\u2028", "\u202e", "\ud800", "\0", "\t14  2\n", "“", "”", "«", "'", " - ", "…",
     "AFP", "(Reuters) - ", "OSTEN, May 2 ", "Read more: ", "https://example.org/2020/01/02/x", "14:05 GMT",
     "Понеділок", "الجمعة", "🙂", "e\u0301", "—", "2 May 2025", "said", "denied", "not",
     "killed", "12,000", "%", ")", "(", "@x"]
)  # fmt: skip
ANY = st.one_of(
    st.text(st.characters(exclude_categories=()), min_size=1, max_size=300),
    st.lists(PIECES, min_size=1, max_size=20).map("".join),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), min_size=1, max_size=20).map(" ".join),
)
KEYS = ("evidence", "trigger", "place", "time", "actor", "target", "source")


@given(ANY.filter(str.strip))
@example("\ud800")
@example(BODY + "\0" + BODY)
@example("(" * 500 + BODY)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
def test_any_text_is_read_with_sound_spans(text: str) -> None:
    row = json.loads(json.dumps(report_row(analyse(report_from_text(text, language="en")))))
    assert row["report"]["text"] == text
    end = 0
    for segment in row["report"]["segments"]:
        assert end <= segment["start"] < segment["end"] <= len(text)
        end = segment["end"]
    for span in (*row["places"], *row["times"], *row["amounts"], *_of_claims(row["claims"])):
        assert text[span["start"] : span["end"]] == span["text"]
    for attribution in row["attributions"]:
        for start, end in (*attribution["source"], *attribution["cue"], *attribution["content"]):
            assert 0 <= start < end <= len(text)


def _of_claims(claims: list[dict[str, dict[str, object]]]) -> list[dict[str, object]]:
    found = (claim[key] for claim in claims for key in KEYS)
    return [span for span in found if span is not None and span.get("start") is not None]
