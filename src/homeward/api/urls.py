"""Addresses of the interface for programs; whatever is not one of them is answered in its form too."""

from __future__ import annotations

from typing import Never

from django.http import Http404, HttpRequest
from django.urls import URLPattern, re_path

from homeward.api.guarding import guarded
from homeward.api.interface import api


def nothing_here(request: HttpRequest) -> Never:
    """Answer, in this interface's own form, for every address that it does not have."""
    raise Http404


app_name = "api"
urlpatterns = [pattern for pattern in api.urls[0] if isinstance(pattern, URLPattern)]
urlpatterns.append(re_path(r"^[\s\S]*$", nothing_here))
for pattern in urlpatterns:
    pattern.callback = guarded(pattern.callback)
