"""Answers as files and messages: plain values in, documents out."""
