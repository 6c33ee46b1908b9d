"""Pieces of text in older code pages are read rightly or asked about, and never read wrongly."""

import re
from itertools import islice

import pytest

from homeward.files.letters import UndecidedLetters, letters

TEXTS = {
    "ru": """Представитель порта сказал, что ворота не откроют и на этот раз. Он не знает почему. Список прочтут
        у ворот на рассвете.
        Никто из тех, кто ждал до вечера, не был в этом списке. По его словам, автобусы уже были на мосту.""",
    "uk": """Міністр сказав, що перехід не працює. Він не знає, як це сталося. Родини чекали на мосту та в місті. Але що буде
        далі, ще не відомо. Список не читали.""",
    "ar": """قال المتحدث باسم المرفأ إن البوابة لم تفتح في هذا اليوم. وقد كان من المنتظر أن تفتح بعد الظهر. لم يكن أحد من الذين
        انتظروا حتى المساء في القائمة. وقال إن الحافلات كانت على الجسر. سئل عن ذلك ولم يجب.""",
    "fa": """وزیر گفت که گذرگاه بسته است. این خبر را از مردم شنید. او در شهر بود و با خانواده ها به مرز رفت. آن روز برای همه
        سخت بود.""",
    "he": """הדוברת אמרה כי השער לא ייפתח היום. גם היא לא ידעה מתי. אין איש אשר יודע את זה. כל הנוסעים חיכו עד הערב, אבל רק
        שניים עברו. הוא אמר זאת לפני הפגישה.""",
    "fr": """Le clerc a déclaré que la porte serait fermée. Elle a précisé que les familles étaient arrivées à l'aube. Personne
        n'a été prévenu. Une réunion est prévue à midi.""",
    "de": """Der Beamte erklärte, daß die Brücke geschlossen bleibt. Für die Familien wäre das nicht möglich. Die Straße führt an
        das Tor. Sie hätten früher kommen müssen.""",
    "tr": "Bakan, geçişin kapalı olduğunu söyledi. Bu iş için daha çok zaman gerekiyor. Her şey değişti ama kimse bilmiyor.",
    "el": "Ο υπάλληλος είπε ότι η πύλη δεν είναι ανοιχτή. Οι οικογένειες και τα παιδιά ήταν στη γέφυρα.",
}
PAGES = {
    "ru": ["cp1251", "koi8-r", "cp866", "iso-8859-5"],
    "uk": ["cp1251", "koi8-u", "iso-8859-5"],
    "ar": ["cp1256", "iso-8859-6"],
    "fa": ["cp1256"],
    "he": ["cp1255", "iso-8859-8"],
    "fr": ["cp1252", "mac-roman"],
    "de": ["cp1252", "mac-roman"],
    "tr": ["cp1254"],
    "el": ["cp1253", "iso-8859-7"],
}


@pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language, pages in PAGES.items() for page in pages]
)
def test_no_piece_is_read_wrongly_and_the_whole_is_read(language, page):
    sentences = re.split(r"(?<=[.])\s+", TEXTS[language])
    pieces = [
        " ".join(islice(sentences, start, start + length)) for start in range(len(sentences)) for length in (1, 2, 4)
    ]
    told = 0
    for piece in pieces:
        data = piece.encode(page, "replace")
        try:
            assert letters(data).text == data.decode(page)
            told += 1
        except UndecidedLetters:
            continue

    assert told > len(pieces) / 4
