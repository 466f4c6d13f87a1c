"""Stage 4: attributions, events and slots ▶ claims."""

from fogline.claims.stage import claims

__all__ = ["claims"]
