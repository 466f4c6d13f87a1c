"""Copies: which reports repeat another's text, which passages, from whom, and what changed between versions.

`sketch` is kept of each report; reports that share one of its keys are compared by `compare`; `Origins` turns the
answers into the origin of each report and claim. Nothing here knows where reports are stored.
"""

from fogline.assessment.copies.likeness import Kind, Likeness, Passage, compare
from fogline.assessment.copies.origins import Origin, Origins
from fogline.assessment.copies.outlet_furniture import furniture
from fogline.assessment.copies.running_story import Change, Version, is_running_story, versions
from fogline.assessment.copies.sketching import PASSAGES, Key, Sketch, resemblance, sketch

__all__ = [
    "PASSAGES", "Change", "Key", "Kind", "Likeness", "Origin", "Origins", "Passage", "Sketch", "Version", "compare",
    "furniture", "is_running_story", "resemblance", "sketch", "versions",
]  # fmt: skip
