"""Files of the built app, its page for all of its own routes, and a plain page where it was not built."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from starlette.responses import FileResponse, HTMLResponse, Response

FOLDER = Path(__file__).with_name("app")
YEAR = "public, max-age=31536000, immutable"
ASSETS = "assets"
"""The folder of the files whose names hold a hash of their content."""
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".woff2": "font/woff2",
         ".geojson": "application/geo+json", ".webmanifest": "application/manifest+json", ".wasm": "application/wasm",
         ".pbf": "application/x-protobuf", ".svg": "image/svg+xml"}  # fmt: skip
_MISSING = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>fogline</title>
<h1>fogline</h1>
<p>The HTTP API runs at <a href="/api/v1/about">/api/v1</a>; <a href="/api/v1/openapi.json">its description</a>.</p>
<p>The web app is not built. A wheel of fogline brings it. In a checkout, run <code>make web</code> and start
<code>fogline serve</code> again.</p>
</html>
"""


class App:
    """The built app in a folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder.resolve()

    def answer(self, path: str) -> Response | None:
        """The file at a path, or the app's page where the path is none of a file; None where there is no such file."""
        name = path.lstrip("/")
        file = self._file(name) if name else None
        if file is not None:
            hashed = file.parent.name == ASSETS and file.parent.parent == self.folder
            cached = YEAR if hashed else "no-cache"
            return FileResponse(file, media_type=_type(file), headers={"cache-control": cached})
        if Path(name).suffix and not _is_route(name):
            return None
        page = self._file("index.html")
        if page is None:
            return HTMLResponse(_MISSING, headers={"cache-control": "no-store"})
        return FileResponse(page, media_type="text/html; charset=utf-8", headers={"cache-control": "no-cache"})

    def _file(self, name: str) -> Path | None:
        """A file within the folder; names that lead out of it, and hidden files, are none."""
        if any(part.startswith(".") for part in name.split("/")) or "\\" in name:
            return None
        try:
            found = (self.folder / name).resolve()
            return found if found.is_relative_to(self.folder) and found.is_file() else None
        except (OSError, ValueError):  # a name that is too long, or holds a null character
            return None


def _is_route(name: str) -> bool:
    """Whether a path with a dot is one of the app's routes: keys of places and sources may hold dots."""
    return "/" in name and not name.startswith(f"{ASSETS}/")


def _type(file: Path) -> str:
    kind = TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
