"""One statement as text, with everything that shows it; and the lists in which statements are found."""

from __future__ import annotations

from homeward.cli.text.figures import headline
from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.cli.text.picture import brief_lines
from homeward.cli.text.words import capacity, joined, moment, outlets, warnings, when
from homeward.ledger.queries.statements import Found
from homeward.ledger.queries.views import Asked, LinkView, StatementView

AT = 16
STANCES = {
    "supports": "supported by",
    "denies": "denied by",
    "doubts": "doubted by",
    "corrects": "corrected by",
    "supersedes": "superseded by",
    "retracts": "taken back by",
    "contradicts": "contradicted by",
}


def statement_page(paper: Paper, asked: Asked, view: StatementView) -> None:
    """Who said what, when and how sure; then the figures, the evidence and what was said of it later."""
    zone = asked.case.zone
    head(paper, asked)
    paper.heading(joined([view.ref, view.modality or view.kind, warnings(view, asked)]))
    for link in view.links:
        if link.direction == "in" and link.stance in ("corrects", "supersedes", "retracts"):
            paper.line(_link(link), under=2)
    paper.line(apart(view.text), indent=2)
    paper.gap()
    _rows(
        paper,
        ("speaker", apart(view.speaker.name) if view.speaker else "not named"),
        ("settled as", apart(view.speaker.settled_as) if view.speaker else ""),
        ("capacity", capacity(view)),
        ("party", f"{apart(view.party.name)}{' (inferred)' if view.party_inferred else ''}" if view.party else ""),
        ("chain", "; ".join(f"{apart(h.wording) or 'via'} {apart(h.source.name)}" for h in view.chain)),
        ("topic", apart(view.topic)),
        ("happened", when(view.occurred, zone)),
        ("said", when(view.said, zone)),
        ("published", when(view.published, zone)),
        ("recorded", f"{moment(view.recorded_at, zone)} by {apart(view.recorded_by)}"),
        ("origin", _origin(view)),
        ("note", apart(view.note)),
        ("check", apart(view.check)),
    )
    _figures(paper, asked, view)
    _evidence(paper, asked, view)
    _judged(paper, asked, view)
    for link in view.links:
        paper.row("linked", _link(link), at=AT)


def found_page(paper: Paper, asked: Asked, found: Found, words: str) -> None:
    """One page of what was found, the latest first."""
    head(paper, asked)
    paper.gap()
    if not found.count:
        paper.line(f"No statement that you may see holds: {apart(words)}")
        return
    many = f"more than {found.count:,}" if found.capped else f"{found.count:,}"
    paper.line(f"{found.first:,} to {found.last:,} of {many}")
    for view in found.statements:
        paper.gap()
        brief_lines(paper, asked, view)
    if found.page < found.pages:
        paper.gap()
        paper.faint(f"More: --page {found.page + 1}")


def _rows(paper: Paper, *rows: tuple[str, str]) -> None:
    for label, text in rows:
        if text:
            paper.row(label, text, at=AT)


def _origin(view: StatementView) -> str:
    if view.origin is None:
        return ""
    doubt = "perhaps " if view.origin_doubtful else ""
    if not view.shared_with:
        return f"{doubt}an utterance of its own"
    return f"{doubt}one utterance with {', '.join(view.shared_with)}: counted once"


def _figures(paper: Paper, asked: Asked, view: StatementView) -> None:
    for figure in view.figures:
        part = f"part of {apart(figure.part_of.name)}" if figure.part_of else ""
        stood = f"as of {when(figure.asof or figure.window, asked.case.zone)}" if figure.asof or figure.window else ""
        marks = "" if figure.standing == view.standing else warnings(figure, asked)
        counted = f"{apart(figure.measure)}, {apart(figure.population.name)}"
        paper.row(
            f"figure #{figure.number}", joined([headline(figure), counted, figure.kind, part, stood, marks]), at=AT
        )


def _evidence(paper: Paper, asked: Asked, view: StatementView) -> None:
    zone = asked.case.zone
    for document in view.documents:
        paper.row(
            "carried by", joined([outlets([document.outlet]), when(document.published, zone), document.url]), at=AT
        )
    for span in view.spans:
        intact = "" if span.intact else "the kept text no longer has this here"
        place = f"characters {span.start} to {span.end}"
        paper.row("shown by", joined([f'"{apart(span.exact)}"', apart(span.title), place, intact]), at=AT)


def _judged(paper: Paper, asked: Asked, view: StatementView) -> None:
    marks = [("credibility", mark) for mark in view.credibility]
    if view.speaker is not None:
        marks += [("reliability", mark) for mark in view.speaker.reliability]
    for label, mark in marks:
        judged = f"judged by {apart(mark.by)}, {moment(mark.at, asked.case.zone)}"
        paper.row(label, joined([mark.mark, apart(mark.topic), judged, apart(mark.reason)]), at=AT)
    if not marks:
        paper.row("judged", "neither the speaker nor this statement", at=AT)


def _link(link: LinkView) -> str:
    stance = STANCES.get(link.stance, link.stance) if link.direction == "in" else link.stance
    target = f"{link.ref}#{link.figure}" if link.figure and link.direction == "out" else link.ref
    perhaps = "perhaps " if link.doubtful else ""
    figure = f" (its figure #{link.figure})" if link.figure and link.direction == "in" else ""
    by = f" {apart(link.speaker)}:" if link.speaker else ""
    return f"{perhaps}{stance} {target}{figure}:{by} {apart(link.text)}"
