"""The routes, a file for each noun of the ledger."""
