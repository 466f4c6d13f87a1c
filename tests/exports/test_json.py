from __future__ import annotations

import json

from fogline.exports.json import dumps, report_row

from .made import TEXT, document

REPORT = {"id", "external_id", "path", "text", "title", "publisher", "agency", "byline", "url", "language", "published",
          "segments", "warnings"}  # fmt: skip
CLAIM = {"id", "event", "stance", "evidence", "trigger", "source", "actor", "target", "place", "time", "said",
         "quantities", "against", "confidence", "because"}  # fmt: skip


def test_the_contract_holds_every_key() -> None:
    row = report_row(document())
    assert row["schema"] == "fogline/1"
    assert list(row) == ["schema", "report", "attributions", "places", "times", "amounts", "claims"]
    assert set(row["report"]) >= REPORT
    claim = row["claims"][0]
    assert set(claim) >= CLAIM
    assert {"from", "to", "edtf", "basis", "because"} == set(row["report"]["published"])
    assert {"kind", "text", "start", "end", "name", "side", "cue", "quoted", "chain"} <= set(claim["source"])
    assert {"text", "start", "end", "name", "side"} <= set(claim["actor"])
    assert {"lat", "lon", "geonames", "relation", "precision", "alternatives"} <= set(claim["place"])
    assert claim["time"]["edtf"] == "2031-05-02"
    assert claim["quantities"][0]["low"] == 10


def test_every_span_is_grounded() -> None:
    def spans(value: object) -> list[tuple[int, int, str]]:
        if isinstance(value, dict):
            own = [(value["start"], value["end"], value["text"])] if {"start", "end", "text"} <= set(value) else []
            return own + [span for item in value.values() for span in spans(item)]
        return [span for item in value for span in spans(item)] if isinstance(value, list) else []

    found = spans(report_row(document())["claims"])
    assert found
    assert all(TEXT[start:end] == text for start, end, text in found)


def test_lines_are_utf8_and_read_back() -> None:
    row = {"a": "Київ – “so”", "b": "lone \ud800"}
    line = dumps(row)
    assert "Київ" in line and "\n" not in line
    written = line.encode("utf-8", "backslashreplace")
    assert json.loads(written.decode("utf-8")) == row
