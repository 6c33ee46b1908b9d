"""A proposal as the sheet on which one writes down what was heard: the form that a person checks and records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from homeward.ledger.core.entry import Span
from homeward.ledger.core.heard import Heard, HeardCondition, HeardFigure
from homeward.reading.core.counted import measure_of
from homeward.reading.core.printed import Printed
from homeward.reading.core.voices import kind_of_voice, known_voice, party_in

AROUND = 32
"""Code points before and behind a place that are kept with it, as web annotations do."""
TOGETHER = 300
"""Code points between who spoke and the words up to which both are shown as one place."""
LONGEST_GATE = 160
_MODALITY = {"called_for": "demanded"}

Found = Mapping[str, Any]
"""A statement in the form of `homeward read`."""


def as_heard(text: str, found: Found, printed: Printed) -> Heard:
    """What a proposal says, in the fields that are recorded; what it does not tell is left empty."""
    said_by = found.get("stands_for") or found["source"]
    speaker = known_voice(words_of(said_by), printed.sources) or words_of(said_by)
    words = words_of(found["content"])
    return Heard(
        text=words,
        speaker=speaker,
        speaker_kind=kind_of_voice(speaker),
        party=party_in(speaker, printed.parties),
        via=tuple(_hands(found, printed)),
        via_kind="body",
        said=_said(found, printed),
        modality=_MODALITY.get(found["modality"]) or found["modality"],
        language=printed.language,
        figures=tuple(_figure(text, figure, found) for figure in found["figures"]),
        conditions=tuple(_condition(each, found, speaker) for each in found["conditions"]),
    )


def changed_fields(proposed: Heard, made: Heard) -> tuple[str, ...]:
    """The fields that a person wrote otherwise than they were proposed."""
    return tuple(
        field.name
        for field in fields(Heard)
        if field.name not in ("speaker_kind", "via_kind") and getattr(proposed, field.name) != getattr(made, field.name)
    )


def spans_of(document: Any, text: str, found: Found) -> tuple[Span, ...]:
    """The places that show a statement: who said it and the words together where they stand together."""
    content, voice = _places(found["content"]), [*_places(found["source"]), *_places(found["cue"])]
    near = [place for place in voice if _apart(place, content) <= TOGETHER]
    whole = (min(start for start, _ in [*content, *near]), max(end for _, end in [*content, *near]))
    told = sum(end - start for start, end in [*content, *near])
    places = [whole] if whole[1] - whole[0] <= told + TOGETHER else [*content, *near]
    return tuple(
        Span(
            document=document,
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - AROUND) : start],
            suffix=text[end : end + AROUND],
        )
        for start, end in dict.fromkeys(places)
    )


def words_of(pieces: Any) -> str:
    """The words of a field of the form: of one place, of several, or of none."""
    told = [pieces] if isinstance(pieces, Mapping) else pieces or []
    return " … ".join(" ".join(piece["text"].split()) for piece in told if piece)


def _places(pieces: Any) -> list[tuple[int, int]]:
    told: Iterable[Any] = [pieces] if isinstance(pieces, Mapping) else pieces or []
    return [(piece["start"], piece["end"]) for piece in told if piece]


def _apart(place: tuple[int, int], others: list[tuple[int, int]]) -> int:
    return min(max(place[0] - end, start - place[1], 0) for start, end in others)


def _hands(found: Found, printed: Printed) -> list[str]:
    """Through whom it came, the one nearest to the speaker first; the outlet is told by the publication."""
    chain = [words_of(link) for link in found["chain"] if link]
    source = words_of(found["source"])
    hands = [
        hand for hand in reversed(chain) if hand and hand != source and hand.casefold() != printed.outlet.casefold()
    ]
    return [known_voice(hand, printed.sources) or hand for hand in dict.fromkeys(hands)]


def _said(found: Found, printed: Printed) -> str:
    """When it was said, as one would type it; where the text does not tell, by the day on which it was printed or came in."""
    told = found["said"]
    if told is None:
        latest = printed.published or printed.received
        return f"by {latest.isoformat()}" if latest else ""
    first, last = told["from"], told["to"]
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"by {last}" if last else ""


def _figure(text: str, figure: Mapping[str, Any], found: Found) -> HeardFigure:
    places = _places(found["content"])
    start, end = next((each for each in places if each[0] <= figure["start"] < each[1]), places[0])
    population = figure.get("population")
    return HeardFigure(
        measure=measure_of(text[start:end], figure["start"] - start, figure["end"] - start),
        population=words_of(population) if population else figure["unit"],
        op=figure["op"],
        lo=_number(figure["lo"]),
        hi=_number(figure["hi"]) if figure["hi"] != figure["lo"] or figure["op"] == "range" else "",
        unit=figure["unit"] or "person",
        kind="flow" if figure.get("per") else "stock",
        basis=figure["text"] + (f" per {figure['per']}" if figure.get("per") else ""),
    )


def _number(value: float | int | None) -> str:
    return "" if value is None else str(int(value)) if float(value).is_integer() else str(value)


def _condition(condition: Mapping[str, Any], found: Found, speaker: str) -> HeardCondition:
    """A condition in the words used; it stands in the way of the rest of what was said."""
    words = words_of(found["content"])
    rest = " ".join(words.replace(" ".join(condition["text"].split()), "", 1).split()).strip(" ,;:–—-")
    gate = rest if len(rest) <= LONGEST_GATE else rest[:LONGEST_GATE].rsplit(" ", 1)[0] + " …"
    return HeardCondition(text=condition["text"], gates=gate or words[:LONGEST_GATE], demanded_by=speaker)
