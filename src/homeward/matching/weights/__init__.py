"""Weights that ship with the package; `training/matching` makes them."""
