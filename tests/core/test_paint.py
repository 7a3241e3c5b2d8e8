"""Painting, undo and replay: the same strokes always give the same cells."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ordi_crf import atlas
from ordi_crf.core.bodymap import BodyMap, Group, Region
from ordi_crf.core.drawing import Drawing, Entry
from ordi_crf.core.painted import painted
from ordi_crf.core.raster import capsule_rows
from ordi_crf.core.strokes import Fill, Layer, Op, Stroke, decode, encode
from ordi_crf.core.surface import total
from ordi_crf.forms.schema import Text

BODY = atlas.body_map()
ACTIVE, DAMAGE = Layer.ACTIVE, Layer.DAMAGE


def small_map() -> BodyMap:
    """Return a map of 2 x 20 columns and 24 rows, two regions a view, one column of air."""
    row = bytes([0, *[1] * 10, *[2] * 9, *[3] * 9, *[4] * 10, 0])
    regions = [
        Region(label, f"r{label}", view, None, "g", None, 1, 24 * row.count(label), Text("x", "x"))
        for label, view in ((1, "front"), (2, "front"), (3, "back"), (4, "back"))
    ]
    return BodyMap(row * 24, 40, regions, [Group("front", "g", 50), Group("back", "g", 50)])


SMALL = small_map()


def scribbles(count: int, seed: int = 1) -> list[Entry]:
    """Return strokes that wander over both views, of every level, and a fill now and then."""
    rng = random.Random(seed)
    entries: list[Entry] = []
    for k in range(count):
        layer = rng.choice(list(Layer))
        if k % 9 == 8:
            entries.append((layer, Fill(rng.choice(BODY.regions).code, rng.randrange(4))))
            continue
        x, y = rng.choice([400, 500, 600, 1450, 1550]) * 8, rng.randrange(60, 1800) * 8
        points = [(x, y)]
        for _ in range(20):
            x, y = x + rng.randrange(-90, 91), y + rng.randrange(-90, 91)
            points.append((x, y))
        entries.append((layer, Stroke(rng.randrange(16, 320), rng.randrange(4), tuple(points))))
    return entries


def drawn(*ops: Op, body_map: BodyMap = BODY) -> Drawing:
    return Drawing.from_ops(body_map, [(ACTIVE, op) for op in ops])


def state(drawing: Drawing) -> list[tuple[bytes, tuple[int, ...]]]:
    return [(bytes(mask.cells), mask.counts()) for mask in drawing.masks.values()]


EMPTY = state(Drawing(BODY))
DAB = Stroke(160, 2, ((500 * 8, 560 * 8),))


def test_painting_twice_is_painting_once() -> None:
    assert state(drawn(DAB, DAB)) == state(drawn(DAB))


def test_overlapping_strokes_count_the_union() -> None:
    other = Stroke(160, 2, ((520 * 8, 560 * 8),))
    both = total(drawn(DAB, other).masks[ACTIVE])
    assert both < total(drawn(DAB).masks[ACTIVE]) + total(drawn(other).masks[ACTIVE])


def test_painting_and_erasing_leaves_nothing() -> None:
    assert state(drawn(DAB, Stroke(160, 0, DAB.points))) == EMPTY


def test_a_stroke_outside_the_body_paints_nothing() -> None:
    assert state(drawn(Stroke(80, 3, ((20 * 8, 20 * 8), (-500 * 8, 20 * 8))))) == EMPTY


def test_the_order_of_disjoint_strokes_does_not_matter() -> None:
    other = Stroke(160, 3, ((500 * 8, 900 * 8),))
    assert state(drawn(DAB, other)) == state(drawn(other, DAB))


def test_the_later_stroke_wins() -> None:
    later = Stroke(160, 1, DAB.points)
    assert state(drawn(DAB, later)) == state(drawn(later))


@pytest.mark.parametrize(
    ("start", "painted"), [(990, {"front"}), (1010, {"back"})], ids=["front", "back"]
)
def test_a_stroke_paints_only_the_view_it_began_in(start: int, painted: set[str]) -> None:
    across = Stroke(400, 2, ((start * 8, 1060 * 8), (900 * 8, 1060 * 8), (1100 * 8, 1060 * 8)))
    mask = drawn(across).masks[ACTIVE]
    assert {r.view for r in BODY.regions if mask.count(r, 2)} == painted


def test_a_fill_paints_its_region_and_no_other() -> None:
    mask = drawn(Fill("nose_malar", 3)).masks[ACTIVE]
    region = BODY.region("nose_malar")
    assert mask.count(region, 3) == region.cells
    assert sum(mask.count(r, 3) for r in BODY.regions) == region.cells


def test_a_fill_of_level_0_erases_its_region() -> None:
    assert state(drawn(DAB, Fill("chest", 0))) == EMPTY


def test_a_fill_of_an_unknown_region_is_refused() -> None:
    with pytest.raises(ValueError, match="no region tail"):
        Drawing(BODY).apply(ACTIVE, Fill("tail", 1))


def test_counts_are_the_cells() -> None:
    for mask in Drawing.from_ops(BODY, scribbles(12)).masks.values():
        assert mask.counts()[4:] == tuple(mask.cells.count(value) for value in range(4, 256))


def test_a_live_stroke_paints_what_its_replay_paints() -> None:
    entries = [(layer, op) for layer, op in scribbles(12) if isinstance(op, Stroke)]
    live = Drawing(BODY)
    for layer, stroke in entries:
        live.begin(layer, stroke.radius, stroke.level, stroke.points[0])
        for point in stroke.points[1:]:
            live.extend(point)
        live.finish()
    assert live.entries == tuple(entries)
    assert state(live) == state(Drawing.from_ops(BODY, entries))


def test_an_abandoned_stroke_leaves_nothing() -> None:
    drawing = Drawing(BODY)
    drawing.begin(ACTIVE, 160, 2, (500 * 8, 560 * 8))
    drawing.extend((500 * 8, 900 * 8))
    drawing.abandon()
    assert state(drawing) == EMPTY
    assert not drawing.entries


def test_a_stroke_reports_the_cells_it_touches() -> None:
    assert Drawing(BODY).begin(ACTIVE, 80, 2, (500 * 8, 560 * 8)) == (490, 550, 20, 20)


def test_a_point_far_away_is_kept_within_what_can_be_recorded() -> None:
    drawing = Drawing(BODY)
    drawing.begin(ACTIVE, 80, 2, (500 * 8, 560 * 8))
    drawing.extend((10**9, -(10**9)))
    stroke = drawing.finish()
    assert decode(encode(stroke)) == stroke


def test_undoing_everything_empties_both_layers_and_redoing_brings_all_back() -> None:
    entries = scribbles(20)
    drawing = Drawing.from_ops(BODY, entries)
    full = state(drawing)
    taken = [drawing.undo() for _ in entries]
    assert state(drawing) == EMPTY
    assert taken == entries[::-1]
    put_back = [drawing.redo() for _ in entries]
    assert put_back == entries
    assert state(drawing) == full


def test_undo_is_last_in_first_out_across_layers() -> None:
    drawing = Drawing(BODY)
    drawing.apply(ACTIVE, DAB)
    drawing.apply(DAMAGE, Fill("chest", 1))
    assert drawing.undo()[0] is DAMAGE
    assert drawing.undo()[0] is ACTIVE
    assert not drawing.can_undo


def test_a_new_stroke_forgets_what_was_undone() -> None:
    drawing = drawn(DAB)
    drawing.undo()
    drawing.apply(ACTIVE, Fill("chest", 1))
    assert not drawing.can_redo


def test_replay_of_the_stored_text_is_the_same_to_the_bit() -> None:
    drawing = Drawing.from_ops(BODY, scribbles(20))
    stored = [(str(layer), encode(op)) for layer, op in drawing.entries]
    reopened = Drawing.from_ops(BODY, [(Layer(layer), decode(text)) for layer, text in stored])
    assert state(reopened) == state(drawing)
    assert reopened.digest() == drawing.digest()


def test_a_drawing_reopened_from_its_cache_is_the_same_to_the_bit() -> None:
    drawing = Drawing.from_ops(BODY, scribbles(20))
    reopened = Drawing.from_ops(BODY, drawing.entries, drawing.cache())
    assert state(reopened) == state(drawing)
    assert reopened.entries == drawing.entries


def test_a_drawing_reopened_from_its_cache_can_be_undone() -> None:
    entries = scribbles(20)
    reopened = Drawing.from_ops(BODY, entries, Drawing.from_ops(BODY, entries).cache())
    reopened.undo()
    assert state(reopened) == state(Drawing.from_ops(BODY, entries[:-1]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda cache: b"",
        lambda cache: cache[:-9],
        lambda cache: bytes(32) + cache[32:],
        lambda cache: cache[:32] + b"not zlib",
        lambda cache: Drawing(BODY).cache(),
    ],
    ids=["empty", "cut short", "other digest", "not compressed", "another drawing"],
)
def test_a_cache_that_does_not_match_is_replayed_over(spoil) -> None:
    drawing = drawn(DAB)
    assert state(Drawing.from_ops(BODY, drawing.entries, spoil(drawing.cache()))) == state(drawing)


@pytest.mark.parametrize(
    "op",
    [
        Stroke(112, 2, ((4000, 4480),)),
        Stroke(1, 0, ((-65536, 65536), (65536, -65536))),
        Stroke(4000, 3, ((0, 0), (3, -4), (3, -4))),
        Fill("hand_R_front", 3),
    ],
    ids=["dab", "bounds", "back again", "fill"],
)
def test_text_comes_back_as_the_same_operation(op: Op) -> None:
    assert decode(encode(op)) == op


def test_the_text_of_a_stroke_is_compact_and_relative() -> None:
    assert encode(Stroke(112, 2, ((4000, 4480), (4010, 4475)))) == '["s",112,2,[4000,4480,10,-5]]'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("{}", "neither"),
        ('["x",1,2]', "neither"),
        ('["s",112,2]', "neither"),
        ('["s",112,2,[1,2],3]', "neither"),
        ('["f",7,2]', "neither"),
        ('["s",112,2,[]]', "pairs"),
        ('["s",112,2,[1,2,3]]', "pairs"),
        ('["s",112,4,[1,2]]', "level is 4, not within 0 to 3"),
        ('["f","chest",-1]', "level is -1"),
        ('["s",0,2,[1,2]]', "radius is 0"),
        ('["s",4001,2,[1,2]]', "radius is 4001"),
        ('["s",112.5,2,[1,2]]', "radius is not a whole number"),
        ('["s",true,2,[1,2]]', "radius is not a whole number"),
        ('["s",112,"2",[1,2]]', "level is not a whole number"),
        ('["s",112,2,[1,null]]', "coordinate is not a whole number"),
        ('["s",112,2,[1,NaN]]', "coordinate is not a whole number"),
        ('["s",112,2,[65537,0]]', "coordinate is 65537"),
        ('["s",112,2,[65000,0,600,0]]', "coordinate is 65600"),
        ('["s",112,2,[1,' + "9" * 5000 + "]]", "not JSON"),
    ],
)
def test_malformed_text_is_refused_with_a_sentence(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        decode(text)


@given(st.text() | st.recursive(st.integers() | st.text(), st.lists).map(json.dumps))
def test_any_other_text_is_refused_as_a_value_error(text: str) -> None:
    try:
        op = decode(text)
    except ValueError:
        return
    assert decode(encode(op)) == op


COORDINATE = st.integers(-100, 420)
POINT = st.tuples(COORDINATE, COORDINATE)
STROKE = st.builds(
    Stroke,
    radius=st.integers(1, 120),
    level=st.integers(0, 3),
    points=st.lists(POINT, min_size=1, max_size=6).map(tuple),
)


def within(x: int, y: int, a: tuple[int, int], b: tuple[int, int], radius: int) -> bool:
    """Return whether a point is within the radius of a segment, by the definition."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length2 = dx * dx + dy * dy
    along = (x - a[0]) * dx + (y - a[1]) * dy
    if 0 < along < length2:
        return ((x - a[0]) * dy - (y - a[1]) * dx) ** 2 <= radius * radius * length2
    near = a if along <= 0 else b
    return (x - near[0]) ** 2 + (y - near[1]) ** 2 <= radius * radius


def slowly(strokes: list[Stroke]) -> bytes:
    """Return the cells that strokes paint on the small map, cell by cell."""
    cells = bytearray(v * 4 for v in SMALL.labels)
    for stroke in strokes:
        points = stroke.points
        back = points[0][0] >= SMALL.view_width * 8
        for i, label in enumerate(SMALL.labels):
            row, column = divmod(i, SMALL.width)
            if not label or (column >= SMALL.view_width) != back:
                continue
            x, y = column * 8 + 4, row * 8 + 4
            pairs = zip((points[0], *points), points, strict=False)
            if any(within(x, y, a, b, stroke.radius) for a, b in pairs):
                cells[i] = label * 4 + stroke.level
    return bytes(cells)


@given(st.lists(STROKE, min_size=1, max_size=4))
@settings(deadline=None)
def test_random_strokes_paint_what_the_definition_says(strokes: list[Stroke]) -> None:
    drawing = drawn(*strokes, body_map=SMALL)
    assert bytes(drawing.masks[ACTIVE].cells) == slowly(strokes)


@given(st.lists(st.tuples(st.sampled_from(Layer), STROKE), max_size=5), st.data())
@settings(deadline=None)
def test_undo_and_redo_in_any_order_paint_what_stands(entries: list[Entry], data) -> None:
    drawing = Drawing.from_ops(SMALL, entries)
    for step in data.draw(st.lists(st.booleans(), max_size=8)):
        if step and drawing.can_undo:
            drawing.undo()
        elif not step and drawing.can_redo:
            drawing.redo()
    assert state(drawing) == state(Drawing.from_ops(SMALL, drawing.entries))


@given(POINT, POINT, st.integers(1, 120))
def test_a_capsule_is_the_same_either_way_round(a, b, radius: int) -> None:
    there = list(capsule_rows(a, b, radius, (0, 40), 24))
    assert there == list(capsule_rows(b, a, radius, (0, 40), 24))


def test_a_drawing_reopened_from_its_cache_is_painted_on():
    entries = list(scribbles(12))
    for k in (1, 6, 11):
        reopened = Drawing.from_ops(BODY, entries[:k], Drawing.from_ops(BODY, entries[:k]).cache())
        for layer, op in entries[k:]:
            reopened.apply(layer, op)
        whole = Drawing.from_ops(BODY, entries)
        assert state(reopened) == state(whole)
        assert painted(reopened).active.total == painted(whole).active.total
        while reopened.can_undo:
            reopened.undo()
        assert state(reopened) == state(Drawing(BODY))


def test_a_brush_paints_on_a_drawing_reopened_from_its_cache():
    entries = list(scribbles(6))
    reopened = Drawing.from_ops(BODY, entries, Drawing.from_ops(BODY, entries).cache())
    reopened.begin(ACTIVE, 112, 2, (4000, 5000))
    reopened.extend((4400, 5200))
    stroke = reopened.finish()
    assert state(reopened) == state(Drawing.from_ops(BODY, [*entries, (ACTIVE, stroke)]))
