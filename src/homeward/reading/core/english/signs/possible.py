"""English words that are signs that something may be so, and that nobody stands behind it."""

from __future__ import annotations

from homeward.reading.core.tables import any_of

WITHHELD = any_of(
    r"""
    stop(?:s|ped|ping)? short of \w+ing
    refus(?:e|es|ed|ing) to (?:confirm|say)
    (?:could|can|would|did|does|do)(?: not|n[’']t) (?:yet )?(?:confirm|verif|exclude|rule out|deny)\w*
    (?:have|had|has|was|were|is|are)(?: not|n[’']t) (?:yet )?(?:confirm|verif|excluded|in a position)\w*
    cannot (?:confirm|verify|exclude|rule out|deny|be (?:sure|certain|excluded|ruled out))
    something (?:we|they) cannot exclude
    unable to (?:say|confirm|verify|exclude|rule out)
    neither confirm\w* nor den\w+
    (?:has|have|had|is|are) yet to(?: \w+)?
    (?:un|not )clear(?: to)?
    in(?:ability)? to confirm
    declin\w+ to confirm
    not in a position to \w+
    not (?:been )?(?:confirmed|verified)
    without (?:confirming|ruling out)
    did(?: not|n[’']t) (?:deny|dispute|exclude|rule out)
    no (?:confirmation|word)(?: of| on| from)?
    neither .{0,30} nor .{0,30} (?:could|would) (?:confirm|say)
    nothing to contradict
    not ruled out
    left open
    (?:nobody|no one|none) (?:can|could) (?:tell|say|confirm|know)\w*
    """
)
"""Nobody stands behind it and nobody against it."""
MAYBE_CUE = any_of(
    r"""
    suggest(?:s|ed|ing|ion)?
    hint(?:s|ed|ing)?(?: at)?
    speculat\w+
    hop(?:e|es|ed|ing|eful)
    fear(?:s|ed|ing)?
    expect(?:s|ed|ing|ation)?
    believ(?:e|es|ed|ing)
    think(?:s|ing)?
    thought
    suspect(?:s|ed|ing)?
    signal(?:s|led|ed|ling|ing)?
    indicat(?:e|es|ed|ing|ion)
    guess(?:es|ed)?
    anticipat\w+
    predict\w*
    forecast\w*
    consider(?:s|ed|ing|ation)?
    reckon(?:s|ed|ing)?
    wonder(?:s|ed|ing)?
    assum(?:e|es|ed|ing|ption)
    impl(?:y|ies|ied)
    willing(?:ness)?
    read(?:y|iness)
    open(?:ness)? to
    rumou?r(?:s|ed)?
    float(?:s|ed|ing)?(?: the idea)?
    idea of
    likelihood
    seem(?:s|ed)?(?: to)?
    appear(?:s|ed)?(?: to)?
    optimistic(?: about)?
    optimism
    alleg(?:e|es|ed|ing|ation)\w*
    in the view of
    weigh(?:s|ed|ing)?
    prospects?(?: for)?
    presum(?:e|es|ed|ing|ably)
    hearsay
    mull(?:s|ed|ing)?
    explor(?:e|es|ed|ing)
    study(?:ing)?
    toy(?:s|ed|ing) with
    contemplat\w+
    (?:is|are|was|were) (?:said|reported|thought|believed|understood|expected|rumoured) to
    entertain(?:s|ed|ing)?
    conceiv\w+
    estimat(?:e|es|ed)
    could
    might
    (?-i:may)
    raised the possibility
    possibility
    chances?
    odds
    dream(?:s|ed|t)?
    worr(?:y|ies|ied)
    sens(?:e|es|ed)
    feel(?:s|ing)?
    felt
    imagin\w+
    suppos(?:e|es|ed)
    doubt(?:s|ed|ful)?
    claims? to (?:know|have)
    understood
    impression
    talk(?:s|ed|ing)? (?:of|up)
    gossip
    whisper(?:s|ed)?
    not exclude\w*
    envisag\w+
    banking on
    confident
    """
)
"""In a cue: what follows is thought, hoped, feared or heard."""
MAYBE_AROUND = any_of(
    r"""
    conceivabl[ey]
    possibly
    it (?:is|was|may be|might be) (?:possible|likely|thinkable|probable)
    perhaps
    unconfirmed
    rumou?rs?
    alleged(?:ly)?
    reportedly
    apparently
    supposedly
    presumably
    could not be (?:confirmed|verified|checked)
    so the (?:story|rumour) goes
    hearsay
    in (?:his|her|its|their) (?:view|opinion)
    likelihood
    speculation
    """
)
MAYBE = any_of(
    r"""
    (?-i:may)
    May(?= (?:be|have|not|well)\b)
    might
    could
    can(?:not)?(?! wait)
    perhaps
    possib(?:le|ly|ility|ilities)
    impossible
    probab(?:le|ly)
    likel(?:y|ier|ihood)
    unlikely
    (?-i:maybe)
    presum(?:ably|ed)
    apparently
    seem(?:s|ed|ingly)?
    appear(?:s|ed)? to
    not (?:be )?(?:excluded|ruled out)
    (?:expected|thought|believed|understood|said|reported|rumoured|supposed) to
    hop(?:e|es|ed|ing) (?:to|that|for|is)
    considered
    open to
    willing(?:ness)?
    read(?:y|iness) to
    in principle
    potential(?:ly)?
    chances?
    tentative(?:ly)?
    rumou?r(?:s|ed)?
    alleged(?:ly)?
    reported(?:ly)?
    suspected
    unconfirmed
    within reach
    looked like
    looks like
    as (?:good as|if)
    conceivabl[ey]
    supposedly
    arguably
    not impossible
    under (?:consideration|discussion|study)
    in the (?:offing|making|air)
    on the (?:cards|horizon|table)
    imminent
    prospect(?:s|ive)?
    estimated
    I (?:think|believe|guess|hope|suppose)
    we (?:think|believe|hope|expect|assume|fear)
    (?:he|she|they|it) (?:thinks?|thought|believed?s?|hoped|expected|feared|assumed)
    in all (?:likelihood|probability)
    at best
    would have
    should (?:be|have) (?:there|over|done|back) by
    """
)
"""In what is said: that it may be so."""
