"""Places of the user's own: formats, bad rows, what is built in already, going on after a kill."""

from __future__ import annotations

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.extraction.places.made import added, dump_row, known, written

from fogline.config import settings
from fogline.errors import FoglineError, GazetteerError, UsageError
from fogline.extraction.places.gazetteer import NameKind
from fogline.extraction.places.gazetteer.added.folder import data_sets, unfinished
from fogline.extraction.places.gazetteer.build import file_in

pytestmark = pytest.mark.usefixtures("places_folder")


def test_a_dump_brings_places_with_all_that_it_tells(tmp_path: Path) -> None:
    names = "Зумбалеко,Zumbaleco,zmblk,ZBL"
    row = dump_row(90_000_001, "Zumbaleko", 48.2, 37.9, names=names, country="UA", admin1="05", people=120)
    done = added(written(tmp_path / "XX.txt", [row]))
    assert (done.places, done.bad) == (1, 0)
    (hit,) = known().named("zumbaleko")
    place = hit.record
    assert (place.name, place.lat, place.lon, place.geonames) == ("Zumbaleko", 48.2, 37.9, 90_000_001)
    assert (place.country, place.admin1, place.feature, place.population) == ("UA", "Donetsk", "settlement", 120)
    source = known().sources[hit.source]
    assert (source.name, source.licence) == ("GeoNames", "CC BY 4.0")
    assert known().named("Зумбалеко")[0].spelling is None  # the key tells it
    assert known().find("zumbaleco")
    assert not known().find("зумбалеко"), "English reports are not searched for names in other scripts"
    assert not known().named("zmblk")
    assert not known().named("ZBL")


def test_what_is_built_in_already_stands_once_with_its_reviewed_name(tmp_path: Path) -> None:
    rows = [
        dump_row(99_000_001, "Bakhmut", 48.60, 38.00, names="Bachmutt am Fluss", country="UA", admin1="05"),
        dump_row(99_000_002, "Toretsk", 48.39, 37.85, country="UA", admin1="05"),
    ]
    done = added(written(tmp_path / "XX.txt", rows))
    assert (done.places, done.known) == (1, 1)
    (hit,) = known().named("Bachmutt am Fluss")
    assert hit.record == next(h.record for h in known().named("Bakhmut") if h.record.feature == "settlement")
    assert hit.record.population > 0
    assert hit.source == "own"


def test_a_namesake_far_away_is_another_place(tmp_path: Path) -> None:
    before = len(known().named("Toretsk"))
    added(written(tmp_path / "XX.txt", [dump_row(99_000_003, "Toretsk", 50.9, 26.1, country="UA")]))
    hits = known().named("Toretsk")
    assert len(hits) == before + 1
    assert len({h.record.id for h in hits}) == len(hits)


def test_farms_and_streams_are_found_but_not_looked_for_in_reports(tmp_path: Path) -> None:
    rows = [
        dump_row(1, "Zumbaleko Farm", 0, 36, code="S.FRM"),
        dump_row(2, "Zumbari", 0, 36, code="H.STM"),
        dump_row(3, "Zumbaro", 0, 36, code="H.STM", names="Zumbaru,Zumbarow,Zumbarou,Zumbarah,Sumbaro"),
    ]
    added(written(tmp_path / "XX.txt", rows))
    assert [h.record.feature for h in known().named("Zumbari")] == ["water"]
    assert not known().find("zumbari")
    assert not known().find("zumbaleko farm")
    assert known().find("zumbaro"), "what has many names is known abroad"


def test_bad_rows_are_told_by_line_and_lose_no_good_one(tmp_path: Path) -> None:
    good = [dump_row(n, f"Zumbaleko{'abcdefgh'[n]}", 1, 36) for n in range(8)]
    bad = {
        3: "too\tfew\tcolumns\n", 5: dump_row(50, "Zumba", 95, 36), 6: dump_row(51, "Zumba", "x", 36),  # type: ignore[arg-type]
        8: dump_row(52, "", 1, 36), 9: dump_row(53, "Zumba", 1, 36, code="?.X"),
        11: dump_row(54, "Zumba", 1, 36, country="KEN"),
    }  # fmt: skip
    lines = iter(good)
    rows = [bad.get(line) or next(lines) for line in range(1, 15)]
    rows[9:9] = []
    path = written(tmp_path / "XX.txt", rows)
    path.write_bytes(
        path.read_bytes() + b"7\t\xff\xfe\n" + b"x" * 200_000 + b"\n" + dump_row(60, "Zumbalast", 1, 36).encode()
    )
    done = added(path)
    assert [line for line, _ in done.reasons] == [*bad, 15, 16]
    assert done.bad == len(bad) + 2
    assert done.places == 9
    assert known().named("Zumbalast")
    assert "95" in done.reasons[1][1]


def test_a_file_that_is_mostly_bad_is_refused_and_the_old_data_stay(tmp_path: Path) -> None:
    added(written(tmp_path / "a.txt", [dump_row(1, "Zumbaleko", 1, 36)]))
    worse = [dump_row(2, "Zumbari", 1, 36), *(dump_row(3, "Zumbari", 500, 36) for _ in range(3))]
    with pytest.raises(GazetteerError, match="line 2"):
        added(written(tmp_path / "b.txt", worse))
    assert known().named("Zumbaleko")
    assert not known().named("Zumbari")
    assert unfinished(settings().places) == []


def test_the_same_name_replaces_the_data_set(tmp_path: Path) -> None:
    added(written(tmp_path / "a.txt", [dump_row(1, "Zumbaleko", 1, 36)]))
    added(written(tmp_path / "b.txt", [dump_row(2, "Zumbari", 1, 36)]))
    assert not known().named("Zumbaleko")
    assert known().named("Zumbari")
    assert [d.name for d in data_sets(settings().places)] == ["own"]


def test_csv_with_named_columns(tmp_path: Path) -> None:
    text = (
        "Town;Y;X;ISO2;Province;Type;Aliases;former names;used by;name_ar;Pop\n"
        '"Zumba;leko";33.1;44.2;IQ;Anbar Governorate;village;Zumbaliko|Sumbaleko;Zumbagrad;Iran;زمبالكو;"1,200"\n'
        "Zumbari;33.2;44.2;IQ;;castle;;;;;\n"
        "Zumbaro;33.3;44.2\n"
        "\n"
        "Zumbaru;33.3;44.2;IQ;;;;;;;\n"
    )
    done = added(written(tmp_path / "towns.csv", [text]), columns={"name": "Town", "lat": "Y", "lon": "X"},
                 source="A survey", licence="CC0")  # fmt: skip
    assert done.reasons == [(3, "no kind of place that is known: 'castle'"), (4, "3 columns instead of 11")]
    (hit,) = known().named("Zumbagrad")
    assert (hit.former, hit.used_by, hit.kind) == (True, "Iran", NameKind.REVIEWED)
    assert (hit.record.name, hit.record.admin1, hit.record.population) == ("Zumba;leko", "Anbar", 1200)
    assert known().named("زمبالكو")[0].language == "ar"
    assert known().sources["own"].licence == "CC0"
    assert known().named("Zumbaru")


def test_a_csv_without_points_says_what_it_has(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no column for lat, lon.*Town"):
        added(written(tmp_path / "a.csv", ["Name,Town\n", "x,y\n"]))
    assert unfinished(settings().places) == []
    with pytest.raises(UsageError, match="Ypsilon"):
        added(written(tmp_path / "a.csv", ["Name,lat,lon\n", "x,1,2\n"]), columns={"lat": "Ypsilon"})


@pytest.mark.parametrize("lines", [False, True])
def test_geojson_points_and_areas(tmp_path: Path, lines: bool) -> None:
    features = [
        {"type": "Feature", "properties": {"name": "Zumbaleko", "country": "SD", "name:ar": "زمبالكو"},
         "geometry": {"type": "Point", "coordinates": [30.1, 13.2]}},
        {"type": "Feature", "properties": {"name": "Zumba Hills", "type": "hill"},
         "geometry": {"type": "Polygon", "coordinates": [[[30, 13], [32, 13], [32, 14], [30, 14], [30, 13]]]}},
        {"type": "Feature", "properties": {"name": "Nowhere"}, "geometry": None},
    ]  # fmt: skip
    if lines:
        path = written(tmp_path / "a.geojsonl", (json.dumps(f) + "\n" for f in features))
    else:
        path = written(tmp_path / "a.geojson", [json.dumps({"type": "FeatureCollection", "features": features})])
    assert added(path).reasons == [(3, "no geometry")]
    assert known().named("Zumbaleko")[0].record.lat == 13.2
    hills = known().named("Zumba Hills")[0].record
    assert (hills.lat, hills.lon, hills.feature) == (13.5, 31.0, "mountains")
    assert 100_000 < hills.radius_m < 150_000


def test_a_geojson_file_that_breaks_off_adds_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "a.geojson", ['{"type": "FeatureCollection", "features": [{"type": "Feature", "prop'])
    with pytest.raises(UsageError, match="no whole GeoJSON"):
        added(path)
    assert list(data_sets(settings().places)) == []


def test_packed_files_are_read_as_they_are(tmp_path: Path) -> None:
    row = dump_row(1, "Zumbaleko", 1, 36)
    with zipfile.ZipFile(tmp_path / "KE.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("KE.txt", row)
        archive.writestr("readme.txt", "notes")
    (tmp_path / "KE.txt.gz").write_bytes(gzip.compress(row.encode()))
    assert added(tmp_path / "KE.zip", "one").places == 1
    assert added(tmp_path / "KE.txt.gz", "two").places == 1
    assert len(known().named("Zumbaleko")) == 1, "one place in two data sets is one place"
    whole = (tmp_path / "KE.txt.gz").read_bytes()
    (tmp_path / "cut.txt.gz").write_bytes(whole[:-12])
    with pytest.raises(FoglineError):
        added(tmp_path / "cut.txt.gz", "three")


def test_alternate_names_belong_to_the_places_of_other_files(tmp_path: Path) -> None:
    toretsk = next(h.record for h in known().named("Toretsk") if h.record.country == "UA")
    rows = [
        f"1\t{toretsk.geonames}\tde\tZumbatoretsk\t\t\t\t\t\t\n",
        f"2\t{toretsk.geonames}\tlink\thttps://example.org\t\t\t\t\t\t\n",
        "3\t91000001\ten\tZumbalesia\t\t\t\t1\t1950\t1991\n",
        "4\tx\ten\tZumba\t\t\t\t\t\t\n",
    ]
    done = added(written(tmp_path / "alternateNamesV2.txt", rows), "names")
    assert (done.places, done.names, done.bad) == (0, 2, 1)
    (hit,) = known().named("Zumbatoretsk")
    assert (hit.record, hit.language, hit.source) == (toretsk, "de", "names")
    assert not known().named("Zumbalesia"), "its place is in no file yet"
    added(written(tmp_path / "KE.txt", [dump_row(91_000_001, "Zumbaleko", 1, 36)]), "KE")
    (hit,) = known().named("Zumbalesia")
    assert (hit.record.name, hit.former) == ("Zumbaleko", True)


def many(tmp_path: Path) -> Path:
    return written(tmp_path / "many.txt", (dump_row(n, f"Zumba {n:06d}", 1, 36) for n in range(70_000)))


def contents(name: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(settings().places / f"{name}.sqlite") as base:
        places = base.execute("SELECT * FROM places ORDER BY id").fetchall()
        return places + base.execute("SELECT * FROM names ORDER BY place, key").fetchall()


def test_a_killed_run_goes_on_where_it_was(tmp_path: Path) -> None:
    path = many(tmp_path)
    known()
    code = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from fogline.extraction.places.gazetteer.added.add import Addition, add\n"
        "add(Addition(Path(sys.argv[1]), 'own'), Path(sys.argv[2]), Path(sys.argv[3]),\n"
        "    lambda doing, at, of: os.kill(os.getpid(), signal.SIGKILL) if at > of / 2 else None)\n"
    )
    folder, built_in = settings().places, file_in(settings().cache)
    killed = subprocess.run([sys.executable, "-c", code, path, folder, built_in], check=False, env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    assert unfinished(folder) == ["own"]
    assert list(data_sets(folder)) == []
    positions: list[int] = []
    assert added(path, watch=lambda doing, at, of: positions.append(at)).places == 70_000
    assert positions[0] > path.stat().st_size / 2, "what was done is not done again"
    assert unfinished(folder) == []
    added(path, "again")
    assert [row[:12] for row in contents("own")] == [row[:12] for row in contents("again")]


def test_a_draft_of_another_file_is_not_gone_on_with(tmp_path: Path) -> None:
    path = many(tmp_path)

    def stop(doing: str, at: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        added(path, watch=stop)
    assert unfinished(settings().places) == ["own"]
    other = written(tmp_path / "other.txt", [dump_row(1, "Zumbaleko", 1, 36)])
    assert added(other).places == 1
    assert not known().named("Zumba 000001")


def test_a_draft_that_is_no_database_is_begun_anew(tmp_path: Path) -> None:
    settings().places.mkdir(parents=True)
    (settings().places / ".own.draft").write_bytes(b"no database at all" * 100)
    assert added(written(tmp_path / "a.txt", [dump_row(1, "Zumbaleko", 1, 36)])).places == 1


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
@pytest.mark.parametrize(
    "data",
    [b"", b"\n\n", b"just words\n", b"\x00\x01,\x02", b"\x89PNG\r\n\x1a\n,;\xff\n", "é,lat,lon\n".encode("latin-1"),
     "name,lat,lon\n".encode("utf-16"), b"\x1b[31mname,lat,lon,place\n"],
)  # fmt: skip
def test_a_file_in_no_format_is_refused_in_plain_words(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UsageError) as raised:
        added(path)
    assert str(raised.value).isprintable()
    assert unfinished(settings().places) == []


def test_marks_of_direction_in_a_name_are_text(tmp_path: Path) -> None:
    row = dump_row(1, "Zumbaleko", 1, 36, names="\u200fزومبا\u200c")
    assert added(written(tmp_path / "a.txt", [row])).places == 1


def test_the_shared_country_file(shared: Path) -> None:
    done = added(shared / "gazetteer" / "UA.txt", "UA")
    assert done.places + done.known == 29_949
    assert done.bad == 0
    assert {h.record.admin1 for h in known().named("Krymske")} == {"Luhansk", "Donetsk"}
