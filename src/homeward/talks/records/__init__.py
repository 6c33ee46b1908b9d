"""Statements about talks as they are found in the ledger, for questions and for acts alike."""
