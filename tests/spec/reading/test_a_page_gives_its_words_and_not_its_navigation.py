"""A saved web page gives the words of the report, a line for each paragraph, and what the page says about itself."""

import socket

from homeward.reading.formats import taken
from tests.core.reading.making import SAID, page

LINKS = "<ul><li><a href=/a>Harbour</a><li><a href=/b>Weather</a><li><a href=/c>Sports</a></ul>"


def test_paragraphs_breaks_and_cells_are_lines():
    (paper,) = taken(
        "a.html",
        page("<h1>Gate</h1><p>One &amp; <b>two</b><br>three\n four<table><tr><td>a<td>b<tr><td>c<td>d</table>"),
    )

    assert paper.text == "Gate\nOne & two\nthree four\na\tb\nc\td"


def test_entities_that_stand_for_tags_stay_words():
    (paper,) = taken("a.html", page("<p>He wrote &lt;b&gt; and &amp;amp;.</p>"))

    assert paper.text == "He wrote <b> and &amp;."


def test_scripts_frames_and_navigation_are_no_words():
    body = f"<nav>Home</nav>{LINKS}<script>say('x')</script><p>{SAID}</p>"
    body += "<iframe src=//elsewhere.example>x</iframe><footer>Terms</footer>"

    (paper,) = taken("a.html", page(body))

    assert paper.text == SAID
    assert {warning.code for warning in paper.warnings} == {"navigation", "pictures"}


def test_a_list_of_a_report_stays():
    (paper,) = taken("a.html", page("<ul><li>four women<li>three <a href=/x>men</a><li>a child</ul>"))

    assert paper.text == "four women\nthree men\na child"


def test_of_a_page_with_one_article_only_that_is_taken_and_the_rest_is_told():
    (paper,) = taken("a.html", page(f"<div>Subscribe</div><article><p>{SAID * 4}</p></article><div>More stories</div>"))

    assert paper.text == SAID * 4
    assert "outside-article" in {warning.code for warning in paper.warnings}


def test_what_the_page_says_about_itself_is_kept_in_its_own_words():
    head = """
        <title>The gate opens | Lantern Wire</title><link rel=canonical href="https://lantern.example/gate">
        <meta property="og:title" content="The gate opens"><meta property="og:site_name" content="Lantern Wire">
        <meta name=author content="Mira Solen"><meta property="article:published_time" content="2023-11-06T09:12+02:00">
    """

    (paper,) = taken("a.html", page(f"<p>{SAID}", head, lang="en-GB"))

    assert (paper.title, paper.outlet, paper.author) == ("The gate opens", "Lantern Wire", "Mira Solen")
    assert (paper.published, paper.language) == ("2023-11-06T09:12+02:00", "en-GB")
    assert paper.url == "https://lantern.example/gate"


def test_facts_that_the_page_carries_for_machines_fill_what_its_head_leaves_out():
    facts = """{"@graph": [{"@type": "NewsArticle", "headline": "The gate opens", "datePublished": "6 Nov 2023",
        "author": [{"name": "Mira Solen"}], "publisher": {"name": "Lantern Wire"}}]}"""

    (paper,) = taken("a.html", page(f"<p>{SAID}", f'<script type="application/ld+json">{facts}</script>'))

    assert (paper.title, paper.published) == ("The gate opens", "6 Nov 2023")
    assert (paper.author, paper.outlet) == ("Mira Solen", "Lantern Wire")


def test_nothing_is_fetched(monkeypatch):
    def reached(*_args, **_names):
        raise AssertionError("a file tried to reach the network")

    monkeypatch.setattr(socket, "socket", reached)
    monkeypatch.setattr(socket, "getaddrinfo", reached)
    body = f"<p>{SAID}</p><img src=http://127.0.0.1/x.png><link rel=stylesheet href=http://127.0.0.1/x.css>"

    (paper,) = taken(
        "a.html",
        page(body, '<meta http-equiv=refresh content="0;url=http://127.0.0.1/"><base href="http://127.0.0.1/">'),
    )

    assert paper.text == SAID
