"""Stage 5: the append-only store of reports, readings, claims and judgements."""

from fogline.ledger.store import Store
from fogline.ledger.view import Judgement, Layers, Reading, View
from fogline.ledger.writer import Added, Writer

__all__ = ["Added", "Judgement", "Layers", "Reading", "Store", "View", "Writer"]
