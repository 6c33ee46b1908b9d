from homeward.web.drawing.chains import Link, Station, chain


def test_a_chain_runs_from_the_voice_to_the_paper():
    rows = chain("Mission", [Link("TASS", "told")], [("d1", "our report of 4 Nov")])

    assert [(row.station, row.name, row.wording) for row in rows] == [
        (Station.VOICE, "Mission", ""),
        (Station.CARRIER, "TASS", "told"),
        (Station.DOCUMENT, "our report of 4 Nov", ""),
    ]
    assert [(row.from_above, row.to_below) for row in rows] == [(False, True), (True, True), (True, False)]
    assert {row.lane for row in rows} == {0}


def test_several_papers_hang_beside_the_trunk():
    rows = chain("Mission", [], [("d1", "Paper A"), ("d2", "Paper B"), ("d3", "Paper C")])

    assert [(row.lane, row.passes) for row in rows] == [(0, False), (1, True), (1, True), (1, False)]


def test_a_voice_that_nobody_named_still_stands_at_the_head():
    assert chain(None, [], []) == chain("", [], [])
    assert chain(None, [], [])[0].to_below is False
