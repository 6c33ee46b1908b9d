"""A verb that stands only once for two: "the committee says 44, the ministry 39", "Sund asks for a list, Tarn for a date"."""

from __future__ import annotations

from homeward.reading.core.english.groups import DETERMINERS, HELPS, PREPOSITIONS
from homeward.reading.core.english.objects import figure
from homeward.reading.core.english.part import Part, Said
from homeward.reading.core.english.phrases import MARKS

LONGEST = 7
"""Words of a name behind the comma."""


def gapped(part: Part, said: Said) -> list[Said]:
    """The statement as it is, or the two that it holds."""
    first, until = said.content[-1]
    sentence = part.sentence
    if said.kind not in ("noun", "onto") or len(said.content) > 1:
        return [said]
    onto = sentence.word(first - 1) if said.kind == "onto" else ""
    counts = said.kind == "noun" and figure(sentence, first) and until - first <= 14
    for comma in range(first + 1, until - 2):
        if sentence.word(comma) not in (",", "and") or sentence.quoted[comma]:
            continue
        begin = comma + 2 if sentence.word(comma + 1) == "and" else comma + 1
        if not (sentence.word(begin) in DETERMINERS or sentence.large(begin)):
            continue
        for at in range(begin + 1, min(begin + LONGEST, until)):
            word = sentence.word(at)
            if word in MARKS or word in HELPS:
                break
            if (onto and word == onto) or (counts and word[:1].isdigit() and sentence.word(at - 1) not in PREPOSITIONS):
                start = at + 1 if onto else at
                if start >= until:
                    break
                return [
                    Said(said.source, said.cue, ((first, comma),), said.kind, said.sure, said.how),
                    Said(((begin, at),), said.cue, ((start, until),), said.kind, 0.6),
                ]
    return [said]
