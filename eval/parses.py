"""Reports read up to the claims stage, kept between two scripts: to read them takes minutes, to weigh them seconds."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import fogline
from eval.annotation import AnnotatedReport, read_folder
from eval.train_claims import read_unjudged
from fogline.config import Engine
from fogline.knowledge.digest import knowledge_digest
from fogline.model import Document

KEPT = Path("build")
_JUDGING = frozenset({"claims", "cli", "api", "exports", "ledger", "assessment", "query", "fetch"})  # not asked here


def parsed(folder: Path) -> list[tuple[AnnotatedReport, Document]]:
    """Each annotated report of a folder with every layer but its claims, as rules read it.

    Kept in `build/` for as long as the reports, the tables and the code of the stages stay the same.
    """
    reports = list(read_folder(folder))
    kept = KEPT / f"parses-{_digest(reports)}.pickle"
    if kept.is_file():
        documents: list[Document] = pickle.loads(kept.read_bytes())
    else:
        documents = [read_unjudged(report, Engine.RULES) for report in reports]
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(pickle.dumps(documents))
    return list(zip(reports, documents, strict=True))


def _digest(reports: list[AnnotatedReport]) -> str:
    total = hashlib.sha256(knowledge_digest().encode())
    for report in reports:
        total.update(repr((report.name, report.text, report.annotation.published)).encode())
    package = Path(fogline.__file__).parent
    for file in sorted(package.rglob("*.py")):
        within = file.relative_to(package)
        if within.parts[0] not in _JUDGING:
            total.update(file.read_bytes())
    return total.hexdigest()[:16]
