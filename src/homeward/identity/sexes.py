"""Sex as lists write it, in several languages, as one letter: F, M or X."""

from __future__ import annotations

from homeward.identity.spelling import key

_WORDS = {
    "F": "f female woman girl w f. fem feminine lady mrs ms miss 女 ž "
    "أنثى انثى إناث بنت امرأة ث سيدة مؤنث نقبة נ נקבה אישה אשה בת ילדה "
    "ж жен женский женская женщина жін жіноча жінка девочка дівчинка "
    "femme fille féminin kadın k kız bayan زن مونث دختر weiblich mujer femenino",
    "M": "m male man boy masculine mr 男 "
    "ذكر ذكور رجل ولد ذ مذكر ز ז זכר גבר בן ילד "
    "м муж мужской мужская мужчина чол чоловіча чоловік мальчик хлопчик "
    "homme garçon masculin h erkek e bay مرد پسر männlich hombre masculino varón",
    "X": "x other unspecified indeterminate nonbinary diverse d",
}
_CODES = {key(word): code for code, words in _WORDS.items() for word in words.split()}


def read(words: str) -> str:
    """F, M or X; "" when the words are none of those known, and so for one who is not known."""
    return _CODES.get(key(words), "") if len(words) <= 40 else ""
