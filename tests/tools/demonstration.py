"""What matching finds in the demonstration, beside what is true of it: python -m tests.tools.demonstration [--doubtful N]

The invented lists come in one after another, each is searched, and its war-room is asked for. Then somebody who knows the truth
judges every pair that waits, and of each mistake that was put in on purpose it is told whether the desk shows it; then what it
shows that is not so. `--doubtful` prints pairs that wait by chance, with their words.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from bench.desk import opened

if TYPE_CHECKING:
    from homeward.invented.lists import Planned
    from homeward.lists.queries import VersionView
    from homeward.matching.queries import PairLine
    from tests.spec.matching.test_the_demonstration_shows_every_family import Demonstration

CHANCE = 6


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.demonstration", description="What matching finds.")
    parser.add_argument("--doubtful", type=int, default=0, help="print so many pairs that wait, with their words")
    given = parser.parse_args()
    with opened():
        shown = brought()
        doubtful(shown, given.doubtful)
        tell_of_pairs(shown)
        judge_all(shown)
        for number in (1, 2):
            tell_of_version(shown, *shown.crossing(number))


def brought() -> Demonstration:
    """Every list from its coming in to its war-room, and what relatives tell."""
    from homeward.cli.demonstrated import SEED, SIZE, bring_lists, received
    from homeward.cli.entering import Seat
    from homeward.invented import people
    from homeward.invented.lists import Mistake, demonstration
    from homeward.lists import actions, queries
    from tests import cast
    from tests.spec.lists.lists import opened_case
    from tests.spec.matching.test_the_demonstration_shows_every_family import Demonstration

    desk = cast.opened()
    desk.now = datetime.now(UTC)
    case = opened_case(desk)
    made = Demonstration(desk, case, [], {person.id: person for person in people(SEED, SIZE)})
    for each in demonstration(SEED, SIZE):
        began = time.perf_counter()
        with desk.acting() as by:
            upload = received(Seat(by, desk.now), case, each)
            if each.truth.of(Mistake.SHRUNKEN):
                continue
            actions.take_in(case=case, upload=upload, accept_warnings=True, by=by, at=desk.now)
            version = queries.version(case, upload)
        made.planned.append((version, each))
        say(f"{version.authority} {version.number}, {version.stored:,} rows: {_shown_after(made, version, began)}")
    with desk.acting() as by:
        bring_lists(Seat(by, desk.now), case)
    search(made)
    made.read_who_is_whom()
    return made


def _shown_after(shown: Demonstration, version: VersionView, began: float) -> str:
    from homeward.matching import queries

    taken = time.perf_counter() - began
    search(shown)
    searched = time.perf_counter() - began
    with shown.desk.acting():
        view = queries.war_room(asked(shown), version.id)
    told = {name: count for name, count in view.counts.items() if count}
    return (
        f"taken in after {taken:.1f} s, searched after {searched:.1f} s, its war-room there after "
        f"{time.perf_counter() - began:.1f} s: {told}, families taken apart: {view.families.count}"
    )


def search(shown: Demonstration) -> None:
    from homeward.matching.actions import search_as_the_desk

    search_as_the_desk(case=shown.case.id, compartment=shown.case.compartment_id, at=shown.desk.now)


def asked(shown: Demonstration) -> Any:
    """Everything that is recorded counts as known; the days of the lists are over."""
    question = shown.asked()
    return replace(question, known_at=datetime.now(UTC), as_of=datetime.now(UTC))


def waiting(shown: Demonstration) -> list[PairLine]:
    from homeward.matching import queries

    with shown.desk.acting():
        return list(queries.open_pairs(asked(shown), size=100_000).pairs)


def truth(shown: Demonstration, one: UUID, other: UUID) -> bool | None:
    """Whether two entries are one person's; none where an entry is nobody's alone."""
    of = [{person for person, ids in shown.ids.items() if each in ids} for each in (one, other)]
    return None if not all(of) else bool(of[0] & of[1])


def tell_of_pairs(shown: Demonstration) -> None:
    """How many pairs wait, and how many of them are of two people, by how likely they were held to be one."""
    from homeward.people.queries import all_identities

    counted: Counter[tuple[int, bool | None]] = Counter()
    for line in waiting(shown):
        counted[min(9, line.per_mille // 100), truth(shown, line.one.id, line.other.id)] += 1
    say(
        "\npairs that wait, by how likely in hundreds of a thousand: of one person, of two, of entries that name several"
    )
    for tenth in range(10):
        one, two, several = (counted[tenth, each] for each in (True, False, None))
        say(f"  from {tenth * 100:>3}: {one:>4} {two:>4} {several:>4}")
    with shown.desk.acting():
        known = all_identities(asked(shown))
    joined = [each.pair for each in known.judgements if each.rule]
    wrong = [pair for pair in joined if truth(shown, *pair) is False]
    say(f"  joined by the rule of the desk: {len(joined)} pairs, {len(wrong)} of them of two people")
    apart = _never_proposed(shown)
    say(f"  people of whom two entries or more were never proposed as one: {len(apart)}")
    for person in apart:
        for id in sorted(shown.ids[person]):
            say(f"    {person}: {written(shown, id)}")


def _never_proposed(shown: Demonstration) -> list[str]:
    """People whose entries do not hang together by pairs that wait or were joined."""
    from homeward.people.core.households import joined
    from homeward.people.queries import all_identities

    with shown.desk.acting():
        known = all_identities(asked(shown))
    pairs = [(line.one.id, line.other.id) for line in waiting(shown) if truth(shown, line.one.id, line.other.id)]
    pairs += [each.pair for each in known.judgements]
    of = {id: number for number, group in enumerate(joined(pairs)) for id in group}
    return sorted(
        person for person, ids in shown.ids.items() if len({of.get(known.shown_as(id), id) for id in ids}) > 1
    )


def judge_all(shown: Demonstration) -> None:
    """Somebody who knows judges each pair that waits, and a second person alike where it takes two."""
    from homeward.ledger.core.persons import Judgement
    from homeward.matching import actions
    from homeward.refusals import Refused

    counted: Counter[str] = Counter()
    for line in waiting(shown):
        so = truth(shown, line.one.id, line.other.id)
        judgement = Judgement.UNSURE if so is None else Judgement.SAME if so else Judgement.NOT_SAME
        for who in (shown.desk.operator, shown.second):
            with shown.desk.acting(who) as by:
                try:
                    done = actions.judge(
                        case=shown.case, pairs=[(line.one.id, line.other.id)], judgement=judgement,
                        reason="So it is true of the invented lists.", once=uuid4(), by=by, at=shown.desk.now,
                    )  # fmt: skip
                except Refused as refused:
                    counted[type(refused).__name__] += 1
                    break
            counted[judgement.value] += 1
            if not done.waiting:
                break
    say(f"\nevery pair that waited was judged by what is true: {dict(counted)}")


def tell_of_version(shown: Demonstration, version: VersionView, planned: Planned) -> None:
    """Of one version each planted mistake that a family or a person may be lost by, found or not; and what is not so."""
    from homeward.invented.lists import Mistake
    from homeward.matching import queries

    with shown.desk.acting():
        families = queries.split_families(asked(shown), version.id, size=1_000).families
        twins = queries.war_room(asked(shown), version.id, part="duplicates", size=1_000).duplicates
    left = {name(shown, child) for family in families for child in family.children_left}
    children = {person for each in planned.truth.of(Mistake.CHILD_MISSING) for person in each.people}
    standing = Counter(person for row in planned.truth.rows if len(row.people) == 1 for person in row.people)
    twice = {person for person, times in standing.items() if times > 1}
    found_twice = {name(shown, line.one.id) for line in twins if name(shown, line.one.id) == name(shown, line.other.id)}
    named = {person for row in planned.truth.rows for person in row.people}
    hidden = {person for each in planned.truth.of(Mistake.HIDDEN_SHEET) for person in each.people}
    missing = {name(shown, each) for family in families for each in family.missing}
    say(f"\n{version.title} {version.number}")
    say(f"  children left out beside their parents: {len(children & left)} of {len(children)} found")
    say(f"  people who stand there twice: {len(twice & found_twice)} of {len(twice)} found")
    say(
        f"  families told as taken apart: {len(families)}, {sum(each.separated for each in families)} with children apart"
    )
    wrongly = missing & (named - hidden)
    say(
        f"  told as missing: {len(missing)}; of them named in a row of the list: {len(wrongly)} {' '.join(sorted(wrongly))}"
    )
    say(f"  told as twice though two people: {sum(name(shown, x.one.id) != name(shown, x.other.id) for x in twins)}")
    for person in sorted(children - left):
        say(f"    not found: {person} {shown.everybody[person].name}")


def name(shown: Demonstration, id: UUID) -> str:
    """Whose an entry is, by the truth; an entry of several is nobody's alone."""
    return next((person for person, ids in shown.ids.items() if id in ids), str(id))


def doubtful(shown: Demonstration, number: int) -> None:
    """Some pairs that wait, drawn by chance, each with the words of its evidence and what is true of it."""
    from homeward.matching.formats.evidence import told

    lines = waiting(shown)
    for at, line in enumerate(random.Random(CHANCE).sample(lines, min(number, len(lines))), 1):
        so = {True: "one person", False: "two people", None: "an entry of several"}[
            truth(shown, line.one.id, line.other.id)
        ]
        say(f"\n{at}. {line.per_mille} of 1,000; true: {so}")
        for who in (line.one, line.other):
            say(f"   {written(shown, who.id)}")
        for each in told(line.levels, line.bits):
            say(f"     {each.words}")


def written(shown: Demonstration, id: UUID) -> str:
    """All that is known of somebody, as it was written."""
    from homeward.people import queries as people

    with shown.desk.acting():
        view = people.person(asked(shown), id)
    return "; ".join(f"{each.name}: {' / '.join(value.words for value in each.values)}" for each in view.fields)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
