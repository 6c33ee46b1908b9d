"""Files that come into the ledger or leave it: bytes to plain rows and back."""
