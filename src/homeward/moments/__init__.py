"""Times as people give them: read with their precision, words kept, compared as instants, said in words."""

from homeward.moments.dials import dial, point
from homeward.moments.intervals import Clock, Interval, Knowing, Precision
from homeward.moments.local import AmbiguousLocalTime, NoSuchLocalTime, day_of
from homeward.moments.reading import moved, read, typed, whole_day
from homeward.moments.saying import in_words, moment_in_words
from homeward.moments.stamps import MomentWithoutZone, UnreadableMoment, stamp, unstamp
from homeward.moments.zones import UnknownZone, zone

__all__ = [
    "AmbiguousLocalTime",
    "Clock",
    "Interval",
    "Knowing",
    "MomentWithoutZone",
    "NoSuchLocalTime",
    "Precision",
    "UnknownZone",
    "UnreadableMoment",
    "day_of",
    "dial",
    "in_words",
    "moment_in_words",
    "moved",
    "point",
    "read",
    "stamp",
    "typed",
    "unstamp",
    "whole_day",
    "zone",
]
