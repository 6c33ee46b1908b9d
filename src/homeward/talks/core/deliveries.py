"""What was delivered at one stage, out of the counts that voices told of it.

The rule: counts of one utterance count once. Counts of one voice about one time are a correction, the last said holds. Counts
of different voices about one time are rivals: each is shown, and the amount spans them, as any of them may be right. Counts
about different times are no rivals: the latest "so far" holds what came before it, and what came in a time after it is added.
Of times that lie over one another without being the same nobody knows how much is told twice: at least the largest of them
came, at most all. A count of a part says that at least so many of the whole came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

from homeward.talks.core.quantities import ZERO, Amount, spanned, total

_LONG_AGO, _FAR = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Told:
    """One count: of which utterance (`origin`) and voice, said when, how much in [start, until) or `so_far` up to it.

    `part` when only some of those are counted whom the obligation is about; `of` names whom.
    """

    statement: UUID
    origin: str
    voice: str
    amount: Amount
    so_far: bool
    start: datetime | None = None
    until: datetime | None = None
    said: datetime | None = None
    figure: int = 0
    words: str = ""
    inferred: bool = False
    part: bool = False
    of: str = ""
    also: tuple[UUID, ...] = ()
    unit: str = ""

    @property
    def began(self) -> datetime:
        return self.start or _LONG_AGO

    @property
    def over(self) -> datetime:
        return self.until or self.start or _FAR

    @property
    def statements(self) -> tuple[UUID, ...]:
        return (self.statement, *self.also)


@dataclass(frozen=True, slots=True)
class Counted:
    """How much was delivered, out of which counts; `rivals` tell different amounts of one time; `fell` went down since."""

    amount: Amount
    used: tuple[Told, ...] = ()
    rivals: tuple[Told, ...] = ()
    twice: tuple[Told, ...] = ()
    fell: tuple[Told, ...] = ()
    only_parts: bool = False

    @property
    def statements(self) -> tuple[UUID, ...]:
        return tuple(dict.fromkeys(id for told in self.used for id in told.statements))


@dataclass(slots=True)
class _Found:
    used: list[Told] = field(default_factory=list)
    rivals: list[Told] = field(default_factory=list)


def counted(tolds: Iterable[Told]) -> Counted | None:
    """How much all these counts of one stage come to; none where nobody told any."""
    every, twice = one_each(tolds)
    whole = [told for told in every if not told.part]
    if not whole:
        parts = _parts(every)
        return replace(parts, twice=tuple(twice)) if parts else None
    found = _Found()
    amount, upto, fell = _so_far([told for told in whole if told.so_far], found)
    flows = [told for told in whole if not told.so_far and (upto is None or told.over > upto)]
    clusters = _clusters(flows)
    for cluster in clusters:
        amount = amount.plus(_came(cluster, upto, found))
    amount = amount.plus(_parts_apart(every, clusters, upto, found))
    return Counted(amount, tuple(found.used), tuple(found.rivals), tuple(twice), fell)


def one_each(tolds: Iterable[Told]) -> tuple[list[Told], list[Told]]:
    """Each utterance once for each time it speaks of, and those that give two numbers for one time."""
    kept: dict[tuple[object, ...], Told] = {}
    twice: list[Told] = []
    for told in sorted(tolds, key=_order):
        key = (told.origin, told.so_far, told.began, told.over, told.part, told.of)
        first = kept.get(key)
        if first is None:
            kept[key] = told
        elif told.statement in first.statements and told.amount == first.amount:
            continue
        else:
            if told.amount != first.amount:
                twice.append(told)
            also = tuple(dict.fromkeys((*first.also, told.statement)))
            kept[key] = replace(
                first, amount=spanned([first.amount, told.amount]), also=tuple(a for a in also if a != first.statement)
            )
    return list(kept.values()), twice


def _parts(every: Sequence[Told]) -> Counted | None:
    """What counts of parts say of the whole: at least the largest of them, and nothing of how much at most."""
    if not every:
        return None
    return Counted(Amount(max(told.amount.lo for told in every), None), tuple(every), only_parts=True)


def _parts_apart(every: Sequence[Told], clusters: list[list[Told]], upto: datetime | None, found: _Found) -> Amount:
    """What counts of parts add in times of which nobody counted the whole: at least the largest, and nothing at most."""
    whole = [(min(told.began for told in each), max(told.over for told in each)) for each in clusters]
    apart = [
        told
        for told in every
        if told.part and not told.so_far and told.start is not None and (upto is None or told.began >= upto)
        and not any(told.began < over and began < told.over for began, over in whole)
    ]  # fmt: skip
    if not apart:
        return ZERO
    found.used.extend(apart)
    least = sum((max(told.amount.lo for told in each) for each in _clusters(apart)), ZERO.lo)
    return Amount(least, None)


def _so_far(tolds: list[Told], found: _Found) -> tuple[Amount, datetime | None, tuple[Told, ...]]:
    """The latest counts of all that came, up to when they count, and those that say more of an earlier time."""
    if not tolds:
        return ZERO, None, ()
    last = max(tolds, key=lambda told: (told.over, told.began))
    fellows = _last_said(
        [told for told in tolds if (told.over > last.began and told.over <= last.over) or told is last]
    )
    amount = _joined(fellows, found)
    earlier = [told for told in tolds if told.over <= last.began]
    fell = tuple(told for told in earlier if amount.surely_below(told.amount))
    return amount, max(told.over for told in fellows), fell


def _clusters(flows: Iterable[Told]) -> list[list[Told]]:
    """Counts whose times lie over one another, together."""
    clusters: list[list[Told]] = []
    end = _LONG_AGO
    for told in sorted(flows, key=lambda each: (each.began, each.over)):
        if clusters and (
            told.began < end or (told.began, told.over) == (clusters[-1][-1].began, clusters[-1][-1].over)
        ):
            clusters[-1].append(told)
        else:
            clusters.append([told])
        end = max(end, told.over)
    return clusters


def _came(cluster: list[Told], upto: datetime | None, found: _Found) -> Amount:
    """What came in one stretch of time."""
    stretches: dict[tuple[datetime, datetime], list[Told]] = {}
    for told in _last_said(cluster):
        stretches.setdefault((told.began, told.over), []).append(told)
    amounts = []
    for (began, _), tolds in stretches.items():
        amount = _joined(tolds, found)
        # What began before the count "so far" was taken may be in it already.
        amounts.append(Amount(ZERO.lo, amount.hi) if upto is not None and began < upto else amount)
    return amounts[0] if len(amounts) == 1 else Amount(max(each.lo for each in amounts), total(amounts).hi)


def _last_said(tolds: Iterable[Told]) -> list[Told]:
    """Of one voice about one time the last word; what was said without a date stays beside it."""
    kept: dict[tuple[object, ...], Told] = {}
    for told in sorted(tolds, key=_order):
        alone = told.statement if told.said is None else None
        kept[told.voice or told.origin, told.so_far, told.began, told.over, alone] = told
    return list(kept.values())


def _joined(tolds: list[Told], found: _Found) -> Amount:
    found.used.extend(tolds)
    if len({told.amount for told in tolds}) > 1:
        found.rivals.extend(tolds)
    return spanned(told.amount for told in tolds)


def _order(told: Told) -> tuple[object, ...]:
    return (told.said or _LONG_AGO, told.began, told.over, str(told.statement), told.figure)
