"""Stage 7: the one query layer over records and conclusions."""

from fogline.query.dossier import Dossier
from fogline.query.ledger import Ledger
from fogline.query.pages import Page
from fogline.query.profile import Profile
from fogline.query.query import Query
from fogline.query.records import PlaceRow, ReportRow, SourceRow

__all__ = ["Dossier", "Ledger", "Page", "PlaceRow", "Profile", "Query", "ReportRow", "SourceRow"]
