"""Invented people and numbers for the components page: one of each kind that a page has to show. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from homeward.ledger.core import kinds
from homeward.ledger.core.figures import Op, quantity
from homeward.ledger.queries.views import (
    Asked,
    CaseView,
    ChainView,
    DocumentView,
    FigureView,
    JudgementView,
    LinkView,
    PopulationView,
    SourceView,
    StatementView,
)
from homeward.moments import Clock, Interval, read

ZONE = ZoneInfo("Asia/Gaza")
NOW = datetime(2031, 5, 12, 9, 30, tzinfo=UTC)


def number(name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"invented/{name}")


def time(words: str) -> Interval:
    return read(words, ZONE)


CASE = CaseView(
    id=number("case"),
    slug="harbour",
    title="Harbour of Vell, spring 2031",
    zone=ZONE,
    clock=Clock.SAID,
    about="",
    compartment_id=number("desk"),
    compartment="The desk",
    compartment_slug="desk",
    opened_at=NOW,
    may_write=True,
)


def asked(*, past: bool) -> Asked:
    """The moment that the page shows: now, or a day last week."""
    back = datetime(2031, 5, 4, 9, tzinfo=UTC)
    return Asked(
        case=CASE,
        as_of=back if past else NOW,
        known_at=back if past else NOW,
        clock=Clock.SAID,
        past=past,
        as_of_given=past,
        known_at_given=past,
        clock_given=False,
    )


MISSION = SourceView(
    id=number("mission"),
    name="Mission of Orland to the harbour city",
    kind="body",
    party_name="Orland",
    reliability=(JudgementView("B", "lists", "its lists were right twice", "desk officer A", NOW),),
)
AMBASSADOR = SourceView(id=number("ambassador"), name="Ambassador of Orland", kind="person", party_name="Orland")
DIPLOMAT = SourceView(id=number("diplomat"), name="a diplomatic source", kind="unnamed")
PORT = SourceView(id=number("port"), name="هيئة ميناء فيل", kind="body", party_name="Vell")
ORLAND = SourceView(id=number("orland"), name="Orland", kind="party", key="orl")
VELL = SourceView(id=number("vell"), name="Vell", kind="party", key="vel")
WIRE = SourceView(id=number("wire"), name="Coast Wire", kind="outlet")
PAPER = SourceView(id=number("paper"), name="Evening Paper", kind="outlet")

LISTED = PopulationView(number("listed"), "all persons on the Orland list")
CITIZENS = PopulationView(number("citizens"), "citizens of Orland on the list")
WOUNDED = PopulationView(number("wounded"), "wounded in the harbour hospital")


def said_figure(
    ref: str,
    op: str,
    lo: int | None = None,
    hi: int | None = None,
    *,
    source: SourceView = MISSION,
    population: PopulationView = CITIZENS,
    part_of: PopulationView | None = None,
    day: str = "1 May 2031",
    modality: str = "asserted",
    kind: str = "stock",
    outlets: tuple[str, ...] = ("Coast Wire",),
    reaches_past: bool = False,
    inferred: bool = False,
    words: str = "",
) -> FigureView:
    statement, _, count = ref.partition("#")
    return FigureView(
        statement_id=number(statement),
        ref=ref,
        statement_ref=statement,
        number=int(count),
        measure="applied",
        population=population,
        unit="person",
        kind=kind,
        quantity=quantity(Op(op), lo, hi, words=words),
        asof=time(day),
        asof_inferred=inferred,
        window=None,
        part_of=part_of,
        basis="",
        counted_by="",
        speaker_id=source.id,
        speaker=source.name,
        party=source.party_name,
        modality=modality,
        origin=number(statement),
        origin_doubtful=False,
        outlets=outlets,
        said=time(day),
        recorded_at=NOW,
        text="",
        standing="current",
        knowing="yes",
        reaches_past=reaches_past,
    )


EARLIER = said_figure("s01#2", "gt", 400, day="21 April 2031", part_of=LISTED)
ALL = said_figure("s02#1", "gt", 900, population=LISTED, outlets=("Coast Wire", "Evening Paper"))
PART = said_figure("s02#2", "gt", 500, part_of=LISTED, outlets=("Coast Wire", "Evening Paper"))
RIVAL = said_figure("s04#1", "about", 600, source=AMBASSADOR, inferred=True)
EXACT = said_figure("s05#1", "eq", 361, source=PORT, population=WOUNDED, day="2 May 2031")
UP_TO = said_figure("s06#1", "le", 300, source=PORT, population=WOUNDED, day="early May 2031")
RANGE = said_figure("s07#1", "range", 200, 260, source=PORT, modality="expected", day="3 May 2031", reaches_past=True)
POSSIBLE = said_figure("s08#1", "eq", 8, source=DIPLOMAT, modality="possible", day="4 May 2031", kind="plan")
VAGUE = said_figure("s09#1", "vague", words="dozens", source=DIPLOMAT, day="late April 2031")
FIGURES = (EARLIER, ALL, PART, RIVAL, EXACT, UP_TO, RANGE, POSSIBLE, VAGUE)


@dataclass(frozen=True, slots=True)
class Rival:
    """Another figure beside one, and how the two stand."""

    figure: FigureView
    verdict: str
    why: str


RIVALS = (
    Rival(RIVAL, "compatible", "s02 and s04 overlap: 540 to 660."),
    Rival(EARLIER, "stale", "s01 is older: as of 21 Apr 2031."),
)


def statement(
    ref: str,
    modality: str,
    text: str,
    *,
    speaker: SourceView | None = MISSION,
    capacity: str = "",
    party: SourceView | None = ORLAND,
    party_inferred: bool = False,
    chain: tuple[ChainView, ...] = (),
    figures: tuple[FigureView, ...] = (),
    topic: str = "exit of citizens",
    language: str = "en",
    standing: str = "current",
    links: tuple[LinkView, ...] = (),
    knowing: str = "yes",
    note: str = "",
    occurred: str = "",
    day: str = "1 May 2031",
) -> StatementView:
    return StatementView(
        id=number(ref),
        ref=ref,
        case_slug=CASE.slug,
        kind="said.plain",
        content=kinds.Plain(),
        modality=modality,
        factuality="",
        text=text,
        language=language,
        topic=topic,
        speaker=speaker,
        capacity=capacity,
        party=party,
        party_inferred=party_inferred,
        chain=chain,
        origin=number(ref),
        origin_doubtful=False,
        shared_with=(),
        occurred=time(occurred) if occurred else None,
        said=time(day),
        published=time(day),
        recorded_at=NOW,
        recorded_by="desk officer A",
        figures=figures,
        spans=(),
        documents=(
            DocumentView(number("paper-1"), "cw0501", "Coast Wire", "", "news", time(day)),
            DocumentView(number("paper-2"), "ep0503", "Evening Paper", "", "news", time("3 May 2031")),
        ),
        links=links,
        standing=standing,
        note=note,
        check="",
        credibility=(),
        knowing=knowing,
        reaches_past=False,
    )


STATEMENTS = (
    statement(
        "s02",
        "asserted",
        "There are over 900 names on our list, more than 500 of them citizens.",
        capacity="head of mission",
        chain=(ChainView(WIRE, "told", ""), ChainView(PAPER, "cited by", "")),
        figures=(ALL, PART),
    ),
    statement(
        "s05",
        "reported",
        "عبر 361 شخصا البوابة الشمالية يوم الجمعة، بحسب هيئة الميناء.",
        speaker=PORT,
        party=VELL,
        party_inferred=True,
        topic="crossing",
        language="ar",
        figures=(EXACT,),
        day="2 May 2031",
    ),
    statement(
        "s08",
        "possible",
        "Eight of those held may return in the coming days.",
        speaker=DIPLOMAT,
        party=None,
        topic="return",
        figures=(POSSIBLE,),
        knowing="possibly",
        day="about 4 May 2031",
    ),
    statement(
        "s10",
        "promised",
        "Two hundred persons a day will be let through the northern gate.",
        speaker=PORT,
        party=VELL,
        topic="crossing",
    ),
    statement(
        "s11",
        "denied",
        "Members of the guard are hidden among the wounded.",
        speaker=AMBASSADOR,
        capacity="ambassador",
        topic="wounded",
        standing="corrected",
        links=(LinkView("corrects", "in", "s41", 0, "", "", False, ""),),
        note="Said in an interview; the desk heard the recording.",
    ),
)
