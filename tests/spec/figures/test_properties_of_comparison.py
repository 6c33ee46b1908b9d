"""What holds for any two figures, however they were made."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.ledger.core.comparison import Compared, Verdict, compare, compare_all
from homeward.ledger.core.figures import FigureKind, Op, quantity
from homeward.ledger.core.pair import meeting
from homeward.ledger.core.populations import Populations
from homeward.ledger.core.rivals import rivals
from homeward.ledger.core.voices import Modality
from homeward.moments import Interval, Precision

FIRST = datetime(2023, 11, 1, tzinfo=UTC)
SAID = Populations(equal=[("b", "c")], part_of=[("d", "a")])


def days(first: int, count: int, precision: Precision = Precision.DAY) -> Interval:
    start = FIRST + timedelta(days=first)
    return Interval(start, start + timedelta(days=count), precision, f"{first}+{count}")


times = st.one_of(
    st.none(),
    st.builds(days, st.integers(0, 3), st.just(1)),
    st.builds(days, st.integers(0, 3), st.just(3), st.sampled_from([Precision.DAY, Precision.ABOUT])),
    st.just(Interval.unread("lately")),
)
quantities = st.builds(quantity, st.sampled_from([*Op][:6]), st.integers(2, 40), st.none())


@st.composite
def a_figure(draw, number: int = 0, **given) -> Compared:
    statement = draw(st.sampled_from(["s1", "s2", "s3"]))
    drawn = {
        "measure": st.sampled_from(["crossed", "held"]),
        "population": st.sampled_from(["a", "b", "c", "d"]),
        "unit": st.sampled_from(["person", "bus"]),
        "kind": st.sampled_from(FigureKind),
        "quantity": quantities,
        "asof": times,
        "window": st.one_of(st.none(), times),
        "said": times,
        "speaker": st.sampled_from(["x", "y"]),
        "origin": st.sampled_from(["o1", "o2", statement]),
        "origin_doubtful": st.booleans(),
        "counting": st.sampled_from(["", "", "by passport"]),
        "modality": st.sampled_from([None, *Modality]),
        "retracted": st.sampled_from([False, False, True]),
        "corrects": st.sampled_from([frozenset(), frozenset(), frozenset({"s1"}), frozenset({"s2#1"})]),
    }
    chosen = {name: given[name] if name in given else draw(values) for name, values in drawn.items()}
    return Compared(ref=f"{statement}#{number}", statement=statement, **chosen)


ALIKE = {
    "measure": "crossed",
    "population": "a",
    "unit": "person",
    "counting": "",
    "modality": None,
    "retracted": False,
    "corrects": frozenset(),
}
pairs = st.one_of(
    st.tuples(a_figure(1), a_figure(2)),
    st.tuples(a_figure(1, **ALIKE), a_figure(2, **ALIKE)),
    st.tuples(a_figure(1, **ALIKE, kind=FigureKind.STOCK), a_figure(2, **ALIKE, kind=FigureKind.STOCK)),
)


@settings(max_examples=150, deadline=None)
@given(pairs)
def test_who_is_named_first_makes_no_difference(pair):
    one, other = pair
    found, turned = compare(one, other, SAID), compare(other, one, SAID)
    assert (found.a, found.b) == (turned.b, turned.a) == (one.ref, other.ref)
    assert (found.verdict, found.why, found.gap, found.about) == (turned.verdict, turned.why, turned.gap, turned.about)


@settings(max_examples=150, deadline=None)
@given(pairs)
def test_a_conflict_has_two_origins_one_measure_and_no_overlap(pair):
    one, other = pair
    if compare(one, other, SAID).verdict is Verdict.CONFLICT:
        assert one.origin != other.origin
        assert one.statement != other.statement
        assert one.speaker != other.speaker
        assert (one.measure, one.kind, one.unit) == (other.measure, other.kind, other.unit)
        assert SAID.same(one.population, other.population)
        assert meeting((one.quantity.lo, one.quantity.hi), (other.quantity.lo, other.quantity.hi)) is None
        assert not one.retracted
        assert not other.retracted


@settings(max_examples=150, deadline=None)
@given(pairs)
def test_a_number_that_is_about_another_time_is_never_a_conflict_unless_a_total_falls(pair):
    one, other = pair
    apart = one.stood is not None and other.stood is not None and one.stood.start != other.stood.start
    if apart and FigureKind.CUMULATIVE is not one.kind and compare(one, other, SAID).verdict is Verdict.CONFLICT:
        assert one.stretch.start == other.stretch.start


@settings(max_examples=60, deadline=None)
@given(st.lists(a_figure(**ALIKE), min_size=2, max_size=9))
def test_seen_together_there_are_no_more_conflicts_than_seen_in_pairs(drawn):
    figures = [numbered(figure, place) for place, figure in enumerate(drawn)]
    by_ref = {figure.ref: figure for figure in figures}
    for relation in compare_all(figures, SAID):
        alone = compare(by_ref[relation.a], by_ref[relation.b], SAID)
        assert relation.verdict is alone.verdict or alone.verdict is Verdict.CONFLICT


@settings(max_examples=60, deadline=None)
@given(st.lists(a_figure(**{**ALIKE, "window": None}), min_size=2, max_size=12))
def test_a_large_group_shows_the_conflicts_of_a_full_comparison(drawn):
    figures = [numbered(figure, place) for place, figure in enumerate(drawn)]

    def conflicts(in_full: int) -> set[tuple[int, int]]:
        return {
            (one, other)
            for one, other in rivals(figures, SAID, in_full=in_full)
            if compare(figures[one], figures[other], SAID).verdict is Verdict.CONFLICT
        }

    every, chosen = conflicts(99), conflicts(1)
    assert chosen <= every
    # A total that falls below several before it is shown against the highest of them.
    falling = {pair for pair in every if figures[pair[0]].kind is FigureKind.CUMULATIVE}
    assert every - falling <= chosen
    assert bool(falling) == bool(falling & chosen)


def numbered(figure: Compared, place: int) -> Compared:
    values = {name: getattr(figure, name) for name in Compared.__dataclass_fields__}
    return Compared(**{**values, "ref": f"t{place}#1", "statement": f"t{place}"})
