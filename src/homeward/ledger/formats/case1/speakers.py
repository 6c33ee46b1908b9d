"""What a speaker text says about who spoke: the voices in it, the hands it went through, and remarks.

Nothing here is certain. A text stays one source of the case as written; what is read out of it is proposed to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from homeward.ledger.core.voices import SourceKind
from homeward.ledger.formats.case1.form import Party, SourceDocument
from homeward.ledger.formats.case1.likeness import Parties, Proposal, plain
from homeward.ledger.formats.case1.speaker_words import (
    BODIES,
    DOCUMENTS,
    HELD_BY_ONE,
    MEDIA,
    OFFICES,
    PARTICLES,
    TWO_WORD_PLACES,
)


class Wording(StrEnum):
    """How a text says that words went through somebody."""

    TOLD = "told"
    VIA = "via"
    IN = "in"
    QUOTED_BY = "quoted by"
    SHOWN_BY = "shown by"


@dataclass(frozen=True, slots=True)
class Link:
    """One hand through which the words went."""

    wording: Wording
    name: str


@dataclass(frozen=True, slots=True)
class Voice:
    """One who spoke: `name` of a person, `office` as put, `body` where the text sets one apart."""

    words: str
    kind: SourceKind
    name: str = ""
    office: str = ""
    body: str = ""
    party: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker text taken apart; `words` is the text as written."""

    words: str
    voices: tuple[Voice, ...]
    chain: tuple[Link, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def party(self) -> Proposal | None:
        """The party proposed for the first voice."""
        return self.voices[0].party if self.voices else None


LONGEST = 400
"""Characters of a speaker text; what is longer is no name of anybody and is left as it is."""

_BY = r"(?:quoted|cited|reported|carried) (?:by|in)"
_SHOWN = r"(?:shown|published|obtained|seen|released|posted|aired) (?:by|on)"
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_HANDS = (
    (Wording.TOLD, re.compile(r"(?:speaking |as told |in remarks )?to (.+)|in an interview with (.+)", re.I)),
    (Wording.VIA, re.compile(r"(?:via|through|by way of) (.+)", re.I)),
    (Wording.QUOTED_BY, re.compile(rf"(?:as |is )?{_BY} (.+)|according to (.+)|per (.+)", re.I)),
    (Wording.SHOWN_BY, re.compile(rf"{_SHOWN} (.+)", re.I)),
)
_TAIL = re.compile(
    rf"[,;]? +((?:(?:as )?{_BY}|{_SHOWN}|via|speaking to|in an interview with|according to) [^,;]+)", re.I
)
_NOT_NAMED = re.compile(
    r"\b(?:not|never|without being) named\b|\bunnamed\b|\banonym|\bunidentified\b|on condition of anonymity", re.I
)
_SPLIT_NAMES = re.compile(r"\s*(?:,| and | & |/)\s*")
_POSTED = re.compile(r"\b(?:to|in|at|on|from)\b.*", re.I)
_ENVOY = re.compile(r"\b(?:envoy|coordinator|representative)\b.*?\b(for)\b.*", re.I)
_OF = re.compile(r"\b(?:of|for)\s+(?:the\s+)?(\S.*)")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.I)


class Reader:
    """Reads the speaker texts of one case, with its parties and outlets at hand; equal texts are read once."""

    def __init__(self, parties: Iterable[Party], sources: Iterable[SourceDocument] = ()) -> None:
        self.parties = Parties(parties)
        outlets = [source.outlet for source in sources]
        names = [name for outlet in outlets for name in (_ASIDE.sub("", outlet), *_asides(outlet))]
        self.outlets = {plain(name) for name in names if name}
        self._read: dict[str, Speaker] = {}

    def read(self, words: str) -> Speaker:
        """The voices, hands and remarks of a speaker text."""
        found = self._read.get(words)
        if found is None:
            whole = Speaker(words, (Voice(words, SourceKind.UNNAMED),))
            found = self._read[words] = self._taken_apart(words) if len(words) <= LONGEST else whole
        return found

    def party(self, words: str) -> str:
        """The id of the party proposed for a speaker text, or nothing."""
        proposal = self.read(words).party
        return proposal.party if proposal else ""

    def _taken_apart(self, words: str) -> Speaker:
        chain: list[Link] = []
        remarks: list[str] = []
        rest = _ASIDE.sub(lambda found: self._aside(found[1].strip(), chain, remarks), " ".join(words.split()))
        rest = _TAIL.sub(lambda found: _handed_on(found[1], chain), rest).strip(" ,;")
        voices: list[Voice] = []
        for piece in filter(None, (part.strip() for part in rest.split(";"))):
            for voice, aside in self._pieces(piece):
                voices.append(voice)
                remarks.extend(aside)
        if any(_NOT_NAMED.search(remark) for remark in remarks):
            voices = [v if v.kind is SourceKind.OUTLET else replace(v, kind=SourceKind.UNNAMED) for v in voices]
        return Speaker(words, tuple(voices), tuple(chain), tuple(remarks))

    def _aside(self, words: str, chain: list[Link], remarks: list[str]) -> str:
        """What stands in brackets: a hand, an outlet, or a remark. It leaves nothing behind."""
        if links := _links(words):
            chain.extend(links)
        elif plain(words) in self.outlets or (_is_title(words) and not self.parties.exact(words)):
            chain.append(Link(Wording.IN, words))
        elif words:
            remarks.append(words)
        return ""

    def _pieces(self, words: str) -> list[tuple[Voice, list[str]]]:
        """One voice, or several where each side of an "and" stands on its own."""
        names = [name for name in _SPLIT_NAMES.split(words) if name]
        if len(names) > 1 and all(self._stands_alone(name) for name in names):
            return [self._voice(name) for name in names]
        left, found, right = words.rpartition(" and ")
        if found and self._is_complete(left) and self._is_complete(right):
            return [*self._pieces(left), self._voice(right)]
        return [self._voice(words)]

    def _stands_alone(self, words: str) -> bool:
        return self.parties.exact(words) is not None or plain(words) in self.outlets

    def _is_complete(self, words: str) -> bool:
        return self._stands_alone(words) or bool(_named_office(words)[1])

    def _voice(self, words: str) -> tuple[Voice, list[str]]:
        remarks: list[str] = []
        name = office = body = ""
        for index, segment in enumerate(part.strip() for part in words.split(", ")):
            bare = _ARTICLE.sub("", segment, count=1) if _ARTICLE.match(segment) else segment
            held, named = _named_office(bare)
            if index and (_begins_as_document(bare) or _NOT_NAMED.search(bare)):
                remarks.append(segment)
            elif held:
                office, name = office or held, name or named
            elif index == 0 and self._stands_alone(segment):
                body = segment
            elif _is_person(bare) and not name and (index or "," in words or bare == words):
                name = bare
            elif not body:
                body = bare
            else:
                remarks.append(segment)
        body, form = _without_document(body)
        if form:
            remarks.append(form)
        voice = Voice(words, self._kind(words, name, office, body), name, office, body or _of(office))
        return replace(voice, party=self._proposal(voice)), remarks

    def _kind(self, words: str, name: str, office: str, body: str) -> SourceKind:
        if name:
            return SourceKind.PERSON_IN_OFFICE
        if office:
            last = [token for token in _tokens(_unposted(office)) if token in OFFICES]
            one = bool(last) and last[-1] in HELD_BY_ONE and not _NOT_NAMED.search(office)
            return SourceKind.PERSON_IN_OFFICE if one else SourceKind.UNNAMED
        if self.parties.exact(words):
            return SourceKind.PARTY
        if plain(words) in self.outlets or (_tokens(body) and _tokens(body)[-1] in MEDIA):
            return SourceKind.OUTLET
        if not body or all(token in DOCUMENTS | MEDIA for token in _tokens(body)):
            return SourceKind.UNNAMED
        return SourceKind.BODY

    def _proposal(self, voice: Voice) -> Proposal | None:
        if voice.kind is SourceKind.OUTLET and "state" not in _tokens(voice.words):
            return None
        for words in (voice.body, _unposted(voice.office), _unposted(voice.body)):
            if words and (found := self.parties.proposed(words)):
                return found
        return None


def _asides(words: str) -> list[str]:
    return [name for aside in _ASIDE.findall(words) for name in _SPLIT_NAMES.split(aside)]


def _tokens(words: str) -> list[str]:
    return re.findall(r"[^\W_]+", words.casefold())


def _links(words: str) -> list[Link]:
    for wording, form in _HANDS:
        if found := form.fullmatch(words):
            names = next(group for group in found.groups() if group)
            return [Link(wording, _ARTICLE.sub("", name, count=1)) for name in _SPLIT_NAMES.split(names) if name]
    return []


def _handed_on(words: str, chain: list[Link]) -> str:
    chain.extend(_links(words))
    return ""


def _is_title(words: str) -> bool:
    """Whether every word is written large, as in the name of a newspaper, and none is that of a body or a side."""
    pieces = words.split()
    large = 0 < len(pieces) <= 4 and all(piece[:1].isupper() for piece in pieces)
    return large and not set(_tokens(words)) & (BODIES | OFFICES)


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word.casefold().partition("-")[0] in PARTICLES


def _is_person(words: str) -> bool:
    """Whether these look like the names of a person: two to five, written large, none a word of offices or bodies."""
    pieces = words.split()
    if not 2 <= len(pieces) <= 5 or any(character.isdigit() for character in words):
        return False
    if any(len(piece) > 1 and piece.isupper() and "." not in piece for piece in pieces):
        return False
    return all(map(_is_name, pieces)) and not set(_tokens(words)) & (OFFICES | BODIES | MEDIA | DOCUMENTS)


def _is_office(word: str) -> bool:
    return word.casefold() in OFFICES or word.casefold().removesuffix("'s").removesuffix("’s") in OFFICES


def _named_office(words: str) -> tuple[str, str]:
    """The office in these words and the name behind it: "UN envoy", "Hans Grundberg"."""
    pieces = words.split()
    at = max((index for index, piece in enumerate(pieces) if _is_office(piece)), default=None)
    if at is None or _begins_as_document(words):
        return "", ""
    after = pieces[at + 1 :]
    if not after:
        return words, ""
    if _is_person(" ".join(after)) or (len(after) == 1 and after[0][:1].isupper() and not after[0].isupper()):
        return " ".join(pieces[: at + 1]), " ".join(after)
    if after[0].casefold() in {"to", "for", "of", "in", "at", "on", "with", "from"}:
        return _behind_a_post(pieces, at)
    return ("", "") if any(piece.casefold() in BODIES for piece in after) else (words, "")


def _behind_a_post(pieces: list[str], at: int) -> tuple[str, str]:
    """The name behind "ambassador to Israel": the last two words, when a place stands before them."""
    place = [piece for piece in pieces[at + 2 :] if piece.casefold() != "the"]
    taken = 2 if place and place[0].casefold() in TWO_WORD_PLACES else 1
    name = " ".join(pieces[-2:])
    if len(place) >= taken + 2 and _is_person(name) and not (place[0].casefold() == "united" and len(place) == 3):
        return " ".join(pieces[:-2]), name
    return " ".join(pieces), ""


def _begins_as_document(words: str) -> bool:
    first = _tokens(words)[:1]
    return bool(first) and first[0] in DOCUMENTS and not words.istitle()


def _without_document(body: str) -> tuple[str, str]:
    """A body apart from the sort of paper it spoke by: "border authority", "list"."""
    left, _, last = body.rpartition(" ")
    if left and last in DOCUMENTS and _tokens(left)[-1] not in MEDIA:
        return left, last
    return body, ""


def _unposted(office: str) -> str:
    """An office without where it is posted: an ambassador to Israel does not speak for Israel."""
    envoy = _ENVOY.search(office)
    return _POSTED.sub("", office[: envoy.start(1)] if envoy else office).strip()


def _of(office: str) -> str:
    """The body that an office names behind "of" or "for"."""
    found = _OF.search(_unposted(office))
    return found[1] if found else ""
