"""Agreements and conditions of a case file as entries: who owes what to whom, what is said to stand in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.voices import Modality
from homeward.ledger.formats.case1 import form, status_words
from homeward.ledger.formats.case1.form import in_words
from homeward.moments import Interval

if TYPE_CHECKING:
    from homeward.ledger.formats.case1.entries import Writer


# What a note begins with says how the condition was put; what it goes on to tell of does not make it another thing.
_ALLEGED = re.compile(
    r"\s*(?:an? |only |so far )?(?:alleg\w+|accus\w+|unproven|обвинен\w*|утвержда\w*|по утверждению|اتهام\w*|زعم|مزاعم|טענה|לטענת"
    r"|angeblich|behauptet|allégu\w+|allégation|acusa\w+|supuest\w+|alegado)\b",
    re.IGNORECASE,
)


class Agreed:
    """What parties agreed and what they demand, of the file that a writer turns into entries."""

    def __init__(self, writer: Writer) -> None:
        self.writer, self.file = writer, writer.file
        self.id, self.parties = writer.id, writer.parties

    def entries(self) -> Iterator[Entry]:
        """The agreements with their parts, then the conditions with each report of their status."""
        for agreement in self.file.agreements:
            yield from self._agreement(agreement)
        for condition in self.file.conditions:
            yield from self._condition(condition)

    def _named(self, prose: form.Prose | None) -> tuple[kinds.Named, ...]:
        if prose is None:
            return ()
        known = tuple(kinds.Named(words=party, source=self.parties[party]) for party in prose.parties)
        return known + tuple(kinds.Named(words=words) for words in prose.others)

    def _agreement(self, agreement: form.Agreement) -> Iterator[Entry]:
        identity = self.id("agreement", agreement.id)
        times = {
            name: getattr(agreement, name)
            for name in ("announced", "planned_start", "actual_start", "actual_end", "suspended", "deadline")
        }
        content = kinds.Agreement(
            agreement=identity,
            title=agreement.title,
            deadline_text=agreement.deadline_text,
            phases=tuple(kinds.Phase(key=p.id, text=p.text, more=_lines(p.more)) for p in agreement.phases),
            **times,
        )
        yield self._said(
            "agreement", agreement.id, content, agreement.title, said=agreement.announced, modality=Modality.REPORTED
        )
        for obligation in agreement.obligations:
            yield self._obligation(identity, agreement, obligation)
        for rule in agreement.rules:
            local = self._of(agreement, rule.id, "rules")
            rule_content = kinds.Rule(
                rule=self.id("rule", local),
                agreement=identity,
                rule_kind=rule.kind.value,
                per=in_words(rule.per),
                adds=in_words(rule.adds),
                cap=in_words(rule.cap),
            )
            yield self._said(
                "rule",
                local,
                rule_content,
                rule.text,
                said=agreement.announced,
                modality=Modality.REPORTED,
                source=rule.source,
            )

    def _of(self, agreement: form.Agreement, local: str, part: str) -> str:
        """The name of a part of an agreement; another agreement may have one of the same name."""
        same = sum(1 for each in self.file.agreements for item in getattr(each, part) if item.id == local)
        return f"{agreement.id}-{local}" if same > 1 else local

    def _obligation(self, agreement_id: UUID, agreement: form.Agreement, obligation: form.Obligation) -> Entry:
        local = self._of(agreement, obligation.id, "obligations")
        counted = obligation.quantity
        content = kinds.Obligation(
            obligation=self.id("obligation", local),
            agreement=agreement_id,
            action=obligation.action,
            bearer=self._named(obligation.bearer),
            beneficiary=self._named(obligation.beneficiary),
            object=obligation.object,
            op=counted.op.value if counted else "",
            stated_lo=_decimal(counted.stated_lo) if counted else None,
            stated_hi=_decimal(counted.stated_hi) if counted else None,
            lo=_decimal(counted.lo) if counted else None,
            hi=_decimal(counted.hi) if counted else None,
            per=in_words(obligation.per),
            window=obligation.window,
            ratio=_lines(obligation.ratio_by_category) or _ratio(obligation.ratio),
            batches=_batches(obligation.batches),
        )
        text = f"{obligation.action}: {obligation.object}" if obligation.object else obligation.action
        return self._said(
            "obligation",
            local,
            content,
            text,
            said=agreement.announced,
            modality=Modality.PROMISED,
            source=obligation.source,
        )

    def _condition(self, condition: form.Condition) -> Iterator[Entry]:
        identity = self.id("condition", condition.id)
        content = kinds.Condition(
            condition=identity,
            gates=condition.gates,
            demanded_by=self._named(condition.demanded_by),
            demanded_of=self._named(condition.demanded_of),
        )
        demanding = condition.demanded_by
        alone = demanding is not None and len(demanding.parties) == 1 and not demanding.others
        party = self.parties[demanding.parties[0]] if alone and demanding else None
        alleged = _ALLEGED.match(condition.note) is not None
        yield self._said(
            "condition",
            condition.id,
            content,
            condition.text,
            said=condition.stated_on,
            source=condition.source,
            modality=Modality.ALLEGED if alleged else Modality.DEMANDED,
            note=condition.note,
            speaker=party,
            party=party,
            topic=condition.gates,
        )
        if condition.cleared is not None:
            status = kinds.ConditionStatus(
                condition=identity,
                status="met",
                words="cleared",
                cleared_by=condition.cleared_by.words if condition.cleared_by else "",
            )
            yield self._status(condition, "cleared", status, condition.cleared)
        for number, item in enumerate(condition.history, start=1):
            status = kinds.ConditionStatus(
                condition=identity, status=status_words.status(item.status), words=item.status
            )
            yield self._status(condition, str(number), status, item.at)

    def _status(self, condition: form.Condition, local: str, content: Any, when: Interval | None) -> Entry:
        return self._said(
            "condition_status",
            f"{condition.id}-{local}",
            content,
            content.words,
            said=when,
            occurred=when,
            modality=Modality.REPORTED,
            source=condition.source,
            topic=condition.gates,
        )

    def _said(
        self,
        kind: str,
        local: str,
        content: Any,
        text: str,
        *,
        said: Interval | None,
        source: tuple[str, ...] = (),
        **more: Any,
    ) -> Entry:
        ref = f"{kind}-{local}" if local in self.writer.taken else local
        return Entry(
            id=self.id(kind, local),
            ref=ref,
            content=content,
            text=text,
            said=said,
            origin=self.id("origin", f"{kind}:{local}"),
            carried_by=tuple(self.id("publication", key) for key in source),
            published=self.writer.earliest(source),
            **self.writer.shared,
            **more,
        )


def _decimal(value: int | Decimal | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _lines(written: form.Written) -> tuple[str, ...]:
    if isinstance(written, dict):
        return tuple(f"{key}: {in_words(value)}" for key, value in written.items())
    return (in_words(written),) if written is not None else ()


def _ratio(ratio: form.Ratio | None) -> tuple[str, ...]:
    return (f"{ratio.num} for {ratio.den} of {ratio.of}",) if ratio is not None else ()


_SIZES = ("size", "quantity", "count", "number", "people", "lo")


def _batches(written: form.Written) -> tuple[Decimal, ...]:
    """The sizes of batches that are told as numbers, each alone or under its name."""
    if not isinstance(written, list):
        return ()
    sizes = [
        next((item[name] for name in _SIZES if name in item), None) if isinstance(item, dict) else item
        for item in written
    ]
    return tuple(Decimal(size) for size in sizes if isinstance(size, int | Decimal) and not isinstance(size, bool))
