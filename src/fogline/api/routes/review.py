"""Review: what waits, what people decided, and deciding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request
from starlette.responses import Response

from fogline.api.answers import answer, listed
from fogline.api.fresh import Fresh
from fogline.api.guard.access import Writers
from fogline.api.models.claims import Claim, Judgement, Part
from fogline.api.models.writing import (
    Accept,
    Correct,
    Decided,
    Decision,
    Merge,
    MergePlace,
    MergeSource,
    Reject,
    Signed,
    Split,
    SplitPlace,
    SplitSource,
)
from fogline.api.parameters import Cursor, Limit, Number, Text
from fogline.api.served import Ledgers, Served, Views
from fogline.api.told import UNCHANGED, WRITES, forms
from fogline.exports.ledger import plain, told
from fogline.query.claim import claim
from fogline.query.judgements import judged, judgement
from fogline.query.listed import begins, following
from fogline.query.review import UNDOABLE, Reviewer, order, queue

router = APIRouter(prefix="/review", tags=["review"], route_class=Fresh)
OF_RECORDS = frozenset({"merge_source", "split_source", "merge_place", "split_place"})
Act = Callable[[Reviewer, Any], int]
_ACTS: dict[type[Signed], Act] = {
    Accept: lambda reviewer, d: reviewer.accept(d.claim, note=d.note),
    Correct: lambda reviewer, d: reviewer.correct(d.claim, d.values, note=d.note),
    Reject: lambda reviewer, d: reviewer.reject(d.claim, note=d.note),
    Merge: lambda reviewer, d: reviewer.merge(d.claim, d.other, note=d.note),
    Split: lambda reviewer, d: reviewer.split(d.claim, note=d.note),
    MergeSource: lambda reviewer, d: reviewer.merge_sources(d.source, d.into, note=d.note),
    SplitSource: lambda reviewer, d: reviewer.split_source(d.source, d.form, note=d.note),
    MergePlace: lambda reviewer, d: reviewer.merge_places(d.place, d.into, note=d.note),
    SplitPlace: lambda reviewer, d: reviewer.split_place(d.place, d.form, note=d.note),
}


@router.get("/queue", summary="Claims that nobody has reviewed", responses={**forms(Part[Claim]), **UNCHANGED})
def review_queue(request: Request, served: Ledgers, view: Views, limit: Limit = 50, cursor: Cursor = None) -> Response:
    """Those first that matter most: disputed ones, those of many origins, those that the reader was least sure of."""
    start = begins(cursor)
    ordered = served.remembered(view, order)
    found = queue(view.connection, limit=limit, skip=start, ordered=ordered)
    return listed(request, map(plain.fact_row, found), following(start + limit, len(ordered)), len(ordered))


@router.get("/judgements", summary="Judgements, newest first", responses={**forms(Part[Judgement]), **UNCHANGED})
def judgements(
    request: Request, view: Views,
    claim: Annotated[Text | None, Query(description="On one claim, source or place, by its id or key.")] = None,
    user: Annotated[Text | None, Query(description="Of one person.")] = None,
    limit: Limit = 50, cursor: Cursor = None,
) -> Response:  # fmt: skip
    """What people decided, and what of it was taken back. Nothing of it is ever removed."""
    found = judged(view, target=claim, user=user, limit=limit, cursor=cursor)
    return listed(request, map(told.judgement_row, found.items), found.next, found.total)


@router.post(
    "/judgements", summary="Decide on a claim, a source or a place", status_code=201, dependencies=[Writers],
    responses={**forms(Decided, status=201), **WRITES},
)  # fmt: skip
def decide(served: Ledgers, decision: Annotated[Decision, Body()]) -> Response:
    """Appends a judgement to the ledger in the name of `user`, and shows what follows from it."""
    reviewer = Reviewer(served.ledger.store, decision.user)
    return _decided(served, _ACTS[type(decision)](reviewer, decision))


@router.post(
    "/judgements/{number}/undo", summary="Take a judgement back", status_code=201, dependencies=[Writers],
    responses={**forms(Decided, status=201), **WRITES},
)  # fmt: skip
def undo(served: Ledgers, number: Number, signed: Signed) -> Response:
    """Takes a judgement back; both stay on record."""
    reviewer = Reviewer(served.ledger.store, signed.user)
    return _decided(served, reviewer.undo(number, note=signed.note))


def _decided(served: Served, number: int) -> Response:
    with served.viewing() as view:
        found = judgement(view, number)
        assert found is not None  # it was appended just now, and none is ever removed
        row = told.judgement_row(found)
        on_claim = found.judgement.kind in UNDOABLE - OF_RECORDS or found.judgement.kind == "undo"
        fact = _fact(view, found.judgement.target) if on_claim else None
    location = f"/api/v1/review/judgements?claim={number}"
    return answer({"judgement": row, "claim": fact}, 201, headers={"x-judgement": str(number), "location": location})


def _fact(view: Any, identity: str) -> dict[str, Any] | None:
    from fogline.errors import NotThereError

    try:
        found = claim(view, identity).fact
    except NotThereError:  # the undo of a judgement on a source or a place
        return None
    return plain.fact_row(found) if found else None
