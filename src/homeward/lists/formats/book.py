"""What a reader of files makes: the plain values that `homeward.lists.core` reads."""

from homeward.lists.core.book import Book, Line, Question, Sheet

__all__ = ["Book", "Line", "Question", "Sheet"]
