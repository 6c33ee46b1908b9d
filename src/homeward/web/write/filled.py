"""A sheet filled from what the ledger holds: to correct a statement, or to write it again after it was undone."""

from __future__ import annotations

from decimal import Decimal

from homeward.ledger.core.figures import Op, Quantity
from homeward.ledger.core.figures import in_words as in_words_of_number
from homeward.ledger.queries import conditions as condition_queries
from homeward.ledger.queries import words as word_queries
from homeward.ledger.queries.views import Asked, FigureView, StatementView
from homeward.moments import Interval, Precision, in_words
from homeward.web.write.numbers import put

Number = int | Decimal


def from_statement(asked: Asked, view: StatementView, *, figure: int = 0) -> dict[str, str]:
    """The fields of a statement as one would type them; of one figure alone when it is named."""
    typed = {
        "speaker": view.speaker.name if view.speaker else "",
        "speaker_kind": view.speaker.kind if view.speaker else "unnamed",
        "capacity": view.capacity,
        "party": view.party.name if view.party and not view.party_inferred else "",
        "said": _time(asked, view.said),
        "occurred": _time(asked, view.occurred),
        "modality": view.modality,
        "text": view.text,
        "topic": view.topic,
        "language": view.language,
        "note": view.note,
    }
    hands = {f"via.{n}.name": hand.source.name for n, hand in enumerate(view.chain)}
    shown = [each for each in view.figures if figure in (0, each.number)]
    rows = {
        f"figures.{n}.{name}": value for n, each in enumerate(shown) for name, value in _figure(asked, each).items()
    }
    return {**typed, **hands, **rows, **_conditions(asked, view)}


def _time(asked: Asked, at: Interval | None) -> str:
    """A time in the words used; where these hang on the day on which they were said, in words that do not."""
    if at is None:
        return ""
    loose = at.precision is Precision.RELATIVE or at.inferred
    return in_words(at, asked.case.zone) if loose or not at.words else at.words


def _figure(asked: Asked, figure: FigureView) -> dict[str, str]:
    return {
        **_number(figure),
        "population": figure.population.name,
        "measure": figure.measure,
        "unit": figure.unit,
        "kind": figure.kind,
        "asof": "" if figure.asof_inferred else _time(asked, figure.asof),
        "part_of": figure.part_of.name if figure.part_of else "",
        "basis": figure.basis,
    }


def _number(figure: FigureView) -> dict[str, str]:
    """The number as it was put, where that reads back as the same; else sign and numbers apart."""
    said = in_words_of_number(
        Quantity(Op(figure.op), figure.stated_lo, figure.stated_hi, figure.lo or 0, figure.hi, figure.basis)
    )
    first, last = _typed(figure.stated_lo), "" if figure.stated_hi == figure.stated_lo else _typed(figure.stated_hi)
    again = put(said)
    if again.op == figure.op and {again.lo, again.hi} - {""} == {first, last} - {""}:
        return {"lo": said}
    return {"op": figure.op, "lo": first, "hi": last}


def _typed(number: Number | None) -> str:
    return "" if number is None else f"{number:,}" if isinstance(number, int) else str(number)


def _conditions(asked: Asked, view: StatementView) -> dict[str, str]:
    """A condition is a statement of its own; corrected, it is written as one again."""
    if view.kind != "said.condition":
        return {}
    (said,) = word_queries.read(asked, condition_queries.conditions(asked))
    found = next((each for each in said if each.statement.id == view.id), None)
    if found is None:
        return {}
    return {
        "conditions.0.text": view.text,
        "conditions.0.gates": found.gates,
        "conditions.0.demanded_of": " / ".join(found.demanded_of),
        "conditions.0.demanded_by": " / ".join(found.demanded_by),
    }
