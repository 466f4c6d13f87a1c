"""Other engines do not wait for what the language model needs."""

from __future__ import annotations

import subprocess
import sys

ASKED = """
import sys
from fogline.config import Engine
from fogline.pipeline import stages_of
stages_of(Engine.{engine})
print(any("language_model" in name for name in sys.modules))
"""
SETTINGS = {"FOGLINE_LLM_ADDRESS": "http://127.0.0.1:1/v1", "FOGLINE_LLM_MODEL": "tiny-1"}


def loaded(engine: str) -> str:
    program = f"import os; os.environ.update({SETTINGS}){ASKED.format(engine=engine)}"
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_only_the_engine_llm_loads_it() -> None:
    assert [loaded("RULES"), loaded("HYBRID"), loaded("LLM")] == ["False", "False", "True"]
