"""Stage 1: files, folders and standard input ▶ reports with segments and metadata."""

from fogline.reports.text import report_from_text

__all__ = ["report_from_text"]
