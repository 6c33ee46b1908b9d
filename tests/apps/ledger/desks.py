"""A desk at which something of everything was done, so that each kept table and each projection holds rows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import uuid4

from django.test import override_settings

from bench import generate
from homeward.access import actions as access
from homeward.ledger import actions, queries
from homeward.ledger.actions import drafting
from homeward.ledger.core.heard import Heard, HeardFigure
from homeward.ledger.queries.views import CaseView
from homeward.lists import actions as lists
from homeward.lists import queries as list_queries
from homeward.reading import actions as reading
from homeward.reading import queries as reading_queries
from tests.apps.crossings.boarded import worked_on as boarded
from tests.apps.crossings.gates import Gate
from tests.apps.crossings.gates import worked_on as crossed
from tests.apps.people.clearing import Clearing
from tests.apps.people.judging import Judging
from tests.apps.people.registers import Register, named, worked_on
from tests.apps.reading.papers import REPORT
from tests.cast import Desk, opened
from tests.conftest import TOP
from tests.spec.hostilities.files import event, received, written
from tests.spec.lists.lists import EVERYBODY, NAMELESS, taken

EXAMPLE = TOP / "examples" / "gaza_2023_11" / "case.json"
SLUG = "gaza_2023_11"
SMALL = generate.Size(statements=120, populations=8, speakers=12, sources=20, conditions=4, parties=4, days=40)
DRAFT = uuid4()
LONG = REPORT + "\n".join(f"Строка {number}: у переправы тихо, колонна стоит на месте." for number in range(9))


def worked_at(*, events: int = 260) -> Desk:
    """Two cases, one with documents, a call written down, corrected and judged, a draft, an end signed and one not."""
    desk = opened()
    desk.load(EXAMPLE)
    _written(desk)
    _read(desk)
    _listed(desk)
    _series(desk)
    register = worked_on(desk)
    _judged(register)
    _cleared(register)
    for _ in range(events):
        with desk.acting() as actor:
            access.record("picture.shown", by=actor.id, at=desk.now, case=SLUG)
    access.sign_in_recorded(actor=None, name="nobody", at=desk.now)
    actions.sign_heads(at=desk.now)
    generated(desk, seed=7)
    return desk


def generated(desk: Desk, *, seed: int, statements: int = 120) -> None:
    """One more case, invented from this seed."""
    with desk.acting() as actor:
        actions.load_case(
            data=generate.case(seed=seed, size=replace(SMALL, statements=statements)),
            compartment=desk.compartment.id,
            accept_warnings=True,
            by=actor,
            at=desk.now,
        )


def _judged(register: Register) -> None:
    """Two of the register are judged to be one, and told for which window of a crossing to be ready."""
    one, other = (register.enter(named(name)) for name in ("Nadia Vogel", "N. Vogel"))
    Judging(register).same(one, other)
    gate = Gate.of(register.desk)
    crossed(gate, one)
    boarded(register, gate, other)


def _cleared(register: Register) -> None:
    """Two are asked for; of one the authority's word is confirmed, of the other corrected, with conditions, and taken back."""
    clearing = Clearing(register)
    one, other = (register.enter(named(name)) for name in ("Samir Tell", "Nour Tell"))
    clearing.ask(one, other)
    clearing.grants(one, "4 Jan 2026", "9 Jan 2026", conditions=("on foot",))
    wrong = clearing.tell(other, "granted")
    clearing.tell(other, "refused", instead_of=wrong.ref, reason="Misheard.")
    clearing.take_back(clearing.tell(one, "acknowledged", authority="The interior ministry").ref)


def case(desk: Desk, slug: str = SLUG) -> CaseView:
    with desk.acting():
        return queries.cases.case(slug)


def _written(desk: Desk) -> None:
    about = case(desk)
    heard = Heard(
        text="About 40 patients wait at the gate.",
        speaker="A doctor on the telephone",
        via=("A driver",),
        said="2023-11-04T10:00",
        modality="reported",
        topic="patients",
        figures=(HeardFigure(measure="awaiting", population="patients at the gate", op="about", lo="40"),),
    )
    with desk.acting() as actor:
        shared = {"case": about, "by": actor, "at": desk.now}
        first = actions.write_down(once=uuid4(), heard=heard, **shared)
        corrected = replace(heard, text="About 45 patients wait at the gate.")
        actions.correct(ref=first.ref, figure=1, heard=corrected, reason="he called again", once=uuid4(), **shared)
        actions.judge_credibility(ref=first.ref, number=3, reason="one voice", once=uuid4(), **shared)
        asked = desk.ask(SLUG)
        one, other = queries.figures.all_populations(asked)[:2]
        actions.relate_populations(
            part=one.id, whole=other.id, relation="part_of", reason="he said so", once=uuid4(), **shared
        )
        speaker, office = list(queries.sources.sources(asked))[:2]
        actions.settle_speaker(source=speaker, settled_as=office, reason="the same voice", once=uuid4(), **shared)
        drafting.save_draft(draft=DRAFT, fields={"text": ["not yet recorded"]}, **shared)
        access.data_key(compartment=desk.compartment.id, at=desk.now)


FEED = """<rss version="2.0"><channel><title>Вестник</title>
<item><title>Один</title><description>Посол Игорь Савин сообщил, что мост у Вербы открыт.</description></item>
<item><title>Два</title><description>Министр сообщил, что через мост прошли более 120 человек.</description></item>
</channel></rss>"""


def _read(desk: Desk) -> None:
    """Reports that came in: one of two outlets, a near-copy of it, a feed; read, confirmed, refused, missed, taken back."""
    about = case(desk)
    shared = {"case": about, "at": desk.now}
    with desk.acting() as actor:
        receive = partial(reading.receive, by=actor, **shared)
        first = receive(name="a.txt", data=LONG.encode(), outlet="Вестник", published="3 Nov 2023")[0].document
        receive(name="a.txt", data=LONG.encode(), outlet="Заря", published="2 Nov 2023")
        copy = receive(name="b.txt", data=f"Газета\n\n{LONG}".encode(), outlet="Газета")[0].document
        feed = [each.document for each in receive(name="feed.xml", data=FEED.encode())]
    for document in (first, copy, *feed):
        reading.read_as_the_desk(document=document, compartment=about.compartment_id, at=desk.now)
    with desk.acting() as actor, override_settings(HOMEWARD_MODEL_AT="http://127.0.0.1:9/v1", HOMEWARD_MODEL="small"):
        reading.allow_model(compartment=about.compartment_id, allowed=True, reason="ours", by=actor, at=desk.now)
        one, other, third = reading_queries.sheet(about, first).proposals[:3]
        told = {"document": first, "by": actor, **shared}
        reading.confirm(proposal=one.id, **told)
        reading.refuse(proposal=other.id, reason="a headline", **told)
        reading.confirm(proposal=third.id, **told)
        reading.take_back(proposal=third.id, **told)
        heard = Heard(text="у переправы тихо", speaker="дежурный", said="3 Nov 2023", modality="reported")
        start = LONG.index("у переправы тихо")
        reading.confirm_missed(places={"content": [(start, start + 16)]}, heard=heard, **told)


def _listed(desk: Desk) -> None:
    """Two versions of a list, the second with most people gone; a line that was set aside is nobody."""
    about = case(desk)
    taken(desk, about, (*EVERYBODY, NAMELESS))
    taken(desk, about, EVERYBODY[:2], gone="removed", reason="the embassy says so")
    with desk.acting() as actor:
        (line,) = list_queries.set_aside(about)
        lists.leave_row_out(case=about, line=line.id, why=lists.Nobody.BLANK, by=actor, at=desk.now)


def _series(desk: Desk) -> None:
    """Two versions of a dataset of events, the second with a row set aside, and daily numbers with a day nobody reported."""
    about = case(desk)
    received(desk, about, written([event(1), event(2, day="2016-05-03")]))
    received(desk, about, written([event(1), event(2), event(2)]), version="2.0", accept_warnings=True)
    received(desk, about, b"date,killed\n2023-11-01,4\n2023-11-02,\n", maker="A ministry")
