"""What Arabic texts count: nouns in the singular, the plural and the dual, and the unit that each of them is."""

from __future__ import annotations

from homeward.reading.core.arabic.letters import alike

_NOUNS = """
person شخص أشخاص شخصا إنسان نسمة فرد أفراد نفر أنفار
person رجل رجال رجلا امرأة نساء نسوة سيدة سيدات طفل أطفال طفلا طفلة طفلات رضيع رضع صبي صبية فتى فتية فتيان فتاة
person فتيات قاصر قصر شاب شبان شباب شابة
person مدني مدنيون مدنيين مدنيا مسلح مسلحون مسلحين مسلحا مقاتل مقاتلون مقاتلين مقاتلا جندي جنود جنديا ضابط ضباط
person ضابطا عسكري عسكريون عسكريين شرطي عنصر عناصر
person رهينة رهائن أسير أسرى أسيرا أسيرة أسيرات محتجز محتجزون محتجزين محتجزا محتجزة محتجزات معتقل معتقلون
person معتقلين معتقلا معتقلة معتقلات سجين سجناء سجينا
person مخطوف مخطوفون مخطوفين مخطوفا مختطف مختطفون مختطفين مختطفا خاطف خاطفون خاطفين موقوف موقوفون موقوفين مفقود
person مفقودون مفقودين مفقودا
person جريح جرحى جريحا مصاب مصابون مصابين مصابا قتيل قتلى قتيلا شهيد شهداء شهيدا ضحية ضحايا مريض مرضى مريضا ميت
person موتى وفاة
person لاجئ لاجئون لاجئين لاجئا نازح نازحون نازحين نازحا مهجر مهجرون مهجرين عالق عالقون عالقين عالقا مغادر
person مغادرون مغادرين مغادرا عائد عائدون عائدين
person مهندس مهندسون مهندسين مهندسا طبيب أطباء طبيبا ممرض ممرضون ممرضة ممرضات عامل عمال عاملا موظف موظفون موظفين
person موظفا سائق سائقون سائقين سائقا صحفي صحفيون صحفيين صحافي صحافيون صحافيين
person مواطن مواطنون مواطنين مواطنا أجنبي أجانب أجنبيا راكب ركاب راكبا مسافر مسافرون مسافرين ساكن سكان مقيم
person مقيمون تلميذ تلاميذ طالب طلاب طلبة طالبا طالبة طالبات معلم معلمون معلمين معلمة معلمات
person بحار بحارة صياد صيادون صيادين صيادا حاج حجاج ناج ناجون ناجين ناجيا مراقب مراقبون مراقبين مراقبا متطوع
person متطوعون متطوعين مسعف مسعفون مسعفين عجوز عجائز مسن مسنون مسنين
person رفيق رفاق زميل زملاء طاقم
incident حادث حوادث حادثة
person مهاجر مهاجرون مهاجرين مهاجرا منكوب منكوبون منكوبين محاصر محاصرون محاصرين محرر محررون محررين
person ابن أبناء بنات قريب أقارب شقيق أشقاء زوجة زوجات والد أهالي ناشط ناشطون ناشطين قاض قضاة راهبة راهبات راهب
person رهبان كاهن كهنة محام محامون محامين
person سوري سوريون سوريين لبناني لبنانيون لبنانيين فلسطيني فلسطينيون فلسطينيين عراقي عراقيون عراقيين يمني يمنيون
person يمنيين إسرائيلي إسرائيليون إسرائيليين
bus حافلة حافلات باص باصات
truck شاحنة شاحنات
case حالة حالات
vehicle مركبة مركبات آلية آليات
car سيارة سيارات عربة عربات
ambulance إسعاف
aircraft طائرة طائرات
boat قارب قوارب زورق زوارق مركب مراكب
ship سفينة سفن باخرة بواخر بارجة بوارج
convoy قافلة قوافل
family عائلة عائلات أسرة أسر
body جثة جثث جثمان جثامين رفات
name اسم أسماء اسما
list قائمة قوائم كشف كشوف
stage مرحلة مراحل
batch دفعة دفعات
dollar دولار دولارات دولارا
euro يورو
dinar دينار دنانير دينارا
lira ليرة ليرات
pound جنيه جنيهات جنيها
riyal ريال ريالات ريالا
tonne طن أطنان طنا
kilogram كيلوغرام كيلوغراما كيلوجرام كغم
litre لتر ليتر لترا ليترا لترات
kilometre كيلومتر كيلومترا كيلومترات كلم كم
metre متر أمتار مترا
bag كيس أكياس كيسا
box صندوق صناديق صندوقا
basket سلة سلال سلات
tent خيمة خيام خيم
house بيت بيوت بيتا منزل منازل منزلا
village قرية قرى بلدة بلدات
point نقطة نقاط
hour ساعة ساعات
minute دقيقة دقائق
day يوم أيام يوما
night ليلة ليال ليالي
week أسبوع أسابيع أسبوعا
month شهر أشهر شهور شهرا
year سنة سنوات سنين عام أعوام عاما
time مرة مرات
shell قذيفة قذائف
rocket صاروخ صواريخ صاروخا
weapon سلاح أسلحة
permit تصريح تصاريح إذن
crossing معبر معابر
camp مخيم مخيمات
bed سرير أسرة سريرا
school مدرسة مدارس
hospital مستشفى مستشفيات
letter رسالة رسائل
"""
UNITS: dict[str, str] = {}
for _line in filter(None, _NOUNS.splitlines()):
    _unit, *_words = _line.split()
    for _word in _words:
        UNITS.setdefault(alike(_word), _unit)

_TWO = """
رجل طفل رضيع أسير سجين جريح قتيل شهيد مريض جندي ضابط طبيب عامل طالب شاب صبي راكب مدني شخص
يوم أسبوع شهر عام طن كيس صندوق قارب زورق باص بيت منزل جثمان صاروخ اسم متر كيلومتر لتر معبر مخيم
"""
_DUALS: dict[str, str] = {}
for _word in map(alike, _TWO.split()):
    for _end in ("ين", "ان", "ي", "ا") if UNITS[_word] != "person" else ("ين", "ان"):
        if len(_end) > 1:
            _DUALS[_word + _end] = UNITS[_word]
for _word, _unit in list(UNITS.items()):
    if _word.endswith("ه"):
        _DUALS[_word[:-1] + "تين"] = _DUALS[_word[:-1] + "تان"] = _unit
_NO_DUALS = frozenset(map(alike, "عامين عشرين مدنيان جنديين".split())) - frozenset(map(alike, ["عامين", "جنديين"]))
_PERIOD = frozenset(("hour", "day", "week", "month", "year", "night"))


def unit(word: str) -> str:
    """The unit that a noun counts, with its article, its case and its suffix taken off; empty where it is not known."""
    for plain in _bare(word):
        if plain in UNITS:
            return UNITS[plain]
    return ""


def dual(word: str) -> str:
    """The unit of a noun that says by its ending that there are two of it; empty where it does not."""
    plain = word.removeprefix("ال")
    return "" if plain in _NO_DUALS else _DUALS.get(plain, "")


def spell(word: str) -> bool:
    """Whether a unit is a length of time."""
    return word in _PERIOD


def _bare(word: str) -> list[str]:
    found = [word, word[:-1]] if word.endswith("ا") and len(word) > 3 else [word]
    if word.startswith(("ال", "لل")) and len(word) > 4:
        found.append(word[2:])
    for plain in tuple(found):
        for suffix in ("هم", "ها", "هن", "هما", "ه", "نا", "ي"):
            if plain.endswith(suffix) and len(plain) > len(suffix) + 2:
                stem = plain.removesuffix(suffix)
                found += [stem, stem[:-1] + "ه"] if stem.endswith("ت") else [stem]
                if stem.endswith("ي"):
                    found.append(stem + "ن")
                if stem.endswith("ا"):
                    found.append(stem[:-1] + "ي")
    return found
