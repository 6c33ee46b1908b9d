"""Arabic verbs with which somebody is said to say something: their forms, and how what was said is joined to them."""

from __future__ import annotations

from dataclasses import dataclass

from homeward.reading.core.arabic.letters import alike
from homeward.reading.core.arabic.verb_table import OTHER_WORDS, TABLE


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
    for line in filter(None, TABLE.splitlines()):
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
for _word in map(alike, OTHER_WORDS.split()):
    VERBS.pop(_word, None)

TAKE_BACK = frozenset(map(alike, "أورد نقل نسب نشر بث أذاع".split()))
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
