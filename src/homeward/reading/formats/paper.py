"""What every kind of file becomes: a paper with its text and what the file says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.refusals import Finding

TEXT = "text/plain"
HTML = "text/html"
MAIL = "message/rfc822"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RSS = "application/rss+xml"
ATOM = "application/atom+xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A report as plain text, a line for each paragraph, in the order in which it is read.

    `title`, `published`, `outlet`, `author`, `url` and `language` are the file's own words, or empty: nothing is inferred
    and no time is read out of `published`. A warning of grade doubt wants a look by a person, a note is only told.
    """

    text: str
    media_type: str
    title: str = ""
    published: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    warnings: tuple[Finding, ...] = ()
