"""A case with two sides who talk through others, and the short ways in which tests tell of channels, meetings and positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from homeward.access import actions as access
from homeward.access.models import Actor, Compartment
from homeward.ledger import queries as ledger_queries
from homeward.ledger.queries.views import Asked, CaseView
from homeward.talks import actions, queries
from homeward.talks.actions import Done, Telling
from homeward.talks.queries import ChannelView, MeetingView, TopicView
from tests.cast import Desk, case_of

SLUG = "crossing-test"
PARTIES = ("Northland", "Southland")


def voice(speaker: str = "An envoy of Westland", said: str = "4 Jan 2026", **more: Any) -> Telling:
    return Telling(speaker=speaker, said=said, **more)


@dataclass
class Table:
    """One channel of one case, worked at by the operator or whoever is named."""

    desk: Desk
    channel: UUID
    slug: str = SLUG

    @classmethod
    def of(cls, desk: Desk, **parts: Any) -> Table:
        """A channel called the Westland channel, in a case that is opened for it unless it is there."""
        with desk.acting():
            if SLUG not in [case.slug for case in ledger_queries.cases.cases()]:
                desk.load(case_of({}, **parts))
        table = cls(desk, UUID(int=0))
        table.channel = table.opens("The Westland channel")
        return table

    def case(self) -> CaseView:
        return ledger_queries.cases.case(self.slug)

    def asked(self, as_of: str = "", known_at: str = "", clock: str = "recorded") -> Asked:
        return self.desk.ask(self.slug, as_of, known_at, clock)

    def does(self, action: Any, by: Actor | None = None, **what: Any) -> Done:
        """Any act of the talks."""
        what.setdefault("once", uuid4())
        with self.desk.acting(by) as actor:
            return action(case=self.case(), by=actor, at=self.desk.now, **what)  # type: ignore[no-any-return]

    def opens(self, name: str, **more: Any) -> UUID:
        """A channel between Northland and Southland, of which a few things are told otherwise than usual."""
        told = {"parties": PARTIES, "mediators": ("Westland",), "medium": "indirect", **more}
        about = self.does(actions.open_channel, name=name, **told).about
        assert about
        return about

    def meets(self, **more: Any) -> UUID:
        """A meeting of 3 January in the channel, told of by an envoy."""
        told = {"channel": self.channel, "begins": "3 Jan 2026 10:00", "ends": "3 Jan 2026 12:00", "voice": voice()}
        about = self.does(actions.enter_meeting, **{**told, **more}).about
        assert about
        return about

    def tells(self, meeting: UUID, side: str, words: str, said: str = "4 Jan 2026", **more: Any) -> Done:
        """What one side says of a meeting."""
        spoken = Telling(said=said, words=words)
        return self.does(actions.say_readout, **{"meeting": meeting, "side": side, "voice": spoken, **more})

    def stands(self, party: str, stance: str, words: str, said: str = "4 Jan 2026", **more: Any) -> Done:
        """Where a party stands on the prisoners."""
        spoken = Telling(said=said, words=words)
        told = {"party": party, "topic": "Prisoners", "stance": stance, "voice": spoken}
        return self.does(actions.say_position, **{**told, **more})

    def narrower(self, slug: str = "quiet") -> Compartment:
        """A compartment of its own, which the operator alone may see."""
        with self.desk.acting() as operator:
            return access.make_compartment(slug=slug, name="The quiet room", by=operator, at=self.desk.now)

    def channels(self, by: Actor | None = None, **asked: str) -> tuple[ChannelView, ...]:
        with self.desk.acting(by):
            return queries.channels(self.asked(**asked))

    def meetings(self, by: Actor | None = None, **asked: str) -> tuple[MeetingView, ...]:
        with self.desk.acting(by):
            return queries.meetings(self.asked(**asked))

    def positions(self, by: Actor | None = None, **asked: str) -> tuple[TopicView, ...]:
        with self.desk.acting(by):
            return queries.positions(self.asked(**asked))
