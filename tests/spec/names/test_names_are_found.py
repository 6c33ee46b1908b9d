"""A list in one script is asked with names in another one."""

from homeward.names import Depth, Index, compare

NAMES = [
    "Khaled Samir Haddad",
    "Khaled Mahmoud Haddad",
    "Samir Youssef Haddad",
    "Anna Sokolova",
    "Leila Karimi",
    "David Cohen",
]


def test_the_likeliest_name_comes_first():
    found = Index(NAMES).search(["خالد سمير حداد", "Соколова Анна", "דוד כהן", "لیلا کریمی"], 2)

    assert [row[0].name for row in found] == ["Khaled Samir Haddad", "Anna Sokolova", "David Cohen", "Leila Karimi"]


def test_each_hit_says_why_as_a_comparison_does():
    query = "Соколова Анна"
    hit = Index(NAMES).search([query], 1)[0][0]

    assert hit.index == 3
    assert hit.why == compare(query, "Anna Sokolova").why


def test_every_depth_answers_every_query():
    for depth in Depth:
        assert [len(row) > 0 for row in Index(NAMES).search(["حداد", "Sokolova"], 3, depth=depth)] == [True, True]


def test_an_empty_index_finds_nothing():
    assert Index([]).search(["Samir"], 3) == [[]]


def test_greek_armenian_and_georgian_are_read_by_sound_and_say_so():
    said = compare("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos")

    assert said.score > 0.6
    assert "lower confidence" in said.why
