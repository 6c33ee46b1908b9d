"""Every speaker text of the shared cases, as a person reads it; names stand here only as their number of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from homeward.ledger.formats import case1
from homeward.ledger.formats.case1.speakers import Reader, Speaker

READ = """
gaza_2023_11
s01 s02     person_in_office +2 | body Russian mission to the PNA | RU-MFA | told TASS
s03         unnamed             | body News report                | -      |
s04         person_in_office    | as Russian ambassador to Israel | RU     | told RIA
s05         person_in_office +2 | as Russian deputy FM            | RU-MFA |
r01         body                | body Gaza border authority      | -      |
r02         unnamed             | as Egyptian official            | EG     | told CNN
r03         unnamed             | as Egyptian border official     | EG     | told AFP
r04         body                | body Egyptian health ministry   | EG     |
r05 r06     body                | body Gaza border authority      | -      |
r07         person_in_office +3 | as Rafah spokesman              | -      |
r26         person_in_office +2 | as assistant FM body Egypt      | EG     |
h01         person_in_office +3 | body Hamas                      | HM     | told RIA
h02         person_in_office +2 | as Hamas delegate               | HM     | in Kommersant
h03 h04     person_in_office +2 | as Russian ambassador           | RU     |
h06         person_in_office +2 | body Kremlin                    | RU     |
h07         unnamed             | as Diplomatic source            | -      | told TASS
h08         person_in_office +3 | as Palestinian ambassador       | -      | told TASS
q01 q02     body                | body Qatari Foreign Ministry    | QA     |
m01         body                | body Russian Foreign Ministry   | RU-MFA |
aleppo_2016_12
l1          unnamed             | as authorities                  | -      | via BBC
l2          outlet              | body UPI                        | -      |
l3          party               | body Russia                     | RU     |
l4 l17      party               | body ICRC                       | ICRC   |
l5          body                | body UNICEF                     | -      |
l6          body                | body Syrian Observatory for Human Rights | - |
l7          outlet              | body Syrian state media         | GOV    |
l8          unnamed             | as rebel officials              | REB    |
l9          unnamed             | as source in Aleppo             | -      | told Al Jazeera
l10         unnamed             | body document                   | -      | shown by al-Manar TV
l11         unnamed             | as Syrian government official   | GOV    |
l12         person_in_office +3 | as rebel official               | REB    |
l13         body                | body Red Cross and Red Crescent | ICRC   |
l14         party               | body ICRC                       | ICRC   | via dpa
l15         person_in_office +2 | body ICRC                       | ICRC   | told AFP
l16         outlet              | body Syrian state TV            | GOV    |
l18         person_in_office +2 | body ICRC                       | ICRC   |
yemen_2023_04
f1          person_in_office +2 | as UN envoy                     | UN     |
f2          outlet              | body Asharq Al-Awsat            | -      |
f3 f8       person_in_office +2 | as Government delegate          | GOV    |
f4 f7 f9    party               | body ICRC                       | ICRC   |
f5          party               | body ICRC                       | ICRC   |
f6          outlet              | body The Indian Awaaz           | -      |
f10         outlet              | body South24                    | -      |
f11         person_in_office +2 | body ICRC                       | ICRC   |
"""


def _read() -> list[tuple[str, dict[str, str]]]:
    cases: list[tuple[str, dict[str, str]]] = []
    for line in READ.strip().splitlines():
        first, *cells = [cell.strip() for cell in line.split("|")]
        if not cells:
            cases.append((first, {}))
            continue
        ids = [word for word in first.split() if word[-1].isdigit() and word[0] != "+"]
        kind = " ".join(word for word in first.split() if word not in ids)
        cases[-1][1].update(dict.fromkeys(ids, " | ".join([kind, *cells]).rstrip(" |")))
    return cases


def _in_words(speaker: Speaker) -> str:
    voice = speaker.voices[0]
    kind = f"{voice.kind} +{len(voice.name.split())}" if voice.name else voice.kind.value
    who = " ".join(filter(None, [voice.office and f"as {voice.office}", voice.body and f"body {voice.body}"]))
    hands = ", ".join(f"{hand.wording} {hand.name}" for hand in speaker.chain)
    return " | ".join([kind, who, voice.party.party if voice.party else "-", hands]).rstrip(" |")


@pytest.mark.parametrize(("name", "wanted"), _read(), ids=lambda part: part if isinstance(part, str) else "")
def test_speakers_are_read_as_a_person_reads_them(shared: Path, name: str, wanted: dict[str, str]) -> None:
    case = case1.read((shared / "cases" / f"{name}.json").read_bytes())
    reader = Reader(case.parties, case.sources)

    assert {row.id: _in_words(reader.read(row.speaker)) for row in case.statements} == wanted


def test_the_second_voice_of_a_joint_statement_is_kept(shared: Path) -> None:
    case = case1.read((shared / "cases" / "yemen_2023_04.json").read_bytes())
    joint = Reader(case.parties, case.sources).read(case.statements[0].speaker)

    assert [voice.party.party for voice in joint.voices if voice.party] == ["UN", "ICRC"]


def test_a_name_is_part_of_its_text(shared: Path) -> None:
    for path in sorted((shared / "cases").glob("*.json")):
        case = case1.read(path.read_bytes())
        for row in case.statements:
            for voice in Reader(case.parties, case.sources).read(row.speaker).voices:
                assert voice.name in row.speaker
                assert voice.office in row.speaker
