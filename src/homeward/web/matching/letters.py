"""The letter to the authority of a list: to look at, to print, to save; who has not agreed is named only if somebody says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from homeward.matching import queries
from homeward.matching.core.letter import ALONE, END, Letter
from homeward.matching.formats.letters import as_page, as_text
from homeward.matching.queries import LetterView
from homeward.people import queries as people
from homeward.web import acts, frame, programs
from homeward.web.asked import AskedHere
from homeward.web.inside import in_case
from homeward.web.matching.places import page_of
from homeward.web.matching.words import LANGUAGES
from homeward.web.people.looking import note

FORMS = {"text": ("text/plain", "txt", as_text), "page": ("text/html", "html", as_page)}


class LetterForm(forms.Form):
    """In which language the letter is written, and whom it names though no consent is recorded."""

    use_required_attribute = False
    language = forms.ChoiceField(
        label=_("Language of the letter"),
        choices=list(LANGUAGES.items()),
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Letters are written in English, Arabic, Hebrew and Russian.")},
    )
    form = forms.ChoiceField(
        label=pgettext_lazy("letter", "As"), choices=[(each, each) for each in FORMS], required=False
    )

    def __init__(self, data: Mapping[str, Any], named: list[str]) -> None:
        given = {"language": data.get("language") or default_language(), "form": data.get("form", "")}
        super().__init__(given)
        self.named = [id for each in named if (id := acts.key(each))]


@dataclass(frozen=True, slots=True)
class Section:
    """One family of a letter: its heading, and lists with headings of their own."""

    heading: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]


@require_http_methods(["GET", "POST"])
@in_case
def letter(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """The letter as it would go out; whom to name beside those who agreed is sent, and stands in no address."""
    given = request.POST if request.method == "POST" else request.GET
    form = LetterForm(given, given.getlist("person") if request.method == "POST" else [])
    language = form.cleaned_data["language"] if form.is_valid() else default_language()
    view = _written(request, asked, version, language, form.named, "letter to an authority")
    context = {
        "view": view,
        "letter": view.letter,
        "sections": sections(view.letter),
        "language": language,
        "form": form,
        "languages": [(code, name, code == language) for code, name in LANGUAGES.items()],
        "named_people": people.people_of(asked, form.named),
        "left_out": [each for each in view.without_consent if each.names],
    }
    formats = frame.Formats(
        json=programs.address(asked, "matching", "versions", str(version), "letter", language=language),
        command=programs.command(
            asked,
            "matching",
            "letter",
            list=str(view.version.list),
            version=str(view.version.number),
            language=language,
        ),
    )
    status = 200 if form.is_valid() else 422
    return page_of(request, asked, "matching/letter.html", context, here="lists", formats=formats, status=status)


@require_POST
@in_case
def save(request: HttpRequest, asked: AskedHere, version: UUID) -> HttpResponse:
    """The letter as a file; it is sent for, so that whom it names stands in no address, and the log is told."""
    form = LetterForm(request.POST, request.POST.getlist("person"))
    if not form.is_valid():
        return letter(request, asked.case.slug, version)
    view = _written(request, asked, version, form.cleaned_data["language"], form.named, "letter to an authority, saved")
    kind, ending, put = FORMS[form.cleaned_data["form"] or "text"]
    answer = HttpResponse(put(view.letter), content_type=f"{kind}; charset=utf-8")
    name = f"letter-{view.version.number}-{view.letter.language}.{ending}"
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def sections(letter: Letter) -> tuple[Section, ...]:
    """The families of a letter, without lists that are empty."""
    return tuple(
        Section(
            each.heading,
            tuple(
                (heading, items)
                for heading, items in (
                    (letter.on_the_list, tuple(each.listed)),
                    (letter.off_the_list, tuple(each.sought)),
                    (letter.to_check, tuple(each.questions)),
                )
                if items
            ),
        )
        for each in letter.sections
    )


def default_language() -> str:
    """The language of the page, where letters are written in it."""
    language = (get_language() or "en").partition("-")[0]
    return language if language in LANGUAGES else "en"


def apart(words: str) -> list[tuple[bool, str]]:
    """Words of a letter in pieces, each with whether it stands for itself in its own direction of writing."""
    found: list[tuple[bool, str]] = []
    for piece in words.split(ALONE):
        inside, end, after = piece.partition(END)
        found += [(True, inside), (False, after)] if end else [(False, piece)]
    return [(alone, piece) for alone, piece in found if piece]


def _written(
    request: HttpRequest, asked: AskedHere, version: UUID, language: str, named: list[UUID], what: str
) -> LetterView:
    view = queries.letter(asked, version, language, people=named)
    note(request, asked, view.people, what)
    return view
