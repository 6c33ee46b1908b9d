"""What the rules of an agreement come to at the time asked, worked out and never typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.agreements import Stage
from homeward.ledger.core.figures import in_digits
from homeward.ledger.queries.views import FigureView
from homeward.talks.core import naming, promised, rules, stages
from homeward.talks.core.monitoring import All, AtLeast, Not, Some, Term, Verdict, margin
from homeward.talks.core.quantities import Amount
from homeward.talks.core.sentences import Sentence, in_english, sentence
from homeward.talks.queries.counts import Counts
from homeward.talks.queries.stated import Said, Stated
from homeward.talks.queries.terms import days_of
from homeward.talks.queries.views import ObligationView, RuleView

MOST_DAYS = 62
_SHOWN = 10


@dataclass(slots=True)
class Ruling:
    """An agreement whose rules are worked out: its obligations as they stand, and the counts of the case."""

    stated: Stated
    counts: Counts
    obligations: Sequence[ObligationView]

    def amount(self, obligation: ObligationView) -> Amount | None:
        """How much of it came, at the stage at which it counts."""
        stage = next((each for each in obligation.stages if each.stage == obligation.counts_at), None)
        if stage is None or stage.delivered.lo is None:
            return None
        return Amount(stage.delivered.lo, stage.delivered.hi)


def rule_view(ruling: Ruling, said: Said) -> RuleView:
    """A rule in its words, and what it comes to."""
    view, content = said
    words = view.text
    interpreter = ruling.stated.whom(getattr(content, "interpreter", ()))
    if interpreter:
        words += f" (read by {', '.join(each.words for each in interpreter)})"
    told = comes_to(ruling, content, view.text)
    return RuleView(content.rule, content.rule_kind, words, in_english(told), view, told, interpreter)


def comes_to(ruling: Ruling, content: kinds.Rule, text: str) -> tuple[Sentence, ...]:
    """What a rule comes to, in words; a question where its words leave it open."""
    match content.rule_kind:
        case "extension":
            return (_extension(ruling, content, text),)
        case "ratio":
            return (_ratio(ruling, content, text),)
        case "lockstep":
            return _lockstep(ruling, content, text)
        case "reciprocity":
            return _reciprocity(ruling, content, text)
        case "outside":
            return (_outside(ruling),)
        case "list":
            return _lists(ruling)
        case "counting":
            return (_counting(ruling),)
        case _:
            return ()


def longer(
    ruling: Ruling, content: kinds.Rule, text: str
) -> tuple[timedelta, timedelta | None, Amount, rules.Extension] | None:
    """How much longer an extension makes it: for what was delivered of the obligation it names, else of the only one."""
    rule = rules.extension(content.per, content.adds, content.cap, text)
    for_which = of_extension(ruling, content, text)
    if rule is None or for_which is None:
        return None
    came = ruling.amount(for_which)
    if came is None:
        return None
    beyond = for_which.promised
    if rules.only_beyond(text) and beyond is not None and beyond.lo is not None:
        came = came.less(Amount(beyond.lo, beyond.hi))
    least, most = rule.comes_to(came)
    return least, most, came, rule


def of_extension(ruling: Ruling, content: kinds.Rule, text: str) -> ObligationView | None:
    """The obligation whose deliveries make it longer; where no words name it, the one owed neither by ratio nor by time."""
    those = _between(ruling, content, text)
    if len(those) > 1 and not getattr(content, "between", ()):
        those = [each for each in those if not each.ratio_words and each.promised and not each.promised.per]
    return those[0] if len(those) == 1 else None


def _extension(ruling: Ruling, content: kinds.Rule, text: str) -> Sentence:
    rule = rules.extension(content.per, content.adds, content.cap, text)
    if rule is None:
        words = "For how many it is made longer, and by how much, cannot be told from its words."
        return sentence("extension-unread", words)
    found = longer(ruling, content, text)
    if found is None:
        words = "For which deliveries it is made longer cannot be told: say of which obligation."
        return sentence("extension-of-what", words)
    least, most, came, _ = found
    of = None if getattr(content, "between", ()) else of_extension(ruling, content, text)
    told = f"{promised.amount_in_words(came)}{f' {of.object}' if of else ''} counted"
    told += " beyond what was promised" if rules.only_beyond(text) else ""
    told += f": {_days(least)}"
    told += "" if most == least else f" to {_days(most)}" if most is not None else " or more"
    told += " longer" + (f", at most {_days(rule.cap)}" if rule.cap is not None else "")
    code = "extension" if rule.cap is None else "extension-at-most"
    return sentence(code, told, came=came, longer=(least, most), cap=rule.cap)


def _between(ruling: Ruling, content: kinds.Rule, text: str) -> list[ObligationView]:
    """The obligations that a rule ties together: as told, else those whose words it has, else all there are."""
    told = getattr(content, "between", ())
    if told:
        by_id = {each.id: each for each in ruling.obligations}
        return [by_id[id] for id in told if id in by_id]
    those = [each for each in ruling.obligations if not each.inferred and each.promised is not None]
    words = set(naming.words_of(f"{text} {content.per}"))
    named = [each for each in those if each.object and set(naming.words_of(each.object)) <= words]
    # "For each ten hostages" speaks of the one obligation that is about hostages of whatever kind.
    near = [each for each in those if naming.shares_words(each.object, f"{text} {content.per}")]
    return named or (near if len(near) == 1 else those)


def _ratio(ruling: Ruling, content: kinds.Rule, text: str) -> Sentence:
    those = _pair(ruling, content, text)
    rates, _ = rules.ratios([content.per] if content.per else [])
    found = rates[0] if rates else rules.ratio_in_text(text)
    if found is None or len(those) != 2:
        words = "Which is held against which, and how many for how many, cannot be told from its words."
        return sentence("ratio-unread", words)
    many, few = those
    came, counted = ruling.amount(many), ruling.amount(few)
    if came is None or counted is None:
        return sentence("ratio-uncounted", f"{found.words}: nobody has counted both.", agreed=found.words)
    trace = {"many": [came], "few": [counted]}
    rule = AtLeast(Term.of("many", found.den), Term.of("few", found.num))
    verdict = margin(rule, trace).verdict
    told = f"{promised.amount_in_words(came)} for {promised.amount_in_words(counted)}, {found.words} was agreed"
    named = {"came": came, "counted": counted, "agreed": found.words}
    if verdict is Verdict.HOLDS:
        return sentence("ratio-holds", f"{told}: kept by these counts.", **named)
    if verdict is Verdict.FAILS:
        short = counted.times(Amount.exactly(found.each)).less(came)
        words = f"{told}: short {promised.amount_in_words(short)} by these counts."
        return sentence("ratio-short", words, short=short, **named)
    return sentence("ratio-open", f"{told}: cannot tell.", **named)


def _pair(ruling: Ruling, content: kinds.Rule, text: str) -> list[ObligationView]:
    """The two that a ratio holds against each other: as told or named, else the one that is owed by ratio and its other."""
    those = _between(ruling, content, text)
    tied: tuple[UUID, ...] = getattr(content, "between", ())
    if len(those) == 2 or tied:
        return those
    those = [each for each in ruling.obligations if not each.inferred and each.promised is not None]
    by_ratio = [each for each in those if each.ratio_words]
    if len(by_ratio) != 1:
        return those
    owing = {whom.words for whom in by_ratio[0].bearer}
    others = [
        each
        for each in those
        if each is not by_ratio[0]
        and each.promised
        and not each.promised.per
        and not owing & {w.words for w in each.bearer}
    ]
    return [by_ratio[0], *others] if len(others) == 1 else those


def _lockstep(ruling: Ruling, content: kinds.Rule, text: str) -> tuple[Sentence, ...]:
    those = _between(ruling, content, text)
    sides = [each for each in those if each.batches_done or each.batches]
    told = [
        said
        for number in range(1, max((len(each.batches) for each in sides), default=0) + 1)
        for said in _batch(sides, number)
    ]
    for each in those:
        if each not in sides and (came_of := ruling.amount(each)) is not None:
            words = f"{each.object}: {promised.amount_in_words(came_of)}"
            told.append(sentence("came", words, what=each.object, came=came_of))
    return tuple(told) or (sentence("lockstep-uncounted", "Nobody has counted what moved on either side."),)


def _batch(sides: Sequence[ObligationView], number: int) -> list[Sentence]:
    """One batch of every side beside the others: how far each is, and which of them has moved while another has not."""
    told, shares = [], []
    for each in sides:
        batch = next((done for done in each.batches_done if done.number == number), None)
        if batch is None:
            if number <= len(each.batches):
                size = each.batches[number - 1]
                words = f"batch {number}, {each.object}: nobody has counted of {in_digits(size)}"
                told.append(sentence("batch-uncounted", words, what=each.object, number=number, size=size))
            continue
        share = promised.shares_in_words(batch.share_lo, batch.share_hi)
        came = Amount(batch.delivered_lo, batch.delivered_hi)
        words = f"batch {number}, {each.object}: {promised.amount_in_words(came)} of {in_digits(batch.size)} ({share})"
        told.append(sentence("batch", words, what=each.object, came=came, number=number, size=batch.size))
        shares.append((each.object, Amount(batch.share_lo, batch.share_hi)))
    if all(share.hi == 0 for _, share in shares) and number > 1:
        return []
    ahead = tuple(name for name, share in shares if any(other.surely_below(share) for _, other in shares))
    if ahead:
        told.append(sentence("batch-ahead", f"ahead in batch {number}: {', '.join(ahead)}", who=ahead, number=number))
    return told


def _reciprocity(ruling: Ruling, content: kinds.Rule, text: str) -> tuple[Sentence, ...]:
    """Both directions of each day: whether the one moved where the other did."""
    those = _between(ruling, content, text)
    if len(those) != 2:
        words = "Which two flows it holds against each other cannot be told from its words: say which obligations."
        return (sentence("reciprocity-unread", words),)
    one, other = those
    days = sorted({day.on for each in those for day in each.days})[-MOST_DAYS:]
    if not days:
        return (sentence("reciprocity-uncounted", "Nobody has counted either day by day."),)
    trace = {"one": _by_day(one, days), "other": _by_day(other, days)}
    moved = {name: AtLeast(Term.of(name), Term(constant=Decimal(1))) for name in trace}
    both = All((Some((Not(moved["one"]), moved["other"])), Some((Not(moved["other"]), moved["one"]))))
    told = [_day_told(day, margin(both, trace, step).verdict) for step, day in enumerate(days)]
    names = {"one": one.object or one.action, "other": other.object or other.action}
    return (sentence("reciprocity", f"{names['one']} against {names['other']}.", **names), *told[-_SHOWN:])


def _day_told(day: str, verdict: Verdict) -> Sentence:
    code, words = {
        Verdict.HOLDS: ("day-both", "both moved or neither"),
        Verdict.FAILS: ("day-one", "one moved and the other did not"),
        Verdict.CANNOT_TELL: ("day-open", "cannot tell"),
    }[verdict]
    return sentence(code, f"{day}: {words}", day=date.fromisoformat(day))


def _by_day(obligation: ObligationView, days: list[str]) -> list[Amount | None]:
    found: list[Amount | None] = []
    for on in days:
        day = next((each for each in obligation.days if each.on == on), None)
        counts = [(lo, hi) for stage, lo, hi in day.stages if stage == obligation.counts_at] if day else []
        found.append(Amount(counts[0][0] or Decimal(0), counts[0][1]) if counts else None)
    return found


def _outside(ruling: Ruling) -> Sentence:
    told: dict[UUID, FigureView] = {}
    for figure in (
        *ruling.counts.stray_outside,
        *(f for each in ruling.obligations for f in _outside_of(ruling, each.id)),
    ):
        told[figure.statement_id] = figure
    if not told:
        return sentence("outside-none", "Nobody has said that anything came outside of it.")
    words = "; ".join(f"{figure.words} {figure.population.name}".strip() for figure in told.values())
    return sentence("outside", f"{words}: counts for nothing here.", figures=tuple(told.values()))


def _outside_of(ruling: Ruling, obligation: UUID) -> list[FigureView]:
    return ruling.counts.outside.get(obligation, [])


def _lists(ruling: Ruling) -> tuple[Sentence, ...]:
    """On which days a list was given, and how many each voice counted on it."""
    zone = ruling.stated.asked.case.zone
    by_day: dict[date, list[FigureView]] = {}
    for figure in ruling.counts.delivered:
        span = days_of(figure.asof, zone)
        if span is not None and figure.kind == "list" and stages.stage_of_measure(figure.measure) is Stage.LISTED:
            by_day.setdefault(span[0], []).append(figure)
    if not by_day:
        return (sentence("lists-none", "Nobody has said that a list was given."),)
    told = [sentence("lists", "Lists by day:")]
    for day in sorted(by_day)[-_SHOWN:]:
        listed = {f"{each.words} {each.population.name}": each for each in by_day[day]}
        words = f"{day.isoformat()}: {', '.join(listed)}"
        told.append(sentence("list-of", words, day=day, figures=tuple(listed.values())))
    return tuple(told)


def _counting(ruling: Ruling) -> Sentence:
    decided = sum(len(each.counting) for each in ruling.obligations)
    words = f"{decided} decisions on how something counts." if decided != 1 else "1 decision on how something counts."
    return sentence("decisions", words, count=decided)


def _days(length: timedelta) -> str:
    days = length / timedelta(days=1)
    return f"{days:g} day" if days == 1 else f"{days:g} days"
