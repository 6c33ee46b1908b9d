"""Visits and proofs of life for people at a terminal; each word stands with who said it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from homeward.cli.text.letters import apart
from homeward.cli.text.paper import Paper
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval, in_words
from homeward.talks.queries import ProofsView, ProofView, SilenceView, VisitView
from homeward.talks.queries.held_views import AccountView, AnswerView

AT = 22
CLOSED = "closed: the key is gone"
RULES: Mapping[str, str] = {
    "all_detainees": "all places and people",
    "all_premises": "all premises",
    "private_interview": "private interview",
    "repeat_visits": "repeat visits",
    "registration": "a list or own one",
}


def visits_page(paper: Paper, views: Sequence[VisitView], zone: ZoneInfo) -> None:
    """Every visit, and under it what each voice says of the five rules, apart."""
    if not views:
        paper.line("No visit is recorded: homeward talks say-visit BEGINS.")
    for each in views:
        first = each.accounts[0]
        paper.heading(f"{in_words(first.begins, zone)}: {apart(first.place or first.population)}")
        paper.faint(f"visit {each.id}")
        for label, tied in (("owed by", each.obligation), ("under", each.agreement)):
            if tied is not None:
                paper.row(label, f"{apart(tied.words)} ({tied.ref})", at=AT)
        for account in each.accounts:
            _account(paper, account, zone)


def proofs_page(paper: Paper, view: ProofsView, zone: ZoneInfo) -> None:
    """Days without a sign of life, then every question, open ones first."""
    if not view.proofs:
        paper.line("No question for a sign of life is recorded: homeward talks ask-proof QUESTION.")
    for silence in view.silences:
        paper.row(_who(silence.names, str(silence.person)), silence_words(silence, zone), at=AT)
    for proof in view.proofs:
        _proof(paper, proof, zone)


def silence_words(view: SilenceView, zone: ZoneInfo) -> str:
    """How long ago the last verified answer came; where none came, that, and no number."""
    if view.last is None:
        return "no answer that was verified"
    days = {str(each) for each in (view.least, view.most) if each is not None}
    many = f"{view.least} to {view.most}" if len(days) == 2 else next(iter(days), "")
    passed = f"{many} day{'' if many == '1' else 's'} since" if many else "since"
    return f"{passed} the last verified answer came: {in_words(view.last, zone)} ({view.ref})"


def _account(paper: Paper, view: AccountView, zone: ZoneInfo) -> None:
    until = f" to {in_words(view.ends, zone)}" if view.ends else ""
    paper.row(f"by {_voice(view.statement)}", f"“{apart(view.statement.text)}” ({view.statement.ref})", at=AT)
    paper.row("when", in_words(view.begins, zone) + until, indent=2, at=AT)
    for label, words in (
        ("where", view.place),
        ("who is held", view.population),
        ("who visited", ", ".join(each.words for each in view.visitors)),
        ("who holds", ", ".join(each.words for each in view.holder)),
    ):
        if words:
            paper.row(label, apart(words), indent=2, at=AT)
    for rule, told in view.rules.items():
        paper.row(RULES[rule], told.value.replace("_", " "), indent=2, at=AT)


def _proof(paper: Paper, view: ProofView, zone: ZoneInfo) -> None:
    state = "open" if view.open else "answered and verified"
    paper.heading(f"{_who(view.names, str(view.person))}: {state} ({view.statement.ref})")
    paper.faint(f"proof {view.id}; person {view.person}")
    paper.row("question", _sealed(view.question), at=AT)
    through = f" through {apart(view.channel_name)}" if view.channel_name else ""
    paper.row("asked", f"{_when(view.asked, zone)} of {apart(view.holder.words)}{through}", at=AT)
    paper.row("only they know", view.only_they_know.value.replace("_", " "), at=AT)
    paper.row("before any offer", view.before_any_offer.value.replace("_", " "), at=AT)
    for each in view.answers:
        _answer(paper, each, zone)
    if not view.answers:
        paper.row("answer", "none has come", at=AT)


def _answer(paper: Paper, view: AnswerView, zone: ZoneInfo) -> None:
    paper.row("answer", f"{_sealed(view.answer)} ({view.statement.ref})", at=AT)
    paper.faint(f"{view.medium.value}, came {_when(view.received, zone)} by {_voice(view.statement)}", indent=AT)
    for each in view.looked:
        own = ", who recorded it" if each.own else ""
        paper.row(
            each.found.value.replace("_", " "),
            f"by {apart(each.by)}{own}, {_when(each.statement.occurred, zone)}: {_sealed(each.reason)}",
            indent=2,
            at=AT,
        )
    if not view.looked:
        paper.row("looked at", "by nobody", indent=2, at=AT)


def _sealed(words: str | None) -> str:
    return CLOSED if words is None else f"“{apart(words)}”"


def _who(names: Sequence[str], person: str) -> str:
    return apart(" / ".join(names)) or person


def _when(when: Interval | None, zone: ZoneInfo) -> str:
    return in_words(when, zone) if when is not None else "nobody has said when"


def _voice(view: StatementView) -> str:
    return apart(view.speaker.name) if view.speaker else "nobody named"
