"""PDF ▶ a draft: lines with their boxes ▶ columns in reading order ▶ paragraphs, heads and feet told apart."""

from fogline.reports.formats.pdf.document import read_pdf

__all__ = ["read_pdf"]
