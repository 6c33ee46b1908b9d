"""The closed words of channels, meetings and positions."""

from __future__ import annotations

from enum import StrEnum


class Medium(StrEnum):
    """How words go along a channel: face to face, carried by somebody between, on paper, or by a line kept open."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    WRITTEN = "written"
    HOTLINE = "hotline"


class PositionStance(StrEnum):
    """What a party does with a topic, by its own words; `silent` is said by whoever noticed it, of a party that was asked."""

    DEMAND = "demand"
    OFFER = "offer"
    ACCEPT = "accept"
    REJECT = "reject"
    RESERVE = "reserve"
    SILENT = "silent"


class Firmness(StrEnum):
    """How firm a position was said to be; the desk reads no firmness into words."""

    RED_LINE = "red_line"
    PREFERENCE = "preference"
    UNCLEAR = "unclear"
