"""What ships is small, is data only, and is read without torch or Django."""

import subprocess
import sys
from importlib.resources import files

from homeward.names import edits, encoder, likeness
from homeward.names.known import known


def test_the_models_are_small():
    sizes = [
        len(file.read_bytes())
        for file in files("homeward.names.weights").iterdir()
        if file.name.endswith((".npz", ".txt"))
    ]

    assert len(sizes) == 4
    assert sum(sizes) <= 6_000_000


def test_every_pair_of_languages_has_its_edits_and_its_judge():
    for name in likeness.NAMES:
        assert edits.between(*name.split("-")) is not None
        assert likeness.judge(name) is not likeness.judge("")


def test_the_encoder_gives_one_vector_for_one_word_whatever_it_is_read_with():
    alone, together = encoder.shipped()(["haddad"]), encoder.shipped()(["sokolova", "haddad", "cohen"])

    assert abs(alone[0] - together[1]).max() < 1e-5


def test_common_names_are_known():
    assert known().of(["محمد"]) & known().of(["мухаммед"]) & known().of(["mohammed"])
    assert not known().of(["حامد"]) & known().of(["محمود"])


def test_names_bring_neither_torch_nor_django():
    code = "import sys, homeward.names as n; n.compare('Samir', 'سمير'); print({'torch', 'django', 'typer'} & set(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
