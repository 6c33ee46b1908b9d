"""Bytes from outside, made safe before a parser sees them: what they are, how much is read, where they are parsed."""
