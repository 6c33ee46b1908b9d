"""The picture of a case as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from homeward.briefing.queries import Picture
from homeward.briefing.queries.picture import Against, PartyWords
from homeward.cli.text.figures import group_lines, sums_lines
from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import MARKS, count, joined, listed, moment, warnings, when, who
from homeward.ledger.queries.views import Asked, ConditionView, StatementView

ROOMY = 90
"""From how many columns on topics get a column of their own that holds the longer ones."""
SILENCE = timedelta(days=3)
"""From how long on a stretch of the timeline without anything is named."""


def picture_page(paper: Paper, picture: Picture) -> None:
    """Everything the picture holds, the counts of people first."""
    asked = picture.asked
    head(paper, asked)
    _changed(paper, picture)
    told: set[tuple[str, str]] = set()
    _section(paper, "People, by population", bool(picture.groups), "No figure is known here.")
    for group in picture.groups:
        group_lines(paper, asked, group, told)
    _section(paper, "Said to stand in the way", bool(picture.conditions), "Nobody has said that anything does.")
    for condition in picture.conditions:
        _condition(paper, asked, condition)
    _section(paper, "Last word of each", bool(picture.parties), "Nothing said is known here.")
    for party in picture.parties:
        _party(paper, asked, party)
    if picture.agreements:
        paper.heading("Arrangements announced")
        for view in picture.agreements:
            brief_lines(paper, asked, view)
    _timeline(paper, picture)
    _against(paper, "Disagree", "Nothing here disagrees.", picture.disagreements)
    _against(paper, "Only seem to disagree", "", picture.only_seem)
    sums_lines(paper, replace(picture.sums, faults=()))  # those are told among what disagrees
    _gaps(paper, picture)
    _foot(paper, asked)


def brief_lines(paper: Paper, asked: Asked, view: StatementView) -> None:
    """A statement in two lines: its ref and words, then who said it, when, and how sure."""
    paper.row(view.ref, apart(view.text), indent=2, at=9)
    said = f"said {when(view.said, asked.case.zone)}" if view.said else ""
    paper.faint(joined([who(view), said, view.modality, warnings(view, asked)]), indent=9)


def _section(paper: Paper, title: str, anything: bool, nothing: str) -> None:
    paper.heading(title)
    if not anything:
        paper.line(nothing, indent=2)


def _changed(paper: Paper, picture: Picture) -> None:
    since = moment(picture.since, picture.asked.case.zone)
    if not picture.changed_count:
        paper.line(f"Nothing became known since {since}.", under=2)
        return
    many = "more than 1,000 statements" if picture.changed_count > 1_000 else count(picture.changed_count, "statement")
    shown = [view.ref for view in picture.changed[:20]]
    rest = picture.changed_count - len(shown)
    more = f" and {rest:,} more" if rest else ""
    paper.line(f"Since {since}: {many} ({', '.join(shown)}{more}).", under=2)


def _condition(paper: Paper, asked: Asked, condition: ConditionView) -> None:
    view = condition.statement
    paper.row(
        f"{MARKS.get(condition.status, '[?]')} {view.ref}",
        f"{apart(condition.gates)}: {apart(view.text)}",
        indent=2,
        at=12,
    )
    by = f"asked by {listed(condition.demanded_by) or 'nobody named'}"
    of = f"of {listed(condition.demanded_of) or 'nobody named'}"
    reports = ", ".join(report.ref for report in condition.reports)
    status = f"{condition.status}{f' ({reports})' if reports else ''}"
    if condition.status == "unknown" and not condition.reports:
        status = "nobody has said whether it is met"
    said = f"said {when(view.said, asked.case.zone)}" if view.said else ""
    paper.faint(joined([by, of, said, status, warnings(view, asked)]), indent=12)
    if condition.vague:
        paper.line(f"vague: a question to put to {listed(condition.demanded_by) or 'who said it'}", indent=12)


def _party(paper: Paper, asked: Asked, party: PartyWords) -> None:
    paper.gap()
    paper.line(apart(party.name) or "speaker not named", indent=2)
    at = 30 if paper.width >= ROOMY else 22
    for word in party.words:
        view = word.statement
        paper.row(apart(word.topic), apart(view.text), indent=4, at=at)
        same = view.speaker is not None and view.speaker.name == party.name and not view.chain
        speaker = "" if same else who(view, under=party.name)
        said = f"said {when(view.said, asked.case.zone)}" if view.said else ""
        paper.faint(joined([view.ref, speaker, said, view.modality, warnings(view, asked)]), indent=at)


def _timeline(paper: Paper, picture: Picture) -> None:
    asked, zone = picture.asked, picture.asked.case.zone
    order = "by event" if picture.by_event else "by when it was known"
    _section(paper, f"Timeline, {order}", bool(picture.timeline), "Nothing is known of that time.")
    before = None
    for view in picture.timeline:
        interval = (view.occurred or view.said) if picture.by_event else (view.said or view.published)
        start = interval.start if interval else None
        if before and start and start - before >= SILENCE:
            paper.faint(f"{(start - before).days} days, nothing here", indent=6)
        speaker = apart(view.speaker.name) if view.speaker else "speaker not named"
        text = f"{speaker}: {apart(view.text)}"
        paper.row(
            when(interval, zone) or "no date", joined([f"{view.ref}  {text}", warnings(view, asked)]), indent=2, at=22
        )
        before = max(filter(None, (before, interval.until if interval else None)), default=before)


def _against(paper: Paper, title: str, nothing: str, found: Iterable[Against]) -> None:
    once = {one.sentence: one for one in found}
    if not once and not nothing:
        return
    _section(paper, title, bool(once), nothing)
    for sentence, one in once.items():
        unnamed = [ref for ref in one.refs if ref not in sentence]
        names = f" ({', '.join(unnamed)})" if unnamed else ""
        paper.line(f"{apart(sentence)}{names}", indent=2, under=4)
        for view in one.statements:
            speaker = apart(view.speaker.name) if view.speaker else "speaker not named"
            paper.line(f"{view.ref} {speaker}: {apart(view.text)}", indent=6, under=8)


def _gaps(paper: Paper, picture: Picture) -> None:
    _section(paper, "Nobody has said", bool(picture.gaps), "The desk has no open question here.")
    for gap in picture.gaps:
        to = f" Put it to {listed(gap.put_to)}." if any(gap.put_to) else ""
        about = f" ({gap.about})" if gap.about else ""
        paper.line(f"{apart(gap.question)}{about}{to}", indent=2, under=4)


def _foot(paper: Paper, asked: Asked) -> None:
    paper.gap()
    paper.faint(f"Made from what you may see. As one document: homeward brief --case {asked.case.slug} --format json")
