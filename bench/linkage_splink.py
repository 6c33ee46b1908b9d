"""Splink over rows: the configuration of the prototype, and the best that we could make of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from bench.linkage_forms import Pairs, comparable, plain
from bench.linkage_rows import Row


def splink_prototype(left: Sequence[Row], right: Sequence[Row]) -> Pairs:
    """The prototype's configuration (../shared/prototypes/names/linkage.py), its romaniser exchanged for anyascii."""
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("given", [0.92, 0.85, 0.75]),
            cl.JaroWinklerAtThresholds("family", [0.92, 0.85, 0.75]),
            cl.ExactMatch("dob"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("dob"),
            block_on("family"),
            block_on("substr(given,1,2)", "substr(family,1,2)"),
        ],
    )
    return _splink(left, right, settings, [["dob"], ["family"]])


def splink_tuned(left: Sequence[Row], right: Sequence[Row]) -> Pairs:
    """As good as we could make it: skeletons of consonants beside spellings, both orders of a name, birth by steps, papers, sex,
    place, frequencies of family names, expectation and maximisation from three sides."""
    import splink.comparison_level_library as cll
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    full = any(len(row.birth) == 10 for row in (*left[:500], *right[:500]))
    papers = any(row.numbers for row in left[:500]) and any(row.numbers for row in right[:500])

    def part(name: str) -> cl.CustomComparison:
        bone = name.replace("given", "given_bone").replace("family", "family_bone")
        return cl.CustomComparison(
            output_column_name=name,
            comparison_levels=[
                cll.NullLevel(name),
                cll.ExactMatchLevel(name).configure(tf_adjustment_column=name),
                cll.ExactMatchLevel(bone).configure(tf_adjustment_column=bone),
                cll.JaroWinklerLevel(name, 0.92),
                cll.JaroWinklerLevel(bone, 0.85),
                cll.JaroWinklerLevel(name, 0.80),
                cll.CustomLevel(f"list_has_any(parts_l, [{name}_r]) OR list_has_any(parts_r, [{name}_l])"),
                cll.CustomLevel("list_has_any(bones_l, bones_r)"),
                cll.ElseLevel(),
            ],
        )

    day = cl.CustomComparison(
        output_column_name="dob",
        comparison_levels=[
            cll.NullLevel("year"),
            cll.CustomLevel("dob_l = dob_r AND substr(dob_l, 6) <> '01-01'"),
            cll.CustomLevel("dob_l = dob_r"),
            cll.CustomLevel(
                "year_l = year_r AND substr(dob_l,6,2) = substr(dob_r,9,2) AND substr(dob_l,9,2) = substr(dob_r,6,2)"
            ),
            cll.CustomLevel("levenshtein(dob_l, dob_r) = 1"),
            cll.CustomLevel("year_l = year_r"),
            cll.CustomLevel("abs(year_l - year_r) = 1"),
            cll.ElseLevel(),
        ],
    )
    comparisons = [part("given"), part("family"), day]
    rules = [
        block_on("year", "bones", arrays_to_explode=["bones"]),
        block_on("year", "given_start"),
        block_on("year", "family_start"),
        block_on("given_bone", "family_bone"),
        block_on("given", "family_start"),
        block_on("family", "given_start"),
        block_on("family_bone", "given_start"),
    ]
    trained = [["year"], ["given_bone"], ["family_bone"]]
    if full:
        rules.insert(0, block_on("dob"))
        trained[0] = ["dob"]
    if papers:
        comparisons += [
            cl.CustomComparison(
                output_column_name="paper",
                comparison_levels=[
                    cll.NullLevel("paper"),
                    cll.ExactMatchLevel("paper"),
                    cll.CustomLevel("damerau_levenshtein(paper_l, paper_r) = 1"),
                    cll.ElseLevel(),
                ],
            ),
            cl.ExactMatch("sex"),
            cl.ExactMatch("place"),
            cl.ExactMatch("nation"),
        ]
        rules.insert(0, block_on("paper"))
    settings = SettingsCreator(
        link_type="link_only", comparisons=comparisons, blocking_rules_to_generate_predictions=rules
    )
    return _splink(left, right, settings, trained)


def _splink(left, right, settings, trained) -> Pairs:  # type: ignore[no-untyped-def]
    """Both configurations are told how many are shared, which a desk does not know: what Splink estimates here is far too low."""
    import logging

    import duckdb
    import splink
    from splink import DuckDBAPI, Linker, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings.probability_two_random_records_match = 0.5 / max(len(left), len(right))
    connection = duckdb.connect()
    connection.execute("SET threads=1")
    api = DuckDBAPI(connection)
    tables = [api.register(_table(rows)) for rows in (left, right)]
    linker = Linker(tables, settings)
    told: dict[str, object] = {"version": splink.__version__, "duckdb": duckdb.__version__}
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in trained:
        try:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
        except Exception as problem:  # a column without a value trains nothing; the others do
            told[f"not trained on {columns[0]}"] = str(problem)[:200]
    frame = linker.inference.predict(threshold_match_weight=-20).as_pandas_dataframe()
    one, other = frame["unique_id_l"].to_numpy(), frame["unique_id_r"].to_numpy()
    first = np.array([str(each).startswith("a") for each in one])
    a, b = np.where(first, one, other), np.where(first, other, one)
    return Pairs(
        np.array([int(each[1:]) for each in a], np.int64),
        np.array([int(each[1:]) for each in b], np.int64),
        frame["match_probability"].to_numpy(float) + frame["match_weight"].to_numpy(float) * 1e-12,
        "probability",
        told=told,
    )


def _table(rows: Sequence[Row]):  # type: ignore[no-untyped-def]
    """Columns for Splink: the first and the last word of a name, their skeletons, and whatever else is compared."""
    import pandas as pd

    made: dict[str, list[object]] = defaultdict(list)
    for row in rows:
        words = joined(plain(row.names[0]).split()) if row.names else []
        if len(words) > 1 and re.search("[а-яё]", row.names[0]):  # family name, given name, patronymic
            words = [*words[1:], words[0]]
        given, family = (words[0], words[-1]) if len(words) > 1 else (words[0] if words else None, None)
        bones = [bone(word) for word in words]
        made["unique_id"].append(row.id)
        made["given"].append(given)
        made["family"].append(family)
        made["given_bone"].append(bone(given) if given else None)
        made["family_bone"].append(bone(family) if family else None)
        made["given_start"].append(bone(given)[:2] if given else None)
        made["family_start"].append(bone(family)[:2] if family else None)
        made["parts"].append(words)
        made["bones"].append(bones)
        made["dob"].append(row.birth if len(row.birth) == 10 else None)
        made["year"].append(int(row.birth[:4]) if row.birth else None)
        made["paper"].append(comparable(row) or None)
        made["sex"].append(row.sex or None)
        made["place"].append(row.place or None)
        made["nation"].append(row.nationalities[0] if row.nationalities else None)
    frame = pd.DataFrame(made)
    frame["year"] = frame["year"].astype("Int64")
    words = ["given", "family", "dob", "paper", "sex", "place", "nation"]
    frame[words] = frame[words].astype("string")  # a column without a value is one of text as well
    return frame


BEFORE = {"al", "el", "abu", "abou", "abo", "abd", "ben", "bin", "ibn", "umm"}


def joined(words: Iterable[str]) -> list[str]:
    """Words with what stands before them: an article is left out, "Abu" and the like stay."""
    made: list[str] = []
    before = ""
    for word in words:
        if word in BEFORE:
            before += "" if word in ("al", "el") else word
            continue
        made.append(before + word)
        before = ""
    return made or ([before] if before else [])


def bone(word: str) -> str:
    """The consonants, those that offices exchange taken together: what an abjad keeps of a Latin spelling."""
    word = re.sub(r"^(al|el)(?=[a-z]{4})", "", word)
    for pattern, letter in (
        (r"shch|sch|sh|ch|tch", "s"), (r"kh|gh", "h"), (r"th|dh", "t"), (r"ph", "f"), (r"zh|dj|j", "g"), (r"ts|tz", "s"),
        (r"ck|q|c|k", "k"), (r"z", "s"), (r"v|w", "v"), (r"b|p|f", "b"), (r"d", "t"), (r"x", "ks"),
    ):  # fmt: skip
        word = re.sub(pattern, letter, word)
    kept = re.sub(r"[aeiouyhv]", "", word) or word[:1]
    return re.sub(r"(.)\1+", r"\1", kept)
