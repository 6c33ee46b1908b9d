"""Rows of figures as views: with the names, the text, the outlets and the standing that show them, in one query."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.core.figures import Number, Op, Quantity
from homeward.ledger.queries import knowing
from homeward.ledger.queries.intervals import interval
from homeward.ledger.queries.views import STANDING, Asked, FigureView, PopulationView

NOBODY = UUID(int=0)


_TEXT = "(SELECT s.text FROM ledger_statement s WHERE s.id = f.statement_id)"
_OUTLETS = """
    ARRAY(SELECT o.name FROM ledger_carried c JOIN ledger_publication p ON p.id = c.publication_id
          JOIN ledger_source o ON o.id = p.outlet_id WHERE c.statement_id = f.statement_id ORDER BY c.number)"""


def shown(asked: Asked, chosen: str, order: str, values: dict[str, Any], *, bare: bool = False) -> list[FigureView]:
    """The figures that the query `chosen` gives as rows of ledger_figure, in the order asked for; `bare`: no text, no outlets.

    What stands around each is looked up row by row, so that no plan ever reads a whole table for a handful of figures.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT f.statement_id, f.number, f.ref, f.measure, f.population_id, f.population_name, f.unit, f.kind, f.op,
                   f.stated_lo, f.stated_hi, f.lo, f.hi, f.asof, f.asof_inferred, f."window", f.basis, f.words,
                   f.part_of_id, (SELECT p.name FROM ledger_population p WHERE p.id = f.part_of_id),
                   (SELECT o.name FROM ledger_publication p JOIN ledger_source o ON o.id = p.outlet_id WHERE p.id = f.by_id),
                   f.speaker_id, (SELECT v.name FROM ledger_source v WHERE v.id = f.speaker_id),
                   (SELECT v.name FROM ledger_source v WHERE v.id = f.party_id),
                   f.origin_id, f.origin_doubtful, f.modality, f.said, f.recorded_at,
                   {"''" if bare else _TEXT}, {"'{}'::text[]" if bare else _OUTLETS},
                   {_stance(asked)}, {knowing.surely(asked.clock, "f")}
            FROM ({chosen}) f ORDER BY {order}
            """,
            {**knowing.parameters(asked), "stances": list(STANDING), **values},
        )
        return [_view(asked, row) for row in cursor.fetchall()]


def _stance(asked: Asked) -> str:
    """What a later statement made of a figure: the gravest word, one about the whole statement before one about the figure."""
    return f"""(
        SELECT l.stance FROM ledger_link l WHERE l.to_id = f.statement_id AND l.to_figure IN (0, f.number)
        AND l.stance = ANY (%(stances)s) AND NOT l.doubtful AND {knowing.link_known(asked.clock, "l")}
        ORDER BY l.to_figure, array_position(%(stances)s, l.stance) LIMIT 1)"""


def _view(asked: Asked, row: tuple[Any, ...]) -> FigureView:
    (
        statement,
        number,
        ref,
        measure,
        population,
        population_name,
        unit,
        kind,
        op,
        stated_lo,
        stated_hi,
        lo,
        hi,
        asof,
        asof_inferred,
        window,
        basis,
        words,
        part_of,
        whole,
        counted_by,
        speaker,
        speaker_name,
        party,
        origin,
        origin_doubtful,
        modality,
        said,
        recorded_at,
        text,
        outlets,
        stance,
        surely,
    ) = row
    when = interval(asof)
    return FigureView(
        statement_id=statement,
        ref=ref,
        statement_ref=ref.rsplit("#", 1)[0],
        number=number,
        measure=measure,
        population=PopulationView(population, population_name),
        unit=unit,
        kind=kind,
        quantity=Quantity(Op(op), _plain(stated_lo), _plain(stated_hi), _plain(lo) or 0, _plain(hi), words),
        asof=when,
        asof_inferred=asof_inferred,
        window=interval(window),
        part_of=PopulationView(part_of, whole or "") if part_of else None,
        basis=basis,
        counted_by=counted_by or "",
        speaker_id=speaker if speaker != NOBODY else None,
        speaker=speaker_name or "",
        party=party or "",
        modality=modality or "",
        origin=origin,
        origin_doubtful=origin_doubtful,
        outlets=tuple(dict.fromkeys(outlets)),
        said=interval(said),
        recorded_at=recorded_at,
        text=text or "",
        standing=STANDING.get(stance, "current"),
        knowing="yes" if surely else "possibly",
        reaches_past=bool(when and when.reaches_past(asked.as_of)),
    )


def _plain(value: Decimal | None) -> Number | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()
