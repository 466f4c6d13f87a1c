"""The version of fogline, which readings in a ledger are stamped with."""

__version__ = "0.1.0"
