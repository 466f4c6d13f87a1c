"""Draws how a ledger's times grow: `python -m eval.ledger_plot FIGURES.jsonl PICTURE.svg`.

FIGURES.jsonl is what `eval.ledger_speed` printed, a line a size. Needs matplotlib (`pip install '.[plots]'`).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

SHOWN = {
    "add": "adding all", "rebuild": "assessing all", "take_in_one": "taking in one report", "dossier": "a dossier",
    "page_around": "a page around a place", "page_by_text": "a page by words", "control_on_a_day": "control on a day",
}  # fmt: skip


def draw(figures: list[dict[str, Any]], target: Path) -> None:
    """Seconds over claims, both axes logarithmic, a line a figure."""
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "fogline"  # the same figures give the same file
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(8, 5))
    sizes = [row["claims"] for row in figures]
    for (name, words), marker in zip(SHOWN.items(), "osv^D*P", strict=True):
        axes.loglog(sizes, [row[name] for row in figures], marker=marker, label=words)
    axes.set(xlabel="claims in the ledger", ylabel="seconds")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
    figure.savefig(target, bbox_inches="tight", metadata={"Date": None})


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    draw([json.loads(line) for line in lines if line.startswith("{")], Path(sys.argv[2]))
