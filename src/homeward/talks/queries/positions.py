"""Where each party stands on each topic, over time, and what changed from one word to the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from homeward.ledger.queries.views import Asked, SourceView, StatementView
from homeward.talks.core.positions import Stand, changed, standing
from homeward.talks.queries.channel_views import AboutView, LineView, PositionView, TopicView
from homeward.talks.queries.channels import names_of, whom
from homeward.talks.records.spoken import CHANNEL, POSITION, by_subject, spoken

CONDITION, OBLIGATION = "said.condition", "said.obligation"


def positions(asked: Asked, *, channel: UUID | None = None) -> tuple[TopicView, ...]:
    """Every topic on which a party said where it stands, by name, with each party's own positions in their order."""
    words = spoken(asked, POSITION, CHANNEL, CONDITION, OBLIGATION)
    every = [each for each in words if each.kind == POSITION and channel in (None, each.content.channel)]
    named = names_of(asked, every)
    around = _Around(words)
    topics: dict[str, list[StatementView]] = defaultdict(list)
    for each in every:
        topics[each.content.topic.casefold()].append(each)
    return tuple(
        TopicView(
            topic=topics[topic][-1].content.topic,
            lines=tuple(
                LineView(whom(party, named), _line(line, named, around))
                for party, line in by_subject(topics[topic], "party").items()
            ),
        )
        for topic in sorted(topics)
    )


class _Around:
    """What positions refer to: channels by name, conditions and obligations by their statements, positions by short name."""

    def __init__(self, words: Sequence[StatementView]) -> None:
        self.refs = {each.id: each.ref for each in words if each.kind == POSITION}
        self.channels = {each.content.channel: each.content.name for each in words if each.kind == CHANNEL}
        self.conditions = {each.content.condition: each for each in words if each.kind == CONDITION}
        self.obligations = {each.content.obligation: each for each in words if each.kind == OBLIGATION}

    def about(self, view: StatementView) -> tuple[AboutView, ...]:
        found = []
        for what, known in (("condition", self.conditions), ("obligation", self.obligations)):
            id = getattr(view.content, what)
            told = known.get(id) if id else None
            if told is not None:
                found.append(AboutView(what, id, told.ref, told.text))
        return tuple(found)


def _line(line: Sequence[StatementView], named: Mapping[UUID, SourceView], around: _Around) -> tuple[PositionView, ...]:
    stands = set(standing([each.id for each in line], {each.id: each.content.supersedes for each in line}))
    by_id = {each.id: each for each in line}
    found = []
    for number, each in enumerate(line):
        said_to_replace = by_id.get(each.content.supersedes)
        before = said_to_replace or (line[number - 1] if number else None)
        found.append(
            PositionView(
                id=each.id,
                ref=each.ref,
                party=whom(each.content.party, dict(named)),
                topic=each.content.topic,
                stance=each.content.stance,
                firmness=each.content.firmness,
                about=around.about(each),
                channel=each.content.channel if each.content.channel in around.channels else None,
                channel_name=around.channels.get(each.content.channel, ""),
                meeting=each.content.meeting,
                replaces=around.refs.get(each.content.supersedes, ""),
                stands=each.id in stands,
                changes=changed(_stand(before), _stand(each)) if before else (),
                before=before.ref if before else "",
                statement=each,
            )
        )
    return tuple(found)


def _stand(view: StatementView) -> Stand:
    content = view.content
    return Stand(content.stance, content.firmness, content.condition or content.obligation, view.text)
