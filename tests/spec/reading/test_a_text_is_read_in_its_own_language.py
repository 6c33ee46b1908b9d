"""A text is read by the reader of its language; one in a language that nothing reads is refused, and the refusal says which."""

import pytest

from homeward.reading.engines.readers import NotALanguageRead, reader_for

READ = {
    "ru": "Министр сообщил, что восемь человек перешли мост. По его словам, ещё трое ждут у ворот.",
    "ar": "قال الوزير إن ثمانية أشخاص عبروا الجسر. وأضاف أن ثلاثة آخرين ينتظرون عند البوابة.",
}
REFUSED = {
    "Hebrew": "הדוברת אמרה כי השער לא ייפתח היום. גם היא לא ידעה מתי.",
    "Chinese": "部长说，八个人已经过桥。他说还有三个人在门口等候。",
    "Japanese": "大臣は、八人が橋を渡ったと述べた。さらに三人が門で待っているという。",
    "Korean": "장관은 여덟 명이 다리를 건넜다고 말했다.",
    "Greek": "Ο υπάλληλος είπε ότι η πύλη δεν είναι ανοιχτή.",
    "Ukrainian": "Міністр сказав, що перехід не працює. Він не знає, як це сталося. Родини чекали на мосту та в місті.",
    "Bulgarian": "Министърът каза, че осем души са преминали моста. Той не знае кога ще се върнат, след като беше в града.",
    "Serbian": "Министар је рекао да су осам људи прешли мост и да се не зна када ће бити враћени.",
    "Persian": "وزیر گفت که گذرگاه بسته است. این خبر را از مردم شنید. او در شهر بود و با خانواده‌ها به مرز رفت.",
    "Urdu": "وزیر نے کہا کہ آٹھ افراد پل پار کر چکے ہیں اور تین دروازے پر انتظار کر رہے ہیں۔",
    "French": "Le ministre a dit que huit personnes avaient passé le pont et que la porte serait fermée dans les jours.",
    "German": "Der Minister sagte, dass acht Menschen auf die Brücke kamen und das Tor nicht für sie geöffnet ist.",
    "Spanish": "El ministro dijo que los ocho cruzaron el puente y que las puertas no se abren por la noche, como en años pasados.",
    "Turkish": "Bakan bu geçişin daha sonra kapalı olduğunu söyledi. Her şey çok değişti ama bir kişi için değil.",
}  # fmt: skip


@pytest.mark.parametrize("code", READ)
def test_the_script_chooses_the_reader(code):
    reader = reader_for(READ[code])

    assert reader.language == code
    assert reader.read(READ[code], None)


@pytest.mark.parametrize("language", REFUSED)
def test_another_language_is_refused_by_its_name_and_with_a_way_on(language):
    with pytest.raises(NotALanguageRead) as refused:
        reader_for(REFUSED[language])

    assert language in refused.value.message or "another language than" in refused.value.message
    assert "translation" in refused.value.instead


def test_a_person_may_name_the_language():
    assert reader_for(REFUSED["Ukrainian"], "ru").language == "ru"


def test_a_language_that_nothing_reads_cannot_be_named():
    with pytest.raises(NotALanguageRead, match="'he' is no language that is read"):
        reader_for("a text", "he")


def test_where_there_are_no_letters_nothing_is_read():
    with pytest.raises(NotALanguageRead, match="no letters"):
        reader_for("12 + 7 = 19 !")


@pytest.mark.parametrize(("code", "name"), [("ru", "homeward russian"), ("ar", "homeward arabic")])
def test_a_reader_has_a_name_and_the_hash_of_what_it_is_made_of(code, name):
    reader = reader_for(READ[code])

    assert reader.name.startswith(name)
    assert len(reader.hash) == 64
    assert reader.hash.startswith(reader.short)


@pytest.mark.parametrize(
    ("read", "not_read"),
    [
        (
            "Министр сообщил, что восемь человек перешли мост.",
            "Сообщил ли об этом кто-то ещё, осталось неясным.",
        ),
        (
            "قال الوزير إن ثمانية أشخاص عبروا الجسر.",
            "وفق.",
        ),
    ],
)
def test_a_sentence_that_tells_and_was_not_read_is_told(read, not_read):
    text = f"{read} {not_read}"
    reader = reader_for(text)
    proposals = reader.read(text, None)

    assert [text[slice(*piece)] for piece in reader.unread(text, proposals)] == [not_read]
    assert [text[slice(*piece)] for piece in reader.unread(text, [])] == [read, not_read]
