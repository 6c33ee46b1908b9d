"""English words that are signs that something is stated to be so."""

from __future__ import annotations

import re

from homeward.reading.core.tables import any_of

STATES = any_of(
    r"""
    sa(?:id|ys?|ying)
    told
    tells?
    telling
    add(?:s|ed|ing)?
    announc\w+
    report(?:s|ed|ing)?
    confirm(?:s|ed|ing)?
    according(?: to)?
    stat(?:e|es|ed|ing|ement)
    not(?:e|es|ed|ing)
    expla\w+
    wr(?:ote|ites?|iting|itten)
    put(?:s|ting)?
    count(?:s|ed|ing)?
    g(?:ave|ives?|iving|iven)
    sp(?:oke|eaks?|eaking|oken)(?: of| about)?
    blam(?:e|es|ed|ing)
    accus(?:e|es|ed|ing)
    insist(?:s|ed|ing)?
    maintain(?:s|ed|ing)?
    hold(?:s|ing)?
    held
    claim(?:s|ed|ing)?
    retort(?:s|ed)?
    stress(?:es|ed|ing)?
    correct(?:s|ed|ing|ion)?
    repl(?:y|ies|ied|ying)
    respond\w*
    answer\w*
    argu(?:e|es|ed|ing)
    describ\w+
    declar\w+
    reveal\w*
    disclos\w+
    concede?[sd]?
    conceding
    admit(?:s|ted|ting)?
    acknowledg\w+
    repeat(?:s|ed|ing)?
    reiterat\w+
    recall(?:s|ed|ing)?
    testif\w+
    complain(?:s|ed|ing)?
    snapp?(?:s|ed)
    thunder(?:s|ed)
    tweet(?:s|ed|ing)?
    post(?:s|ed|ing)?
    publish(?:es|ed)?
    list(?:s|ed)?
    recorded
    records?
    register(?:s|ed)?
    mention(?:s|ed)?
    cit(?:e|es|ed|ing)
    quot(?:e|es|ed|ing)
    condemn(?:s|ed)?
    welcom(?:e|es|ed)
    prais(?:e|es|ed)
    criticis\w+
    criticiz\w+
    thank(?:s|ed)?
    inform(?:s|ed|ing)?
    brief(?:s|ed)?
    relay(?:s|ed)?
    observ(?:e|es|ed)
    remark(?:s|ed)?
    point(?:s|ed|ing)? (?:out|to)
    underlin\w+
    emphasi[sz]\w+
    show(?:s|ed|n)?
    found
    finds?
    know(?:s|n)?
    knew
    learn(?:s|ed|t)?
    s(?:aw|een|ees?)
    heard
    hears?
    read(?:s|ing)?(?= |$)
    warn(?:s|ed|ing)?
    clarif\w+
    specif\w+
    detail(?:s|ed)?
    recount(?:s|ed)?
    relat(?:e|es|ed)
    assert(?:s|ed|ing)?
    affirm(?:s|ed)?
    certif\w+
    verif(?:y|ies|ied)
    documented
    documents?
    tall(?:y|ied)
    boast(?:s|ed)?
    joked?
    lament(?:s|ed)?
    news
    accounts? of
    statements?
    by (?:his|her|its|their) (?:account|count|tally|reckoning)
    per(?= )
    call(?:s|ed|ing)?(?! (?:on|for))
    let it be known
    made (?:it )?clear
    made known
    broke the news
    went on
    continued?s?
    began
    conclud\w+
    voic\w+
    let (?:it )?(?:slip|out)
    nam(?:e|es|ed|ing)
    ma(?:ke|kes|de|king) (?:it|known)
    st(?:and|ands|ood) by
    affirm\w*
    strik\w+
    struck
    annul\w*
    logged
    noted down
    set out
    shout(?:s|ed)?
    cried
    retell\w*
    retold
    log(?:s|ged)?
    bear(?:s)? out
    attest(?:s|ed)?
    swore that
    gave (?:the|a)
    cabled
    texted
    radioed
    phoned
    whispered
    murmured
    mutter(?:ed|s)
    quipp?ed
    counter(?:s|ed)
    signed off
    """
)
"""In a cue: the words with which people state that something is so."""
TELLS = any_of(
    r"""
    put(?:s|ting)?
    count(?:s|ed|ing)?
    g(?:ave|ives?|iving)
    sp(?:oke|eaks?|eaking) of
    blam(?:e|es|ed|ing)
    accus(?:e|es|ed|ing)
    correct(?:s|ed|ing)?
    list(?:s|ed)?
    report(?:s|ed)?
    record(?:s|ed)?
    register(?:s|ed)?
    announc(?:es|ed)
    confirm(?:s|ed)?
    mention(?:s|ed)?
    cit(?:es|ed)
    condemn(?:s|ed)?
    welcom(?:es|ed)
    prais(?:es|ed)
    criticis(?:es|ed)
    thank(?:s|ed)?
    describ(?:es|ed)
    call(?:s|ed)
    tall(?:ies|ied)
    documented
    verified
    """
)
"""In a cue: words that state something with a noun alone: "put the figure at 600"."""
FINITE = re.compile(
    r"(?<!\w)(?:is|are|was|were|has|have|had|did|does|do|been|am|[’']s|[’']re|[’']ve|\w{3,}ed|\w{2,}s|"
    + "|".join(
        (
            "began came went left took gave got saw met made found held kept lost paid ran said sent set shot sold spent "
            "stood told fell fled flew drove brought bought broke built caught drew felt fought froze grew heard hid hit "
            "hurt knew laid lay led let lit put read rode rose sat shut slept spoke stole struck swam taught thought threw "
            "understood woke wore won wrote cut "
        ).split()
    )
    + r")\b",
    re.IGNORECASE,
)
"""A verb that says that something is or was so."""
THAT = re.compile(r"\W*(?:that\b|[“\"])", re.IGNORECASE)
