"""Canonical text, strict reading, the tree of hashes, signed heads, keys and sealed values; no Django and no clock."""
