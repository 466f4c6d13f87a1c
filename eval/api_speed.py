"""How fast the HTTP API answers: `python -m eval.api_speed LEDGER` (a ledger as `eval.ledger_speed` makes them).

Each page is asked for some times through the whole application.
One JSON line: milliseconds of each page, and of the processor's time, which a busy machine does not stretch.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from starlette.testclient import TestClient

from fogline.api import application
from fogline.config import Settings

ROUNDS = 20
PAGES = {
    "claims": "/claims?limit=50", "claims of a side": "/claims?limit=50&side=Redland&event=control.captured",
    "claims with words": "/claims?limit=50&q=bridge%20clinic", "claims in a box": "/claims?limit=50&bbox=30,46,32,48",
    "claims around": "/claims?limit=50&place=Town%2044&radius_km=50", "facets": "/claims/facets",
    "facets of a side": "/claims/facets?side=Redland", "facets in a box": "/claims/facets?bbox=30,46,32,48",
    "places of claims": "/claims/places", "places of a side": "/claims/places?side=Redland",
    "places of a time": "/claims/places?datetime=2024-01-01/2024-02-{day:02}",
    "places in a box": "/claims/places?bbox=30,46,32,48", "places as known": "/claims/places?as_known=2024-01-{day:02}",
    "days": "/claims/days", "days known": "/claims/days?by=known", "days of a side": "/claims/days?side=Redland",
    "facets of a time": "/claims/facets?datetime=2024-01-01/2024-02-{day:02}",
    "claims of a time": "/claims?limit=40&datetime=2024-01-01/2024-02-{day:02}&bbox=30,46,32,48",
    "reports": "/reports?limit=50", "map": "/places?limit=10000",
    "map in a box": "/places?limit=10000&bbox=30,46,32,48",
    "map of a day": "/places?limit=10000&day=2024-01-{day:02}",
    "map as known": "/places?limit=10000&day=2024-01-{day:02}&as_known=2024-01-{day:02}",
    "control": "/control?day=2024-01-{day:02}", "dossier": "/places/Town%20{town}",
    "incidents": "/incidents?limit=50", "incident": "/incidents/8",
    "disputes": "/disputes?limit=20",
    "disputes of a place": "/disputes?place=Town%20{town}",
    "sources": "/sources", "source": "/sources/Redland's%20army", "changes": "/changes?since=2024-11-01&limit=50",
    "coverage": "/coverage", "search": "/search?q=town%2044", "queue": "/review/queue?limit=20", "about": "/about",
}  # fmt: skip


def measured(address: str) -> dict[str, Any]:
    """Milliseconds of each page (95th percentile), and of processor time (median); `first` where that took longer."""
    found: dict[str, Any] = {}
    with TestClient(application(address, Settings(rate=10_000_000)), base_url="http://127.0.0.1") as client:
        client.app.state.served.prepare()  # type: ignore[attr-defined]  # what a server does while nobody asks yet
        found["claims held"] = client.get("/api/v1/about").json()["ledger"]["claims"]
        for name, page in PAGES.items():
            times = [_timed(client, page.format(day=n + 1, town=n * 7)) for n in range(ROUNDS)]
            wall, busy = (sorted(one) for one in zip(*times[1:], strict=True))
            told = {"p95": round(wall[int((ROUNDS - 1) * 0.95) - 1]), "busy": round(busy[len(busy) // 2])}
            found[name] = told | ({"first": round(times[0][0])} if times[0][0] > 2 * told["p95"] else {})
    return found


def _timed(client: TestClient, page: str) -> tuple[float, float]:
    """Milliseconds that an answer took, and milliseconds of the processor."""
    begin, worked = time.perf_counter(), time.process_time()
    answered = client.get(f"/api/v1{page}")
    assert answered.status_code in {200, 404}, answered.text  # 404: a made ledger may lack some towns
    return (time.perf_counter() - begin) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    print(json.dumps(measured(sys.argv[1])))
