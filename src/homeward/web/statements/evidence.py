"""What shows a statement, cut for its page: the way from the voice to the paper, and its figures beside others'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import UUID

from django.urls import reverse

from homeward.ledger.core.compared import Relation, Verdict
from homeward.ledger.queries import figures
from homeward.ledger.queries.statements import AROUND
from homeward.ledger.queries.views import Asked, DocumentView, FigureView, SpanView, StatementView
from homeward.reading import queries as reading
from homeward.reading.queries.views import ProvenanceView
from homeward.web.drawing.chains import Link, Place, chain
from homeward.web.reading.cards import fields_in_words

MOST_RIVALS = 12
MOST_HELD_AGAINST = 100
#: What a reader of one figure wants first: what disagrees, then what overlaps, at the end what cannot be compared.
ORDER = (
    Verdict.CONFLICT, Verdict.ARITHMETIC_FAULT, Verdict.COMPATIBLE, Verdict.SAME, Verdict.PART_OF, Verdict.CORRECTED,
    Verdict.STALE, Verdict.CANNOT_TELL, Verdict.DIFFERENT_SPLIT, Verdict.NOT_COMPARABLE,
)  # fmt: skip
STANDING = ("current", "doubted")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Rival:
    """Another figure, and how the two stand; in one sentence, by its verdict."""

    figure: FigureView
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the statement with the others beside it."""

    figure: FigureView
    rivals: tuple[Rival, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What an original says of a statement, between whole words of what stands around it."""

    span: SpanView
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A publication that carries the statement; `link` only where a browser would go there by the usual ways."""

    document: DocumentView
    link: str


@dataclass(frozen=True, slots=True)
class Read:
    """Who read a statement in a paper and who confirmed it; `changed` names the fields that were written otherwise."""

    told: ProvenanceView
    changed: str
    address: str


def stated(asked: Asked, view: StatementView) -> list[Stated]:
    """The figures of a statement, each held against what other voices last said of the same population."""
    if not view.figures:
        return []
    others = _others(asked, view)
    known = {figure.ref: figure for figure in (*view.figures, *others)}
    related = figures.relations(asked, list(known.values()))
    return [_stated(figure, related, known) for figure in view.figures]


def places(view: StatementView) -> tuple[Place, ...]:
    """The chain from the voice down to the papers."""
    links = [Link(hand.source.name, hand.wording, hand.factuality) for hand in view.chain]
    papers = [(document.key, document.outlet) for document in view.documents]
    return chain(view.speaker.name if view.speaker else None, links, papers)


def passages(view: StatementView) -> list[Passage]:
    return [Passage(span, _from_a_word(span), _to_a_word(span)) for span in view.spans]


def _from_a_word(span: SpanView) -> str:
    """What stands before, from the first whole word on; an ellipsis where the text goes further back."""
    before = span.before or span.prefix
    if len(before) >= span.start:
        return before
    cut = _SPACE.search(before)
    return f"… {before[cut.end() :]}" if cut else before


def _to_a_word(span: SpanView) -> str:
    after = span.after or span.suffix
    if span.after and len(after) < AROUND:
        return after
    spaces = list(_SPACE.finditer(after))
    return f"{after[: spaces[-1].start()]} …" if spaces else after


def papers(view: StatementView) -> list[Paper]:
    return [Paper(document, document.url if _leads_out(document.url) else "") for document in view.documents]


def read_in(asked: Asked, view: StatementView) -> Read | None:
    """Where a statement was read in a paper, and by whom; none where it was written down by hand or loaded."""
    told = reading.provenance(view.id)
    if told is None:
        return None
    address = reverse("reading", args=[asked.case.slug, told.document_id])
    return Read(told, fields_in_words(told.decision.changed), f"{address}#p-{told.proposal_id}")


def _leads_out(url: str) -> bool:
    """Whether this is an address of the web; a file may hold any text in its place."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _others(asked: Asked, view: StatementView) -> list[FigureView]:
    """The last figure of each other voice on what this statement counts."""
    own = {figure.ref for figure in view.figures}
    last: dict[tuple[UUID, str, str, str, UUID | None, str, str], FigureView] = {}
    counted = [(figure.population.id, figure.measure) for figure in view.figures]
    for found in figures.histories(asked, counted, at_most=MOST_HELD_AGAINST).values():
        for figure in found.figures:
            if figure.ref not in own and figure.standing in STANDING:
                voice = (
                    figure.population.id, figure.measure, figure.unit, figure.kind, figure.speaker_id, figure.speaker,
                    figure.counted_by,
                )  # fmt: skip
                last[voice] = figure
    return list(last.values())


def _stated(figure: FigureView, related: Iterable[Relation], known: dict[str, FigureView]) -> Stated:
    mine = sorted((r for r in related if figure.ref in (r.a, r.b)), key=lambda r: (ORDER.index(r.verdict), r.a, r.b))
    rivals = [
        Rival(known[other], relation.verdict.value, relation.why)
        for relation in mine
        if (other := relation.b if relation.a == figure.ref else relation.a) in known
    ]
    return Stated(figure, tuple(rivals[:MOST_RIVALS]), max(0, len(rivals) - MOST_RIVALS))
