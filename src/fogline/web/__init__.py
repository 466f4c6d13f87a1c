"""The built web app as files: the server hands them out, and knows nothing else of it."""

from fogline.web.files import App

__all__ = ["App"]
