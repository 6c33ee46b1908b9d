"""What somebody should look at after an act, told on the next page in the reader's language."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from homeward.crossings.actions import Done
from homeward.web.crossings.words import WARNINGS


def warn(request: HttpRequest, done: Done) -> None:
    """Tell every doubt of what was recorded; it stopped nothing."""
    for warning in done.warnings:
        messages.warning(request, str(WARNINGS.get(warning.code, warning.message)))
