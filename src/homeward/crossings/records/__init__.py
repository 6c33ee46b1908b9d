"""What was said about crossings, and everybody who waits, as plain values: for queries, and for whoever plans."""
