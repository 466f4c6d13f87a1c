"""Pages and feeds fetched from the web: politely, from public addresses alone, archived, and each exactly once."""

from fogline.fetch.faults import Fault, FetchError
from fogline.fetch.fetcher import Page
from fogline.fetch.follower import Follower
from fogline.fetch.items import Item
from fogline.fetch.opml import feeds_of
from fogline.fetch.quiet import Quiet
from fogline.fetch.web_address import is_address
from fogline.fetch.work import Done, Gain

__all__ = ["Done", "Fault", "FetchError", "Follower", "Gain", "Item", "Page", "Quiet", "feeds_of", "is_address"]
