"""What is worked out in a process of its own, so that no door loads what it needs."""
