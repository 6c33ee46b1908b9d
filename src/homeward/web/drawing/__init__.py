"""Geometry of what the desk draws, as plain values: no Django, no markup, no colours.

Places along the reading direction of numbers and time are percents (as text, never localised), so that a strip fits
any width without stretching its strokes; heights are whole pixels. Templates print the values as SVG, and classes
carry the look.
"""
