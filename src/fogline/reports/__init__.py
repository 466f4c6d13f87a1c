"""Stage 1: files, folders and standard input ▶ reports with segments and metadata."""

from fogline.reports.files import read_paths, report_from_bytes
from fogline.reports.text import report_from_text

__all__ = ["read_paths", "report_from_bytes", "report_from_text"]
