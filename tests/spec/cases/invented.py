"""Six invented cases that differ from the shared ones, and from each other, in the words that the form leaves open."""

from __future__ import annotations

from tests.spec.cases.written import Json, asks, case, many, owes, said

MED = "Westland foreign ministry"


def _day(id: str, day: str, few: int, lot: int, beside: int) -> list[Json]:
    return [
        said(
            f"h{id}", MED, day, f"{few} women and children handed over, and {beside} foreigners outside of the agreement",
            many("released", "women and children held", few),
            many("released", "foreign workers", beside, basis="outside of the agreement"),
        ),
        said(f"p{id}", "Prison service", day, f"{lot} let out", many("released", "detained women and minors", lot)),
    ]  # fmt: skip


PAUSE = case(
    "inv-pause", "Asia/Gaza", {"HIL": "Authority of the hill", "PLN": "Government of the plain", "MED": "Westland"},
    *_day("24", "2025-11-24", 13, 39, 10), *_day("25", "2025-11-25", 13, 39, 4), *_day("26", "2025-11-26", 13, 39, 3),
    said("h27", MED, "2025-11-27", "11 handed over; nobody outside of the agreement", many("released", "women and children held", 11)),
    said("p27", "Prison service", "2025-11-27", "33 let out", many("released", "detained women and minors", 33)),
    said("t24", "Crossings office", "2025-11-24", "137 trucks", many("entered", "aid trucks", 137, unit="truck")),
    said("t25", "Aid body", "2025-11-25", "2,000 tonnes of aid", many("entered", "aid trucks", 2000, unit="tonne")),
    day="2025-12-02",
    agreements=[{
        "id": "p", "title": "Humanitarian pause", "announced": "2025-11-22", "planned_start": "2025-11-23T10:00",
        "actual_start": "2025-11-24T07:00", "actual_end": "2025-12-01T07:00",
        "phases": [
            {"id": "f1", "text": "first four days", "from": "2025-11-24T07:00", "to": "2025-11-28T07:00"},
            {"id": "f2", "text": "two more days", "announced": "2025-11-27T20:10", "to": "2025-11-30T07:00"},
            {"id": "f3", "text": "one more day", "announced": "2025-11-30T06:50", "to": "2025-12-01T07:00"},
        ],
        "obligations": [
            owes("o1", "HIL", "release", "women and children held", 50),
            owes("o2", "PLN", "release", "detained women and minors", 150, ratio={"num": 3, "den": 1, "of": "o1"}),
            owes("o3", "PLN", "let in", "aid trucks", 200, per="day"),
            owes("o4", "PLN", "no flights in the south"),
        ],
        "rules": [
            {"id": "x1", "kind": "extension", "text": "one more day for every ten additional people", "per": 10,
             "adds": "1 day", "cap": "10 days"},
            {"id": "x2", "kind": "ratio", "text": "three detainees for each of those held"},
        ],
    }],
    conditions=[
        asks("k1", "HIL", "PLN", "second batch", "trucks reach the north", "2025-11-25", cleared="2025-11-25T23:00", cleared_by="MED"),
        asks("k2", "PLN", "HIL", "second batch", "mothers go with their children", "2025-11-25",
             history=[{"at": "2025-11-25", "status": "not met: one was left behind"}, {"at": "2025-11-26", "status": "disputed"}]),
    ],
)  # fmt: skip

STAGES = case(
    "inv-stages", "Asia/Jerusalem", {"A": "Movement A", "B": "State B", "E": "Mediator E"},
    said("r1", "Mediator E", "2025-01-19", "3 freed, 90 let out", many("freed", "captives of the first stage", 3), many("freed", "prisoners", 90)),
    said("r2", "Mediator E", "2025-01-25", "4 soldiers freed, 200 let out",
         many("freed", "women soldiers", 4, part_of="captives of the first stage"), many("freed", "prisoners", 200)),
    said("r3", "Prison service", "2025-02-22", "the 620 are held back", many("to free", "prisoners of the seventh week", 620, kind="plan")),
    said("v1", "Movement A", "2025-02-10", "State B violated the deal: tents are kept out"),
    said("v2", "State B", "2025-02-11", "it is Movement A that has not kept the deal"),
    said("r4", "Movement A", "2025-02-22", "29 so far", many("freed", "captives of the first stage", 29, kind="cumulative")),
    day="2025-03-02",
    agreements=[{
        "id": "c", "title": "Three stages", "announced": "2025-01-15", "planned_start": "2025-01-19T08:30",
        "actual_start": "2025-01-19T11:15", "suspended": "2025-02-10",
        "phases": [{"id": "1", "text": "stage one", "length": "42 days"}, {"id": "2", "text": "to be talked about"}],
        "obligations": [
            owes("g1", "A", "free", "captives of the first stage", 33, window="2025-01-19..2025-03-01"),
            owes("g2", "B", "free", "prisoners", ratio_by_category={"civilian": 30, "woman soldier": 50}),
            owes("g3", "B", "let in", "trucks of aid", 600, per="day"),
        ],
        "rules": [{"id": "w", "kind": "list", "text": "names the evening before"}],
    }],
    conditions=[
        asks("d1", "B", "A", "release of the 620", "the next captives are sure, without ceremonies", "2025-02-22"),
        asks("d2", "A", "B", "talks on the second stage", "release of the 620", "2025-02-23"),
        asks("d3", "A", "B", "release of the 620", "tents come in", "2025-02-10", note="Alleged by A: too few came"),
    ],
)  # fmt: skip

THOUSAND = case(
    "inv-thousand", "Europe/Kyiv", {"СТ": "Северная сторона", "ЮТ": "Южная сторона"},
    said("u1", "Северная сторона", "2025-05-23", "по 390: 270 военных и 120 гражданских",
         many("returned", "пленные северной стороны", 390), many("returned", "пленные южной стороны", 390)),
    said("u2", "Южная сторона", "2025-05-24", "307 вернулись", many("returned", "пленные южной стороны", 307)),
    said("u3", "Северная сторона", "2025-05-25", "303 вернулись, всего 1000",
         many("returned", "пленные северной стороны", 303), many("returned", "пленные северной стороны", 1000, kind="cumulative")),
    day="2025-06-09",
    agreements=[{
        "id": "т", "title": "Тысяча на тысячу", "announced": "2025-05-16", "actual_start": "2025-05-23", "actual_end": "2025-05-25",
        "obligations": [owes("т1", "СТ", "вернуть", "пленные южной стороны", 1000), owes("т2", "ЮТ", "вернуть", "пленные северной стороны", 1000)],
        "rules": [{"id": "п", "kind": "ratio", "text": "один на один", "per": "1 for 1"}],
    }],
    conditions=[
        asks("у1", "ЮТ", "СТ", "обмен тел", "списки переданы", "2025-06-01",
             history=[{"at": "2025-06-06", "status": "выполнено: переданы"}, {"at": "2025-06-02", "status": "не выполнено"}]),
        asks("у2", "СТ", "ЮТ", "обмен тел", "назначена дата", "2025-06-07", history=[{"at": "2025-06-07", "status": "нарушено"}]),
    ],
)  # fmt: skip

RIVER = case(
    "inv-river", "America/Bogota", {"GUE": "Frente del Río", "GOB": "Gobierno", "CR": "Comité humanitario"},
    said("c1", "Comité humanitario", "2024-06-28", "15 soldados entregados", many("handed over", "soldados retenidos", 15)),
    said("c3", "Frente del Río", "2024-06-30", "18 en total", many("handed over", "soldados retenidos", 18, kind="cumulative")),
    said("c5", "Gobierno", "2024-07-01", "18, dice el Frente", many("handed over", "soldados retenidos", 18, kind="cumulative"),
         origin="c3", event="2024-06-30"),
    said("c2", "Gobierno", "2024-06-30", "unos 240 indultados", many("pardoned", "presos del Frente", 240, op="~", kind="cumulative")),
    day="2024-07-05",
    agreements=[{
        "id": "ah", "title": "Acuerdo humanitario", "announced": "2024-06-02", "planned_start": "2024-06-28", "deadline": "2024-07-01",
        "obligations": [
            owes("s", "GUE", "entregar", "soldados retenidos", 20),
            owes("i", "GOB", "indultar", "presos del Frente", ratio={"num": 30, "den": 2, "of": "s"}),
        ],
        "rules": [],
    }],
    conditions=[
        asks("q1", "GUE/CR", "GOB", "entrega de los soldados", "corredor sin operaciones", "2024-06-20", cleared="2024-06-27", cleared_by="CR"),
        asks("q2", "familiares", "GUE", "entrega de los soldados", "prueba de vida", "2024-06-21", history=[{"at": "2024-06-24", "status": "cumplida"}]),
        asks("q3", "GOB", "GUE", "entrega de los soldados", "lista completa la víspera", "2024-06-26", history=[{"at": "2024-06-27", "status": "incumplida"}]),
        asks("q4", "GOB", "GUE", "entrega de los soldados", "cuando las condiciones lo permitan", "2024-06-26"),
    ],
)  # fmt: skip

BRIDGE = case(
    "inv-bridge", "Asia/Baku", {"E": "East", "W": "West", "O": "Observers"},
    said("b3", "Observers", "2024-03-03", "700 by now", many("crossed", "people of the east bank", 700, kind="cumulative")),
    said("b1", "East", "2024-03-01", "about 400 crossed", many("crossed", "people of the east bank", 400, op="~")),
    said("b2", "West", "2024-03-01", "only 350", many("crossed", "people of the east bank", 350)),
    said("b4", "An agency", "2024-03-02", "350, West says", many("crossed", "people of the east bank", 350), event="2024-03-01", origin="b2"),
    said("b5", "West", "2024-03-02", "not 350 but 390", many("crossed", "people of the east bank", 390), event="2024-03-01", supersedes="b2"),
    said("b6", "East", "2024-03-03", "600 went east", many("crossed", "people of the west bank", 600, kind="cumulative")),
    day="2024-03-06",
    agreements=[{
        "id": "br", "title": "Bridge", "announced": "2024-02-25", "planned_start": "2024-03-01", "deadline": "2024-03-10",
        "obligations": [
            owes("e", "W", "let cross", "people of the east bank", 1000, batches=[500, 500]),
            owes("w", "E", "let cross", "people of the west bank", 900, batches=[300, 300, 300]),
        ],
        "rules": [{"id": "ls", "kind": "lockstep", "text": "a batch of one bank crosses with one of the other"}],
    }],
    conditions=[
        asks("z1", "E", "W", "the second batch", "W opens first", "2024-03-02"),
        asks("z2", "W", "E", "the second batch", "E opens first", "2024-03-02"),
        asks("z3", "W", "E", "crossing of the wounded", "doctors on both ends", "2024-03-02",
             history=[{"at": "2024-03-03", "status": "met"}, {"at": "2024-03-04", "status": "no longer met"}]),
    ],
)  # fmt: skip

CONVOY = case(
    "inv-convoy", "Europe/Berlin", {"NORD": "Nordland", "SUED": "Südland"},
    said("n1", "Hilfswerk", "2023-09-10", "30 bis 40 Lastwagen", many("eingefahren", "Lastwagen", 30, 40, op="range", unit="truck")),
    said("n2", "Nordland", "2023-09-11", "120 Lastwagen in zwei Tagen", many("entered", "Lastwagen", 120, kind="cumulative", unit="truck")),
    said("n3", "Südland", "2023-09-12", "die Hälfte der Kranken", many("evacuated", "Kranke", 0.5, op="share", kind="cumulative", unit="share")),
    day="2023-09-15",
    agreements=[{
        "id": "k", "title": "Waffenruhe", "announced": "2023-09-08", "planned_start": "2023-09-10T06:00", "deadline": "2023-09-13T18:00",
        "phases": ["Tag eins bis drei: Hilfe", "danach Kranke"],
        "obligations": [
            owes("l", "NORD", "einlassen", "Lastwagen", 50, per="day"),
            owes("kr", "SUED", "evacuate", "Kranke", quantity={"op": "share", "lo": 0.5, "hi": 0.5}),
            owes("mm", "NORD", "entminen", "Straße", 12, window="2023-09-09..2023-09-10"),
        ],
        "rules": [{"id": "vl", "kind": "extension", "text": "24 Stunden mehr für je 100 Lastwagen", "per": 100, "adds": "24 hours"}],
    }],
    conditions=[
        asks("a", "alle", "beide Seiten", "Abfahrt der Kranken", "Wenn die Lage es erlaubt", "2023-09-09"),
        asks("b", "SUED", "NORD", "Abfahrt der Kranken", "Straße frei von Minen", "2023-09-09", history=[{"at": "2023-09-10", "status": "erfüllt"}]),
    ],
)  # fmt: skip

ALL = (PAUSE, STAGES, THOUSAND, RIVER, BRIDGE, CONVOY)
