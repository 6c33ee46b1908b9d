"""From attributions to proposals: what a tagger leaves open is read off the words around and inside each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from homeward.reading.core.found import (
    ASSERTED,
    CALLED_FOR,
    CONDITIONAL,
    DENIED,
    PROMISED,
    FoundCondition,
    FoundFigure,
    Hand,
    Language,
    Piece,
    When,
)
from homeward.reading.core.linking import Attribution
from homeward.reading.core.proposals import Proposal, words_of
from homeward.reading.core.words import Words

DEEPEST, SHORTEST = 3, 5
"""How often a content is read again for statements in it, and the fewest words in which one is looked for."""
WIDEST = 1_500
"""Code points before and behind a place within which a sentence is looked at: lists without a full stop run on for pages."""

OPENING, CLOSING = frozenset('"“„«'), frozenset('"”“»')


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution by its places, and how sure of it the reader is, between 0 and 1."""

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


def within(text: str, attributions: Callable[[str], list[Found]]) -> Finder:
    """A finder that reads each stretch of a text by itself; the places are those in the whole text."""

    def find(start: int, end: int) -> list[Found]:
        return [_moved(one, start) for one in attributions(text[start:end])]

    return find


def _moved(one: Found, by: int) -> Found:
    source, cue, content = (
        tuple((start + by, end + by) for start, end in pieces) for pieces in (one.source, one.cue, one.content)
    )
    return Found(source, cue, content, one.confidence)


class Layers:
    """Reads one text: finds attributions in it and in them, and the rest of each statement by the rules of its language."""

    def __init__(self, words: Words, language: Language, find: Finder, published: date | None) -> None:
        self.text = words.text
        self.language, self.find, self.published = language, find, published
        ends = sorted(words.sentences | words.paragraphs)
        self._sentences = [0, *(words.starts[number + 1] for number in ends if number + 1 < len(words))]
        self._beside: tuple[list[Found], list[int], list[Found]] = ([], [], [])

    def proposals(self) -> list[Proposal]:
        """What the text says that somebody said, in the order of the text, the outermost first."""
        made: list[Proposal] = []
        self._read(self.find(0, len(self.text)), None, 0, made)
        return sorted(made, key=lambda one: (one.content[0][0], one.depth))

    def _read(self, found: list[Found], outer: Proposal | None, depth: int, made: list[Proposal]) -> None:
        for one in found:
            inner = self._within(one) if depth < DEEPEST else []
            proposal = _under(outer, self.proposal(one, inner, outer.chain if outer else (), found, depth))
            made.append(proposal)
            if inner:
                self._read(inner, proposal, depth + 1, made)

    def _within(self, one: Found) -> list[Found]:
        """The statements in a content: with somebody who says them, and less than the content itself."""
        found = []
        for start, end in (self._unquoted(*piece) for piece in one.content):
            if len(self.text[start:end].split()) >= SHORTEST:
                for inner in self.find(start, end):
                    told = sum(until - first for first, until in inner.content)
                    if inner.source and told < (end - start) - 2:
                        found.append(inner)
        return found

    def _unquoted(self, start: int, end: int) -> Piece:
        """A piece that is one quotation without its marks: within it, somebody speaks who may tell of somebody else."""
        whole = end - start > 2 and self.text[start] in OPENING and self.text[end - 1] in CLOSING
        inside = self.text[start + 1 : end - 1] if whole else ""
        return (start + 1, end - 1) if whole and not any(mark in inside for mark in OPENING) else (start, end)

    def proposal(
        self, one: Found, inner: list[Found], outside: tuple[Piece | None, ...], beside: list[Found], depth: int
    ) -> Proposal:
        """One statement: `inner` are those in it, `outside` the hands it came through, `beside` those of the same depth."""
        text = self.text
        sentence = self.sentence((one.cue or one.content)[0][0])
        beside = self._near(one, sentence, beside)
        deeper = [piece for each in inner for piece in each.content]
        figures = [
            each for piece in one.content for each in self.language.figures(text, *piece) if not _in(each, deeper)
        ]
        hangs_on = [
            each for piece in one.content for each in self.language.conditions(text, *piece) if not _in(each, deeper)
        ]
        told = self.language.modality(
            words_of(text, one.source),
            words_of(text, one.cue),
            words_of(text, one.content),
            [text[each.start : each.end] for each in hangs_on],
            self._without(sentence, one, beside),
            counts=bool(figures),
        )
        said = self._said(one, sentence, beside)
        reasons = {"modality": told.sign or "no sign of doubt, promise, denial or condition"}
        if said:
            reasons["said"] = text[said.start : said.end]
        return Proposal(
            source=one.source,
            cue=one.cue,
            content=one.content,
            chain=self._chain(one, sentence, outside, beside),
            modality=told.kind,
            said=said,
            figures=tuple(figures),
            conditions=tuple(hangs_on),
            deadline=self._deadline(one) if told.kind in (PROMISED, CONDITIONAL, CALLED_FOR) else None,
            confidence=one.confidence,
            depth=depth,
            reasons=reasons,
        )

    def _near(self, one: Found, sentence: Piece, beside: list[Found]) -> list[Found]:
        """Those of the same depth that stand in the same sentence: a long text has too many to hold each against all."""
        if self._beside[0] is not beside:
            ordered = sorted(beside, key=_begins)
            self._beside = (beside, [_begins(each) for each in ordered], ordered)
        _, begins, ordered = self._beside
        first, last = bisect_left(begins, sentence[0]), bisect_left(begins, sentence[1])
        near = ordered[first:last]
        return near if any(each is one for each in near) else [one, *near]

    def sentence(self, place: int) -> Piece:
        """The sentence in which a code point stands; of one without an end, what is near."""
        at = bisect_right(self._sentences, place)
        start = self._sentences[at - 1]
        end = self._sentences[at] if at < len(self._sentences) else len(self.text)
        return max(start, place - WIDEST), min(end, place + WIDEST)

    def _chain(
        self, one: Found, sentence: Piece, outside: tuple[Piece | None, ...], beside: list[Found]
    ) -> tuple[Piece | None, ...]:
        source = one.source[0] if one.source else None
        contents = [piece for each in beside for piece in each.content]
        through = [
            hand
            for hand in self.language.hands(self.text, sentence, contents)
            if (hand.start, hand.end) not in (source, *outside)
            and not _overlaps(hand, source)
            and _belongs(hand, one, beside)
        ]
        return (
            *outside,
            *((hand.start, hand.end) for hand in through if not hand.inside),
            *([source] if source else []),
            *((hand.start, hand.end) for hand in through if hand.inside),
        )

    def _said(self, one: Found, sentence: Piece, beside: list[Found]) -> When | None:
        if self.published is None:
            return None
        contents = [piece for each in beside for piece in each.content]
        cues = [piece for each in beside for piece in each.cue]
        cue = (one.cue or one.content)[0]
        return self.language.said(self.text, cue, one.content[0], sentence, contents, cues, self.published)

    def _deadline(self, one: Found) -> When | None:
        if self.published is None:
            return None
        due = (self.language.deadline(self.text, start, end, self.published) for start, end in one.content)
        return next(filter(None, due), None)

    def _without(self, sentence: Piece, one: Found, beside: list[Found]) -> str:
        """A sentence without what was said in it, and without what belongs to other statements."""
        gone = [*one.content]
        for other in beside:
            if other is not one:
                pieces = (*other.cue, *other.content, *(other.source if other.source != one.source else ()))
                gone.append((min(start for start, _ in pieces), max(end for _, end in pieces)))
        kept, place = [], sentence[0]
        for start, end in sorted(gone):
            if start < sentence[1] and end > place:
                kept.append(self.text[place : max(place, start)])
                place = max(place, end)
        return " … ".join([*kept, self.text[place : sentence[1]]])


def _under(outer: Proposal | None, one: Proposal) -> Proposal:
    """A statement within another: where somebody denies that it was made, it is no assertion."""
    if outer is None or outer.modality != DENIED or one.modality != ASSERTED:
        return one
    return replace(one, modality=DENIED, reasons={**one.reasons, "modality": outer.reasons["modality"]})


def _begins(found: Found) -> int:
    return min(start for start, _ in (*found.source, *found.cue, *found.content))


def _in(found: FoundFigure | FoundCondition, pieces: list[Piece]) -> bool:
    return any(start <= found.start and found.end <= end for start, end in pieces)


def _overlaps(hand: Hand, source: Piece | None) -> bool:
    return source is not None and hand.start < source[1] and source[0] < hand.end


def _belongs(hand: Hand, one: Found, beside: list[Found]) -> bool:
    """Whether a hand stands nearest to this attribution, or to another of the same source."""

    def away(other: Found) -> int:
        pieces = (*other.source, *other.cue)
        return min((max(hand.start - end, start - hand.end, 0) for start, end in pieces), default=1_000_000)

    nearest = min(beside, key=away)
    return nearest is one or (bool(one.source) and nearest.source == one.source)
