"""Whether a condition names nothing that could be seen to be met, by the words it is put in."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(r"[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ё": "е", "’": "'", "\u05f3": "'"})

_OPEN = re.compile(
    r"\b(?:"
    # English
    r"conditions? (?:allow|permit)\w*|there (?:are|were|will be|would be) (?:the )?conditions"
    r"|conditions (?:are |become )?(?:right|ripe|there|in place|favou?rable|suitable)|(?:when|once|until) the conditions exist"
    r"|(?:right|suitable|proper|necessary|favou?rable) (?:conditions|circumstances|moment|climate)"
    r"|circumstances|co-?ordinated(?! with\b)|(?:in|through|by|under|better|closer) co-?ordination(?! with\b)|appropriate\w*"
    r"|when(?:ever)? possible|if possible|where possible|as far as possible|in due (?:course|time)|at the right time"
    r"|as soon as (?:possible|practicable|feasible)|when the time (?:comes|is right)|good (?:will|faith)"
    r"|sufficient (?:progress|guarantees|calm)"
    # German, French, Spanish
    r"|(?:wenn|sobald|falls) (?:die|es die) (?:lage|umstände|bedingungen|verhältnisse)(?: es)? (?:erlaub|zulass|zulä|gestatt)\w*"
    r"|(?:geeignete|passende|nötige|günstige)\w* (?:bedingungen|umstände|zeitpunkt|moment)|so ?bald wie möglich|guter wille"
    r"|(?:si|quand|lorsque|dès que) les (?:conditions|circonstances) le permett\w*|conditions (?:nécessaires|réunies|favorables)"
    r"|dès que possible|en temps voulu|moment venu|bonne volonté"
    r"|(?:si|cuando) las (?:condiciones|circunstancias) lo permit\w*|condiciones (?:adecuadas|necesarias|propicias|favorables)"
    r"|cuanto antes|lo antes posible|en su debido momento|buena voluntad"
    # Russian: stems with any ending
    r"|(?:подходящ|надлежащ|соответствующ|благоприятн|необходим|нужн)\w* (?:услови|момент|обстановк|обстоятельств)\w*"
    r"|услови\w* (?:позвол|созре|появ|слож)\w*|обстановк\w* позвол\w*|обстоятельств\w*"
    r"|по (?:мере )?возможности|как только (?:это )?(?:станет )?возможн\w*|в ближайшее время|в установленном порядке"
    r"|(?:с)?координирован\w*|скоординирован\w*|согласованн\w* подход\w*|доброй вол\w*"
    # Arabic: letters already made alike
    r"|(?:\w{0,2})?(?:الظروف|الشروط|الاوضاع) (?:المناسبه|الملائمه|اللازمه|المواتيه)|تسمح (?:الظروف|الاوضاع)"
    r"|(?:ظروف|اوضاع) (?:مناسبه|ملائمه|مواتيه)|في الوقت المناسب|(?:ب)?اسرع وقت(?: ممكن)?|قدر الامكان|عند الامكان"
    r"|(?:\w{0,2})?(?:تنسيق|التنسيق)|(?:\w{0,2})?منسق(?:ه)?|(?:\w{0,2})?حسن (?:ال)?نيه"
    # Hebrew
    r"|(?:ה)?תנאים (?:ה)?(?:מתאימים|נכונים|נאותים|בשלים)|(?:כש|אם )?(?:ה)?תנאים יאפשרו|(?:ה)?נסיבות"
    r"|בזמן (?:ה)?(?:מתאים|נכון)|בהקדם(?: האפשרי)?|ככל האפשר|במידת האפשר|(?:ב)?תיאום|(?:ה)?מתואמ(?:ת|ים|ות)?|(?:ה)?מתואם"
    r")\b"
)


def vague(text: str) -> bool:
    """Whether nothing in these words could be seen to be met; it stays a question to put to who said it."""
    return bool(_OPEN.search(_alike(text)))


def _alike(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    return " ".join(_MARKS.sub("", folded).split())
