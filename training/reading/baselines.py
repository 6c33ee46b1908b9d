"""Simple systems to hold the reader against: python -m training.reading.baselines DATA OUT

A pattern for direct quotations, a grammar of clauses around the common cues, a CRF over words: each writes OUT/NAME.jsonl for dev.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from homeward.reading.core import parts
from homeward.reading.core.linking import linked
from homeward.reading.core.parts import PARTS
from homeward.reading.core.words import Words, words

CUES = (
    "said says say saying told tells added adds announced announces argued argues asked asks believes believed called "
    "calls claimed claims confirmed confirms conceded denied denies declared declares described explained insisted "
    "insists maintained maintains noted notes pointed promised promises reported reports replied responded revealed "
    "stated states stressed suggested suggests thinks thought tweeted urged vowed warned warns wrote writes acknowledged "
    "admitted according "
).split()
_QUOTE = re.compile(
    rf"(?P<content>[“\"][^“”\"]{{3,600}}[,.?!][”\"])\s*(?:(?P<s1>[A-Z][\w’'. -]{{1,50}}?|he|she|they)\s+(?P<c1>{'|'.join(CUES)})"
    rf"|(?P<c2>{'|'.join(CUES)})\s+(?P<s2>(?:the |a |an )?[A-Z][\w’'. -]{{1,50}}|he|she|they))\b"
)
_CLAUSE = re.compile(
    r"(?P<source>\b(?:[A-Z][\w’'.-]*(?:\s+(?:of|the|and|for|[A-Z][\w’'.-]*)){0,6}"
    r"|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w’'-]+\s){0,3}[\w’'-]+|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ii]|[Ww]e|[Ww]ho))"
    rf"\s+(?P<cue>(?:has |have |had |also |later )?(?:{'|'.join(CUES)}))\s+(?P<content>(?:that\s+)?[^.!?\n]{{10,500}})(?=[.!?\n])"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    dev = list(_rows(given.data / "dev.jsonl"))
    for name, system in (("regex", quotes), ("rules", clauses), ("crf", _crf(given.data / "train.jsonl", given.out))):
        began = time.perf_counter()
        with (given.out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for row in dev:
                file.write(json.dumps({"id": row["id"], "attributions": system(row["text"])}) + "\n")
        print(f"{name}: {len(dev) / (time.perf_counter() - began):.1f} articles a second", flush=True)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def quotes(text: str) -> list[dict[str, Any]]:
    """Direct quotations with a name and a common cue beside them, by one pattern."""
    found = []
    for match in _QUOTE.finditer(text):
        number = "1" if match["s1"] else "2"
        found.append(
            {
                role: [list(match.span(name))]
                for role, name in (("source", f"s{number}"), ("cue", f"c{number}"), ("content", "content"))
            }
        )
    return found


def clauses(text: str) -> list[dict[str, Any]]:
    """The same, and clauses in which a common cue follows who speaks."""
    return quotes(text) + [
        {role: [list(match.span(role))] for role in ("source", "cue", "content")} for match in _CLAUSE.finditer(text)
    ]


def _crf(train: Path, out: Path):  # type: ignore[no-untyped-def]
    """A CRF over the words around each; the linker of OUT puts its runs together. A CRF that OUT has already is taken up."""
    import pycrfsuite

    from training.reading.articles import _parts

    weights = json.loads((out / "linker.json").read_text(encoding="utf-8"))
    trainer = pycrfsuite.Trainer(verbose=False)
    cues: Counter[str] = Counter()
    rows = list(_rows(train))
    for row in rows:
        for one in row["attributions"]:
            cues.update(row["text"][start:end].lower() for start, end in one["cue"])
    lexicon = {cue for cue, count in cues.items() if count >= 3}
    if not (out / "crf.model").exists():
        for row in rows:
            split = words(row["text"])
            told = [PARTS[part] for part in _parts(split, row["attributions"])]
            for first, until in _paragraphs(split):
                trainer.append(_features(split, first, until, lexicon), told[first:until])
        trainer.set_params({"c1": 0.5, "c2": 1e-2, "max_iterations": 45, "feature.minfreq": 3})
        trainer.train(str(out / "crf.model"))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(out / "crf.model"))

    def read(text: str) -> list[dict[str, Any]]:
        split = words(text)
        told = [
            PARTS.index(part)
            for first, until in _paragraphs(split)
            for part in tagger.tag(_features(split, first, until, lexicon))
        ]
        found = []
        for one in linked(split, parts.pieces(told), weights):
            found.append(
                {
                    role: [[split.starts[a], split.ends[b - 1]] for a, b in getattr(one, role)]
                    for role in ("source", "cue", "content")
                }
            )
        return found

    return read


def _paragraphs(split: Words) -> Iterator[tuple[int, int]]:
    first = 0
    for last in sorted(split.paragraphs):
        yield first, last + 1
        first = last + 1


def _features(split: Words, first: int, until: int, lexicon: set[str]) -> list[list[str]]:
    told = [split.word(number) for number in range(first, until)]
    shapes = [
        "X" if w.isupper() else "Xx" if w[:1].isupper() else "d" if w.isdigit() else "x" if w.isalpha() else w
        for w in told
    ]
    low = [w.lower() for w in told]
    inside, opened = [], False
    for word in told:
        opened = word == "“" or (opened if word not in '”"' else word == '"' and not opened)
        inside.append(opened)
    found = []
    for n in range(len(told)):
        row = [f"q{inside[n]}", f"s{low[n][-3:]}"]
        for off in range(-3, 4):
            if 0 <= n + off < len(told):
                row += [f"w{off}={low[n + off]}", f"h{off}={shapes[n + off]}"]
                if low[n + off] in lexicon:
                    row.append(f"l{off}")
        row.append(f"b={low[n - 1] if n else ''} {low[n]}")
        row += [
            f"next={next((w for w in low[n + 1 : n + 25] if w in lexicon), '')}",
            f"last={next((w for w in low[max(0, n - 25) : n][::-1] if w in lexicon), '')}",
        ]
        found.append(row)
    return found


if __name__ == "__main__":
    main()
