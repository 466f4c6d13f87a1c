"""Puts the built web app into wheel and sdist; builds it where it is missing or older than its sources."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent / "frontend"))


class WebApp(BuildHookInterface[Any]):
    """Builds the web app before the files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the app; an editable install goes on without it, for everything else works."""
        if os.environ.get("FOGLINE_WITHOUT_APP") == "1":
            return
        from make_app import is_fresh, make_app

        if is_fresh():
            return
        try:
            make_app()
        except RuntimeError as error:
            if version != "editable":
                raise
            self.app.display_warning(f"The web app was not built; `make web` builds it later. {error}")
