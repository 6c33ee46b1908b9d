"""Agreements are told by command: what was agreed, what it obliges to, its rules and turns, what came, what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from homeward.cli.asking import Answer, Case, Form, Into, Once, Room, Who
from homeward.cli.at_talks import (
    Agreement,
    Change,
    For,
    Happened,
    Hi,
    Lo,
    Modality,
    Named,
    Names,
    Obligation,
    Op,
    Other,
    Said,
    Speaker,
    Text,
    Time,
    Via,
    Voice,
    Words,
    say_at_case,
)

if TYPE_CHECKING:  # needs Django up
    from homeward.talks.actions import Done


def agreement(
    title: Annotated[str, typer.Argument(metavar="TITLE", help="What it is called.")],
    case: Case, speaker: Speaker, said: Said, announced: Time = "", planned_start: Time = "", planned_end: Time = "",
    actual_start: Time = "", actual_end: Time = "", deadline: Time = "", parties: Named = "", mediators: Named = "",
    guarantors: Named = "", change: Change = "", party: For = "", when: Happened = "", modality: Modality = "asserted",
    words: Words = "", via: Via = None, compartment: Room = "", into: Into = "", once: Once = None, who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record what a voice says was agreed, by whom and for how long."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.enter_agreement(  # type: ignore[no-any-return]
            title=title, announced=announced, planned_start=planned_start, planned_end=planned_end,
            actual_start=actual_start, actual_end=actual_end, deadline=deadline, parties=parties, mediators=mediators,
            guarantors=guarantors, agreement=named.agreement(change) if change else None, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, when, modality, words, via))


def obligation(
    agreement: Agreement, case: Case, speaker: Speaker, said: Said,
    action: Annotated[str, typer.Option("--action", metavar="WORDS", help="What is to be done: release.")],
    bearer: Annotated[str, typer.Option("--bearer", metavar="NAMES", help="Who owes it.")],
    object: Annotated[str, typer.Option("--object", metavar="WORDS", help="Of whom or what.")] = "",
    beneficiary: Named = "",
    nature: Annotated[str, typer.Option("--nature", help="achievement, maintenance or punctual.")] = "achievement",
    op: Op = "eq", lo: Lo = "", hi: Hi = "", unit: Text = "",
    per: Annotated[str, typer.Option("--per", metavar="TIME", help="For each day, week or 24 hours.")] = "",
    window: Time = "", due: Time = "",
    ratio: Annotated[str, typer.Option("--ratio", metavar="N:M", help="So many for so many of --of: 3:1.")] = "",
    of: Other = "",
    category: Annotated[
        list[str] | None, typer.Option("--category", metavar="WORD=N", help="So many for each: child=30.")
    ] = None,
    batch: Annotated[list[str] | None, typer.Option("--batch", metavar="N", help="A batch; once for each.")] = None,
    counts_at: Annotated[str, typer.Option("--counts-at", metavar="STAGE", help="At which stage it counts.")] = "",
    after: Other = "", condition: Text = "", compensation: Text = "", clause: Text = "", change: Change = "",
    party: For = "", modality: Modality = "promised", words: Words = "", via: Via = None, compartment: Room = "",
    into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record what a voice says that one side owes another under an agreement."""
    num, _, den = ratio.partition(":")

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_obligation(  # type: ignore[no-any-return]
            agreement=named.agreement(agreement), action=action, bearer=bearer, object=object, beneficiary=beneficiary,
            nature=nature, many=actions.Many(op=op, lo=lo, hi=hi), unit=unit, per=per, window=window, due=due,
            num=num, den=den, of=named.obligation(of) if of else None,
            by_category=[each.replace("=", ": ") for each in category or ()], batches=batch or (), counts_at=counts_at,
            after=named.obligation(after) if after else None, condition=condition, compensation=compensation,
            clause=clause, obligation=named.obligation(change) if change else None, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


def rule(
    agreement: Agreement, kind: Annotated[str, typer.Argument(metavar="KIND", help="extension, ratio, lockstep, ...")],
    text: Annotated[str, typer.Argument(metavar="WORDS", help="The rule in the words used.")], case: Case,
    speaker: Speaker, said: Said,
    per: Annotated[str, typer.Option("--per", metavar="N", help="For each so many; or the ratio, 3 for 1.")] = "",
    adds: Annotated[str, typer.Option("--adds", metavar="TIME", help="How much longer it lasts: 1 day.")] = "",
    cap: Annotated[str, typer.Option("--cap", metavar="TIME", help="At most: 10 days.")] = "",
    between: Annotated[
        list[str] | None, typer.Option("--between", metavar="OBLIGATION", help="Which it ties; once for each.")
    ] = None,
    interpreter: Named = "", party: For = "", modality: Modality = "reported", words: Words = "", via: Via = None,
    compartment: Room = "", into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record a rule of an agreement, between which obligations, and who may decide how it is read."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_rule(  # type: ignore[no-any-return]
            agreement=named.agreement(agreement), kind=kind, text=text, per=per, adds=adds, cap=cap,
            between=[named.obligation(each) for each in between or ()], interpreter=interpreter, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


def turn(
    agreement: Agreement,
    turn: Annotated[str, typer.Argument(metavar="TURN", help="agreed, extended, suspended, resumed, ended, waived.")],
    case: Case, speaker: Speaker, said: Said, until: Time = "", obligation: Other = "", of: Named = "",
    party: For = "", when: Happened = "", modality: Modality = "asserted", words: Words = "", via: Via = None,
    compartment: Room = "", into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record that a side announces a turn: each side's word is a statement of its own."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_turn(  # type: ignore[no-any-return]
            agreement=named.agreement(agreement), turn=turn, until=until, of=of,
            obligation=named.obligation(obligation) if obligation else None, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, when, modality, words, via))


def power(
    agreement: Agreement,
    power: Annotated[str, typer.Argument(metavar="POWER", help="extend, suspend, resume, end, waive, inspect, count.")],
    holder: Annotated[str, typer.Argument(metavar="NAMES", help="Who may.")],
    case: Case, speaker: Speaker, said: Said, condition: Text = "", manner: Text = "", until: Time = "",
    party: For = "", modality: Modality = "reported", words: Words = "", via: Via = None, compartment: Room = "",
    into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record who may do what under an agreement, on what condition, in what manner and until when."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_power(  # type: ignore[no-any-return]
            agreement=named.agreement(agreement), power=power, holder=holder, condition=condition, form=manner,
            until=until, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


def delivery(
    obligation: Obligation,
    stage: Annotated[str, typer.Argument(metavar="STAGE", help="offered, listed, cleared, dispatched, inspected, ...")],
    case: Case, speaker: Speaker, said: Said, lo: Lo, op: Op = "eq", hi: Hi = "", unit: Text = "",
    so_far: Annotated[bool, typer.Option("--so-far", help="All up to then, not only what came then.")] = False,
    category: Text = "", where: Text = "",
    statement: Annotated[
        str, typer.Option("--statement", metavar="REF", help="What was said already: s5, or its figure s5#1.")
    ] = "",
    party: For = "", when: Happened = "", modality: Modality = "asserted", words: Words = "", via: Via = None,
    compartment: Room = "", into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record that so much of an obligation reached a stage."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_delivery(  # type: ignore[no-any-return]
            obligation=named.obligation(obligation), stage=stage, many=actions.Many(op=op, lo=lo, hi=hi), so_far=so_far,
            unit=unit, category=category, where=where, statement=statement, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, when, modality, words, via))


def counting(
    statement: Annotated[str, typer.Argument(metavar="REF", help="A delivery, or the figure of a statement: s5#1.")],
    case: Case, speaker: Speaker, said: Said,
    obligation: Annotated[
        str, typer.Option("--obligation", metavar="OBLIGATION", help="For which it counts. Default: for none.")
    ] = "",
    on: Time = "", decided_by: Named = "", party: For = "", modality: Modality = "asserted", words: Words = "",
    via: Via = None, compartment: Room = "", into: Into = "", once: Once = None, who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record who decided for which obligation and which day something counts."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_counting(  # type: ignore[no-any-return]
            statement=statement, obligation=named.obligation(obligation) if obligation else None, on=on,
            decided_by=decided_by, voice=voice, **shared,
        )  # fmt: skip

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


def unkept(
    obligation: Obligation, case: Case, speaker: Speaker, said: Said, by: Named = "", against: Named = "",
    party: For = "", modality: Modality = "alleged", words: Words = "", via: Via = None, compartment: Room = "",
    into: Into = "", once: Once = None, who: Who = None, form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record that a voice says an obligation was not kept, and by whom."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.say_breach(  # type: ignore[no-any-return]
            obligation=named.obligation(obligation), claimant=by, against=against, voice=voice, **shared
        )

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


def answered(
    complaint: Annotated[UUID, typer.Argument(metavar="ID", help="As `unkept` gave it.")],
    answer: Annotated[str, typer.Argument(metavar="ANSWER", help="denied, answered or settled.")],
    case: Case, speaker: Speaker, said: Said, by: Named = "", party: For = "", modality: Modality = "asserted",
    words: Words = "", via: Via = None, compartment: Room = "", into: Into = "", once: Once = None, who: Who = None,
    form: Answer = Form.TEXT,
) -> None:  # fmt: skip
    """Record what was said to that: denied, answered, or settled by whom."""

    def act(actions: Any, named: Names, voice: Any, shared: dict[str, Any]) -> Done:
        return actions.answer_breach(  # type: ignore[no-any-return]
            claim=complaint, answer=answer, answered_by=by, voice=voice, **shared
        )

    say_at_case(act, case, compartment, into, once, who, form, Voice(speaker, party, said, "", modality, words, via))


_SAID = '--case bridge --speaker "The mediator" --said "24 Nov 2025"'
COMMANDS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("say-agreement", agreement, f'homeward talks say-agreement "The four days" {_SAID} --planned-end "28 Nov 2025"'),
    (
        "say-obligation",
        obligation,
        f"homeward talks say-obligation truce {_SAID} --action release --bearer N --object travellers --lo 50",
    ),
    (
        "say-rule",
        rule,
        f'homeward talks say-rule truce extension "A day for each ten" {_SAID} --per 10 --adds "1 day" --cap "5 days"',
    ),
    ("say-turn", turn, f'homeward talks say-turn truce extended {_SAID} --until "30 Nov 2025"'),
    ("say-power", power, f"homeward talks say-power truce extend N/S {_SAID}"),
    ("say-delivery", delivery, f'homeward talks say-delivery w2k4mxt handed_over {_SAID} --lo 13 --when "24 Nov 2025"'),
    (
        "say-counting",
        counting,
        f'homeward talks say-counting w9d3nkc {_SAID} --obligation w2k4mxt --on "25 Nov 2025"',
    ),
    ("say-unkept", unkept, f"homeward talks say-unkept w2k4mxt {_SAID} --by S --against N"),
    ("answer-unkept", answered, f"homeward talks answer-unkept ID denied {_SAID} --by N"),
)
