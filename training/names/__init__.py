"""Trains what `homeward.names` knows: python -m training.names DATA OUT --seed 1 (needs torch beside the locked packages)."""
