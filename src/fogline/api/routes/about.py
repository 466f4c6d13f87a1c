"""The server itself: health, contents, words, codes."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter
from starlette.responses import Response

from fogline.api.answers import answer
from fogline.api.fresh import Fresh
from fogline.api.models.about import About, Code, Health, Vocabulary
from fogline.api.parameters import Key
from fogline.api.problems import CODES
from fogline.api.routes.readings import GoneError
from fogline.api.served import Ledgers, Views
from fogline.api.told import UNCHANGED, forms
from fogline.assessment.corrections import choices
from fogline.exports.json import SCHEMA
from fogline.exports.ledger.events import WHAT
from fogline.exports.words import EVENTS
from fogline.model import Stance
from fogline.model.actor import SourceKind
from fogline.query.contents import contents
from fogline.query.query import MOST
from fogline.query.state import state
from fogline.version import __version__

router = APIRouter(tags=["about"], route_class=Fresh, responses=UNCHANGED)
alive = APIRouter(tags=["about"])
FAMILIES = {
    "control": "control of places", "attack": "attacks", "harm": "harm", "people": "people", "aid": "aid",
    "politics": "politics", "other": "other statements",
}  # fmt: skip


@alive.get("/health", summary="Whether the server can reach its ledger", responses=forms(Health))
def health(view: Views) -> Response:
    """For those who watch over the server."""
    state(view)
    return answer({"status": "ok"}, headers={"cache-control": "no-store"})


@router.get("/about", summary="The server and what its ledger holds", responses=forms(About))
def about(served: Ledgers, view: Views) -> Response:
    """Version, contents of the ledger, what the server allows."""
    settings, found = served.settings, contents(view.connection)
    return answer(
        {
            "name": "fogline", "version": __version__, "schema": SCHEMA,
            "ledger": {
                "reports": found.reports, "claims": found.claims, "places": found.places, "sources": found.sources,
                "first": found.first, "newest": found.newest, "behind": state(view).behind,
            },
            "writable": settings.token is not None, "reading": settings.reading,
            "map_style": settings.map_style or None,
            "limits": {"upload_megabytes": settings.max_upload, "page": MOST},
        }
    )  # fmt: skip


@router.get("/vocabulary", summary="The words that the ledger uses", responses=forms(Vocabulary))
def vocabulary() -> Response:
    """Event types, stances, kinds of sources, and the fields that a review may correct."""
    return answer(
        {
            "families": [{"id": name, "label": label} for name, label in FAMILIES.items()],
            "events": [
                {"id": event, "family": event.partition(".")[0], "label": label} for event, label in EVENTS.items()
            ],
            "stances": list(get_args(Stance)), "kinds": list(get_args(SourceKind)),
            "disputes": [{"id": what, "label": label} for what, label in WHAT.items()],
            "fields": [
                {"id": field, "choices": list(values) if values else None, "may_be_none": may_be_none}
                for field, values, may_be_none in choices()
            ],
        }
    )  # fmt: skip


@router.get("/problems", summary="The codes of errors", responses={200: {"model": list[Code]}})
def codes() -> Response:
    """What each code means."""
    return answer([_code(code) for code in CODES])


@router.get("/problems/{code}", summary="One code", responses=forms(Code))
def one_code(code: Key) -> Response:
    """What it means."""
    if code not in CODES:
        raise GoneError(f"there is no code {code}", next_step="GET /api/v1/problems lists them")
    return answer(_code(code))


def _code(code: str) -> dict[str, str]:
    return {"code": code, "title": CODES[code][0], "when": CODES[code][1]}
