"""Acts on the page of a person: each with check, source and evidence; faults stand beside their fields."""

from __future__ import annotations

from uuid import uuid4

import pytest

from homeward.people import queries
from tests.apps.people.registers import SLUG
from tests.doors.web.people.registered import ROOM, TOLD, ZONE
from tests.doors.web.seeing.looking import links_of, source_of, words_of

ASHA = {
    "names.0.words": "آشا نور",
    "names.1.words": "Asha Nur",
    "names.1.label": "English",
    "birth": "12.5.1990",
    "order": "day",
}
ASHA |= {"nationality": "Russian", "needs-SM": "on", **TOLD}


def press(client, address, do="record", **typed):
    return client.post(
        address, {"once": str(uuid4()), "do": do, **{name.replace("__", "."): value for name, value in typed.items()}}
    )


def view(registered, who):
    with registered.desk.acting():
        return queries.person(registered.register.asked(), registered.people[who])


def test_somebody_is_entered_with_names_needs_and_consent(registered, officer):
    consent = {"state": "given", "given_by": "person", "care": "on"}
    checked = officer.post(f"{ROOM}enter/", {**ASHA, **consent, "once": str(uuid4()), "do": "check"})
    assert "12.5.1990 read as 12 May 1990" in words_of(checked, within="main")
    assert "Serious illness or injury" in words_of(checked, within="main")

    answer = officer.post(f"{ROOM}enter/", {**ASHA, **consent, "once": str(uuid4()), "do": "record"})

    assert answer.status_code == 302, words_of(answer)
    page = words_of(officer.get(answer.headers["Location"]), within="main")
    assert "آشا نور · Asha Nur" in page
    assert "Recorded as p" in page
    assert "doctors and carers: not covered" not in page
    assert "Asha" not in answer.headers["Location"]


def test_pressed_twice_it_is_recorded_once(registered, officer):
    once = str(uuid4())
    ways = [officer.post(f"{ROOM}enter/", {**ASHA, "once": once, "do": "record"}).headers["Location"] for _ in range(2)]

    assert ways[0] == ways[1]


def test_all_faults_come_at_once_and_what_was_typed_stays(registered, officer):
    answer = press(officer, f"{ROOM}enter/", do="check", remarks="")

    page = words_of(answer, within="main")
    assert answer.status_code == 422
    for fault in (
        "Give at least one fact about the person.",
        "Say who told it",
        "Say when it was said",
        "Choose how it was put.",
    ):
        assert fault in page
    again = officer.post(f"{ROOM}enter/", {"names.0.words": "Asha Nur", "said": "when the moon rises", "do": "check"})
    assert 'value="Asha Nur"' in source_of(again)
    assert 'value="when the moon rises"' in source_of(again)


def test_nothing_is_kept_of_a_half_recorded_entry(registered, officer):
    answer = officer.post(
        f"{ROOM}enter/",
        {**ASHA, "state": "given", "given_by": "person", "care": "on", "until": "one day", "do": "record"},
    )

    assert answer.status_code == 422
    assert "Nobody is found" in words_of(officer.post(ROOM, {"q": "Asha Nur"}))


def test_a_zone_fills_what_is_empty_and_tells_its_check_digits(registered, officer):
    answer = officer.post(f"{ROOM}enter/", {"mrz": ZONE, "birth": "August 1974", "do": "fill"})

    page = source_of(answer)
    assert "Every check digit holds." in words_of(answer)
    assert 'value="LAMIA NUR DARVISH"' in page
    assert 'value="L898902C3"' in page
    assert 'value="August 1974"' in page
    wrong = officer.post(f"{ROOM}enter/", {"mrz": ZONE.replace("7408122", "7408123"), "do": "fill"})
    assert "Not every check digit holds: compare with the paper." in words_of(wrong)
    assert officer.post(f"{ROOM}enter/", {"mrz": "no zone", "do": "fill"}).status_code == 422


def test_who_may_be_there_already_is_shown_before_it_is_recorded(registered, officer):
    answer = officer.post(f"{ROOM}enter/", {"names.0.words": "Lamia Darvish", **TOLD, "do": "check"})

    assert "Perhaps there already" in words_of(answer, within="main")


def test_a_fact_stands_beside_the_others(registered, officer):
    answer = press(officer, registered.at("third", "say"), names__0__words="Ivan Third", birth="1 May 1960", **TOLD)

    assert answer.status_code == 302, words_of(answer, within="main")
    assert "1 May 1960" in words_of(officer.get(registered.at("third")), within="main")


def test_a_correction_puts_the_fact_out_of_count_and_both_stay(registered, officer):
    third = view(registered, "third")
    ref = third.fields[0].values[0].given[0].ref
    address = registered.at("third", "say") + f"?instead_of={ref}"
    assert 'value="Ivan Third"' in source_of(officer.get(address))
    assert "Say why" in words_of(press(officer, address, names__0__words="Ivan Fourth", **TOLD))
    naming = press(officer, address, names__0__words="Ivan Fourth", reason="Third was heard wrongly", **TOLD)
    assert naming.status_code == 422

    assert press(officer, address, names__0__words="Ivan Fourth", reason="heard wrongly", **TOLD).status_code == 302

    assert view(registered, "third").names == ("Ivan Fourth",)
    assert "1 value that counts no more" in words_of(officer.get(registered.at("third")), within="main")


def test_whereabouts_kin_needs_consent_and_requests_are_told(registered, officer):
    third, omar = registered.people["third"], registered.people["omar"]
    told = {name: value for name, value in TOLD.items() if name != "modality"}
    by_themselves = {"told_by": str(third), "said": "4 Jan 2026"}
    done = [
        press(officer, registered.at("third", "whereabouts"), state="held", place="the mill", **TOLD),
        press(officer, registered.at("third", "kin"), relation="guardian_of", direction="from", other=str(omar), **TOLD),
        press(officer, registered.at("third", "need"), need="a wheelchair", **told),
        press(officer, registered.at("third", "consent"), state="given", given_by="person", family="on", **by_themselves),
        press(officer, registered.at("third", "search"), state="open", other=str(omar), whom="Omar", **told),
    ]  # fmt: skip

    assert [answer.status_code for answer in done] == [302] * 5, [words_of(each, within="main")[:300] for each in done]
    known = view(registered, "third")
    assert known.stage.state == "held"
    assert (known.kin[0].other, known.kin[0].direction) == (omar, "from")
    assert known.needs[0].words == "a wheelchair"
    assert known.shared_with == ("family",)
    assert known.sought[0].inquirer == omar


def test_the_other_person_is_found_within_the_sheet(registered, officer):
    answer = press(officer, registered.at("third", "kin"), do="find", whom="Omar", **TOLD)

    assert f'name="other" value="{registered.people["omar"]}"' in source_of(answer)
    assert "A relative on the telephone" in source_of(answer)
    assert press(officer, registered.at("third", "kin"), do="find", whom="Om", **TOLD).status_code == 422


@pytest.mark.parametrize("act", ["say", "whereabouts", "kin", "need", "consent", "search"])
def test_an_empty_sheet_is_refused_and_odd_values_break_nothing(registered, officer, act):
    assert press(officer, registered.at("third", act), do="check").status_code == 422
    odd = {
        "names.0.words": "\0",
        "said": "\0",
        "state": "\0",
        "other": "x",
        "request": "x",
        "modality": "x",
        "code": "x",
    }
    assert officer.post(registered.at("third", act), {**odd, "do": "record"}).status_code == 422


def test_what_was_typed_comes_back_to_who_was_signed_out(registered, officer):
    officer.logout()

    answer = officer.post(f"{ROOM}enter/", {**ASHA, "do": "record"})

    assert answer.status_code == 403
    assert 'value="Asha Nur"' in source_of(answer)


def test_the_list_of_needs_is_kept_with_its_history(registered, officer, reader):
    done = officer.post(f"{ROOM}needs/", {"code": "SM-DIAL", "en": "Dialysis", "ar": "غسيل الكلى", "in_use": "on"})
    assert done.status_code == 302, words_of(done, within="main")
    page = words_of(officer.get(f"{ROOM}needs/"), within="main")
    assert "SM-DIAL" in page
    assert "SM-DIAL: Dialysis" in page
    assert officer.post(f"{ROOM}needs/", {"code": "small", "en": "x"}).status_code == 422
    assert "Put a need on the list" not in words_of(reader.get(f"{ROOM}needs/"))


def test_what_is_told_of_a_person_is_not_corrected_on_a_sheet_without_seal(registered, officer):
    ref = view(registered, "third").fields[0].values[0].given[0].ref

    page = officer.get(f"/c/{SLUG}/statements/{ref}/")

    assert "What it says of a person is sealed with them" in words_of(page, within="main")
    assert f"/c/{SLUG}/statements/{ref}/correct/" not in links_of(page)
    assert officer.get(f"/c/{SLUG}/statements/{ref}/correct/").status_code == 422
