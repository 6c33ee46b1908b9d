"""What a speaker text tells: who spoke, in what office, through whose hands; and which party may stand behind."""

from __future__ import annotations

import pytest

from homeward.ledger.formats.case1.form import Party, SourceDocument
from homeward.ledger.formats.case1.speakers import Reader, Speaker

PARTIES = [
    Party("", "HAR", "Harbour", "state", None, None),
    Party("", "HAR-FM", "Harbour Foreign Ministry and missions (Delta, Lower Town)", "keeps a list", None, None),
    Party("", "HIL", "Hill border authority", "opens its side", None, None),
    Party("", "NOR", "Norlandia", "mediator", None, None),
    Party("", "UN", "Office of the UN Special Envoy", "mediator", None, None),
    Party("", "LAN", "Lantern authorities (Green Lantern)", "party", None, None),
]
OUTLETS = [
    SourceDocument("", "a", "North Wire", None, "", "news"),
    SourceDocument("", "b", "Hill Post (Meridian, DPX)", None, "", "news"),
]

TEXTS = """
    text                                                    | kind             | name            | office                           | body                          | party      | through
    Norlandia                                               | party            |                 |                                  | Norlandia                     | NOR name   |
    the Green Lantern                                       | party            |                 |                                  | the Green Lantern             | LAN name   |
    UN                                                      | party            |                 |                                  | UN                            | UN id      |
    Harbour mission to the Hill, Ada Moor (to DPX)          | person_in_office | Ada Moor        |                                  | Harbour mission to the Hill   | HAR-FM part| told DPX
    Harbour deputy FM Odo Farn                              | person_in_office | Odo Farn        | Harbour deputy FM                |                               | HAR-FM part|
    Harbour ambassador to Norlandia                         | person_in_office |                 | Harbour ambassador to Norlandia  |                               | HAR part   |
    Harbour ambassador to Norlandia Odo Farn                | person_in_office | Odo Farn        | Harbour ambassador to Norlandia  |                               | HAR part   |
    Harbour ambassador to the United Islands                | person_in_office |                 | Harbour ambassador to the United Islands |                       | HAR part   |
    Norlandian envoy for Hill Rea al-Tam                    | person_in_office | Rea al-Tam      | Norlandian envoy for Hill        |                               | NOR part   |
    Norlandian border official (to North Wire and DPX)      | unnamed          |                 | Norlandian border official       |                               | NOR part   | told North Wire, told DPX
    a senior Hill official, speaking to Meridian            | unnamed          |                 | senior Hill official             |                               | HIL part   | told Meridian
    rebel officials                                         | unnamed          |                 | rebel officials                  |                               |            |
    authorities (via North Wire)                            | unnamed          |                 | authorities                      |                               |            | via North Wire
    Norlandian health ministry                              | body             |                 |                                  | Norlandian health ministry    | NOR part   |
    Observatory of Norlandian Bird Life                     | body             |                 |                                  | Observatory of Norlandian Bird Life |      |
    Norlandian state TV                                     | outlet           |                 |                                  | Norlandian state TV           | NOR part   |
    Norlandian newspaper                                    | outlet           |                 |                                  | Norlandian newspaper          |            |
    North Wire                                              | outlet           |                 |                                  | North Wire                    |            |
    Ada Moor, spokeswoman of the Hill border authority      | person_in_office | Ada Moor        | spokeswoman of the Hill border authority | Hill border authority | HIL name   |
    Norlandia, assistant FM Rea Tam                         | person_in_office | Rea Tam         | assistant FM                     | Norlandia                     | NOR name   |
    Hill delegate Abu Rin (Meridian)                        | person_in_office | Abu Rin         | Hill delegate                    |                               | HIL part   | in Meridian
    Hill border authority list (counts by outlets)          | body             |                 |                                  | Hill border authority         | HIL name   |
    News report, speaker not named                          | unnamed          |                 |                                  | News report                   |            |
    North Wire (sources not named)                          | outlet           |                 |                                  | North Wire                    |            |
    document shown by Tal TV                                | unnamed          |                 |                                  | document                      |            | shown by Tal TV
    Diplomatic source, quoted by North Wire                 | unnamed          |                 | Diplomatic source                |                               |            | quoted by North Wire
    President Rea Tam                                       | person_in_office | Rea Tam         | President                        |                               |            |
    Rea Tam                                                 | person_in_office | Rea Tam         |                                  |                               |            |
"""  # noqa: E501


def _rows() -> list[list[str]]:
    return [[" ".join(cell.split()) for cell in line.split("|")] for line in TEXTS.strip().splitlines()[1:]]


def _speaker(text: str) -> Speaker:
    return Reader(PARTIES, OUTLETS).read(text)


@pytest.mark.parametrize(("text", "kind", "name", "office", "body", "party", "through"), _rows(), ids=lambda cell: cell)
def test_a_text_tells_voice_and_hands(
    text: str, kind: str, name: str, office: str, body: str, party: str, through: str
) -> None:
    speaker = _speaker(text)

    (voice,) = speaker.voices
    assert (voice.kind.value, voice.name, voice.office, voice.body) == (kind, name, office, body)
    assert ", ".join(f"{hand.wording.value} {hand.name}" for hand in speaker.chain) == through
    proposed = voice.party
    assert (f"{proposed.party} {proposed.how.value.split()[0]}" if proposed else "") == party


def test_two_who_speak_at_once_are_two_voices_where_each_stands_alone() -> None:
    both = _speaker("UN envoy Rea Tam and Norlandia").voices

    assert [(voice.kind.value, voice.words) for voice in both] == [
        ("person_in_office", "UN envoy Rea Tam"),
        ("party", "Norlandia"),
    ]
    assert [voice.words for voice in _speaker("Harbour, Norlandia and the UN").voices] == [
        "Harbour",
        "Norlandia",
        "the UN",
    ]


def test_an_and_inside_a_name_splits_nothing() -> None:
    assert len(_speaker("Red Moon and Red Star").voices) == 1
    assert len(_speaker("Norlandian Ministry of Interior and National Security").voices) == 1


def test_voices_apart_by_a_semicolon_are_apart() -> None:
    speaker = _speaker("document shown by Tal TV; Hill representative")

    assert [voice.words for voice in speaker.voices] == ["document", "Hill representative"]
    assert speaker.party is None


def test_what_is_neither_voice_nor_hand_is_a_remark() -> None:
    assert _speaker("Norlandia (flights, 14 Apr)").remarks == ("flights, 14 Apr",)
    assert _speaker("Norlandia, statement on the talks of the prime minister").remarks == (
        "statement on the talks of the prime minister",
    )


def test_a_party_is_never_more_than_proposed() -> None:
    proposal = _speaker("Norlandian health ministry").party

    assert proposal is not None
    assert proposal.inferred


def test_two_parties_that_fit_alike_are_not_chosen_between() -> None:
    twins = [Party("", key, name, "", None, None) for key, name in (("A", "Upper Vale"), ("B", "Lower Vale"))]

    assert Reader(twins).read("Vale spokesman Odo Farn").party is None


@pytest.mark.parametrize("text", ["", " ", "()", ";", ",", "(to )", "and", "(((", "x" * 10_000, "envoy for " * 2_000])
def test_any_text_is_read(text: str) -> None:
    assert _speaker(text).words == text
