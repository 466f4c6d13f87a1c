"""Copies: which reports repeat another's text, which passages, from whom, and what changed between versions.

`sketch` is kept of each report; reports that share one of its keys are compared by `compare`; `Origins` turns the
answers into the origin of each report and claim. Nothing here knows where reports are stored.
"""

from fogline.assessment.copies.furniture import furniture
from fogline.assessment.copies.likeness import Kind, Likeness, Passage, compare
from fogline.assessment.copies.origins import Origin, Origins
from fogline.assessment.copies.sketch import PASSAGES, Key, Sketch, resemblance, sketch
from fogline.assessment.copies.versions import Change, Version, is_running_story, versions

__all__ = [
    "PASSAGES", "Change", "Key", "Kind", "Likeness", "Origin", "Origins", "Passage", "Sketch", "Version", "compare",
    "furniture", "is_running_story", "resemblance", "sketch", "versions",
]  # fmt: skip
