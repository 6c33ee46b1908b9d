"""English words that are signs that something is not so, or that somebody will not have it."""

from __future__ import annotations

from homeward.reading.core.tables import any_of, at_start

DENIES = any_of(
    r"""
    den(?:y|ies|ied|ying|ial)
    reject(?:s|ed|ing|ion)?
    dismiss(?:es|ed|ing|al)?
    refut(?:e|es|ed|ing)
    disput(?:e|es|ed|ing)
    disavow\w*
    repudiat\w+
    rul(?:e|es|ed|ing) out
    withdr[ae]w\w*
    contradict\w*
    retract\w*
    disown\w*
    rebut\w*
    rebuff\w*
    refus(?:e|es|ed|ing|al)(?! to (?:confirm|say|comment|name))
    brush(?:es|ed|ing)? (?:aside|off)
    (?:took|takes?|taken) (?:issue|exception) with
    turn(?:s|ed|ing)? down
    (?:would|will) not (?:hear of|accept that|agree)
    laugh(?:s|ed|ing)? off
    pour(?:s|ed|ing)? cold water on
    brand(?:s|ed|ing)?(?: \w+){0,2} (?:a lie|lies|false|fake)
    veto(?:es|ed|ing)?
    not the case
    wav(?:e|es|ed|ing) (?:away|aside|off)(?: by)?
    in no mood to
    no question of
    took back
    tak(?:e|es|ing|en) back
    (?:gave|gives?|giving) no (?:credence|weight) to
    without foundation
    baseless
    not a (?:grain|word|shred) of(?: truth)?
    scotch(?:ed|es)
    quash(?:ed|es)
    shot down
    disagree(?:s|d)?
    debunk\w*
    shrugg(?:ed|ing) off
    scoff(?:s|ed|ing)?(?: at)?
    challeng(?:e|es|ed|ing) the (?:claim|account|figure)\w*
    false that
    declin(?:e|es|ed|ing) (?:to (?!comment|say|confirm|name))
    (?:did|does|do|would|will) not accept
    contest(?:s|ed|ing)?
    """
)
"""In a cue: what follows is what somebody says is not so, or does not want."""
DENIES_THAT = any_of(
    r"""
    (?:pure|sheer) (?:invention|fiction|fantasy)
    (?:a |an )?(?:outright |complete |plain )?(?:fabrication|falsehood|hoax|forgery)
    nothing of the (?:sort|kind)
    (?:is|was|are|were|be) (?:out of the question|untrue|false|a lie|lies|fake|invented)
    out of the question
    a fake
    anything but
    not so
    far from (?:being|having)
    had it wrong
    not a grain of truth
    no truth
    """
)
"""In a cue or in what it says: that it is not so."""
NOT_SO = any_of(
    r"""
    (?:is|was|are|were) (?:false|untrue|baseless|invented|wrong|a lie|lies)
    (?:it|that|this) (?:is|was) not so
    """
)
"""In what is said: that something which others hold is not so."""
NEGATED = at_start(
    r"""
    (?:no|not one|not a(?: single)?|neither|nobody|no one|none|nothing|never|far from|nowhere|not)\b
    (?:at no (?:time|point)|in no way|under no circumstances)\b
    there (?:is|are|was|were|had been|has been|have been|would be|will be) (?:no|never|not|nothing|nobody)\b
    (?:(?!who\b|which\b|that\b|although\b|though\b)[\w’'-]+ ){1,6}?(?:never|cannot|won[’']t)
    (?:(?!who\b|which\b|that\b|although\b|though\b)[\w’'-]+ ){1,6}?(?:had|has|have|did|does|do)(?: not|n[’']t| never| no )
    (?:(?!who\b|which\b|that\b|although\b|though\b)[\w’'-]+ ){1,6}?(?:was|were|is|are)(?: not|n[’']t| never| no )
    (?:(?!who\b|which\b|that\b|although\b|though\b)[\w’'-]+ ){1,6}?(?:would|will|could|can|may|might)(?: not|n[’']t| never| no )
    """,
    before=r"(?:that |on the contrary,? |in fact,? )?"
    r"(?!no (?:fewer|less|more|later|sooner|longer)\b|not (?:only|more|less|fewer)\b)",
)
"""What is said, when its main clause says that something is not."""
NOT = any_of(
    r"""
    not
    no
    never
    nobody
    nothing
    \w+n[’']t
    un\w+
    without
    hardly
    scarcely
    less than
    """
)
