"""The HTTP API: thin routes over the query layer."""

from fogline.api.app import application

__all__ = ["application"]
