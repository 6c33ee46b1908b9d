"""A sheet that arrives without a session is not lost: it comes back on a page that leads to it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

Page = Callable[..., HttpResponse]
#: Where a sheet is only shown again; it stands at the end of the address of the sheet.
AGAIN = "again"
#: The pages whose forms hold more than one would type a second time.
SHEETS = (
    "write", "correct", "write_again", "correct_again",
    "edit_proposal", "edit_proposal_again", "missed", "missed_again", "take_in",
    "settle_line", "settle_line_again", "key_list", "key_list_again",
    "enter_person", "enter_person_again", "say_of_person", "tell_whereabouts", "relate_people", "tell_need", "tell_consent",
    "seek_person", "tell_again",
)  # fmt: skip


def keeps_what_was_typed(page: Page) -> Page:
    """Whoever is no longer signed in gets what they typed back, to go on with after signing in."""

    @wraps(page)
    def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if request.method == "POST" and not request.user.is_authenticated:
            return kept(request, signed_out=True)
        return page(request, *args, **named)

    return answer


def kept(request: HttpRequest, *, signed_out: bool) -> HttpResponse:
    """What was typed, on a page that records nothing and leads back to the sheet."""
    path, mark, query = request.get_full_path().partition("?")
    context = {
        "typed": [(name, value) for name, value in request.POST.items() if name not in ("csrfmiddlewaretoken", "do")],
        "again": f"{path.removesuffix(AGAIN)}{AGAIN}{mark}{query}",
        "signed_out": signed_out,
    }
    answer = render(request, "write/kept.html", context, status=403)
    answer["Cache-Control"] = "no-store"
    return answer
