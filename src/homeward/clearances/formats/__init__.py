"""What leaves the desk about clearances: letters, sheets, plain values."""
