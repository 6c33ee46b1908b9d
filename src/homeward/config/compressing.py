"""Styles, scripts and drawings travel compressed, a quarter of their size; fonts and pictures are compressed already."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/javascript", "image/svg")


class Compressing:
    """Middleware around the static files alone: what pages hold is compressed by their own door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._gzip = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        kind = response.headers.get("Content-Type", "")
        if request.path_info.startswith(settings.STATIC_URL) and response.status_code == 200 and kind.startswith(TEXT):
            return self._gzip.process_response(request, response)
        return response
