"""What something depends on is kept in its Arabic words; when they name nothing that can be checked, that is said."""

import pytest

from homeward.reading.core.arabic import conditions


@pytest.mark.parametrize(
    ("words", "text", "relation", "open_"),
    [
        ("تفتح البوابة إذا توقف القصف", "إذا توقف القصف", "requires", False),
        ("لن يتحركوا ما لم يصل الأسرى", "ما لم يصل الأسرى", "only_when", False),
        ("وإن لم يصل الوقود، فسيرحلون", "وإن لم يصل الوقود", "requires", False),
        ("تعود الحافلات في حال وقوع خرق", "في حال وقوع خرق", "requires", False),
        ("إدخال الطحين شرط أن يرافقه مندوب", "شرط أن يرافقه مندوب", "requires", False),
        ("إطلاق اثنين مقابل مرور الوقود", "مقابل مرور الوقود", "requires", False),
        ("إطلاق اثنين لقاء السماح بالمرور", "لقاء السماح بالمرور", "requires", False),
        ("لن يعبر كيس واحد حتى تعاد الجثة", "حتى تعاد الجثة", "only_when", False),
        ("فتح المخبز عندما تتهيأ الأسباب", "عندما تتهيأ الأسباب", "only_when", True),
        ("الجسر رهن بإنارة المدرج", "رهن بإنارة المدرج", "subject_to", False),
    ],
)
def test_a_condition_is_found_with_its_words(words, text, relation, open_):
    (found,) = conditions(words, 0, len(words))

    assert (words[found.start : found.end], found.relation, found.open) == (text, relation, open_)


@pytest.mark.parametrize(
    "words",
    [
        "يبقى الطريق مغلقا حتى الجمعة",
        "بلا شرط ولا عد",
        "في لقاء مع الوزير",
        "لا يعرف ما إذا كانوا أحياء",
        "في حالة خطرة",
        "في المقابل عادوا",
        "أي مبلغ مقابل إطلاقهم",
    ],
)
def test_a_time_a_meeting_and_a_question_are_no_conditions(words):
    assert conditions(words, 0, len(words)) == []
