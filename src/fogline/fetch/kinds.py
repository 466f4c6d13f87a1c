"""The kinds of content that are fetched at all, by the `Content-Type` that a server tells."""

from __future__ import annotations

_APPLICATIONS = (
    "xml", "xhtml+xml", "rss+xml", "atom+xml", "rdf+xml", "pdf", "json", "x-ndjson", "jsonl", "gzip", "x-gzip", "zip",
    "warc", "octet-stream", "vnd.openxmlformats-officedocument.wordprocessingml.document", "vnd.apache.parquet",
)  # fmt: skip
_READ = frozenset({"message/rfc822", *(f"application/{name}" for name in _APPLICATIONS)})
_NO_TEXT = frozenset({"text/css", "text/javascript", "text/calendar", "text/vcard"})


def is_readable(sort: str) -> bool:
    """Whether what a server calls so may hold a report; what it calls nothing is judged by its bytes."""
    kind = sort.partition(";")[0].strip().lower()
    return not kind or kind in _READ or (kind.startswith("text/") and kind not in _NO_TEXT)
