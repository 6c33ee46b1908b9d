"""In which language a text is written, as far as the desk has to know it: one of the three that are read, or which it is instead.

The script with the most letters decides first; within a script the common words of its languages are counted. A language is
refused only where another one is plainly there, so a short text in the right script is read.

Measured: of 84 English articles in 23,123 pieces of 5 to 200 words none is refused. Of the messages of a program in 91 other
languages and variants, in 2,731 pieces of 60 words, 88 are taken for one of ours: Bulgarian, Irish, Gaelic, Afrikaans most often.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

ENGLISH, RUSSIAN, ARABIC = "en", "ru", "ar"
NAMES = {ENGLISH: "English", RUSSIAN: "Russian", ARABIC: "Arabic"}
"""The languages that are read, by the codes of ISO 639-1."""
SAMPLE = 100_000
"""Code points from the beginning of a text that are looked at."""
LEAST, LEAD = 4, 2
"""Common words of another language that show it, and how many times as many they are as those of ours."""
ENOUGH, LEAST_SHARE = 40, 0.08
"""Words from which on a text must have its language's common words, and how large a share of them."""
STRANGE, NEEDED = 0.01, 0.003
"""Share of letters that the language does not have, and the least share of one that it cannot be without."""
LETTERS = 400
"""Letters from which on a text must have the one that its language cannot be without."""

LONGEST = 40
"""Letters of a word; a longer run is none, unless there is nothing else, as in scripts without spaces."""

_WORD = re.compile(r"[^\W\d_]+")
_ONE_SPELLING = str.maketrans("یکىهۀ", "يكيهه")


@dataclass(frozen=True, slots=True)
class Written:
    """The code of the language in which a text is read, or none; and in words what it is written in."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class _Script:
    """A script with a language that is read: its code, its letters, those it cannot be without, one it has seldom, common words."""

    code: str
    letters: frozenset[str]
    needed: str
    seldom: str
    common: Mapping[str, frozenset[str]]


def _table(words: str, shared: frozenset[str] = frozenset()) -> frozenset[str]:
    return frozenset(words.translate(_ONE_SPELLING).split()) - shared


def _script(code: str, letters: str, needed: str, seldom: str, own: str, neighbours: str) -> _Script:
    """`neighbours` has a language a line: its name, a colon, its common words; those of our own language count for nobody else."""
    common = _table(own)
    rows = (line.split(":", 1) for line in neighbours.strip().splitlines())
    others = {name.strip(): _table(words, common) for name, words in rows}
    return _Script(code, frozenset(letters), needed, seldom, {NAMES[code]: common, **others})


_SCRIPTS = {
    "LATIN": _script(
        ENGLISH,
        "",
        "",
        "",
        """the of and to in that was for on with as by he said is from at it be his has had not were which who they this
        are have their will been but an after its she her when would one about two or there you can any all how""",
        """
        French: le la les et des du un une que est pour dans qui par sur pas au il ce elle avec sont plus ne se cette
        German: der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es sie er dass hat
        Spanish: el la los de que y en un por las con una su para como del se lo al es más fue ha
        Italian: il di che la e per non un una del con sono da della è le si dei nel al ha gli
        Portuguese: de que o e do da em um para com não uma os no se na por mais dos das foi ao
        Dutch: de het een van dat niet met zijn voor op te en er aan door hij ook bij heeft naar
        Afrikaans: die en van nie het te vir wat sy om hulle aan ook maar hy ons kan word
        Irish or Gaelic: an na ar le agus do bhí sé go ag bha tha air gus nan nam níl atá
        Turkish: bir ve bu için ile olarak çok daha olan gibi ama kadar sonra var değil diye her da de olduğunu dedi
        Polish: w na z do się nie że jest i po od za oraz dla jak przez o jego są ale
        Czech or Slovak: v na se že je z do o s ve pro by jako po ale které jsou od byl sa nie
        Romanian: de și în la cu pe din care pentru nu este au să că mai un fost sunt a
        Hungarian: a az és hogy nem is egy meg csak volt ez van de már azt el mint
        Swedish, Norwegian or Danish: och att det som på är av för inte och til er ikke og med den en af ett har om
        Serbian, Croatian or Bosnian: je da se i u na za su od koji sa što nije kao bi će to ili
        Albanian: të e në për që dhe me një nga së është u ka i si nuk
        Indonesian or Malay: yang dan di untuk dengan dari ini tidak dalam akan itu pada adalah oleh telah
        Swahili: ya wa na kwa ni katika la za hiyo huo watu hao yake cha alisema baada kuwa
        Somali: iyo in ka ku ah oo uu ee la waxaa ayaa waa soo lagu u
        Kurdish: û de li ji bi ku bo di ew jî ev hat wê dike
        Azerbaijani: və bu bir üçün ilə də olan olunur edir ki isə daha
        Vietnamese: và của là có được cho không trong các với một người những
        Finnish: ja on ei että se oli hän mutta myös kun ovat joka
        Estonian: ja on ei et see oli ta kui ka või mis
        Hausa: da ya a na ta ba wannan kuma cewa suka sun domin
        """,
    ),
    "CYRILLIC": _script(
        RUSSIAN,
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "ы",
        "ъ",
        """и в не на что с по это как из к у за от о но так для был была было были он она они его их все при до же или если
        со только уже когда то а который которые также после том будет заявил сообщил""",
        """
        Ukrainian: та й що з від як про він вона вони було або але це є які для у ж щодо під час які
        Belarusian: і ў не з што гэта як па але яго быў ён яны для паведаміў
        Bulgarian: се от са е че като това който които във със след бе беше ще към между му
        Serbian: је да се су од који као што није би са то или ће бити
        Macedonian: се од со е дека што како ќе кои беше не или го ги
        Kazakh: және бұл мен үшін деп бір болды бойынша туралы осы
        Kyrgyz: жана бул менен үчүн деп бир болду боюнча тууралуу
        Tajik: ва дар аз ба ки ин барои бо аст шуд он як худ
        Mongolian: нь байна энэ гэж юм болон бол оны хийх бүр
        """,
    ),
    "ARABIC": _script(
        ARABIC,
        "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىٱ" + "ـًٌٍَُِّْٰ",
        "ةأإ",
        "",
        """في من على إلى الى أن ان إن عن مع هذا هذه التي الذي كان كانت وقد قال بعد قبل لا ما بين غير كل لم وفي أو ثم
        به له عليه فيه""",
        """
        Persian: در از که این را با است برای آن شد می های کرد بود یک خود گفت هم نیز تا و
        Urdu: کے میں کی ہے اور سے کا کو نے پر ہیں نہیں بھی یہ اس ایک ہو تھا کہ
        Pashto: د په چې او له دي کې یې ته هغه سره دا
        Kurdish: لە بە کە ئەم بۆ دەکات لەگەڵ ئەو و
        """,
    ),
}
_OTHERS = {
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "ETHIOPIC": "Amharic or Tigrinya",
}


def language_of(text: str) -> Written:
    """In what a text is written; the code is empty where nothing reads it."""
    words = _words(text[:SAMPLE])
    scripts = Counter({script: sum(map(len, found)) for script, found in words.items()})
    if not scripts:
        return Written("", "no letters")
    first = scripts.most_common(1)[0][0]
    if first not in _SCRIPTS:
        kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
        return Written("", "Japanese" if first == "CJK" and kana else _OTHERS.get(first, first.capitalize()))
    script = _SCRIPTS[first]
    name = _named(script, words[first])
    return Written(script.code if name == NAMES[script.code] else "", name)


def _words(text: str) -> dict[str, list[str]]:
    """The words of a text by the script of their first letter; runs of letters that are no word count only among themselves."""
    found = _WORD.findall(text.lower().translate(_ONE_SPELLING))
    read = [word for word in found if len(word) <= LONGEST] or found
    by_script: dict[str, list[str]] = {}
    for word in read:
        by_script.setdefault(_script_of(word[0]), []).append(word)
    return by_script


@lru_cache(maxsize=4096)
def _script_of(letter: str) -> str:
    """The first word of a letter's name in Unicode."""
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def _named(script: _Script, words: Sequence[str]) -> str:
    own = NAMES[script.code]
    hits = {name: sum(word in common for word in words) for name, common in script.common.items()}
    other = max((name for name in hits if name != own), key=lambda name: hits[name])
    if hits[other] >= LEAST and hits[other] >= LEAD * hits[own]:
        return other
    lacking = len(words) >= ENOUGH and hits[own] < LEAST_SHARE * len(words)
    return f"another language than {own}" if lacking or _strange(script, words) else own


def _strange(script: _Script, words: Sequence[str]) -> bool:
    """Whether letters are common here that the language does not have, or one is rare that it cannot be without.

    Each word counts once, so that a text that says one thing over and over is not taken for another language.
    """
    if not script.letters:
        return False
    letters = Counter("".join(set(words)))
    foreign = sum(count for letter, count in letters.items() if letter not in script.letters)
    needed = sum(letters[letter] for letter in script.needed)
    seldom = sum(letters[letter] for letter in script.seldom)
    total = letters.total()
    if seldom >= LEAST and seldom > needed:
        return True
    return (foreign >= LEAST and foreign > STRANGE * total) or (total >= LETTERS and needed < NEEDED * total)
