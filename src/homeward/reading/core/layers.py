"""From attributions to proposals: what the tagger leaves open is read off the words around and inside each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from homeward.reading.core import when
from homeward.reading.core.chain import Hand, hands
from homeward.reading.core.conditions import FoundCondition, conditions
from homeward.reading.core.figures import FoundFigure, figures
from homeward.reading.core.linking import Attribution
from homeward.reading.core.modality import CALLED_FOR, CONDITIONAL, PROMISED, modality
from homeward.reading.core.proposals import Piece, Proposal, words_of
from homeward.reading.core.words import Words

DEEPEST, SHORTEST = 3, 5
"""How often a content is read again for statements in it, and the fewest words in which one is looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution by its places, and how sure the tagger was of it."""

    source: tuple[Piece, ...]
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    confidence: float


Finder = Callable[[int, int], list[Found]]
"""Finds the attributions in a stretch of the text, read by itself."""


def placed(words: Words, attribution: Attribution, confidence: float) -> Found:
    """An attribution of words as one of code points."""

    def pieces(runs: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
        return tuple((words.starts[first], words.ends[until - 1]) for first, until in runs)

    return Found(pieces(attribution.source), pieces(attribution.cue), pieces(attribution.content), confidence)


def proposals(words: Words, find: Finder, published: date | None) -> list[Proposal]:
    """What a text says that somebody said, the outermost first, in the order of the text."""
    sentences = _sentences(words)
    made: list[Proposal] = []
    outer = find(0, len(words.text))
    _read(words.text, outer, (), find, published, sentences, 0, made)
    made.sort(key=lambda one: (one.content[0][0], one.depth))
    return made


def _read(
    text: str,
    found: list[Found],
    outside: tuple[Piece | None, ...],
    find: Finder,
    published: date | None,
    sentences: list[int],
    depth: int,
    made: list[Proposal],
) -> None:
    contents = [piece for one in found for piece in one.content]
    cues = [piece for one in found for piece in one.cue]
    for one in found:
        inner: list[Found] = []
        if depth < DEEPEST:
            for start, end in one.content:
                if len(text[start:end].split()) >= SHORTEST:
                    inner += [deeper for deeper in find(start, end) if _smaller(deeper, start, end)]
        proposal = _proposal(text, one, inner, outside, published, sentences, contents, cues, found, depth)
        made.append(proposal)
        if inner:
            _read(text, inner, proposal.chain, find, published, sentences, depth + 1, made)


def _smaller(inner: Found, start: int, end: int) -> bool:
    """Whether a statement found inside a content is one in it, with somebody who says it, and not the content itself."""
    return bool(inner.source) and sum(until - first for first, until in inner.content) < (end - start) - 2


def _proposal(
    text: str,
    one: Found,
    inner: list[Found],
    outside: tuple[Piece | None, ...],
    published: date | None,
    sentences: list[int],
    contents: list[Piece],
    cues: list[Piece],
    beside: list[Found],
    depth: int,
) -> Proposal:
    cue = one.cue[0] if one.cue else None
    place = cue or one.content[0]
    sentence = _around(sentences, place[0], len(text))
    source = one.source[0] if one.source else None
    known = {source, *outside}
    through = [
        hand
        for hand in hands(text, sentence, contents)
        if (hand.start, hand.end) not in known and not _overlaps(hand, source) and _belongs(hand, one, beside)
    ]
    chain = (
        *outside,
        *((hand.start, hand.end) for hand in through if not hand.inside),
        *([source] if source else []),
        *((hand.start, hand.end) for hand in through if hand.inside),
    )
    if not source and not chain and outside:
        chain = outside
    deeper = [piece for each in inner for piece in each.content]
    own_figures = [figure for piece in one.content for figure in figures(text, *piece) if not _inside(figure, deeper)]
    own_conditions = [each for piece in one.content for each in conditions(text, *piece) if not _inside(each, deeper)]
    told = modality(
        words_of(text, one.source),
        words_of(text, one.cue),
        words_of(text, one.content),
        [text[each.start : each.end] for each in own_conditions],
        _without(text, sentence, one, beside),
        counts=bool(own_figures),
    )
    said = when.said(text, place, one.content[0], sentence, contents, cues, published) if published else None
    due = None
    if published and told.kind in (PROMISED, CONDITIONAL, CALLED_FOR):
        due = next(filter(None, (when.deadline(text, start, end, published) for start, end in one.content)), None)
    reasons = {"modality": told.sign or "no sign of doubt, promise, denial or condition"}
    if said:
        reasons["said"] = text[said.start : said.end]
    return Proposal(
        source=one.source,
        cue=one.cue,
        content=one.content,
        chain=chain,
        modality=told.kind,
        said=said,
        figures=tuple(own_figures),
        conditions=tuple(own_conditions),
        deadline=due,
        confidence=one.confidence,
        depth=depth,
        reasons=reasons,
    )


def _inside(found: FoundFigure | FoundCondition, pieces: list[Piece]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in pieces)


def _without(text: str, sentence: Piece, one: Found, beside: list[Found]) -> str:
    """A sentence without what was said in it, and without what belongs to other statements."""
    gone = [*one.content]
    for other in beside:
        if other is not one:
            pieces = (*other.cue, *other.content, *(other.source if other.source != one.source else ()))
            gone.append((min(start for start, _ in pieces), max(end for _, end in pieces)))
    kept, place = [], sentence[0]
    for start, end in sorted(gone):
        if start < sentence[1] and end > place:
            kept.append(text[place : max(place, start)])
            place = max(place, end)
    return " … ".join([*kept, text[place : sentence[1]]])


def _overlaps(hand: Hand, source: Piece | None) -> bool:
    return source is not None and hand.start < source[1] and source[0] < hand.end


def _belongs(hand: Hand, one: Found, beside: list[Found]) -> bool:
    """Whether a hand stands nearest to this attribution, or to another of the same source."""

    def away(other: Found) -> int:
        pieces = (*other.source, *other.cue)
        return min((max(hand.start - end, start - hand.end, 0) for start, end in pieces), default=len(pieces))

    nearest = min(beside, key=away)
    return nearest is one or (bool(one.source) and nearest.source == one.source)


def _sentences(words: Words) -> list[int]:
    """Where sentences begin."""
    starts = [0]
    for number in sorted(words.sentences | words.paragraphs):
        if number + 1 < len(words):
            starts.append(words.starts[number + 1])
    return starts


def _around(sentences: list[int], place: int, end: int) -> tuple[int, int]:
    at = bisect_right(sentences, place)
    return sentences[at - 1], sentences[at] if at < len(sentences) else end
