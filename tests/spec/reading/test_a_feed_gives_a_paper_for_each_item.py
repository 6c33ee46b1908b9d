"""A feed is many papers: each item with its own words, day and address; nothing behind an address is fetched."""

import pytest

from homeward.files.bounds import Damaged, NoText
from homeward.files.xml import WithEntities
from homeward.reading.formats import taken
from tests.core.reading.making import SAID, rss

ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lantern Wire</title>
<entry><title type="html">The &lt;b&gt;gate&lt;/b&gt;</title><link rel="self" href="https://lantern.example/self"/>
<link href="https://lantern.example/gate"/><updated>2023-11-07T00:00Z</updated><published>2023-11-06T09:12Z</published>
<author><name>Mira Solen</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAID}</p>
<p style="display:none">not this</p><p>A &amp; b.</p></div></content></entry></feed>"""


def test_an_item_of_rss_is_a_paper():
    first = f"""<title>The gate</title><link>https://lantern.example/1</link><pubDate>Mon, 06 Nov 2023 09:12:00 GMT</pubDate>
        <dc:creator>Mira Solen</dc:creator><description>Short.</description>
        <content:encoded><![CDATA[<p>{SAID}</p><p>More.</p><img src="http://127.0.0.1/x">]]></content:encoded>"""
    second = "<title>The bridge</title><guid>https://lantern.example/2</guid><description>Two lines,\nas written.</description>"

    one, two = taken("a.rss", rss(first, second))

    assert one.text == f"{SAID}\nMore."
    assert (one.title, one.outlet, one.author) == ("The gate", "Lantern Wire", "Mira Solen")
    assert (one.published, one.url, one.language) == (
        "Mon, 06 Nov 2023 09:12:00 GMT",
        "https://lantern.example/1",
        "en",
    )
    assert (two.text, two.url) == ("Two lines,\nas written.", "https://lantern.example/2")


def test_an_entry_of_atom_is_a_paper():
    (paper,) = taken("a.xml", ATOM.encode())

    assert paper.text == f"{SAID}\nA & b."
    assert (paper.title, paper.author, paper.outlet) == ("The gate", "Mira Solen", "Lantern Wire")
    assert (paper.published, paper.url) == ("2023-11-06T09:12Z", "https://lantern.example/gate")
    assert "hidden-text" in {warning.code for warning in paper.warnings}


def test_an_item_that_is_only_a_headline_is_told():
    (paper,) = taken("a.rss", rss("<title>The gate opens</title>"))

    assert paper.text == "The gate opens"
    assert {warning.code for warning in paper.warnings} == {"headline-only"}


def test_an_item_that_cannot_be_read_does_not_stop_the_others():
    deep = f"<title>Deep</title><description>{'&lt;div&gt;' * 600}x</description>"

    one, two = taken("a.rss", rss(deep, f"<title>Gate</title><description>{SAID}</description>"))

    assert {warning.code for warning in one.warnings} == {"item-not-read", "headline-only"}
    assert two.text == SAID


@pytest.mark.parametrize(
    "kind",
    [
        '[<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]',
        'SYSTEM "http://127.0.0.1/feed.dtd"',
        '[<!ENTITY a SYSTEM "file:///etc/hostname">]',
    ],
)
def test_a_document_type_of_its_own_is_refused(kind):
    with pytest.raises(WithEntities):
        taken("a.rss", rss("<title>x</title>").replace(b"<rss", f"<!DOCTYPE rss {kind}><rss".encode()))


def test_a_feed_that_breaks_off_says_where():
    with pytest.raises(Damaged) as refused:
        taken("a.rss", rss("<title>x</title>")[:-30])
    assert refused.value.where.startswith("a.rss, line 1, column ")


def test_a_feed_without_items_is_refused():
    with pytest.raises(NoText, match="no items"):
        taken("a.rss", rss())
