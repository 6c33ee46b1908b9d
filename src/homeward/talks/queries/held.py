"""Visits to people who are held and proofs of life, as of and as known at the time asked, of what the reader may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from homeward.ledger.core import kinds
from homeward.ledger.core.entry import Entry
from homeward.ledger.models import Statement
from homeward.ledger.queries import sources as source_queries
from homeward.ledger.queries.personal import opened_each
from homeward.ledger.queries.views import Asked, SourceView, StatementView
from homeward.people import queries as register
from homeward.seals import strict
from homeward.talks.core.silence import days_since
from homeward.talks.queries.channels import whom
from homeward.talks.queries.held_views import (
    AccountView,
    AnswerView,
    LookedView,
    ProofsView,
    ProofView,
    SilenceView,
    TiedView,
    VisitView,
)
from homeward.talks.queries.stated import Stated, stated
from homeward.talks.queries.views import Whom
from homeward.talks.records.spoken import ANSWERED, ASKED, CHANNEL, VERIFIED, VISIT, by_subject, spoken

RULES = ("all_detainees", "all_premises", "private_interview", "repeat_visits", "registration")
"""The five rules of a visit, in the order in which they are shown."""
GONE = frozenset({"corrected", "superseded"})
Opened = dict[UUID, dict[str, str | None]]


def visits(asked: Asked, *, obligation: UUID | None = None) -> tuple[VisitView, ...]:
    """Every visit that somebody told of, the latest first; of one obligation when it is named."""
    words = _standing(asked, VISIT)
    named = source_queries.sources(
        asked,
        {n.source for each in words for n in (*each.content.visitors, *each.content.holder) if n.source},
    )
    known = stated(asked) if any(each.content.agreement for each in words) else None
    found = [_visit(id, told, known, named) for id, told in by_subject(words, "visit").items()]
    kept = [each for each in found if obligation is None or (each.obligation and each.obligation.id == obligation)]
    return tuple(sorted(kept, key=lambda each: (_began(each), str(each.id)), reverse=True))


def proofs(asked: Asked, *, person: UUID | None = None) -> ProofsView:
    """Every question for a sign of life, open ones first, the longest open before the others; of one person when named."""
    words = [each for each in _standing(asked, ASKED, ANSWERED, VERIFIED) if person in (None, each.content.person)]
    asks = [each for each in words if each.kind == ASKED]
    people = list(dict.fromkeys(each.content.person for each in asks))
    names = {line.id: line.names for line in register.people_of(asked, people)}
    channels = {each.content.channel: each.content.name for each in spoken(asked, CHANNEL)}
    named = source_queries.sources(asked, {each.content.holder for each in asks})
    plain, recorders = _opened(words)
    answers = _answers(words, plain, recorders)
    found = [
        ProofView(
            id=each.content.proof,
            person=each.content.person,
            names=names.get(each.content.person, ()),
            question=plain[each.id].get("question"),
            holder=whom(each.content.holder, named),
            channel=each.content.channel if each.content.channel in channels else None,
            channel_name=channels.get(each.content.channel, ""),
            asked=each.occurred,
            only_they_know=each.content.only_they_know,
            before_any_offer=each.content.before_any_offer,
            answers=tuple(answers.get(each.content.proof, ())),
            statement=each,
        )
        for each in asks
    ]
    found.sort(key=lambda each: (not each.open, _asked_at(each), str(each.id)))
    return ProofsView(tuple(found), tuple(_silence(asked, one, found) for one in people))


def _standing(asked: Asked, *wanted: str) -> list[StatementView]:
    """What stands of these kinds; what had not happened by the time asked is left out, though it was said before."""
    return [
        each
        for each in spoken(asked, *wanted)
        if each.standing not in GONE and (each.occurred is None or each.occurred.concerns(asked.as_of))
    ]


def _visit(id: UUID, told: list[StatementView], known: Stated | None, named: dict[UUID, SourceView]) -> VisitView:
    owed = next((each.content.obligation for each in reversed(told) if each.content.obligation), None)
    under = next((each.content.agreement for each in reversed(told) if each.content.agreement), None)
    return VisitView(
        id=id,
        accounts=tuple(
            AccountView(
                begins=each.content.begins,
                ends=each.content.ends,
                place=each.content.place,
                population=each.content.population,
                visitors=_whom(each.content.visitors, named),
                holder=_whom(each.content.holder, named),
                rules={rule: getattr(each.content, rule) for rule in RULES},
                statement=each,
            )
            for each in told
        ),
        obligation=_tied(owed, known, "obligations"),
        agreement=_tied(under, known, "agreements"),
    )


def _tied(id: UUID | None, known: Stated | None, things: str) -> TiedView | None:
    """What a visit is tied to, if the reader may see it."""
    if id is None or known is None or id not in getattr(known, things):
        return None
    view, content = getattr(known, things)[id]
    words = getattr(content, "title", "") or getattr(content, "object", "") or getattr(content, "action", "")
    return TiedView(id, view.ref, words)


def _whom(listed: Iterable[kinds.Named], named: dict[UUID, SourceView]) -> tuple[Whom, ...]:
    return tuple(whom(each.source, named, each.words) if each.source else Whom(each.words) for each in listed)


def _opened(words: list[StatementView]) -> tuple[Opened, dict[UUID, UUID]]:
    """The sealed values of these statements in plain, and whose entry each is."""
    rows = Statement.objects.filter(id__in=[each.id for each in words]).values_list("entry", flat=True)
    entries = [Entry.from_json(strict.loads(entry.encode())) for entry in rows]
    return opened_each(entries), {entry.id: entry.by for entry in entries}


def _answers(words: list[StatementView], plain: Opened, recorders: dict[UUID, UUID]) -> dict[UUID, list[AnswerView]]:
    """The answers to each question in the order in which they came, each with who looked at it."""
    looked: dict[UUID, list[LookedView]] = defaultdict(list)
    told = {each.id: each for each in words if each.kind == ANSWERED}
    for each in sorted((each for each in words if each.kind == VERIFIED), key=_done_at):
        answer = each.content.answer
        looked[answer].append(
            LookedView(
                found=each.content.found,
                reason=plain[each.id].get("reason"),
                by=each.recorded_by,
                own=recorders.get(answer) == recorders[each.id],
                statement=each,
            )
        )
    found: dict[UUID, list[AnswerView]] = defaultdict(list)
    for each in sorted(told.values(), key=_done_at):
        found[each.content.proof].append(
            AnswerView(
                medium=each.content.medium,
                answer=plain[each.id].get("answer"),
                words=plain[each.id].get("words", ""),
                received=each.occurred,
                looked=tuple(looked.get(each.id, ())),
                statement=each,
            )
        )
    return found


def _silence(asked: Asked, person: UUID, found: list[ProofView]) -> SilenceView:
    theirs = [each for each in found if each.person == person]
    came = [
        (answer.received, answer.statement.ref)
        for each in theirs
        for answer in each.answers
        if answer.verified and answer.received is not None
    ]
    if not came:
        return SilenceView(person, theirs[0].names, None, "", None, None)
    last, ref = max(came, key=lambda each: (_number(each[0].until), _number(each[0].start)))
    least, most = days_since(last, asked.as_of)
    return SilenceView(person, theirs[0].names, last, ref, least, most)


def _began(view: VisitView) -> float:
    return max(_number(each.begins.start or each.begins.until) for each in view.accounts)


def _asked_at(view: ProofView) -> float:
    return _number(view.asked.start if view.asked else None)


def _done_at(view: StatementView) -> tuple[float, float]:
    return (_number(view.occurred.start if view.occurred else None), view.recorded_at.timestamp())


def _number(moment: datetime | None) -> float:
    return moment.timestamp() if moment is not None else float("-inf")
