"""Work on what strangers send, in a process of its own that has so much time and memory and is then killed."""

from fogline.apart.task import Task, within_limits

__all__ = ["Task", "within_limits"]
