"""What the ledger holds, in the forms that people and machines read."""
