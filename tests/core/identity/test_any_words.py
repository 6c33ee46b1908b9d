"""Whatever words come in: they are kept, reading never fails, and no old year is ever believed."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from homeward.identity import births, countries, documents, mrz, papers, sexes
from homeward.identity.candidates import FLAGS, Precision
from homeward.refusals import Refused

PIECES = """
about ~ - . .. / , : or between and to age aged years y months old born DOB 3 4 31 60 85 1985 1405 1363 2528 5745 31113 00 xx ?
T12:00 23:59 Z UTC +02:00 am March Nov آذار كانون الثاني محرم هـ هـ.ش م марта г. בניסן תשמ״ה אדר א׳ ג׳ ب ٤ ١٩٨٥ ۱۳۶۳ سنة лет
בן A O0 № \0 \u200f \u00a0 \u2010 \ud800 ½ ² ５ ௧ İ ß << P<UTO KKK USSR мать mother's passport Egyptian Russian E+11 .0
""".split()
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=7).map("".join),
)
reference = st.none() | st.dates()
# Nobody on a list was born outside of these, and the tables of months of all calendars reach over them.
days = st.dates(date(1925, 1, 1), date(2026, 11, 30))


@given(texts, st.none() | st.booleans(), reference)
@example("age 45", None, date.min)
@example("999 months", None, date.max)
@example("31/12/2100", None, date.max)
@example("30/12/1342 هـ", None, None)
@example("3.7.85", None, date.min)
def test_reading_a_day_never_fails_and_keeps_the_words(words, day_first, on):
    for birth in (births.read(words, day_first=day_first, on=on), births.read_age(words, on=on)):
        assert birth.words == words
        assert {*birth.flags} <= {*FLAGS}
        assert birth.candidates or birth.flags
        assert all(candidate.start < candidate.until for candidate in birth.candidates)
        assert all(1700 < candidate.start.year < 2200 for candidate in birth.candidates)
        births.is_default(birth)
        assert births.compare(birth, birth).why
    births.order_of(words)


@given(texts)
def test_reading_a_number_a_paper_a_country_a_sex_never_fails_and_keeps_the_words(words):
    paper, nationality = documents.read(words, kind=words, country="EGY"), countries.read(words)

    assert (paper.words, nationality.words) == (words, words)
    assert all(letter.isalnum() and not letter.islower() for letter in paper.key)
    assert documents.near(paper, paper) == ""
    assert "".join(documents.split(words)) != "" or words == "" or not words.strip()
    assert sexes.read(words) in ("F", "M", "X", "")
    papers.kind_of(words)


@given(texts, reference)
def test_a_zone_is_read_or_refused(words, on):
    try:
        told = {*mrz.read(words, on=on).flags}
    except Refused:
        told = set()

    assert told <= {*mrz.FLAGS}


@given(st.integers(1280, 1499), st.integers(1, 12), st.integers(1, 29), st.sampled_from("-/."), st.booleans())
def test_no_day_of_an_old_year_is_believed(year, month, day, sign, year_first):
    cells = [f"{year}", f"{month:02}", f"{day:02}"]
    birth = births.read(sign.join(cells if year_first else cells[::-1]))

    assert birth.candidates
    assert "calendar" in birth.flags
    assert all(candidate.start.year > 1800 for candidate in birth.candidates)


WAYS = [
    "{d.year}-{d.month:02}-{d.day:02}",
    "{d.year}/{d.month}/{d.day}",
    "{d.day:02}.{d.month:02}.{d.year}",
    "{d.day} {en} {d.year}",
    "{en} {d.day}, {d.year}",
    "{d.day} {ar} {d.year}",
    "{d.day} {ru} {d.year} г.",
    "{d.day} ב{he} {d.year}",
    "{d.day} {tr} {d.year}",
    "{d.day}-{short}-{d.year}",
    "{d.year}-{d.month:02}-{d.day:02}T23:59:00Z",
    "\u200f{d.day}.{d.month}.{d.year}\u200e",
]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "short": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ar": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "he": "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
}
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(days, st.sampled_from(WAYS), st.booleans())
def test_a_day_written_in_any_way_reads_back(day, way, eastern):
    names = {language: months.split()[day.month - 1].replace("_", " ") for language, months in MONTHS.items()}
    words = way.format(d=day, **names)
    birth = births.read(words.translate(EASTERN) if eastern and "T" not in words else words)

    assert [candidate.start for candidate in birth.candidates] == [day]
    assert birth.candidates[0].until - day == timedelta(days=1)
    assert birth.candidates[0].precision is Precision.DAY


@given(days)
def test_a_day_with_slashes_is_always_among_its_readings(day):
    starts = {candidate.start for candidate in births.read(day.strftime("%d/%m/%Y")).candidates}
    turned = {candidate.start for candidate in births.read(day.strftime("%m/%d/%Y")).candidates}

    assert day in starts & turned


@given(st.dates(date(1930, 1, 1), date(2026, 11, 30)), st.integers(0, 90))
def test_who_was_born_then_has_that_age(on, years):
    for candidate in births.read(f"age {years}", on=on).candidates:
        first, last = candidate.start, candidate.until - timedelta(days=1)
        assert _age(first, on) == _age(last, on) == years
        assert _age(first - timedelta(days=1), on) == years + 1


def _age(born, on):
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
