"""What `--engine llm` makes of a model that answers as the annotators did: `python -m eval.perfect_model FOLDER`.

A server of this machine answers with the annotated evidence, triggers, types and stances. What is missing then is lost
behind the model; the fields are those that fogline finds by itself for events that are right.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from eval.annotation import AnnotatedReport, occurrences, read_folder
from eval.run import read_with_fogline
from eval.score import score
from fogline import llm_costs


class Annotators(BaseHTTPRequestHandler):
    """Answers with the annotated claims whose words stand in what is asked about."""

    reports: Sequence[AnnotatedReport] = ()

    def do_POST(self) -> None:
        """Answers a chat completion."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][1]["content"]
        told = max((_told(report, text) for report in self.reports), key=len)
        answer = {"choices": [{"message": {"content": json.dumps({"claims": told})}}]}
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


def _told(report: AnnotatedReport, text: str) -> list[dict[str, Any]]:
    found = []
    for claim in report.annotation.claims:
        if next(occurrences(text, claim.evidence), None) is not None:
            words = {"evidence": claim.evidence, "trigger": claim.trigger, "before": ""}
            found.append({**words, "event": claim.event, "stance": claim.stance, "confidence": 0.9})
    return found


def main() -> None:
    """Prints the figures and what was dropped."""
    Annotators.reports = reports = list(read_folder(Path(sys.argv[1])))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Annotators)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    told = {"ENGINE": "llm", "LLM_ADDRESS": address, "LLM_MODEL": "annotators", "LLM_KEEP": "false"}
    os.environ.update({f"FOGLINE_{name}": value for name, value in told.items()})
    scores = score(read_with_fogline(reports))
    read = scores.tallies["type"]
    print(f"{read.gold} claims annotated, {read.read} read, {read.hits} of them right, {scores.ungrounded} ungrounded")
    print(", ".join(f"{name} {value:.3f}" for name, value in scores.figures().items()))
    print(llm_costs().told())
    server.shutdown()


if __name__ == "__main__":
    main()
