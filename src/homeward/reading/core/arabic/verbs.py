"""Arabic verbs with which somebody is said to say something: their forms, and how what was said is joined to them."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.arabic.letters import alike

# past, present, participle, and what may follow: a clause (with that, a quotation), a bare object, a noun behind a preposition;
# "news" is an object that must itself be something said. "-" where a form is not used or is mostly another word.
_TABLE = """
قال يقول قائل clause
أعلن يعلن معلن clause عن object
ذكر يذكر - clause
أكد يؤكد مؤكد clause على object
أفاد يفيد مفيد clause ب
أوضح يوضح موضح clause
أضاف يضيف مضيف clause
أردف يردف مردف clause
استطرد يستطرد مستطرد clause
استدرك يستدرك مستدرك clause
ختم يختم - clause
تابع يتابع متابع clause
كرر يكرر مكرر clause object
أشار يشير مشير clause إلى
لفت يلفت لافت clause إلى
نوه ينوه منوه clause إلى ب
صرح يصرح مصرح clause ب
بينت يبين مبين clause
كشف يكشف كاشف clause عن
اعترف يعترف معترف clause ب
أقر يقر مقر clause ب
روى يروي - clause
حكى يحكي - clause
استذكر يستذكر مستذكر clause object
نفى ينفي ناف clause object
كذب يكذب مكذب clause object
أنكر ينكر منكر clause object
دحض يدحض داحض object
فند يفند مفند object
رفض يرفض رافض clause object
استبعد يستبعد مستبعد clause object
رجح يرجح مرجح clause object
توقع يتوقع متوقع clause object
خشي يخشى - clause من object
أمل يأمل آمل clause في ب
تمنى يتمنى متمني clause object
اعتقد يعتقد معتقد clause
ظن يظن - clause
رأى يرى - clause
اعتبر يعتبر معتبر clause
زعم يزعم زاعم clause
ادعى يدعي مدعي clause
دعا يدعو داع clause إلى
طالب يطالب مطالب clause ب
طلب يطلب - clause object
ناشد يناشد مناشد object
حث يحث حاث object
حض يحض حاض object
أمر يأمر آمر ب
أوعز يوعز موعز ب
اقترح يقترح مقترح clause object
أوصى يوصي موصي clause ب
نصح ينصح ناصح clause ب
اشترط يشترط مشترط clause object
هدد يهدد مهدد clause ب
توعد يتوعد متوعد clause ب
لوح يلوح ملوح clause ب
تعهد يتعهد متعهد clause ب
وعد يعد واعد clause ب
التزم يلتزم ملتزم clause ب
أقسم يقسم مقسم clause
بشر يبشر مبشر clause ب
عرض يعرض عارض clause object
اعتزم يعتزم معتزم object
وافق يوافق موافق على
قبل يقبل - object ب
طمأن يطمئن مطمئن clause إلى
أبلغ يبلغ مبلغ clause object
أخبر يخبر مخبر clause object
أبرق يبرق مبرق clause
اتهم يتهم متهم object
عزا يعزو عاز object
حمل يحمل محمل object
قدر يقدر مقدر clause object
وصف يصف واصف object ب
رد يرد راد clause ب على
علق يعلق معلق clause
عقب يعقب معقب clause
حذر يحذر محذر clause من
نبه ينبه منبه clause إلى
شدد يشدد مشدد clause على
جزم يجزم جازم clause ب
أصر يصر مصر clause على
تحدث يتحدث متحدث clause عن
شكا يشكو شاك clause من
اشتكى يشتكي مشتكي clause من
انتقد ينتقد منتقد object
ندد يندد مندد ب
دان يدين - object
أدان يدين مدين object
استنكر يستنكر مستنكر object
شكك يشكك مشكك في
تبنى يتبنى متبني object
سجل يسجل مسجل clause
أحصى يحصي محصي object
لاحظ يلاحظ ملاحظ clause
أثبت يثبت مثبت clause object
كتب يكتب كاتب clause
صاح يصيح صائح clause
هتف يهتف هاتف clause
تساءل يتساءل متسائل clause
ألمح يلمح ملمح clause إلى
لمح - - clause إلى
أظهر يظهر مظهر clause
أمهل يمهل ممهل object
سحب يسحب ساحب news
صحح يصحح مصحح news
تراجع يتراجع متراجع news عن
اعتذر يعتذر معتذر news عن
نص ينص - على clause
شهد - - clause
أبدى يبدي مبدي speech
جدد يجدد مجدد speech
أعرب يعرب معرب speech
عبر يعبر معبر speech
أعطى يعطي - speech
قدم يقدم - speech
منح يمنح - speech
وجه يوجه موجه speech
نقل ينقل ناقل relay
أورد يورد - relay
نسب ينسب ناسب relay
نشر ينشر - relay
بث يبث - relay
"""


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying: its past, what may follow it, whether it is a participle, feminine, and with an object."""

    name: str
    follows: tuple[str, ...]
    participle: bool = False
    feminine: bool = False
    present: bool = False
    plural: bool = False


def _stems(past: str) -> tuple[str, str]:
    """A past without and with what is lost before the endings."""
    weak = past.endswith(("ى", "ا")) and len(past) > 2
    return (past[:-1] if weak else past), past


def _pasts(past: str) -> list[tuple[str, bool, bool]]:
    short, whole = _stems(past)
    if past.endswith("ت") and past == "بينت":
        return [(past, True, False)]
    return [
        (whole, False, False),
        (short + "ت", True, False),
        (short + "وا", False, True),
        (short + "تا", True, True),
        (whole + "ا" if whole == short else short + "يا", False, True),
    ]


def _presents(present: str) -> list[tuple[str, bool, bool]]:
    rest = present[1:]
    weak = present.endswith(("ى", "ي", "و"))
    stem = rest[:-1] if weak else rest
    found = [("ي" + rest, False, False), ("ت" + rest, True, False)]
    for sign, feminine in (("ي", False), ("ت", True)):
        found += [
            (sign + stem + "ون", feminine, True),
            (sign + stem + "وا", feminine, True),
            (sign + rest + "ان", feminine, True),
        ]
        if weak:
            found.append((sign + stem, feminine, False))
        elif len(rest) > 2 and rest[-2] in "يو":
            found.append((sign + rest[:-2] + rest[-1], feminine, False))
    return found


def _participles(participle: str) -> list[tuple[str, bool, bool]]:
    if participle.endswith("ي"):
        return [(participle + "ا", False, False), (participle + "ة", True, False)]
    if participle in ("ناف", "داع", "عاز", "شاك"):
        return [(participle + "يا", False, False), (participle + "ية", True, False), (participle + "ين", False, True)]
    return [(participle + "ا", False, False), (participle + "ة", True, False), (participle + "ين", False, True)]


def _all() -> dict[str, Verb]:
    forms: dict[str, Verb] = {}
    for line in filter(None, _TABLE.splitlines()):
        past, present, participle, *follows = line.split()
        name, joins = alike(past), tuple(map(alike, follows))
        if past != "-":
            for form, feminine, plural in _pasts(past):
                forms.setdefault(alike(form), Verb(name, joins, False, feminine, False, plural))
        if present != "-":
            for form, feminine, plural in _presents(present):
                forms.setdefault(alike(form), Verb(name, joins, False, feminine, True, plural))
        if participle != "-":
            for form, feminine, plural in _participles(participle):
                forms.setdefault(alike(form), Verb(name, joins, True, feminine, False, plural))
    return forms


VERBS = _all()
for _noun in map(
    alike,
    (
        "قائلين",
        "كاتبا",
        "كاتبة",
        "كاتبين",
        "هاتفا",
        "هاتفة",
        "متحدثين",
        "متحدثة",
        "مقرا",
        "مقرة",
        "مقدرة",
        "مسجلين",
        "محملة",
        "محملا",
        "مراقبين",
        "طالبا",
        "قدما",
        "قبلا",
        "قبلت",
        "عرضا",
        "وعدا",
        "ردا",
        "رفضا",
        "طلبا",
        "نصا",
        "يبلغ",
        "تبلغ",
        "مبلغا",
        "مبلغة",
        "قبل",
        "نشرا",
        "نقلا",
        "علما",
        "أمرا",
        "مصرين",
        "مدينة",
        "متهمين",
        "متهمة",
        "عارضة",
        "معلقا",
        "معلقة",
    ),
):
    if _noun not in (alike("قبلت"), alike("متهمة"), alike("معلقا")):
        VERBS.pop(_noun, None)

TAKE_BACK = frozenset(map(alike, "أورد نقل نسب نشر بث".split()))
"""Verbs of handing on: they carry what is said as a pronoun, or name whose words they are."""
UNSAID = frozenset(map(alike, ("قيل", "يقال", "أشيع", "يشاع", "يزعم", "أفيد", "تردد", "يتردد", "يعتقد")))
"""Verbs in the passive, under which nobody is held to have said it."""
MAY_BE_NEGATED = frozenset(map(alike, "استبعد أكد نفى وافق كذب أنكر قبل".split()))
"""Verbs that say something even under a negation: who does not rule it out holds it possible."""
_PRONOUNS = ("ها", "هم", "ه", "هما", "نا", "هن")


def verb(word: str) -> tuple[Verb, bool] | None:
    """The verb of saying that a word is, and whether it has an object pronoun; the clitics before it are taken off elsewhere."""
    if word in VERBS:
        return VERBS[word], False
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) > len(pronoun) + 2:
            found = VERBS.get(word.removesuffix(pronoun))
            if (
                found is not None
                and not found.participle
                and word != alike("قدرها")
                and (found.name in TAKE_BACK or "object" in found.follows)
            ):
                return found, True
    return None


def names(words: str) -> frozenset[str]:
    """Verbs by their pasts, as `named_in` tells them."""
    return frozenset(map(alike, words.split()))


def named_in(cue: str) -> frozenset[str]:
    """The verbs of saying in the words of a cue, by their pasts, in whatever form they stand."""
    found = (verb(word) or verb(word[1:]) for word in cue.split() if len(word) > 1)
    return frozenset(each[0].name for each in found if each is not None)
