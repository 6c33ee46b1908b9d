"""Figures in words: what was said, what the words allow, who said it; rivals under one another, then how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from homeward.cli.text.heads import head
from homeward.cli.text.letters import apart, columns
from homeward.cli.text.paper import Paper
from homeward.cli.text.words import VERDICTS, count, joined, origins, outlets, warnings, when
from homeward.ledger.core.compared import Relation, Verdict
from homeward.ledger.queries.figures import Group
from homeward.ledger.queries.sums import Sums
from homeward.ledger.queries.views import Asked, FigureView

ORDER = tuple(Verdict)
GRAVE = (Verdict.CONFLICT, Verdict.ARITHMETIC_FAULT)


def figures_page(paper: Paper, asked: Asked, groups: Sequence[Group], sums: Sums) -> None:
    """All groups of a case or of a population, each with its history, then the sums that do not add up."""
    head(paper, asked)
    if not groups:
        paper.gap()
        paper.line("No figure is known here as of then and as known then.")
    told: set[tuple[str, str]] = set()
    for group in groups:
        group_lines(paper, asked, group, told)
        history_lines(paper, asked, group)
    sums_lines(paper, sums)


def sums_lines(paper: Paper, sums: Sums) -> None:
    """Which numbers of the case do not add up, and what follows from others although nobody said it."""
    for title, sentences in (
        ("Do not add up", [check.what for check in sums.faults]),
        ("Follows, though nobody said it", [one.what for one in sums.derived]),
    ):
        if sentences:
            paper.heading(title)
            for sentence in sentences:
                paper.line(apart(sentence), indent=2, under=4)


def group_lines(paper: Paper, asked: Asked, group: Group, told: set[tuple[str, str]]) -> None:
    """One population by one measure: each current figure, its rivals below it, their verdicts; a pair is told once."""
    paper.gap()
    part = f"part of: {', '.join(apart(whole.name) for whole in group.parts_of)}" if group.parts_of else ""
    paper.line(f"{apart(group.population.name) or 'of whom, is not said'}: {apart(group.measure)}", under=2)
    if part:
        paper.faint(part, indent=2)
    for figure in group.current:
        _figure(paper, asked, figure)
    _verdicts(paper, [r for r in group.relations if (r.a, r.b) not in told])
    told.update((r.a, r.b) for r in group.relations)
    if len(group.current) > 1:
        paper.faint(origins(*group.origins), indent=2)


def history_lines(paper: Paper, asked: Asked, group: Group) -> None:
    """What was said before of the same population, by as-of; what still stands is not told again."""
    shown = {figure.ref for figure in group.current}
    earlier = [figure for figure in group.history if figure.ref not in shown]
    if not earlier and not group.more:
        return
    paper.faint("Said before, or since corrected", indent=2)
    for figure in earlier:
        paper.row(
            when(figure.asof or figure.window, asked.case.zone) or "no as-of",
            joined([headline(figure), figure.ref, apart(figure.speaker), warnings(figure, asked)]),
            indent=4,
            at=20,
        )
    if group.more:
        paper.faint("Older figures are known: ask for one measure (--measure), or --as-of earlier.", indent=4)


def headline(figure: FigureView) -> str:
    """The number as it may be shown: "more than 500 (501 or more)", "possible: 8"."""
    said = apart(figure.words)
    if figure.interval_words and not figure.words.startswith(figure.interval_words):
        said = f"{said} ({figure.interval_words})"
    return f"{figure.outlook}: {said}" if figure.outlook else said


def _figure(paper: Paper, asked: Asked, figure: FigureView) -> None:
    zone = asked.case.zone
    number = headline(figure)
    paper.row(number, f"{figure.ref}  {apart(figure.speaker)}", indent=2, at=max(36, 4 + columns(number)))
    stood = f"as of {when(figure.asof, zone)}{' (inferred)' if figure.asof_inferred else ''}" if figure.asof else ""
    window = f"over {when(figure.window, zone)}" if figure.window else ""
    said = f"said {when(figure.said, zone)}" if figure.said else ""
    carried = f"in {outlets(figure.outlets)}" if figure.outlets else ""
    counted = f"as counted by {apart(figure.counted_by)}" if figure.counted_by else ""
    of = f"of {apart(figure.basis)}" if figure.basis else ""
    paper.faint(joined([figure.modality, figure.kind, of, stood, window, said, counted or carried]), indent=6)
    if marks := warnings(figure, asked):
        paper.line(marks, indent=6)


def _verdicts(paper: Paper, relations: Iterable[Relation]) -> None:
    """Each sentence once, with the pairs it speaks of; what disagrees comes first."""
    ordered = sorted(relations, key=lambda r: (r.verdict not in GRAVE, ORDER.index(r.verdict), r.why))
    for verdict, sentence, pairs in _alike(ordered):
        paper.row(VERDICTS[verdict], sentence + pairs, indent=2, at=14)


def _untold(relation: Relation) -> str:
    """Whom the sentence does not name."""
    unnamed = [ref for ref in (relation.a, relation.b) if ref not in relation.why]
    return " and ".join(unnamed) if len(unnamed) != 1 else f"beside {unnamed[0]}"


def _alike(relations: list[Relation]) -> Iterator[tuple[Verdict, str, str]]:
    for (verdict, why), among in groupby(relations, key=lambda r: (r.verdict, r.why)):
        pairs = [pair for r in among if (pair := _untold(r))]
        shown = "; ".join(pairs[:3]) + (f"; {count(len(pairs) - 3, 'more pair')}" if len(pairs) > 3 else "")
        yield verdict, why, f" ({shown})" if shown else ""
