"""Through whom a report has a statement: the outlets and bodies between it and who is held to have said it."""

from __future__ import annotations

import re

from homeward.reading.core.found import Hand
from homeward.reading.core.tables import alternatives

_NAME = r"(?:(?:the|a|an|its|his|her|their|another|local|state)\s+)?[^,.;:“”\"()]{2,70}?"
_MEDIUM = alternatives(
    """
    television
    TV
    radio
    broadcaster
    news agency
    agency
    agencies
    newspaper
    paper
    daily
    weekly
    magazine
    channel
    station
    news
    times
    post
    press
    journal
    journalist
    website
    site
    blog
    podcast
    wire
    media
    outlet
    reporters
    reporter
    portal
    correspondent
    """
)
_ENDS = r"(?=\s+(?:on|in|late|early|that|as|at|by|last|this|yesterday|through|over|of|to)\b|\s*[,.;:“”\"()—–]|$)"
_TO = alternatives(
    """
    told
    tells
    telling
    in an interview (?:with|to)
    speaking (?:to|on)
    in (?:remarks|comments) (?:to|carried by|broadcast by|published by)
    """
)
_TOLD = re.compile(rf"\b(?:{_TO})\s+(?P<who>{_NAME}\b(?:{_MEDIUM})\b[^,.;:“”\"()]{{0,30}}?){_ENDS}", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:(?:quoted|cited|carried|reported|relayed|published|broadcast|said|seen|obtained)\s+by|quoted\s+in)\s+(?P<who>{_NAME})"
    r"(?=\s+(?:as|on|in|late|that|yesterday)\b|\s*[,.;:“”\"()—–]|$)",
    re.IGNORECASE,
)
_QUOTING = re.compile(
    rf"\b(?:quoting|citing|attributing (?:it|this|that) to|on the authority of|referring to)\s+(?P<who>{_NAME})"
    r"(?=\s+(?:as|at|in|on|who|that|which)\b|\s*[,.;:“”\"()—–]|$)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:its|his|her|their) own\b|(?:one|some|two|several) of (?:its|his|her|their)\b|(?:him|her|it|them)self\b",
    re.IGNORECASE,
)


def hands(text: str, sentence: tuple[int, int], contents: list[tuple[int, int]]) -> list[Hand]:
    """The hands named in a sentence outside of what was said, from the outside in."""
    found: list[Hand] = []
    for form, inside in ((_BY, False), (_TOLD, False), (_QUOTING, True)):
        for match in form.finditer(text, *sentence):
            first, last = match.span("who")
            if any(first < until and begin < last for begin, until in contents):
                continue
            if _OWN.match(text, first, last) or any(first < one.end and one.start < last for one in found):
                continue
            found.append(Hand(first, last, inside))
    return sorted(found, key=lambda hand: (hand.inside, hand.start))
