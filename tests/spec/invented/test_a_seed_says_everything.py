"""The same seed gives the same people and the same bytes, in every process."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys

from homeward.invented import EVACUEES, people, stream
from homeward.invented.lists import demonstration, large

TELL = """
import hashlib
from homeward.invented import people
from homeward.invented.lists import demonstration
told = hashlib.sha256(repr(people(7, 500)).encode())
for planned in demonstration(7, 500):
    told.update(planned.content + repr(planned.truth).encode())
print(told.hexdigest())
"""


def test_processes_with_other_random_hashes_make_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", TELL],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1


def test_another_seed_makes_others() -> None:
    one, other = ({person.name.own for person in people(seed, 50)} for seed in (1, 2))

    assert one != other
    assert [planned.content for planned in demonstration(1, 500)] != [p.content for p in demonstration(2, 500)]


def test_a_small_population_is_the_beginning_of_a_large_one() -> None:
    small, large_one = people(3, 200), people(3, 900)

    complete = [person for person in small if person.household != small[-1].household]
    last_but_one = complete[-1].household
    settled = [person for person in complete if person.household != last_but_one]
    assert settled == list(large_one[: len(settled)])


def test_there_are_as_many_as_were_asked_for() -> None:
    for size in (1, 2, 17, 930):
        assert len(people(1, size)) == size
        assert len({person.id for person in people(1, size)}) == size


def test_a_stream_gives_the_same_as_the_whole() -> None:
    assert tuple(stream(4, 300, rates=EVACUEES)) == people(4, 300, rates=EVACUEES)


def test_a_long_list_is_the_same_twice() -> None:
    one, other = (hashlib.sha256(large(5, 2_000, version=2).content).digest() for _ in range(2))

    assert one == other
