"""Records of people held against each other: which may be one person's, how sure, and why. Nothing here decides for a person."""
