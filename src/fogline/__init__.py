"""fogline reads reports of armed conflict into a ledger of contested claims."""
