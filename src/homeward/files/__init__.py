"""Bytes from outside made safe: what they are by their content, how much of them is read, and who may read them apart."""
