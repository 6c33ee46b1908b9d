"""What went with what in series of violence: shown with its doubts, tested only where there is enough to test.

Values come in and frozen answers go out; chance comes from a given seed. The modules that work something out load statistics
libraries and are imported in worker jobs only; `series` and `answers` load none.
"""
