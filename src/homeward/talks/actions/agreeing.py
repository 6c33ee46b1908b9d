"""Agreements, what they oblige to, and by which rules: as voices say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.agreements import DutyKind, Stage
from homeward.talks.actions.saying import Act, Done, Many, Saying, Voice
from homeward.talks.core import rules

RULE_KINDS = ("extension", "ratio", "outside", "lockstep", "reciprocity", "list", "counting")
MOST_PARTS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPhase:
    """A stage of an agreement as typed; `lasts` is a length of time: "4 days"."""

    key: str
    text: str = ""
    starts: str = ""
    ends: str = ""
    lasts: str = ""


@transaction.atomic
def enter_agreement(
    *,
    title: str,
    announced: str = "",
    planned_start: str = "",
    planned_end: str = "",
    actual_start: str = "",
    actual_end: str = "",
    deadline: str = "",
    deadline_text: str = "",
    phases: Sequence[SaidPhase] = (),
    parties: str = "",
    mediators: str = "",
    guarantors: str = "",
    supersedes: UUID | None = None,
    agreement: UUID | None = None,
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record what a voice says was agreed; with `agreement`, what holds of that one now. Announced when not said: when said."""
    saying = Saying("enter_agreement", **act)
    if agreement is not None:
        saying.agreement(agreement)
    if supersedes is not None:
        saying.agreement(supersedes, "supersedes")
    own = saying.minted(agreement, "agreement")
    times = {
        name: saying.when(typed, name)
        for name, typed in (
            ("announced", announced or voice.occurred or voice.said), ("planned_start", planned_start),
            ("planned_end", planned_end), ("actual_start", actual_start), ("actual_end", actual_end),
            ("deadline", deadline),
        )
    }  # fmt: skip
    saying.in_order(times["planned_start"], times["planned_end"], "planned_end")
    saying.in_order(times["actual_start"], times["actual_end"], "actual_end")
    if len(phases) > MOST_PARTS:
        saying.findings.fault("too-many", "phases", f"At most {MOST_PARTS}.")
    content = kinds.AgreementInFull(
        agreement=own,
        title=saying.words(title, "title", needed="Give it a title."),
        deadline_text=saying.words(deadline_text, "deadline_text"),
        phases=tuple(_phase(saying, each, f"phases.{number}") for number, each in enumerate(phases[:MOST_PARTS])),
        parties=saying.whom(parties, "parties"),
        mediators=saying.whom(mediators, "mediators"),
        guarantors=saying.whom(guarantors, "guarantors"),
        supersedes=supersedes,
        **times,
    )
    return saying.say(content, content.title, voice, about=own)


def _phase(saying: Saying, typed: SaidPhase, where: str) -> kinds.Phase:
    starts, ends = saying.when(typed.starts, f"{where}.starts"), saying.when(typed.ends, f"{where}.ends")
    saying.in_order(starts, ends, f"{where}.ends")
    lasts = saying.words(typed.lasts, f"{where}.lasts")
    if lasts and rules.span(lasts) is None:
        saying.findings.fault("length", f"{where}.lasts", f'"{lasts[:40]}" is no length of time. Write it as 4 days.')
    more = [
        f"{name}: {words}"
        for name, words in (("starts", typed.starts), ("ends", typed.ends), ("lasts", lasts))
        if words.strip()
    ]
    key = saying.words(typed.key, f"{where}.key", needed="Give it a short name.")
    return kinds.Phase(key=key, text=saying.words(typed.text, f"{where}.text"), more=tuple(more))


@transaction.atomic
def say_obligation(
    *,
    agreement: UUID,
    action: str,
    bearer: str,
    object: str = "",
    beneficiary: str = "",
    nature: str = "achievement",
    many: Many | None = None,
    unit: str = "",
    per: str = "",
    window: str = "",
    due: str = "",
    num: str = "",
    den: str = "",
    of: UUID | None = None,
    by_category: Sequence[str] = (),
    batches: Sequence[str] = (),
    counts_at: str = "",
    after: UUID | None = None,
    condition: str = "",
    compensation: str = "",
    clause: str = "",
    obligation: UUID | None = None,
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record what a voice says that one side owes another; with `obligation`, what holds of that one now.

    Of a ratio: `num` for each `den` of the obligation `of`, or `by_category` lines as "child: 30".
    """
    saying = Saying("say_obligation", **act)
    saying.agreement(agreement)
    own = saying.minted(obligation, "obligation")
    for name, id in (("obligation", obligation), ("of", of), ("after", after)):
        if id is not None:
            saying.obligation(id, name)
        if id is not None and id == own and name != "obligation":
            saying.findings.fault("itself", name, "Nothing is owed for itself, and nothing comes before itself.")
    quantity = None if many is None or many.empty else saying.many(many, unit=unit)
    content = kinds.ObligationInFull(
        obligation=own,
        agreement=agreement,
        action=saying.words(action, "action", needed="Say what is to be done."),
        bearer=saying.whom(bearer, "bearer", needed="Name who owes it."),
        beneficiary=saying.whom(beneficiary, "beneficiary"),
        object=saying.words(object, "object"),
        nature=writing.among(DutyKind, nature, "nature", saying.findings) or DutyKind.ACHIEVEMENT,
        unit=saying.words(unit, "unit"),
        per=_per(saying, per),
        window=saying.when(window, "window"),
        due=saying.when(due, "due"),
        counts_at=writing.among(Stage, counts_at, "counts_at", saying.findings) if counts_at else None,
        after=after,
        condition=saying.words(condition, "condition"),
        compensation=saying.words(compensation, "compensation"),
        clause=saying.words(clause, "clause"),
        of=of,
        **_ratio(saying, num, den, by_category),
        batches=_batches(saying, batches),
        **_amount(quantity),
    )
    _look_over(saying, content)
    text = f"{content.action}: {content.object}" if content.object else content.action
    return saying.say(content, text, voice, about=own)


def _per(saying: Saying, typed: str) -> str:
    words = saying.words(typed, "per")
    if words and rules.days_in(words) is None:
        saying.findings.fault("per", "per", f'"{words[:40]}" is no stretch of time. Write it as day, week or 24 hours.')
    return words


def _amount(quantity: Any) -> dict[str, Any]:
    if quantity is None:
        return {}
    numbers = {name: getattr(quantity, name) for name in ("stated_lo", "stated_hi", "lo", "hi")}
    return {
        "op": quantity.op.value,
        **{name: None if value is None else Decimal(value) for name, value in numbers.items()},
    }


def _ratio(saying: Saying, num: str, den: str, by_category: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if num.strip() or den.strip():
        found = {"num": saying.positive(num, "num"), "den": saying.positive(den or "1", "den")}
    lines = tuple(line for each in by_category if (line := saying.words(each, "by_category")))
    read, unread = rules.ratios(lines)
    for line in unread:
        saying.findings.fault("ratio", "by_category", f'"{line[:40]}" is no ratio above nought. Write it as child: 30.')
    if len({each.category for each in read}) < len(read):
        saying.findings.fault("twice", "by_category", "A category stands here twice.")
    return {**found, "ratio": lines}


def _batches(saying: Saying, typed: Sequence[str]) -> tuple[Decimal, ...]:
    if len(typed) > MOST_PARTS:
        saying.findings.fault("too-many", "batches", f"At most {MOST_PARTS}.")
    sizes = [saying.positive(each, f"batches.{number}") for number, each in enumerate(typed[:MOST_PARTS])]
    return tuple(size for size in sizes if size is not None)


def _look_over(saying: Saying, content: kinds.ObligationInFull) -> None:
    """What stops nothing but should be looked at."""
    if content.batches and content.lo is not None and sum(content.batches) != content.lo:
        saying.findings.doubt("batches", "batches", "The batches do not come to the whole.")
    if content.per and content.window is None:
        agreement = saying.known.agreements[content.agreement][1]
        if not (agreement.actual_start or agreement.planned_start or agreement.announced):
            saying.findings.doubt("no-start", "per", "From when on it is owed is not known: give its time.")
    if content.window and content.window.start is None and content.window.until is None:
        saying.findings.fault("window", "window", "Give its first and last day, as 24 Nov 2023 to 28 Nov 2023.")


@transaction.atomic
def say_rule(
    *,
    agreement: UUID,
    kind: str,
    text: str,
    per: str = "",
    adds: str = "",
    cap: str = "",
    between: Sequence[UUID] = (),
    interpreter: str = "",
    rule: UUID | None = None,
    voice: Voice,
    **act: Unpack[Act],
) -> Done:
    """Record a rule of an agreement as a voice gives it, between which obligations, and who may decide how it is read."""
    saying = Saying("say_rule", **act)
    saying.agreement(agreement)
    if kind not in RULE_KINDS:
        saying.findings.fault("unknown-word", "kind", f'"{kind[:40]}" is not one of {", ".join(RULE_KINDS)}.')
    for number, each in enumerate(between):
        saying.obligation(each, f"between.{number}")
    words = saying.words(text, "text", needed="Write the rule in the words used.")
    own = saying.minted(rule, "rule")
    content = kinds.RuleInFull(
        rule=own,
        agreement=agreement,
        rule_kind=kind,
        per=saying.words(per, "per"),
        adds=saying.words(adds, "adds"),
        cap=saying.words(cap, "cap"),
        between=tuple(between),
        interpreter=saying.whom(interpreter, "interpreter"),
    )
    if kind == "extension" and rules.extension(per, adds, cap, words) is None:
        saying.findings.fault("extension", "per", "Say for how many (per) how much longer it lasts (adds): 10, 1 day.")
    if kind == "ratio" and per and not rules.ratios([per])[0]:
        saying.findings.fault("ratio", "per", "Give the ratio as 3 for 1; nothing is owed for nought.")
    return saying.say(content, words, voice, about=own)
