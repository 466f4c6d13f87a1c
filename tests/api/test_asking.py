"""Asking: filters, pages, facets, single things, maps; CSV and GeoJSON."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.api.conftest import HOSTILE

from fogline.assessment.control import status, status_at
from fogline.query.standing import told

API = "/api/v1"


def ask(client: TestClient, path: str, **parameters: Any) -> Any:
    answered = client.get(API + path, params=parameters)
    assert answered.status_code == 200, answered.text
    return answered.json()


def pages(client: TestClient, path: str, key: str, **parameters: Any) -> list[Any]:
    """The keys of all items of a list, page by page."""
    found, cursor = [], None
    while True:
        page = ask(client, path, **parameters, **({"cursor": cursor} if cursor else {}))
        found += [item[key] for item in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


@pytest.mark.parametrize(
    ("path", "key", "limit"),
    [("/claims", "record", 13), ("/reports", "id", 3), ("/places", "key", 2), ("/sources", "key", 7),
     ("/incidents", "id", 5), ("/disputes", "contradictions", 1), ("/review/queue", "record", 17)],
)  # fmt: skip
def test_pages_give_everything_once(client: TestClient, path: str, key: str, limit: int) -> None:
    whole = [item[key] for item in ask(client, path, limit=200 if path == "/disputes" else 1000)["items"]]
    assert len(whole) > limit
    assert pages(client, path, key, limit=limit) == whole
    assert len(set(map(str, whole))) == len(whole)


def test_the_link_leads_to_the_next_page(client: TestClient) -> None:
    first = client.get(f"{API}/claims", params={"limit": 5, "event": ["control", "harm.killed"]})
    assert first.links["next"]["url"].startswith(f"{API}/claims?")
    second = client.get(first.links["next"]["url"]).json()
    assert {item["record"] for item in second["items"]}.isdisjoint(item["record"] for item in first.json()["items"])
    assert {item["event"].partition(".")[0] for item in second["items"]} <= {"control", "harm"}


def test_all_filters_must_hold_and_any_value_of_one_will_do(client: TestClient) -> None:
    both = ask(client, "/claims", side=["Russia", "Ukraine"], stance="denies", limit=1000)
    assert {item["source"]["side"] for item in both["items"]} == {"Russia", "Ukraine"}
    assert {item["stance"] for item in both["items"]} == {"denies"}
    ones = [ask(client, "/claims", side=side, stance="denies")["total"] for side in ("Russia", "Ukraine")]
    assert sum(ones) == both["total"] == len(both["items"])


def test_a_box_and_an_interval_of_days_narrow(client: TestClient) -> None:
    row = ask(client, "/claims", bbox="37,48,38.5,49", datetime="2025-02-01/2025-02-28", limit=1000)
    assert row["items"]
    for item in row["items"]:
        assert 37 <= item["place"]["lon"] <= 38.5
        assert 48 <= item["place"]["lat"] <= 49
        assert item["time"]["to"] >= "2025-02-01"
        assert item["time"]["from"] <= "2025-02-28"
    assert (
        ask(client, "/claims", known="../2024-12-31")["total"] + ask(client, "/claims", known="2025-01-01/..")["total"]
        == ask(client, "/claims")["total"]
    )


def test_claims_without_a_point_can_be_reached(client: TestClient) -> None:
    facets = ask(client, "/claims/facets")
    nowhere = ask(client, "/claims", located="false", limit=1000)
    assert nowhere["total"] == facets["located"]["no"] > 0
    assert all(item["place"] is None or item["place"]["lat"] is None for item in nowhere["items"])


def test_facets_count_as_if_they_were_not_filtered_themselves(client: TestClient) -> None:
    free = ask(client, "/claims/facets")
    one = ask(client, "/claims/facets", side="Ukraine")
    assert one["facets"]["side"] == free["facets"]["side"]
    assert one["total"] == next(v["count"] for v in free["facets"]["side"] if v["value"] == "Ukraine")
    assert sum(v["count"] for v in one["facets"]["stance"]) == one["total"] < free["total"]
    assert {v["value"] for v in one["facets"]["publisher"]} <= {v["value"] for v in free["facets"]["publisher"]}


def test_days_count_every_claim_once(client: TestClient) -> None:
    total = ask(client, "/claims")["total"]
    for by in ("event", "known"):
        told = ask(client, "/claims/days", by=by)
        assert sum(day["total"] for day in told["days"]) + told["undated"] == total
        assert [day["day"] for day in told["days"]] == sorted(day["day"] for day in told["days"])


def _counted(claims: list[Any]) -> dict[tuple[Any, ...], int]:
    found: dict[tuple[Any, ...], int] = {}
    for claim in claims:
        if (place := claim["place"]) is not None:
            spot = (place["key"], place["lat"], place["lon"], claim["event"].partition(".")[0])
            found[spot] = found.get(spot, 0) + 1
    return found


@pytest.mark.parametrize(
    "filters",
    [{}, {"side": "Russia"}, {"event": ["control", "harm.killed"]}, {"bbox": "37,48,38.5,49"}, {"located": "false"},
     {"datetime": "2025-02-01/2025-02-28"}, {"as_known": "2025-02-10"}, {"q": "captured"}, {"origins": "true"}],
)  # fmt: skip
def test_places_count_all_claims_that_the_filters_leave(client: TestClient, filters: dict[str, Any]) -> None:
    claims = ask(client, "/claims", limit=1000, **filters)["items"]
    told = ask(client, "/claims/places", **filters)
    assert told["total"] == len(claims) > 0
    assert told["unplaced"] == sum(claim["place"] is None for claim in claims)
    counted = {}
    for feature in told["features"]:
        properties, geometry = feature["properties"], feature["geometry"]
        lon, lat = geometry["coordinates"] if geometry else (None, None)
        counted.update({(properties["key"], lat, lon, name): n for name, n in properties["families"].items()})
        known = [c["known"] for c in claims if c["place"] and c["place"]["key"] == properties["key"]]
        assert properties["latest"] <= max(known)
        assert properties["total"] == sum(properties["families"].values())
    assert counted == _counted(claims)


def test_places_of_claims_tell_where_something_is_disputed(client: TestClient) -> None:
    told = {f["properties"]["key"]: f["properties"]["disputed"] for f in ask(client, "/claims/places")["features"]}
    of_map = {place["key"]: place["disputed"] for place in ask(client, "/places", limit=1000)["items"]}
    assert told == of_map
    assert set(told.values()) == {True, False}
    assert client.get(f"{API}/claims/places", params={"place": "Nowhere at all"}).status_code == 404


def test_csv_and_geojson_hold_what_the_list_holds(client: TestClient) -> None:
    wanted = ask(client, "/claims", side="Russia", limit=1000)["items"]
    table = client.get(f"{API}/claims.csv", params={"side": "Russia"})
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(StringIO(table.text)))
    assert [row["id"] for row in rows] == [item["id"] for item in wanted]
    drawn = client.get(f"{API}/claims.geojson", params={"side": "Russia"})
    assert drawn.headers["content-type"] == "application/geo+json"
    features = json.loads(drawn.text)["features"]
    assert [feature["id"] for feature in features] == [item["id"] for item in wanted]
    assert {feature["geometry"] is None for feature in features} == {
        item["place"] is None or item["place"]["lat"] is None for item in wanted
    }


@pytest.mark.parametrize("day", ["2024-09-01", "2024-11-15", "2025-02-08"])
def test_a_status_is_as_old_as_it_was_on_the_day(client: TestClient, day: str) -> None:
    shown = [place["status"] for place in ask(client, "/places", day=day, held="true", limit=1000)["items"]]
    assert shown
    for one in shown:  # what confirmed it later does not make it younger
        assert one["confirmed"] <= day
        assert one["age"] == (date.fromisoformat(day) - date.fromisoformat(one["confirmed"])).days


def test_cells_of_a_csv_are_no_formulas(client: TestClient) -> None:
    rows = list(csv.DictReader(StringIO(client.get(f"{API}/reports.csv").text)))
    hostile = next(row for row in rows if row["name"] == "hostile")
    assert not hostile["title"].startswith("=")


def test_a_place_is_found_by_every_form_of_its_name(client: TestClient) -> None:
    told = ask(client, "/places/Dzerzhinsk", limit=5)
    assert told["place"]["name"] == "Toretsk"
    assert told["users"] == {"Dzerzhinsk": ["Russia"]}
    assert len(told["claims"]) == 5 < told["claims_total"]
    assert {row["speaker"] for row in told["rows"]} >= {"Russia", "Ukraine"}
    assert told["disputes"][0]["what"] == "control"
    assert ask(client, f"/places/{told['place']['key']}", limit=5) == told


def test_the_map_tells_what_was_known_on_a_day(client: TestClient) -> None:
    def shown(**days: str) -> Any:
        found = ask(client, "/places", q="Toretsk", **days)["items"]
        return found[0]["status"] if found else None

    before, after = shown(day="2025-02-10", as_known="2025-01-20"), shown(day="2025-02-10")
    assert before["confirmed"] <= "2025-01-20" < after["confirmed"]
    assert after["state"] == "contested"
    assert 0 <= after["age"] <= 2
    assert shown(as_known="2020-01-01") is None
    told = ask(client, "/places/Toretsk", as_known="2025-01-20")
    assert before["status"] in {span["status"] for span in told["status"]}


def test_control_on_a_day_agrees_with_the_map_and_the_dossier(client: TestClient) -> None:
    drawn = ask(client, "/control", day="2025-02-10", bbox="37,48,38.5,49")
    assert (drawn["type"], drawn["day"]) == ("FeatureCollection", "2025-02-10")
    on_map = {item["key"]: item["status"] for item in ask(client, "/places", day="2025-02-10", limit=1000)["items"]}
    for feature in drawn["features"]:
        assert feature["properties"]["status"] == on_map[feature["id"]]["status"]
    assert "geonames:709354" in {feature["id"] for feature in drawn["features"]}


def test_knowing_all_gives_what_knowing_the_last_day_gives(client: TestClient) -> None:
    """The quick way (the table of conclusions) and the slow one (from the statements) tell the same."""
    newest = ask(client, "/about")["ledger"]["newest"]
    served = client.app.state.served  # type: ignore[attr-defined]
    with served.viewing() as view:
        spans = served.remembered(view, told).on(date(2025, 2, 10), date.fromisoformat(newest))
    drawn = ask(client, "/control", day="2025-02-10")["features"]
    assert {key: span.status for key, span in spans.items()} == {f["id"]: f["properties"]["status"] for f in drawn}


def test_a_report_comes_with_its_text_spans_and_copies(client: TestClient) -> None:
    copies = ask(client, "/reports", copies="true")["items"]
    assert copies
    told = ask(client, f"/reports/{copies[0]['id']}")
    text = told["report"]["text"]
    assert told["claims"]
    for claim in told["claims"]:
        evidence = claim["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]
        assert claim["now"]["id"] == claim["id"]
    assert copies[0]["origin"] in {copy["report"]["id"] for copy in told["copies"]}
    original = client.get(f"{API}/reports/{copies[0]['id']}/original")
    assert original.content.decode() == text
    assert original.headers["content-disposition"].startswith("attachment")


def test_a_claim_comes_with_its_reasons_and_a_citation(client: TestClient) -> None:
    denial = ask(client, "/claims", place="Toretsk", stance="denies", side="Ukraine")["items"][0]
    told = ask(client, f"/claims/{denial['id']}")
    assert told["claim"] == denial
    assert told["read"]["because"]
    assert told["cite"]["sha256"] in told["cite"]["text"]
    assert denial["words"].split()[0] in told["cite"]["text"]
    assert "denies" in {relation["kind"] for relation in told["relations"]}


def test_texts_of_reports_come_back_as_they_stand(client: TestClient) -> None:
    row = next(r for r in ask(client, "/reports", q="hyperlink")["items"] if r["name"] == "hostile")
    told = ask(client, f"/reports/{row['id']}")
    assert told["report"]["text"] == HOSTILE
    assert told["row"]["publisher"] == "<b>Evil</b> Post"
    answered = client.get(f"{API}/reports/{row['id']}")
    assert answered.headers["content-type"] == "application/json"
    assert answered.headers["x-content-type-options"] == "nosniff"
    words = "".join(claim["evidence"]["text"] for claim in told["claims"])
    assert "<script>" in words or "<img" in words


def test_incidents_disputes_and_changes_tell_of_claims(client: TestClient) -> None:
    row = ask(client, "/incidents", place="Toretsk")["items"][0]
    told = ask(client, f"/incidents/{row['id']}")
    assert len(told["members"]) == row["claims"]
    dispute = ask(client, "/disputes", what="control", place="Toretsk")["items"][0]
    assert {side["side"] for side in dispute["sides"]} >= {"Russia", "Ukraine"}
    records = {claim["record"] for side in dispute["sides"] for claim in side["claims"]}
    assert {c["claim"] for c in dispute["contradictions"]} <= records
    news = ask(client, "/changes", since="2025-02-07", limit=10)
    assert len(news["claims"]) == 10 < news["claims_total"]
    assert all(claim["known"] >= "2025-02-07" for claim in news["claims"])
    assert any(tie["later"]["place"]["name"] == "Toretsk" for tie in news["denies"] if tie["later"]["place"])
    assert "Toretsk" in {change["name"] for change in news["status"]}
    later = ask(client, "/changes", since=news["now"])
    added = {ask(client, f"/reports/{claim['report']}")["added"] for claim in later["claims"]}
    assert added == {news["now"]}
    assert ask(client, "/changes", since="2999-01-01T00:00:00Z")["claims"] == []


def test_incidents_are_given_as_they_were_known(client: TestClient) -> None:
    now = {row["id"]: row for row in ask(client, "/incidents", least=1, limit=1000)["items"]}
    then = ask(client, "/incidents", least=1, limit=1000, as_known="2025-02-10")
    assert 0 < then["total"] < len(now)
    grown = [row for row in then["items"] if row["claims"] < now[row["id"]]["claims"]]
    assert grown
    for row in grown:
        told = ask(client, f"/incidents/{row['id']}", as_known="2025-02-10")
        assert len(told["members"]) == row["claims"]
        assert all(member["known"] <= "2025-02-10" for member in told["members"])
    assert pages_as_known(client) == [row["id"] for row in then["items"]]
    late = next(number for number in now if number not in {row["id"] for row in then["items"]})
    assert client.get(f"{API}/incidents/{late}", params={"as_known": "2025-02-10"}).status_code == 404
    whole = ask(client, "/incidents", least=1, limit=1000, as_known="2999-01-01")["items"]
    assert whole == list(now.values())


def pages_as_known(client: TestClient) -> list[int]:
    """The numbers of all incidents known on a day, by pages of seven."""
    found: list[int] = []
    cursor = None
    while True:
        page = ask(
            client, "/incidents", least=1, limit=7, as_known="2025-02-10", **({"cursor": cursor} if cursor else {})
        )
        found += [row["id"] for row in page["items"]]
        cursor = page["next"]
        if cursor is None:
            return found


def test_a_source_has_a_track_record(client: TestClient) -> None:
    found = ask(client, "/sources", q="defence ministry", side="Russia")["items"]
    told = ask(client, f"/sources/{found[0]['key'] if found else 'Russia'}")
    assert sum(day["total"] for day in told["days"]) == told["source"]["claims"]
    assert told["counts"]["open"] + told["counts"]["conceded"] >= len(told["captures"]) - told["counts"]["reversed"]


def test_coverage_adds_up(client: TestClient) -> None:
    told = ask(client, "/coverage")
    reports = ask(client, "/reports")["total"]
    assert told["reports"] == reports == sum(day["reports"] for day in told["days"])
    assert sum(outlet["claims"] for outlet in told["outlets"]) == ask(client, "/claims")["total"]
    assert sum(side["claims"] for side in told["sides"]) == sum(cell["claims"] for cell in told["matrix"])
    assert told["missing"]["claims_without_point"] == ask(client, "/claims/facets")["located"]["no"]
    assert told["copies"] == ask(client, "/reports", copies="true")["total"]
    some = ask(client, "/coverage", publisher=told["outlets"][0]["publisher"], known="2025-01-01/..")
    assert 0 < some["reports"] < told["reports"]
    assert {cell["publisher"] for cell in some["matrix"]} == {told["outlets"][0]["publisher"]}


def test_search_finds_places_sources_and_words(client: TestClient) -> None:
    found = ask(client, "/search", q="dzerzh")
    assert [(place["name"], place["form"]) for place in found["places"]] == [("Toretsk", "Dzerzhinsk")]
    assert ask(client, "/search", q="ministry")["sources"]
    assert ask(client, "/search", q="captured")["claims_total"] > 0
    for odd in ('"', "'; --", "%", "\\", "*", "NEAR(", "🚀", ""):
        ask(client, "/search", q=odd)


def test_about_tells_what_the_ledger_holds(client: TestClient) -> None:
    told = ask(client, "/about")
    assert told["ledger"]["claims"] == ask(client, "/claims")["total"]
    assert told["writable"] is False
    events = {event["id"] for event in ask(client, "/vocabulary")["events"]}
    assert {facet["value"] for facet in ask(client, "/claims/facets")["facets"]["event"]} <= events


def test_a_day_is_told_as_the_whole_time_is(client: TestClient) -> None:
    """The span of one day, found from the day backwards, is the one of the place's whole status."""
    served = client.app.state.served  # type: ignore[attr-defined]
    with served.viewing() as view:
        everything = served.remembered(view, told).statements
    checked = 0
    for some in everything.values():
        for span in status(some):
            for day in {span.begin, span.begin + (span.until - span.begin) / 2 if span.until else span.begin}:
                found = status_at(day, some)
                assert found is not None
                assert (found.status, found.holder, found.begin) == (span.status, span.holder, span.begin)
                assert set(found.claims) <= set(span.claims)
                checked += 1
    assert checked > 20
