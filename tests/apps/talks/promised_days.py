"""An invented agreement: lorries a day for five days, told by two sides and a counter, with turns and complaints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4, uuid5

from homeward.ledger.actions.recording import record
from homeward.ledger.core import kinds
from homeward.ledger.core.agreements import Answered, Completeness, Stage, Turn
from homeward.ledger.core.entry import Entry
from homeward.ledger.core.ids import local_id
from homeward.ledger.core.voices import FACTUALITY_OF_THE_SPEAKER, Modality
from homeward.ledger.queries import cases
from homeward.moments import Interval, Precision
from tests.cast import Desk

TITLE = "The five-day pause"
FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def day(number: int, days: int = 1) -> Interval:
    """The days of the agreement, the first of January being 0."""
    start = FIRST + timedelta(days=number)
    return Interval(start, start + timedelta(days=days), Precision.DAY, f"{number + 1} Jan 2026")


def named(*words: str) -> tuple[kinds.Named, ...]:
    return tuple(kinds.Named(words=each) for each in words)


@dataclass
class Pause:
    """The agreement in a case, with the ids of what it holds."""

    desk: Desk
    slug: str
    agreement: UUID
    lorries: UUID
    complaint: UUID

    @classmethod
    def of(cls, desk: Desk, slug: str, *, today: int = 4) -> Pause:
        """Told up to a day of it: 200 lorries a day promised by Northland, fewer came, and each side has its word."""
        pause = cls(desk, slug, *(uuid5(UUID(int=5), f"{slug}|{each}") for each in ("pause", "lorries", "complaint")))
        with desk.acting() as actor:
            case = cases.case(slug)
            pause._tell(case, actor.id, today)
        return pause

    def _tell(self, case: Any, by: UUID, today: int) -> None:
        shared = {"case": case.id, "compartment": case.compartment_id, "by": by, "at": self.desk.now}
        speakers = {
            name: local_id(case.id, "source", f"told:{name}")
            for name in ("Northland office", "Southland office", "The counters")
        }
        entries = [
            Entry(
                id=uuid4(), ref=f"who-{number}", text=name, **shared,
                content=kinds.SourceNamed(source=id, name=name, source_kind="body"),  # type: ignore[arg-type]
            )
            for number, (name, id) in enumerate(speakers.items())
        ]  # fmt: skip

        def say(ref: str, who: str, on: Interval, content: Any, text: str, **more: Any) -> None:
            modality = more.pop("modality", Modality.ASSERTED)
            entries.append(
                Entry(
                    id=uuid5(self.agreement, ref), ref=ref, content=content, text=text, speaker=speakers[who], said=on,
                    modality=modality, factuality=FACTUALITY_OF_THE_SPEAKER[modality], topic="pause",
                    origin=uuid5(self.agreement, f"origin {ref}"), **more, **shared,
                )
            )  # fmt: skip

        say(
            "pa", "Northland office", day(-1),
            kinds.AgreementInFull(
                agreement=self.agreement, title=TITLE, announced=day(-1), planned_start=day(-1), actual_start=day(0),
                deadline=day(4), planned_end=day(4), parties=named("Northland", "Southland"), mediators=named("Westland"),
                phases=(kinds.Phase(key="1", text="lorries and quiet"), kinds.Phase(key="2", text="people cross")),
            ),
            "Five days of quiet, and 200 lorries a day.",
        )  # fmt: skip
        say(
            "po", "Northland office", day(-1),
            kinds.ObligationInFull(
                obligation=self.lorries, agreement=self.agreement, action="let in", object="lorries", op="=",
                bearer=named("Northland"), beneficiary=named("Southland"), stated_lo=Decimal(200), stated_hi=Decimal(200),
                lo=Decimal(200), hi=Decimal(200), per="day", window=day(0, 5), unit="lorry", counts_at=Stage.ENTERED, due=day(4),
            ),
            "200 lorries a day go in.", modality=Modality.PROMISED,
        )  # fmt: skip
        for number, (sent, low, high) in enumerate(
            ((200, 47, 60), (190, 137, 137), (150, 0, 0), (200, 120, None), (200, 90, 95))
        ):
            if number > today:
                break
            say(
                f"pd{number}", "The counters", day(number),
                kinds.DeliveryTold(
                    delivery=uuid5(self.agreement, f"in {number}"), obligation=self.lorries, stage=Stage.ENTERED, op="range",
                    lo=Decimal(low), hi=None if high is None else Decimal(high), unit="lorry", counts=Completeness.THEN,
                ),
                f"{low} or so went in.", occurred=day(number),
            )  # fmt: skip
            say(
                f"ps{number}", "Northland office", day(number),
                kinds.DeliveryTold(
                    delivery=uuid5(self.agreement, f"sent {number}"), obligation=self.lorries, stage=Stage.DISPATCHED, op="=",
                    lo=Decimal(sent), hi=Decimal(sent), unit="lorry", counts=Completeness.THEN,
                ),
                f"{sent} lorries were sent.", occurred=day(number),
            )  # fmt: skip
        say(
            "pc", "Southland office", day(2),
            kinds.ComplaintMade(
                complaint=self.complaint, obligation=self.lorries, by=named("Southland"), against=named("Northland")
            ),
            "Not one lorry came today.",
        )  # fmt: skip
        say(
            "pn", "Northland office", day(2),
            kinds.ComplaintAnswered(complaint=self.complaint, answered=Answered.DENIED, by=named("Northland")),
            "All were sent; they wait at the other gate.",
        )  # fmt: skip
        say(
            "pt", "Southland office", day(3),
            kinds.AgreementTurn(agreement=self.agreement, turn=Turn.EXTENDED, until=day(6), by=named("Southland")),
            "We go on for two days.",
        )  # fmt: skip
        record(entries)
