"""English words that are signs that somebody will do something, or that it is to come."""

from __future__ import annotations

from homeward.reading.core.tables import any_of

PROMISES = any_of(
    r"""
    promis(?:e|es|ed|ing)
    vow(?:s|ed|ing)?
    pledg(?:e|es|ed|ing)
    guarante(?:e|es|ed|eing)
    assur(?:e|es|ed|ing|ance|ances)
    commit(?:s|ted|ting|ment)?(?: to| itself to)?
    undert(?:ake|akes|ook|aken|aking)
    agree(?:s|d|ing|ment)?
    offer(?:s|ed|ing)?
    sw(?:ore|ear|ears|orn)
    threat(?:en|ens|ened|ening|s)?
    inten(?:d|ds|ded|ding|tion|t on)
    plan(?:s|ned|ning)?
    prepar(?:ed|es|ing)
    volunteer\w*
    announc(?:e|es|ed|ing) (?:the|their|its|his|her)
    (?:gave|gives?|giving) (?:the green light|its word|their word|his word|her word)(?: for)?
    (?:stood|stands?|standing) (?:surety|guarantor)(?: for)?
    bound (?:itself|himself|herself|themselves)(?: to)?
    accept(?:s|ed|ing)?
    consent(?:s|ed)?
    put (?:itself|himself|herself|themselves) down for
    put (?:its|his|her|their) names? to
    sign(?:s|ed)? (?:up )?(?:to|for)
    set (?:itself|a date|out)
    resolv(?:e|es|ed)
    decid(?:e|es|ed)(?= to)
    said yes to
    is to
    are to
    ready itself
    approv(?:e|es|ed|al)(?: of)?
    clear(?:s|ed)? the way for
    word of honour
    schedul(?:e|es|ed|ing)
    earmark\w*
    means? to
    will(?! not)
    """
)
"""In a cue: what follows somebody says they will do, or bring about."""
AHEAD = any_of(
    r"""
    will(?= (?:not |also |soon |now |then |again |only |be |have |\w+))
    would
    shall
    going to
    (?:is|are|was|were) (?:due |set |scheduled |about |supposed |bound |slated |meant |ready )?to (?!the\b|a\b|an\b|blame\b)[a-z]+
    \w+[’']ll
    won[’']t
    promis(?:e|es|ed)
    (?:pledg|vow|guarante)(?:e|es|s|ed)
    undert(?:ook|akes|aken)
    assur(?:e|es|ed)(?: [\w’']+){1,5} (?:of|that)
    plan(?:s|ned)? to
    inten(?:d|ds|ded|t) (?:to|on)
    due(?= (?:to|in|on|at|back|home|by|tomorrow|tonight|next|within))
    scheduled
    planned
    next (?:week|month|day|year|mon\w+|tues\w+|wednes\w+|thurs\w+|fri\w+|satur\w+|sun\w+)
    tomorrow
    had been (?:promised|assured|offered|told)
    (?:had|has|have) (?:agreed|promised|pledged|offered|undertaken|vowed|committed|consented)
    set to
    ready (?:for|to)
    making .{0,30} ready for
    stands? ready
    (?-i:[A-Z][\w’'-]+ to (?:free|hand|open|let|release|send|allow|close|return|cross|leave|lift)\b)
    (?-i:[A-Z][\w’'-]+ to (?:halt|end|start|resume|meet|sign|swap|receive|admit)\b)
    coming for
    on (?:its|their|his|her) way to being
    by (?:the end of|midsummer|midnight|noon|dawn|nightfall)
    (?:from|on|at|by) (?:next |this )?\w+day,? (?:\w+ ){0,2}?(?:we|they|i|it|he|she) (?-i:open|pass|go|cross|leave|close)s?
    (?:from|on|at|by) (?:next |this )?\w+day,? (?:the \w+|lorries|trucks|buses|people)(?: \w+)? (?-i:open|pass|go|cross|leave)s?
    (?:from|at|by) (?:tomorrow|daybreak|dawn|noon|midnight),? (?:\w+ ){0,3}?(?-i:open|pass|go|cross|leave|start|begin|close|come)s?
    (?-i:goes|comes) (?:home|ahead|free|back)
    pledg(?:e|es|ed)
    undertak(?:e|es|en|ing)
    guarante(?:e|es|ed)
    commit(?:s|ted|ment)
    tonight
    day (?:one|two|three|four|five|six|seven|eight|nine|ten): .{0,40}
    in the coming (?:days|weeks|hours)
    within (?:the next )?\w+ (?:hours|days|weeks)(?! of)
    under (?:preparation|way to)
    being (?:prepared|made ready|readied)
    prepar(?:es|ing) to
    threaten(?:s|ed)? to
    """
)
"""In what is said: that it is to come."""
