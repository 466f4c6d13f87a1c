"""Stage 1: files, folders and standard input ▶ reports with segments and metadata."""

from fogline.reports.files import expected, read_paths
from fogline.reports.given import given_day
from fogline.reports.text import report_from_bytes, report_from_text

__all__ = ["expected", "given_day", "read_paths", "report_from_bytes", "report_from_text"]
