"""Weights for matching, counted on registers of invented people."""
