"""Laws of merging, over random histories of copies of one site and of another site."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ordi_crf.core.merging import Union, conflicts, merged
from tests.core.merging.trails import Pencil

LATER = "2010-04-01T08:00:00Z"
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sex", "event", "enrol", "paint"]),
        st.integers(1, 2),
        st.sampled_from(["F", "M", None]),
        st.integers(0, 59),
    ),
    max_size=6,
)


def go_on(pencil, steps):
    for what, number, value, minute in steps:
        match what:
            case "sex":
                pencil.sex(number, value, minute)
            case "event":
                pencil.event(number, f"Term {value}", minute)
            case "enrol":
                pencil.enrol(number, minute)
            case "paint":
                pencil.paint(number, str(len(pencil.entries)), f"M{minute} 0", minute)
    return pencil


@st.composite
def unions(draw):
    first = go_on(Pencil("Ana"), draw(STEPS))
    one = go_on(first.copy("Joan"), draw(STEPS))
    two = go_on(first.copy("Eva"), draw(STEPS))
    other = go_on(Pencil("Pau", "02"), draw(STEPS))
    return [pencil.union for pencil in (one, two, other, first)]


def settled(union: Union) -> Union:
    """Settle everything by the last word in order of time, as one who does not care might."""
    while left := conflicts(union):
        head = left[0].heads[-1]
        chosen = head.hash if left[0].where[-1] == "DRAWING" else head.value
        union = union.settled(left[0].settle(chosen, "decided", "Eva Sala", LATER))
    return union


@given(unions())
def test_the_order_of_merging_makes_no_difference(found):
    whole = [a | b | c for a, b, c in permutations(found[:3])]
    assert all(union == whole[0] for union in whole)
    assert all(conflicts(union) == conflicts(whole[0]) for union in whole)
    done = merged(settled(whole[0]))
    assert all(merged(settled(union)) == done for union in whole)


@given(unions())
def test_merging_in_any_grouping_is_the_same(found):
    one, two, other, first = found
    assert merged(settled((one | two) | (other | first))) == merged(
        settled(one | (two | (other | first)))
    )


@given(unions())
def test_merging_again_changes_nothing(found):
    one, two, other, first = found
    done = settled(one | two | other)
    assert done | one | first == done
    assert merged(done | one | first) == merged(done)


@given(unions())
def test_no_entry_is_lost_and_none_is_made_up(found):
    one, two, other, _ = found
    union = settled(one | two | other)
    told = [entry.hash for entry in merged(union).audit]
    assert sorted(told) == sorted([*union.links, *union.settlements])


@given(unions())
def test_a_merge_of_files_that_agree_asks_nothing(found):
    one, _, other, first = found
    assert conflicts(one | other | first) == []
