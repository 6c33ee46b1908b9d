"""What the person who sends a file says of it, beside what the file says of itself."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parseaddr, parsedate_to_datetime
from urllib.parse import urlsplit

from homeward import moments
from homeward.ledger.queries.views import CaseView
from homeward.moments import Interval, Precision
from homeward.reading.formats.paper import MAIL, Paper
from homeward.refusals import Finding, Findings, Grade, Unacceptable

OUTLET, PUBLISHED, URL, LANGUAGE = "outlet", "published", "url", "language"
LONGEST = {OUTLET: 200, URL: 2_000, LANGUAGE: 35}


class CannotBeReceived(Unacceptable):
    """This report cannot be taken in as it stands."""


class Given:
    """Outlet, time, address and language as given; faults of them are told at once."""

    def __init__(self, case: CaseView, outlet: str, published: str, url: str, language: str, at: datetime) -> None:
        self.case, self.outlet, self.url, self.language, self.at = case, outlet, url, language, at
        findings = Findings()
        self.published = self._read(published)
        if published and self.published is None:
            findings.fault(
                "unread-time", PUBLISHED, f'"{published[:80]}" could not be read. Try: 4 Nov 2023, 4 Nov 2023 14:30.'
            )
        for where, words in ((OUTLET, outlet), (URL, url), (LANGUAGE, language)):
            if len(words) > LONGEST[where] or any(ord(letter) < 32 for letter in words):
                findings.fault("too-long", where, f"At most {LONGEST[where]} characters of plain text.")
        if url and not _on_the_web(url):
            findings.fault("no-address", URL, "Write the whole address, with http:// or https://.")
        if findings.faults:
            raise CannotBeReceived(findings, instead="Mend what is named and send it again.")

    def tongue(self, paper: Paper) -> str:
        """The language as given, else as the file says."""
        return (self.language or paper.language)[: LONGEST[LANGUAGE]]

    def publication(self, paper: Paper, notes: list[Finding]) -> tuple[str, str, Interval | None]:
        """Outlet, address and time of a paper, each as given, else as the file says; what is lost is noted.

        Where nobody tells an outlet, the host of the address stands for it; a mail is published by who sent it.
        """
        url = self.url or (paper.url if _on_the_web(paper.url) else "")
        published = self.published or self._as_told(paper.published, notes)
        outlet = self.outlet or paper.outlet or (urlsplit(url).hostname or "") or _sender(paper)
        outlet = " ".join(outlet.split())[: LONGEST[OUTLET]].strip()
        if published is not None and not outlet:
            told = "Nobody tells who published it, so its day is not kept; give an outlet with it."
            notes.append(Finding(Grade.NOTE, "no-outlet", OUTLET, told))
        return outlet, url[: LONGEST[URL]], published

    def _as_told(self, words: str, notes: list[Finding]) -> Interval | None:
        """When the file says that it was published; what it says and cannot be read is noted."""
        if not words:
            return None
        told = self._read(_as_iso(words))
        if told is None:
            sentence = f'The file says it is of "{words[:80]}"; that was not read.'
            notes.append(Finding(Grade.NOTE, "unread-time", PUBLISHED, sentence))
        return told

    def _read(self, words: str) -> Interval | None:
        if not words or "\0" in words or len(words) > 200:
            return None
        read = moments.read(words, self.case.zone, reference=self.at.astimezone(self.case.zone).date())
        return None if read.precision is Precision.UNREAD else read


def _on_the_web(url: str) -> bool:
    """Whether an address is one of a page; no other kind is kept, since a reader may follow it."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _sender(paper: Paper) -> str:
    """Who sent a mail, by name or else by address."""
    name, address = parseaddr(paper.author) if paper.media_type == MAIL else ("", "")
    return name or address


def _as_iso(words: str) -> str:
    """A time of a mail or a feed (RFC 5322) as ISO 8601; other words as they are."""
    try:
        read = parsedate_to_datetime(words)
        # "-0000" is a time in UTC that says nothing of where it was written.
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).isoformat()
    except (ValueError, OverflowError):
        return words
