"""English words that are signs that something hangs on something else."""

from __future__ import annotations

from homeward.reading.core.tables import any_of, at_start

HINGES = any_of(
    r"""
    hing(?:e|es|ed|ing) on
    depend(?:s|ed|ing|ent)?(?: up)?on
    precondition\w*
    contingent (?:up)?on
    conditional (?:up)?on
    condition(?:s|ed)?(?= (?:of|for|that|is|was))
    subject to
    proviso
    failing which
    otherwise
    or else
    in the event of
    in return(?: for)?
    in exchange for
    tied? .{0,60} to
    link(?:s|ed|ing)? .{0,60} to
    straight swap
    swap:
    against the (?:release|return|freeing|handover)
    on pain of
    after which
    provided
    so long as
    as long as
    should the
    were .{0,40} to
    had (?:the|they|he|she|it) .{0,40} would
    but for the
    without (?:a|an|the) .{0,40}(?:no |not |would|will)
    the moment(?: that)?(?= )
    for every
    only against
    pending
    makes? .{0,40} conditional
    barring
    assuming
    whether .{0,60} depends
    """
)
"""That it hangs on something else."""
BARGAIN = at_start(
    r"""
    no [\w’' -]{2,30}, no [\w’' -]{2,30}
    (?-i:Stop|Give|Let|Release|Free|Open|release|give|let) [\w’' ,-]{2,60} and (?:the|i|we|you|your|our)\b
    (?-i:Stop|Give|Let|Release|Free|Open|release|give|let) [\w’' ,-]{2,60}(?:, (?:get|and|or)\b|; otherwise|, or )
    [\w’' -]{2,40} or (?:the|we|our|there)\b
    """
)
"""One thing for another: "no truce, no convoy"."""
