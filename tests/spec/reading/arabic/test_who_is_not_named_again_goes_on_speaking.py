"""A chain has a place for everybody through whom a statement came, also for those whom the sentence does not name again."""

from datetime import date

from homeward.reading.engines.arabic import reader

PUBLISHED = date(2023, 11, 8)


def chains(text):
    return [[text[slice(*link)] if link else None for link in one.chain] for one in reader().read(text, PUBLISHED)]


def test_hands_run_from_the_outside_in():
    text = 'ذكرت صحيفة "الضفة" أن وكالة "مدى" نقلت عن ضابط قوله إن الجسر سقط ليلا.'

    assert chains(text) == [['صحيفة "الضفة"'], ['صحيفة "الضفة"', 'وكالة "مدى"', "ضابط"]]


def test_a_verb_without_a_subject_goes_on_with_who_spoke_before():
    assert chains("قال الوزير إن الجسر سقط. وأضاف أن الطريق مغلق.") == [["الوزير"], [None]]


def test_the_source_comes_through_the_hands_through_which_it_came_before():
    text = 'ونقلت وكالة "مدى" عن مصدر طبي قوله إن الجرحى سبعة. وأضاف المصدر أن اثنين توفيا.'

    assert chains(text) == [['وكالة "مدى"', "مصدر طبي"], [None, "المصدر"]]


def test_what_is_said_by_nobody_is_carried_to_nobody():
    assert chains("قال الوزير إن الجسر سقط. ويقال إن الطريق ملغوم.") == [["الوزير"], []]


def test_a_promise_is_due_from_the_day_on_which_it_was_made():
    text = "وكان الوزير قد وعد في 1 تشرين الثاني بأن الأسرى سيعودون في غضون أسبوع."

    (found,) = reader().read(text, date(2023, 11, 20))

    assert (found.modality, found.said.first, found.deadline.last) == ("promised", date(2023, 11, 1), date(2023, 11, 8))
