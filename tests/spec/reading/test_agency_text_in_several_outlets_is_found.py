"""The same agency text in several outlets is found by the words they share, and the shared passages are shown."""

from homeward.reading.core.near import Shelf, alike, signature

WIRE = """The harbour office said on Monday that the northern gate would open for two hours. Mira Solen, who speaks for the office,
told reporters that eighteen people had been put on the list and that nobody had been told who would go first. The ferry company
said it had two boats ready but no permission. A clerk added that the list would be read aloud at the gate at dawn."""
OTHER = """The weather service expects rain over the northern hills until Thursday. Farmers near the river were told to move their
animals. A spokeswoman said the bridges would be watched through the night, and that schools would stay open for now."""


def test_a_reprint_with_a_head_and_a_tail_of_its_own_is_a_near_copy():
    reprint = f"LANTERN (own report) - {WIRE} Reporting by our desk; the photograph shows the gate last year."

    likeness = alike(signature(WIRE), signature(reprint))

    assert likeness.near_copy
    assert likeness.share > 0.9


def test_a_shortened_and_edited_reprint_is_still_found():
    edited = WIRE.replace("told reporters", "said").replace(
        "A clerk added that the list would be read aloud at the gate at dawn.", ""
    )

    assert alike(signature(WIRE), signature(edited)).near_copy


def test_two_reports_of_other_things_are_not():
    assert alike(signature(WIRE), signature(OTHER)).share == 0


def test_capitals_punctuation_and_marks_make_no_difference():
    assert alike(signature(WIRE), signature(WIRE.upper().replace(",", " -").replace("\n", " "))).share == 1
    plain, marked = (
        "قال المتحدث باسم المرفأ إن البوابة الشمالية ستفتح لساعتين",
        "قالَ المُتحدّث بـاسم المرفأ، إنّ البوابة الشماليّة ستُفتح لساعتين",
    )
    assert alike(signature(plain), signature(marked)).share == 1


def test_the_shared_passages_point_into_both_texts():
    mixed = f"{OTHER} {WIRE}"

    (passage,) = alike(signature(WIRE), signature(mixed)).passages

    assert mixed[passage.other_start : passage.other_end] == WIRE[passage.start : passage.end]
    assert passage.end - passage.start > 0.9 * len(WIRE)


def test_a_shelf_gives_the_papers_that_are_alike_the_most_alike_first():
    shelf = Shelf()
    shelf.put("whole", signature(WIRE))
    shelf.put("first half", signature(WIRE[: len(WIRE) // 2] + OTHER))
    shelf.put("other", signature(OTHER))

    near = shelf.near(signature(WIRE), least=0.3)

    assert list(near) == ["whole", "first half"]


def test_a_text_that_very_many_outlets_carry_finds_all_of_them():
    shelf = Shelf()
    for number in range(200):
        shelf.put(f"outlet {number:03}", signature(f"{WIRE} Edition {number} of {number * 7}, page {number * 3}."))

    assert len(shelf.near(signature(WIRE))) == 200
