"""Where a party stands on a topic is recorded, by whoever said so; what it replaces stays in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Unpack
from uuid import UUID

from django.db import transaction

from homeward.ledger.core import kinds, writing
from homeward.ledger.core.channels import Firmness, PositionStance
from homeward.ledger.core.entry import StatementLink
from homeward.ledger.core.voices import Modality, SourceKind, Stance
from homeward.ledger.models import Statement
from homeward.ledger.queries.statements import statements
from homeward.ledger.queries.views import StatementView
from homeward.moments import Interval
from homeward.talks.actions.meeting import NO_CHANNEL, NO_MEETING, Known
from homeward.talks.actions.saying import Act, Done
from homeward.talks.actions.voicing import Telling, Voicing
from homeward.talks.records.spoken import POSITION, at_present, rooms_of, spoken

CONDITION, OBLIGATION = "said.condition", "said.obligation"
COMMITMENTS = {PositionStance.DEMAND: Modality.DEMANDED, PositionStance.OFFER: Modality.OFFERED}
"""The modality of a position where nobody gave another: what is demanded or offered; all else is asserted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a position is about and where it was given; short names of statements, ids of channel and meeting."""

    condition: str = ""
    obligation: str = ""
    channel: UUID | None = None
    meeting: UUID | None = None


@transaction.atomic
def say_position(
    *,
    party: str,
    topic: str,
    stance: str,
    firmness: str = Firmness.UNCLEAR.value,
    about: About = About(),
    supersedes: str = "",
    voice: Telling,
    **act: Unpack[Act],
) -> Done:
    """Record where a party stands on a topic; `supersedes` is the short name of its own earlier position that this replaces.

    Without a speaker the party speaks for itself. It stands in the compartment of its channel or meeting, or a narrower one.
    """
    known = Known(act["case"])
    through = known.channels.get(about.channel) if about.channel else None
    met = known.meetings.get(about.meeting) if about.meeting else None
    act["room"] = act.get("room") or known.room(met) or known.room(through)
    sheet = Voicing("say_position", **act)
    _check_where(sheet, about, through, met, known)
    if not voice.speaker.strip():
        voice = replace(voice, speaker=party, speaker_kind=SourceKind.PARTY.value)
    whose = sheet.source(party, "party", SourceKind.PARTY, needed="Say whose position it is.")
    on = sheet.line(topic, "topic", needed="Say what it is about: prisoners, the crossing, the truce.")
    chosen = writing.among(PositionStance, stance, "stance", sheet.findings)
    firm = writing.among(Firmness, firmness, "firmness", sheet.findings)
    said = sheet.said(voice, words_needed=True)
    condition = _of_kind(sheet, about.condition, "condition", CONDITION)
    obligation = _of_kind(sheet, about.obligation, "obligation", OBLIGATION)
    before = _replaced(sheet, supersedes, whose, on, said)
    sheet.refuse_faults()
    assert whose is not None and chosen is not None and firm is not None
    content = kinds.PositionTaken(
        party=whose,
        topic=on,
        stance=chosen,
        firmness=firm,
        condition=condition,
        obligation=obligation,
        channel=about.channel,
        meeting=about.meeting,
        supersedes=before.id if before else None,
    )
    links = (StatementLink(stance=Stance.SUPERSEDES, to=before.id),) if before else ()
    otherwise = COMMITMENTS.get(chosen, Modality.ASSERTED)
    return sheet.say(content, "", voice, said=said, otherwise=otherwise, topic=on, party=whose, links=links)


def _check_where(
    sheet: Voicing, about: About, through: StatementView | None, met: StatementView | None, known: Known
) -> None:
    if about.channel is not None and through is None:
        sheet.findings.fault("no-such-channel", "channel", NO_CHANNEL)
    if about.meeting is not None and met is None:
        sheet.findings.fault("no-such-meeting", "meeting", NO_MEETING)
    sheet.must_stay_as_narrow(known.room(through), "channel")
    sheet.must_stay_as_narrow(known.room(met), "meeting")
    if through is not None and met is not None and met.content.channel != about.channel:
        sheet.findings.fault("other-channel", "meeting", "This meeting was in another channel.")


def _of_kind(sheet: Voicing, ref: str, where: str, kind: str) -> UUID | None:
    """The id of a condition or obligation by the short name of the statement that minted it."""
    if not ref.strip():
        return None
    row = Statement.objects.filter(case_id=sheet.case.id, ref=ref.strip(), kind=kind).first()
    if row is None:
        sheet.findings.fault(f"no-such-{where}", where, f"There is no such {where}, or none that you may see.")
        return None
    sheet.must_stay_as_narrow(row.compartment_id, where)
    (view,) = statements(at_present(sheet.case), [row.id])
    id: UUID = getattr(view.content, where)
    return id


def _replaced(sheet: Voicing, ref: str, whose: UUID | None, topic: str, said: Interval | None) -> StatementView | None:
    """The position whose place is taken: one of the same party on the same topic, said before."""
    if not ref.strip():
        return None
    every = spoken(at_present(sheet.case), POSITION)
    found = next((each for each in every if each.ref == ref.strip()), None)
    if found is None:
        sheet.findings.fault("no-such-position", "supersedes", "There is no such position, or none that you may see.")
        return None
    sheet.must_stay_as_narrow(rooms_of([found.id]).get(found.id), "supersedes")
    if found.content.party != whose:
        sheet.findings.fault("other-party", "supersedes", f"{found.ref} is the position of another party.")
    elif found.content.topic.casefold() != topic.casefold():
        sheet.findings.fault("other-topic", "supersedes", f"{found.ref} is about {found.content.topic}.")
    if found.said is not None and said is not None and _is_before(said, found.said):
        sheet.findings.fault("earlier", "supersedes", f"{found.ref} was said later than this: {found.said.words}.")
    if any(each.content.supersedes == found.id and each.id != sheet.act for each in every):
        sheet.findings.doubt(
            "replaced-already", "supersedes", f"{found.ref} was replaced before; both stand beside each other."
        )
    return found


def _is_before(one: Interval, other: Interval) -> bool:
    return one.until is not None and other.start is not None and one.until <= other.start and one != other
