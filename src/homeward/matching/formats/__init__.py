"""What leaves matching as files."""
