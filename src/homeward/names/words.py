"""Small words of names, in the scripts that lists come in; a new one is a new word here. All are keys."""

from __future__ import annotations

from homeward.names.letters import key

TITLES = frozenset(
    "dr doctor prof professor mr mrs ms miss mme mlle herr frau eng engineer sheikh "
    "shaykh haj hajj haji hajja rev fr sir col gen capt sayed "
    "د دكتور دكتوره الدكتور الدكتوره م مهندس المهندس المهندسه استاذ الاستاذ السيد السيده الشيخ الحاج الحاجه مستر انسه "
    "доктор профессор г-н господин госпожа гн гжа инженер шейх пан пані "
    "דר פרופ פרופסור מר גב גברת אינג הרב שיח' שיח".split()
)
"""Words before a name that tell of work, age or respect; never compared."""

NASAB = frozenset("bin ibn bint binti ben بن ابن بنت ибн бин бинт бен בנ איבנ בינת' אבנ".split())
ABU = frozenset("abu abou abo aboo ابو ابي ابا абу אבו".split())
UMM = frozenset("um umm oum om ام умм ум אומ אמ".split())
ABD = frozenset(
    "abd abdel abdul abdal abdol abdoul abdu abdur abder abdus abdil abed "
    "عبد абд абдель абдул абдуль абд-аль абдал абдэль עבד עבדאל עבדול".split()
)
ARTICLES = frozenset("al el il ul ar an as ash at ad az adh ال аль ал эль эл ель ар ан ас аш ат ад аз אל א אש".split())
JOINED = frozenset(
    "de da del dela di du la le "
    "van von der den dos das ter mac ou ди де ла фон ван дер дэ דה דל ואנ פונ دي دا ديلا فان فون de-la".split()
)
"""Particles that belong to the family name after them."""

ALIASES = (
    "aka",
    "a k a",
    "alias",
    "known as",
    "он же",
    "она же",
    "известен как",
    "المعروف",
    "الملقب",
    "الشهير",
    "המכונה",
    "ידוע כ",
)

UNNAMED = frozenset(
    "nn n n unknown unnamed unidentified anonymous noname infant baby newborn boy girl male female child son daughter of "
    "неизвестный неизвестная неизвестно младенец ребенок مجهول مجهوله طفل طفله رضيع رضيعه אלמוני אלמונית תינוק תינוקת".split()
)

PATRONYMIC_ENDINGS = {
    "Cyrl": ("ович", "евич", "йович", "ьич", "ич", "овна", "евна", "ична", "івна", "ївна", "инична"),
    "Latn": ("ovich", "evich", "ovych", "evych", "iovych", "yovych", "ovitch", "evitch", "owitsch", "ewitsch", "jewitsch",
             "ovna", "evna", "ivna", "ichna", "itchna", "itschna", "owna", "ewna", "inichna"),
    "Arab": ("وفيتش", "يفيتش", "فيتش", "وفنا", "يفنا", "فنا", "يتش", "يتشنا"),
    "Hebr": ("וביצ'", "יביצ'", "וביצ", "יביצ", "ובנה", "יבנה", "ביצ'", "איצ'", "יצ'", "יצ'נה"),
}  # fmt: skip

_SPELLED = "a איי|b בי|c סי|f אף|g ג'י|h אייץ'|j ג'יי|k קיי|n אן|p פי|q קיו|r אר|s אס|t טי|v וי|w דבליו|x אקס|y וואי"
LETTERS = {key(name): letter for letter, name in (pair.split(" ") for pair in _SPELLED.split("|"))}
"""Middle initials as Hebrew writes them, by the English name of the letter: Brian J. Smith is בריאן ג'יי סמית'."""
