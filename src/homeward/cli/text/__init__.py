"""Answers as text for people: calm, aligned, as wide as the terminal."""
