"""What only the tagger takes for a statement of an English text, and is none."""

from __future__ import annotations

import re

from homeward.reading.core.layers import Found

_SILENT = re.compile(
    r"(?:not|never|n[’']t|neither|without|cannot)\b(?!.*\b(?:den|disput|rul|exclud|doubt|contest|accept|recogni|agree|believ|think|expect))"
    r"|^(?:\w+ )?(?:declin|refus)\w+(?: to (?:say|comment|discuss|confirm|answer|speak))?$"
    r"|^(?:also |better |widely )?(?:known|dubbed|nicknamed) as$"
    r"|^(?:is|are|was|were)(?: not)?(?: to \w+)?$"
    r"|^(?:to )?(?:quote|ascrib|is generally ascribed|speak(?:s|ing)? for|spoke for)",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY = re.compile(
    r"\W*(?:which|that|it|what|this|who|whom|no (?:\w+ )?"
    r"(?:comment|explanation|reason|answer|details?|words?|reply|response)|what \w+(?: \w+)?"
    r"|.*\b(?:nobody|no one) would (?:say|tell|confirm)\b.*)\W*$",
    re.IGNORECASE,
)
_NO_SPEAKER = re.compile(r"(?:neither|nobody|no one|none)\b", re.IGNORECASE)
_HELPS = re.compile(r"(?:is|are|was|were|has|have|had|will|would|could)\b")
_QUESTION = re.compile(r"(?:what|whether|why|how|when|where|who|if)\b")
_UNNAMED = re.compile(r"(?:not )?to be (?:named|quoted|identified)\b|anonymity\b|for anonymity\b")
_CITES = re.compile(r"(?:quot|cit)ing\b")
MENTION = 9
"""Words of a name that is cited, and no more of what it says."""


def unsaid(text: str, one: Found) -> bool:
    """Whether what only the tagger finds is a refusal to speak, a pronoun, or said by nobody."""
    cue = " ".join(text[start:end] for start, end in one.cue)
    content = " ".join(text[start:end] for start, end in one.content)
    source = " ".join(text[start:end] for start, end in one.source)
    after = text[one.cue[-1][1] : one.content[0][0]] if one.cue[-1][1] <= one.content[0][0] else "-"
    reduced = cue.endswith("ed") and not after.strip() and bool(_HELPS.match(content))
    named = bool(_CITES.match(cue)) and len(content.split()) < MENTION
    what = content.startswith("what ") and source.lower() in ("it", "he", "she", "they")
    asks = cue.lower().endswith("asked") and bool(_QUESTION.match(content))
    nobody = bool(_NO_SPEAKER.match(source)) and not re.search(r"den|disput", cue)
    unnamed = bool(_UNNAMED.match(content))
    return unnamed or nobody or asks or bool(_SILENT.search(cue) or _EMPTY.match(content)) or reduced or named or what
