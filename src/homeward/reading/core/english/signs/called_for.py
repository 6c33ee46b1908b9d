"""English words that are signs that something is wanted of somebody."""

from __future__ import annotations

import re

from homeward.reading.core.tables import any_of, at_start

CALLS = any_of(
    r"""
    call(?:s|ed|ing)? (?:on|for|upon|in(?= to))
    call(?:s|ed)? (?:to|that)
    urg(?:e|es|ed|ing|ent)
    demand(?:s|ed|ing)?
    appeal(?:s|ed|ing)?
    order(?:s|ed|ing)?(?! of)
    request(?:s|ed|ing)?
    beg(?:s|ged|ging)?
    plea(?:d|ds|ded|ding|s)?(?: for)?
    press(?:es|ed|ing)? (?:for|on)
    recommend\w*
    advis(?:e|es|ed|ing)
    instruct(?:s|ed|ing|ion)?
    implor\w+
    ask(?:s|ed|ing)?(?: for| that| to)?
    insist(?:s|ed|ing|ence)? (?:on|that .{0,40}\bbe)
    propos(?:e|es|ed|ing|al)
    encourag\w+
    exhort\w*
    summon\w*
    invit(?:e|es|ed|ing)
    wants?
    wanted
    do(?:es)? not want
    seek(?:s|ing)?
    sought
    ultimatum
    lobb(?:y|ies|ied|ying)(?: for)?
    (?:put|puts|putting) forward
    petition\w*
    (?:went|going|gone) down on (?:her|his|their) knees
    directive
    stress(?:es|ed|ing)? the need
    need for
    the need
    will not accept
    banner
    campaign(?:s|ed|ing)? for
    push(?:es|ed|ing)? for
    pray(?:s|ed|ing)?(?: for)?
    cautioned(?= not)
    require(?:s|d)? (?:that|of)
    back(?:s|ed|ing)? calls? for
    prevail(?:s|ed)? (?:on|upon)
    entreat\w*
    enjoin\w*
    made a case for
    wish(?:es|ed)?
    long(?:s|ed) for
    """
)
"""In a cue: what follows is wanted of somebody."""
TOLD = any_of(
    r"""
    told
    tells?
    telling
    warn(?:s|ed|ing)?
    remind(?:s|ed|ing)?
    caution(?:s|ed|ing)?
    let .{0,20} know
    """
)
TO_DO = re.compile(
    r"^\W*(?:(?:all|its|his|her|their|the|any|every)?\s*(?:[\w’'-]+\s+){0,5}?)?"
    r"(?:not )?to (?!the\b|a\b|an\b|its\b|their\b|his\b|her\b)\w+",
    re.IGNORECASE,
)
"""What is said, when it is what somebody was told to do."""
SHOULD = any_of(
    r"""
    must(?! have)
    should
    ought to
    ha(?:s|ve|d) to
    need(?:s|ed)? to
    let (?:us|them|him|her|it|the|our|my|me|\w+ go)
    it (?:is|was) (?:high )?time
    cannot wait
    can wait no longer
    overdue
    no excuse
    the onus is on
    had better
    (?:is|are|was|were) (?:required|obliged|expected|called|urged) to
    not one day longer
    enough
    ha(?:s|ve) a right to
    deserved? (?:better|more|an|a|to)
    in .{0,20} court
    proof of life
    be (?:brought|returned|released|freed|allowed) (?:before|back|at once|now|immediately|home|to)
    be (?:opened|given|handed|let|lifted|published) (?:before|back|at once|now|immediately|home|to)
    demand(?:s|ed)?
    (?:is|was|are|were) (?:vital|essential|imperative|urgent|necessary)
    without delay
    at once
    no longer (?:be )?(?:acceptable|tolerable)
    """
)
"""In what is said: that somebody is to do it."""
BIDS = at_start(
    r"""
    (?-i:Bring|Open|Release|Free|Let|Give|Stop|End|Send|Return|Hand|Lift|Allow|Show|Tell|Help|Keep|Leave)\b
    (?-i:Come|Go|Take|Put|Make|Publish|Hold|Halt|Save|Home|Not one|Do not|Don[’']t)\b
    not to \w+
    to \w+
    """,
    before=r"(?:enough\W+|please,? )?",
)
"""What is said, when it bids somebody do something."""
