"""Figures held against each other: what the comparison needs to know of each, and what it says of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from homeward.ledger.core import comparison
from homeward.ledger.core.compared import Compared, Relation
from homeward.ledger.core.figures import FigureKind
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries import knowing
from homeward.ledger.queries.figures.populations import populations
from homeward.ledger.queries.views import Asked, FigureView


def relations(
    asked: Asked,
    figures: Sequence[FigureView],
    stated: Populations | None = None,
    *,
    about: UUID | None = None,
) -> list[Relation]:
    """How these figures stand to each other; those `about` one population, and what is held against it, when it is named."""
    corrected = _corrections(asked, figures)
    return comparison.compare_all(
        [compared(figure, corrected.get(figure.statement_ref, frozenset())) for figure in figures],
        stated or populations(asked),
        about=None if about is None else [str(about)],
        zone=asked.case.zone,
    )


def compared(figure: FigureView, corrects: frozenset[str] = frozenset()) -> Compared:
    """A figure with what is needed to hold it against another."""
    return Compared(
        ref=figure.ref,
        statement=figure.statement_ref,
        measure=figure.measure,
        population=str(figure.population.id),
        population_name=figure.population.name,
        unit=figure.unit,
        kind=FigureKind(figure.kind),
        quantity=figure.quantity,
        asof=figure.asof,
        asof_inferred=figure.asof_inferred,
        window=figure.window,
        part_of=str(figure.part_of.id) if figure.part_of else None,
        basis=figure.basis,
        counting="",
        by=figure.counted_by,
        speaker=str(figure.speaker_id or ""),
        speaker_name=figure.speaker,
        party=figure.party,
        modality=Modality(figure.modality or "reported"),
        origin=str(figure.origin or figure.ref),
        origin_doubtful=figure.origin_doubtful,
        said=figure.said,
        corrects=corrects,
        retracted=figure.standing == "retracted",
    )


def _corrections(asked: Asked, figures: Iterable[FigureView]) -> dict[str, frozenset[str]]:
    """For each statement among these, the refs of statements and figures that it corrects or replaces."""
    refs = list({figure.statement_ref for figure in figures})
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT s.ref, t.ref, l.to_figure FROM ledger_link l
            JOIN ledger_statement s ON s.id = l.from_id JOIN ledger_statement t ON t.id = l.to_id
            WHERE s.case_id = %(case)s AND s.ref = ANY (%(refs)s) AND l.stance IN ('corrects', 'supersedes')
            AND {knowing.link_known(asked.clock, "l")}
            """,
            {**knowing.parameters(asked), "refs": refs},
        )
        found: dict[str, set[str]] = defaultdict(set)
        for ref, target, number in cursor.fetchall():
            found[ref].add(f"{target}#{number}" if number else target)
    return {ref: frozenset(targets) for ref, targets in found.items()}
