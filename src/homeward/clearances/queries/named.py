"""What people and commands name by short names and words: permissions, authorities."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from homeward.ledger.models import Source, Statement
from homeward.ledger.queries.views import CaseView
from homeward.refusals import Refused


class NoSuchPermission(Refused):
    """There is no word of an authority at this address, or none that you may see."""


class NoSuchAuthority(Refused):
    """Nobody of this name speaks in this case."""


def authority_named(case: CaseView, words: str) -> UUID:
    """The source of this id, or the first of this name, in the case."""
    name = " ".join(words.split())
    id = _uuid(name)
    found = Source.objects.filter(case_id=case.id, id=id).first() if id else None
    found = found or Source.objects.filter(case_id=case.id, name__iexact=name).order_by("statement_id").first()
    if found is None:
        raise NoSuchAuthority(where=words[:80], instead="See who was asked: homeward clearances funnel.")
    return found.id


def permissions_named(case: CaseView, refs: Sequence[str]) -> list[UUID]:
    """The statements of these short names or ids that are words of an authority."""
    ids = [id for ref in refs if (id := _uuid(ref))]
    rows = Statement.objects.filter(case_id=case.id, kind="said.permission")
    found = dict(rows.filter(ref__in=list(refs)).values_list("ref", "id"))
    found |= {str(id): id for id in rows.filter(id__in=ids).values_list("id", flat=True)}
    if missing := [ref for ref in refs if ref not in found]:
        raise NoSuchPermission(where=missing[0][:80], instead="See what waits: homeward clearances waiting.")
    return [found[ref] for ref in refs]


def _uuid(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None
