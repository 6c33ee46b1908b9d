"""Figures as asked: those of statements, the current ones of a case, and the history of a population."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.ledger.core import comparison, corroboration
from homeward.ledger.core.compared import Compared, Relation
from homeward.ledger.core.figures import FigureKind, Op, Quantity, in_words, interval_in_words
from homeward.ledger.core.populations import Populations, Standing
from homeward.ledger.core.voices import Modality
from homeward.ledger.queries import knowing
from homeward.ledger.queries.views import Asked, FigureView, Number, PopulationView
from homeward.moments import Interval
from homeward.refusals import Refused

NOBODY = UUID(int=0)
GROUPS = 40
"""Populations with measure that a picture shows, those spoken of most recently; the figures' own page shows any."""
RECENT = 2_000
HISTORY = 400
_NEAR = (Standing.SAME, Standing.PART, Standing.WHOLE)


class NoSuchPopulation(Refused):
    """There is no such population, or none that you may see."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is said of one population by one measure: the current figure of each voice, and how they stand to each other."""

    population: PopulationView
    measure: str
    unit: str
    current: tuple[FigureView, ...]
    history: tuple[FigureView, ...]
    relations: tuple[Relation, ...]
    origins: tuple[int, int]
    parts_of: tuple[PopulationView, ...]


_BEGUN = knowing.begun("f.asof_from", "f.asof_until", "%(as_of)s")
_BOUND = "(CASE WHEN r.ahead THEN %(as_of)s ELSE %(bound)s END)"
_COLUMNS = """
    f.statement_id, f.number, f.ref, f.measure, f.population_id, f.population_name, f.unit, f.kind, f.op, f.stated_lo, f.stated_hi,
    f.lo, f.hi, f.asof, f.asof_inferred, f."window", f.part_of_id, f.basis, f.by_id, f.words, f.speaker_id, f.party_id, f.origin_id,
    f.origin_doubtful, f.modality, f.said, f.recorded_at
"""


def of_statements(asked: Asked, ids: Sequence[UUID]) -> dict[UUID, tuple[FigureView, ...]]:
    """The figures of these statements, in the order in which they stand there."""
    rows = _rows(
        f"SELECT {_COLUMNS}, {knowing.surely(asked.clock, 'f')} FROM ledger_figure f WHERE f.statement_id = ANY (%(ids)s) "
        "ORDER BY f.statement_id, f.number",
        {**knowing.parameters(asked), "ids": list(ids)},
    )
    found: dict[UUID, list[FigureView]] = defaultdict(list)
    for row, view in zip(rows, _views(asked, rows), strict=True):
        found[row[0]].append(view)
    return {id: tuple(figures) for id, figures in found.items()}


def current(asked: Asked, *, population: UUID | None = None, measure: str = "") -> list[FigureView]:
    """The last figure of each voice for each population, measure and kind, of those that nobody corrected or took back.

    Walks one index per series, so that its cost does not grow with the history (PostgreSQL manual, index-ordered LIMIT).
    """
    chosen = "" if population is None else "AND r.population_id = %(population)s"
    measured = "AND r.measure = %(measure)s" if measure else ""
    groups = "" if population is not None else _GROUPS
    only = (
        "" if population is not None else "JOIN groups g ON g.population_id = r.population_id AND g.measure = r.measure"
    )
    rows = _rows(
        f"""
        {groups or "WITH"} tops AS (
            SELECT DISTINCT ON (r.population_id, r.measure, r.unit, r.kind, r.speaker_id, r.by_id) r.id AS series_id, top.*
            FROM ledger_series r {only}
            CROSS JOIN LATERAL (
                SELECT x.statement_id, x.asof_from, x.said_from FROM ledger_figure x
                WHERE x.series_id = r.id AND {knowing.begun("x.asof_from", "x.asof_until", _BOUND)}
                AND {knowing.known(asked.clock, "x")} AND {_standing(asked, "x")}
                ORDER BY x.asof_from DESC, x.said_from DESC NULLS LAST, x.statement_id LIMIT 1
            ) top
            WHERE r.case_id = %(case)s {chosen} {measured}
            ORDER BY r.population_id, r.measure, r.unit, r.kind, r.speaker_id, r.by_id,
                     top.asof_from DESC, top.said_from DESC NULLS LAST, top.statement_id
        )
        SELECT {_COLUMNS}, {knowing.surely(asked.clock, "f")} FROM tops t
        JOIN ledger_figure f ON f.statement_id = t.statement_id AND f.series_id = t.series_id AND f.asof_from = t.asof_from
        ORDER BY f.population_name, f.measure, f.asof_from, f.ref
        """,
        {**knowing.parameters(asked), "population": population, "measure": measure, "recent": RECENT, "groups": GROUPS},
    )
    return _views(asked, rows)


_GROUPS = """
    WITH recent AS (
        SELECT population_id, measure, asof_from FROM ledger_figure
        WHERE case_id = %(case)s AND asof_from <= %(bound)s ORDER BY asof_from DESC LIMIT %(recent)s
    ), groups AS (
        (SELECT population_id, measure FROM recent GROUP BY 1, 2 ORDER BY max(asof_from) DESC, 1, 2 LIMIT %(groups)s)
        UNION
        (SELECT DISTINCT population_id, measure FROM ledger_series WHERE case_id = %(case)s AND ahead LIMIT %(groups)s)
    ),
"""


def history(asked: Asked, population: UUID, *, measure: str = "") -> list[FigureView]:
    """All figures of a population known at the time asked, by as-of, corrected ones among them; the latest 400."""
    measured = "AND f.measure = %(measure)s" if measure else ""
    rows = _rows(
        f"""
        SELECT * FROM (
            SELECT {_COLUMNS}, {knowing.surely(asked.clock, "f")}, f.asof_from FROM ledger_figure f
            WHERE f.population_id = %(population)s AND f.case_id = %(case)s AND {_BEGUN}
            AND {knowing.known(asked.clock, "f")} {measured}
            ORDER BY f.asof_from DESC, f.said_from DESC, f.ref LIMIT %(history)s
        ) latest ORDER BY asof_from, ref
        """,
        {**knowing.parameters(asked), "population": population, "measure": measure, "history": HISTORY},
    )
    return _views(asked, rows)


def histories(asked: Asked, of: Iterable[tuple[UUID, str]]) -> dict[tuple[UUID, str], list[FigureView]]:
    """The history of each of these populations by its measure, as `history` gives it; one walk for all of them."""
    pairs = list(dict.fromkeys(of))
    rows = _rows(
        f"""
        SELECT latest.* FROM unnest(%(populations)s::uuid[], %(measures)s::text[]) AS wanted (population_id, measure)
        CROSS JOIN LATERAL (
            SELECT {_COLUMNS}, {knowing.surely(asked.clock, "f")}, f.asof_from FROM ledger_figure f
            WHERE f.population_id = wanted.population_id AND f.measure = wanted.measure AND f.case_id = %(case)s
            AND {_BEGUN} AND {knowing.known(asked.clock, "f")}
            ORDER BY f.asof_from DESC, f.said_from DESC, f.ref LIMIT %(history)s
        ) latest ORDER BY latest.asof_from, latest.ref
        """,
        {
            **knowing.parameters(asked),
            "history": HISTORY,
            "populations": [population for population, _ in pairs],
            "measures": [measure for _, measure in pairs],
        },
    )
    found: dict[tuple[UUID, str], list[FigureView]] = {pair: [] for pair in pairs}
    for figure in _views(asked, rows):
        found[figure.population.id, figure.measure].append(figure)
    return found


def groups(asked: Asked, *, population: str = "", with_history: bool = False) -> list[Group]:
    """The figures of a case grouped by population and measure, each group with verdicts and its independent origins.

    A group's verdicts include those with its wholes and parts, which stand in other groups.
    """
    stated = populations(asked)
    chosen = population_named(asked, population) if population else None
    shown = current(asked, population=chosen.id if chosen else None)
    around = _wholes_and_parts(asked, stated, chosen) if chosen else []
    found: dict[tuple[UUID, str, str], list[FigureView]] = defaultdict(list)
    for figure in shown:
        found[figure.population.id, figure.measure, figure.unit].append(figure)
    ago = histories(asked, [key[:2] for key in found]) if with_history else {}
    past = {key: ago[key[:2]] if with_history else list(found[key]) for key in found}
    everything = {figure.ref: figure for figures in [shown, around, *past.values()] for figure in figures}
    related = relations(asked, list(everything.values()), stated)
    return [_group(key, found[key], past[key], related) for key in found]


def _wholes_and_parts(asked: Asked, stated: Populations, chosen: PopulationView) -> list[FigureView]:
    near = [
        p for p in all_populations(asked) if p.id != chosen.id and stated.standing(str(p.id), str(chosen.id)) in _NEAR
    ]
    return [figure for p in near[:GROUPS] for figure in current(asked, population=p.id)]


def all_populations(asked: Asked) -> list[PopulationView]:
    """The populations of which a figure was known at the time asked, by name; what was counted later tells nothing of then."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT p.id, p.name FROM ledger_population p WHERE p.case_id = %(case)s AND EXISTS (
                SELECT FROM ledger_figure f WHERE f.population_id = p.id AND {knowing.known(asked.clock, "f")}
            ) ORDER BY p.name, p.id LIMIT 2000
            """,
            knowing.parameters(asked),
        )
        return [PopulationView(*row) for row in cursor.fetchall()]


def population_named(asked: Asked, name: str) -> PopulationView:
    """The population of this name, or of this id, in the case."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name FROM ledger_population WHERE case_id = %s AND (name = %s OR id::text = %s) LIMIT 1",
            [asked.case.id, name, name],
        )
        row = cursor.fetchone()
    if row is None:
        raise NoSuchPopulation(where=name, instead="The figures page lists the populations of the case.")
    return PopulationView(*row)


# Each part with its whole once: from one pair to the next in the index, however many figures stand between.
_PAIRS = """
    WITH RECURSIVE pairs AS (
        (SELECT f.population_id, f.part_of_id FROM ledger_figure f WHERE f.case_id = %(case)s AND f.part_of_id IS NOT NULL
         ORDER BY f.population_id, f.part_of_id LIMIT 1)
        UNION ALL
        SELECT following.* FROM pairs p CROSS JOIN LATERAL (
            SELECT f.population_id, f.part_of_id FROM ledger_figure f WHERE f.case_id = %(case)s AND f.part_of_id IS NOT NULL
            AND (f.population_id, f.part_of_id) > (p.population_id, p.part_of_id)
            ORDER BY f.population_id, f.part_of_id LIMIT 1
        ) following
    )
"""


def populations(asked: Asked) -> Populations:
    """Which populations are equal and which are part of another, as statements and named persons said."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            {_PAIRS}
            SELECT p.population_id, p.part_of_id, 'part_of' FROM pairs p WHERE EXISTS (
                SELECT FROM ledger_figure f WHERE f.case_id = %(case)s AND f.population_id = p.population_id
                AND f.part_of_id = p.part_of_id AND {knowing.known(asked.clock, "f")}
            )
            UNION SELECT r.part_id, r.whole_id, r.relation FROM ledger_populationrelation r
            WHERE r.case_id = %(case)s AND {knowing.in_force(asked.clock, "r.statement_id")}
            LIMIT 5000
            """,
            knowing.parameters(asked),
        )
        rows = cursor.fetchall()
    return Populations(
        equal=[(str(a), str(b)) for a, b, relation in rows if relation == "equal"],
        part_of=[(str(a), str(b)) for a, b, relation in rows if relation == "part_of"],
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
        quantity=Quantity(Op(figure.op), figure.stated_lo, figure.stated_hi, figure.lo or 0, figure.hi),
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


def corrections(asked: Asked, figures: Iterable[FigureView]) -> dict[str, frozenset[str]]:
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


def relations(asked: Asked, figures: Sequence[FigureView], stated: Populations | None = None) -> list[Relation]:
    """How these figures stand to each other."""
    corrected = corrections(asked, figures)
    return comparison.compare_all(
        [compared(figure, corrected.get(figure.statement_ref, frozenset())) for figure in figures],
        stated or populations(asked),
        zone=asked.case.zone,
    )


def _group(
    key: tuple[UUID, str, str], figures: list[FigureView], past: list[FigureView], related: list[Relation]
) -> Group:
    refs = {figure.ref for figure in [*figures, *past]}
    return Group(
        population=figures[0].population,
        measure=key[1],
        unit=key[2],
        current=tuple(figures),
        history=tuple(past),
        relations=tuple(relation for relation in related if relation.a in refs or relation.b in refs),
        origins=corroboration.origins([compared(f) for f in figures if f.standing != "retracted"]),
        parts_of=tuple({f.part_of.id: f.part_of for f in [*figures, *past] if f.part_of}.values()),
    )


def _standing(asked: Asked, table: str) -> str:
    return f"""NOT EXISTS (
        SELECT FROM ledger_link l WHERE l.to_id = {table}.statement_id AND l.to_figure IN (0, {table}.number)
        AND l.stance IN ('corrects', 'supersedes', 'retracts') AND NOT l.doubtful AND {knowing.link_known(asked.clock, "l")})"""


def _rows(sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()  # type: ignore[no-any-return]


def _views(asked: Asked, rows: list[tuple[Any, ...]]) -> list[FigureView]:
    """Figures with the names, texts, outlets and standing that show them; four queries for any number of rows."""
    statement_ids = list({row[0] for row in rows})
    if not rows:
        return []
    texts = dict(_pairs("SELECT id, text FROM ledger_statement WHERE id = ANY (%s)", statement_ids))
    names = dict(
        _pairs(
            "SELECT id, name FROM ledger_source WHERE id = ANY (%s)",
            list({r[20] for r in rows} | {r[21] for r in rows if r[21]}),
        )
    )
    wholes = dict(
        _pairs("SELECT id, name FROM ledger_population WHERE id = ANY (%s)", list({r[16] for r in rows if r[16]}))
    )
    outlets: dict[UUID, list[str]] = defaultdict(list)
    publications: dict[UUID, str] = {}
    for statement_id, outlet, publication in _rows(
        """
        SELECT c.statement_id, o.name, p.id FROM ledger_carried c JOIN ledger_publication p ON p.id = c.publication_id
        JOIN ledger_source o ON o.id = p.outlet_id WHERE c.statement_id = ANY (%(ids)s) ORDER BY c.statement_id, c.number
        """,
        {"ids": statement_ids},
    ):
        outlets[statement_id].append(outlet)
        publications[publication] = outlet
    standing = _standings(asked, statement_ids)
    return [_view(asked, row, texts, names, wholes, outlets, publications, standing) for row in rows]


def _view(
    asked: Asked,
    row: tuple[Any, ...],
    texts: Any,
    names: Any,
    wholes: Any,
    outlets: Any,
    publications: Any,
    standing: Any,
) -> FigureView:
    (
        statement_id,
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
        part_of,
        basis,
        by,
        words,
        speaker,
        party,
        origin,
        origin_doubtful,
        modality,
        said,
        recorded_at,
        surely,
        *_,
    ) = row
    quantity = Quantity(Op(op), _plain(stated_lo), _plain(stated_hi), _plain(lo) or 0, _plain(hi), words)
    when = _interval(asof)
    return FigureView(
        ref=ref,
        statement_ref=ref.rsplit("#", 1)[0],
        number=number,
        measure=measure,
        population=PopulationView(population, population_name),
        unit=unit,
        kind=kind,
        op=op,
        stated_lo=quantity.stated_lo,
        stated_hi=quantity.stated_hi,
        lo=_plain(lo),
        hi=quantity.hi,
        words=in_words(quantity, unit),
        interval_words=interval_in_words(quantity),
        asof=when,
        asof_inferred=asof_inferred,
        window=_interval(window),
        part_of=PopulationView(part_of, wholes.get(part_of, "")) if part_of else None,
        basis=basis,
        counted_by=publications.get(by, "") if by != NOBODY else "",
        speaker_id=speaker if speaker != NOBODY else None,
        speaker=names.get(speaker, ""),
        party=names.get(party, ""),
        modality=modality or "",
        origin=origin,
        origin_doubtful=origin_doubtful,
        outlets=tuple(dict.fromkeys(outlets.get(statement_id, ()))),
        said=_interval(said),
        recorded_at=recorded_at,
        text=texts.get(statement_id, ""),
        standing=standing.get((statement_id, 0)) or standing.get((statement_id, number)) or "current",
        knowing="yes" if surely else "possibly",
        reaches_past=bool(when and when.reaches_past(asked.as_of)),
    )


def _standings(asked: Asked, ids: list[UUID]) -> dict[tuple[UUID, int], str]:
    rows = _rows(
        f"""
        SELECT DISTINCT ON (l.to_id, l.to_figure) l.to_id, l.to_figure,
               CASE l.stance WHEN 'retracts' THEN 'retracted' WHEN 'corrects' THEN 'corrected' WHEN 'supersedes' THEN 'superseded'
                             ELSE 'doubted' END
        FROM ledger_link l WHERE l.to_id = ANY (%(ids)s) AND l.stance IN ('retracts', 'corrects', 'supersedes', 'doubts')
        AND NOT l.doubtful AND {knowing.link_known(asked.clock, "l")}
        ORDER BY l.to_id, l.to_figure, array_position(ARRAY['retracts', 'corrects', 'supersedes', 'doubts'], l.stance)
        """,
        {**knowing.parameters(asked), "ids": ids},
    )
    return {(id, number): word for id, number, word in rows}


def _pairs(sql: str, ids: list[UUID]) -> list[tuple[UUID, str]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [ids])
        return cursor.fetchall()  # type: ignore[no-any-return]


def _plain(value: Decimal | None) -> Number | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()


@lru_cache(16_384)
def _interval(written: str | None) -> Interval | None:
    """An interval from its JSON text, as Django has the driver give it; a case speaks of a few days again and again."""
    return Interval.from_json(json.loads(written)) if written else None
