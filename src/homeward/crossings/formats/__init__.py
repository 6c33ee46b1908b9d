"""The forms crossing-instance/1 and crossing-plan/1, bytes to plain values and back."""
