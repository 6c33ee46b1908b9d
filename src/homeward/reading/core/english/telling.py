"""Where an English text tells that somebody says something, whether or not anybody finds what was said."""

from __future__ import annotations

from collections.abc import Iterator

from homeward.reading.core.tables import any_of

_TELLS = any_of(
    r"""
    sa(?:id|ys|ying)
    t(?:old|ells|elling)
    according to
    (?:ha(?:s|ve|d) |is |are |was |were )?quoted (?:as|by)
    in the words of
    (?:quot|cit)ing
    (?:add|announc|answer|argu|assert|assur|confirm|claim|comment|complain|conced|conclud|declar|den(?=i)|disclos|disput|expect
        |explain|fear|hint|impl(?=i)|inform|insist|maintain|mention|not|notif|object|observ|pledg|predict|promis|propos|protest
        |recall|recount|reiterat|remark|remind|repeat|repl(?=i)|report|respond|retort|reveal|signal|stat|stress|suggest|tweet
        |urg|voic|vow|warn|accus|acknowledg|admit(?=t)|advis|agre|alleg|believ|criticis|criticiz|dismiss|demand|describ|estimat
        |hop|indicat|offer|question|refus|reject|request|rul(?=ed out)|threaten)(?:t?ed|t?ing|ied|ying)
    (?:adds|announces|answers|argues|asserts|assures|confirms|claims|concedes|declares|denies|disputes|expects|explains|fears
        |implies|informs|insists|maintains|notes|objects|observes|pledges|predicts|promises|proposes|protests|recalls|remarks
        |repeats|replies|reports|responds|reveals|states|stresses|suggests|tweets|urges|vows|warns|accuses|acknowledges|admits
        |advises|agrees|alleges|believes|criticises|criticizes|demands|describes|estimates|hopes|indicates|offers|refuses
        |rejects|requests|threatens|thinks|thought|knows|knew)
    wr(?:ites|ote|iting)
    swore|swears
    made (?:it )?clear
    let (?:it be )?known
    on (?:the )?condition (?:of anonymity|that)
    """.replace("\n        ", "")
)


def telling(text: str) -> Iterator[int]:
    """The places of verbs of saying, holding and asking in the forms in which reports have them, and of "according to"."""
    return (match.start() for match in _TELLS.finditer(text))
