from __future__ import annotations

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from homeward.web import frame
from homeward.web.design import invented
from homeward.web.templatetags.components import NumberWithoutStatement


def shown(source: str, **values: object) -> str:
    request = RequestFactory().get("/")
    context = Context(
        {"frame": frame.frame_of(request, asked=invented.asked(past=False)), "request": request, **values}
    )
    return Template("{% load desk components %}" + source).render(context)


@pytest.mark.parametrize(
    "tag", ["{% figure f %}", "{% figure_words f %}", "{% interval_words f %}", '{% bound f "lo" %}']
)
@pytest.mark.parametrize("number", [500, "500", None])
def test_a_number_without_a_statement_is_not_shown(tag, number):
    with pytest.raises(NumberWithoutStatement):
        shown(tag, f=number)


def test_a_figure_says_who_when_and_where_it_is_written():
    html = shown("{% figure f %}", f=invented.PART)

    for words in ("more than 500", "501 or more", "Mission of Orland", "as of", "1 May 2031", "s02#2", "part of"):
        assert words in html


def test_what_is_only_possible_has_its_word_before_the_number():
    html = shown("{% figure f %}", f=invented.POSSIBLE)

    assert html.index("possible") < html.index(">8<")


def test_a_corrected_statement_stays_whole_and_says_so_on_top():
    html = shown("{% statement s %}", s=invented.STATEMENTS[4])

    assert html.index("Corrected by") < html.index("s41") < html.index("Members of the guard")


def test_names_and_quotes_keep_their_own_direction():
    html = shown("{% statement s %}", s=invented.STATEMENTS[1])

    assert '<blockquote dir="auto" lang="ar">' in html
    assert "<bdi>هيئة ميناء فيل</bdi>" in html


def test_what_somebody_wrote_is_never_markup():
    from dataclasses import replace

    html = shown("{% statement s %}", s=replace(invented.STATEMENTS[0], text="<script>alert(1)</script>"))

    assert "<script" not in html
