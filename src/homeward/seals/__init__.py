"""Canonical text, strict reading, the tree of hashes, signed heads, keys and sealed values: pure, without Django and without a clock."""
