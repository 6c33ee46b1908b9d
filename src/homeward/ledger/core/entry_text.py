"""An entry as its canonical text, member by member in the order of their names.

It says the same as `canonical.dumps` of the members would; a large file brings a hundred thousand entries whose times
and ids repeat, so these are written once and kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.moments import Interval, stamp
from homeward.seals import canonical

if TYPE_CHECKING:
    from homeward.ledger.core.entry import ChainStep, Entry, Sealed, Span, StatedFigure, StatementLink

_text = encode_basestring
_at = lru_cache(maxsize=64)(stamp)
LARGEST = 10**canonical.LONGEST_NUMBER


def written(entry: Entry) -> str:
    """The canonical text; what is empty is left out, so that equal entries have equal texts."""
    members = [f'"at":"{_at(entry.at)}","by":{_id(entry.by)}']
    add = members.append
    if entry.capacity:
        add(f'"capacity":{_text(entry.capacity)}')
    if entry.carried_by:
        add(f'"carried_by":[{",".join(map(_id, entry.carried_by))}]')
    add(f'"case":{_id(entry.case)}')
    if entry.chain:
        add(f'"chain":{_list(map(_step, entry.chain))}')
    if entry.check:
        add(f'"check":{_text(entry.check)}')
    add(f'"compartment":{_id(entry.compartment)}')
    if content := kinds.to_json(entry.content):
        add(f'"content":{canonical.dumps(content)}')
    if entry.factuality is not None:
        add(f'"factuality":{_text(entry.factuality)}')
    if entry.figures:
        add(f'"figures":{_list(_figure(figure, entry) for figure in entry.figures)}')
    add(f'"id":"{entry.id}","kind":{_text(entry.kind)}')
    if entry.language:
        add(f'"language":{_text(entry.language)}')
    if entry.links:
        add(f'"links":{_list(map(_link, entry.links))}')
    if entry.modality is not None:
        add(f'"modality":{_text(entry.modality)}')
    if entry.note:
        add(f'"note":{_text(entry.note)}')
    if entry.occurred is not None:
        add(f'"occurred":{_interval(entry.occurred)}')
    if entry.origin is not None:
        add(f'"origin":{_id(entry.origin)}')
    if entry.origin_doubtful:
        add('"origin_doubtful":true')
    if entry.party is not None:
        add(f'"party":{_id(entry.party)}')
    if entry.party_inferred:
        add('"party_inferred":true')
    if entry.published is not None:
        add(f'"published":{_interval(entry.published)}')
    add(f'"ref":{_text(entry.ref)}')
    if entry.said is not None:
        add(f'"said":{_interval(entry.said)}')
    if entry.sealed:
        add(f'"sealed":{_list(map(_sealed, entry.sealed))}')
    if entry.spans:
        add(f'"spans":{_list(map(_span, entry.spans))}')
    if entry.speaker is not None:
        add(f'"speaker":{_id(entry.speaker)}')
    add(f'"text":{_text(entry.text)}')
    if entry.topic:
        add(f'"topic":{_text(entry.topic)}')
    add(f'"version":{entry.content.VERSION}')
    return _checked(f"{{{','.join(members)}}}")


def concerned(figure: StatedFigure, entry: Entry) -> Interval | None:
    """The as-of of a figure that gives none: its window, else when it occurred, else when it was said."""
    return figure.window or entry.occurred or entry.said


def _figure(figure: StatedFigure, entry: Entry) -> str:
    quantity = figure.quantity
    members: list[str] = []
    add = members.append
    # An inferred as-of is written only where it is not the one that the statement itself tells.
    if figure.asof is not None and not (figure.asof_inferred and figure.asof == concerned(figure, entry)):
        add(f'"asof":{_interval(figure.asof)}')
    if figure.asof is not None and figure.asof_inferred:
        add('"asof_inferred":true')
    if figure.basis:
        add(f'"basis":{_text(figure.basis)}')
    if figure.by is not None:
        add(f'"by":{_id(figure.by)}')
    lo, hi = _number(quantity.lo), _number(quantity.hi)
    add(f'"hi":{hi},"kind":{_text(figure.kind)},"lo":{lo},"measure":{_text(figure.measure)},"op":{_text(quantity.op)}')
    if figure.part_of is not None:
        add(f'"part_of":{_id(figure.part_of)}')
    add(f'"population":{_id(figure.population)},"population_name":{_text(figure.population_name)}')
    stated_lo, stated_hi = _number(quantity.stated_lo), _number(quantity.stated_hi)
    if (stated_lo, stated_hi) != (lo, hi):
        add(f'"stated":{{"hi":{stated_hi},"lo":{stated_lo}}}')
    add(f'"unit":{_text(figure.unit)}')
    if figure.window is not None:
        add(f'"window":{_interval(figure.window)}')
    if quantity.words:
        add(f'"words":{_text(quantity.words)}')
    return ",".join(members)


def _step(step: ChainStep) -> str:
    factuality = "" if step.factuality is None else f'"factuality":{_text(step.factuality)},'
    wording = f',"wording":{_text(step.wording)}' if step.wording else ""
    return f'{factuality}"source":{_id(step.source)}{wording}'


def _link(link: StatementLink) -> str:
    doubtful = '"doubtful":true,' if link.doubtful else ""
    figure = f'"figure":{_number(link.figure)},' if link.figure else ""
    words = f',"words":{_text(link.words)}' if link.words else ""
    return f'{doubtful}{figure}"stance":{_text(link.stance)},"to":{_id(link.to)}{words}'


def _sealed(sealed: Sealed) -> str:
    return f'"box":{_text(sealed.box)},"field":{_text(sealed.field)},"person":"{sealed.person}"'


def _span(span: Span) -> str:
    return (
        f'"document":{_id(span.document)},"end":{_number(span.end)},"exact":{_text(span.exact)},'
        f'"prefix":{_text(span.prefix)},"start":{_number(span.start)},"suffix":{_text(span.suffix)}'
    )


def _list(objects: Iterable[str]) -> str:
    return f"[{{{'},{'.join(objects)}}}]"


@lru_cache(maxsize=16_384)
def _id(id: UUID) -> str:
    return f'"{id}"'


@lru_cache(maxsize=16_384)
def _interval(interval: Interval) -> str:
    return canonical.dumps(interval.as_json())


def _number(value: int | Decimal | None) -> str:
    if value is None:
        return "null"
    whole = value if isinstance(value, int) else int(value) if value == value.to_integral_value() else None
    if whole is None:
        return f'"{value.normalize():f}"'  # type: ignore[union-attr]
    return str(int(whole)) if -LARGEST < whole < LARGEST else canonical.dumps(whole)


def _checked(text: str) -> str:
    """The text, when it has a canonical form; what has none is refused with its place."""
    if "\\u0000" in text or not _can_be_stored(text):
        canonical.dumps(json.loads(text))
    return text


def _can_be_stored(text: str) -> bool:
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False
