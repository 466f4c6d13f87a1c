"""The commands that ask the ledger."""
