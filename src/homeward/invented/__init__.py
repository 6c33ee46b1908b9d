"""Invented people and the lists they stand on, made from a seed: for the demonstration, the tests and the bench."""
