"""Reading without keeping: texts and files that are sent, read apart from the server, held for a while."""

from fogline.api.readings.desk import Desk, Reading, Sent

__all__ = ["Desk", "Reading", "Sent"]
