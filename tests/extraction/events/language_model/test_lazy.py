"""Other engines do not wait for what the language model needs."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import sys
from fogline.config import Engine
from fogline.pipeline import stages_of
for engine in (Engine.RULES, Engine.HYBRID, Engine.LLM):
    stages_of(engine)
    print(any("language_model" in name for name in sys.modules))
"""


def test_only_the_engine_llm_loads_it() -> None:
    told = {"FOGLINE_LLM_ADDRESS": "http://127.0.0.1:1/v1", "FOGLINE_LLM_MODEL": "tiny-1"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env={**os.environ, **told}
    )
    assert done.stdout.split() == ["False", "False", "True"]
