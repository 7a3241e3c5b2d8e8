"""The body map on paper: painted where it was painted, on the patient's side, and readable."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from ordi_crf.atlas import body_map
from ordi_crf.core.bodymap import LEVELS, Region
from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Fill, Layer
from ordi_crf.export.casebook.drawing import CLOSE_UPS, VIEWS, Window, print_drawing
from ordi_crf.export.casebook.paint import HATCHINGS, RAMPS, paint
from ordi_crf.export.casebook.paper import HEIGHT, LEFT, TOP, Book, Heading, Paper
from ordi_crf.forms.schema import Language

SCALE = 3


def _picture(file: Path, drawing: Drawing | None, layer: Layer = Layer.ACTIVE) -> Image.Image:
    """Return a printed layer as a picture of three pixels a point."""
    paper = Paper(file, Book("T", "A", "O", "E", Language.EN), lambda: False)
    paper.begin(Heading(""))
    print_drawing(paper, layer, paint(drawing, layer) if drawing else None)
    paper.finish()
    document = pypdfium2.PdfDocument(file)
    picture = document[0].render(scale=SCALE).to_pil().convert("RGB")
    document.close()
    return picture


def _box(region: Region) -> tuple[int, int, int, int]:
    rows = list(body_map().rows_of(region))
    width = body_map().width
    top = rows[0][0] // width
    left = min(first % width for first, _ in rows)
    right = max((end - 1) % width for _, end in rows)
    return left, top, right + 1, top + len(rows)


def _share(picture: Image.Image, window: Window, box: tuple[float, float, float, float]) -> float:
    """Return how much of a box of cells, seen in a window, has the colour of level 2."""
    left, top = LEFT + window.x, HEIGHT - TOP + 16 + window.y
    cells = [box[0] - window.box[0], box[1] - window.box[1], box[2] - window.box[0]]
    cells.append(box[3] - window.box[1])
    origin = (left, top, left, top)
    crop = picture.crop(
        tuple(round(SCALE * (o + c * window.scale)) for o, c in zip(origin, cells, strict=True))  # type: ignore[arg-type]
    )
    red, green, blue = (round(255 * part) for part in RAMPS[Layer.ACTIVE][2])
    parts = crop.tobytes()
    pixels = list(zip(parts[::3], parts[1::3], parts[2::3], strict=True))
    near = [abs(r - red) + abs(g - green) + abs(b - blue) < 40 for r, g, b in pixels]
    return sum(near) / len(near)


@pytest.mark.parametrize(
    ("region", "window"),
    [
        ("chest", VIEWS[0]), ("uparm_R_front", VIEWS[0]), ("uparm_L_front", VIEWS[0]),
        ("back_upper", VIEWS[1]), ("nose_malar", CLOSE_UPS[0]), ("scalp_back", CLOSE_UPS[1]),
        ("foot_L_front", CLOSE_UPS[2]), ("foot_R_back", CLOSE_UPS[3]),
        ("hand_R_front", CLOSE_UPS[4]), ("hand_L_front", CLOSE_UPS[5]),
        ("hand_L_back", CLOSE_UPS[6]), ("hand_R_back", CLOSE_UPS[7]),
    ],
    ids=lambda value: value if isinstance(value, str) else value.title.en,
)  # fmt: skip
def test_a_painted_region_is_painted_on_paper_and_only_that_one(
    tmp_path: Path, region: str, window: Window
) -> None:
    drawing = Drawing(body_map())
    drawing.apply(Layer.ACTIVE, Fill(region, 2))
    picture = _picture(tmp_path / "x.pdf", drawing)
    box = _box(body_map().region(region))
    middle = (
        box[0] + 0.4 * (box[2] - box[0]), box[1] + 0.3 * (box[3] - box[1]),
        box[0] + 0.6 * (box[2] - box[0]), box[1] + 0.5 * (box[3] - box[1]),
    )  # fmt: skip
    assert _share(picture, window, middle) > 0.3
    other = VIEWS[1] if window.view == "front" else VIEWS[0]
    assert _share(picture, other, other.box) == 0


def test_nothing_painted_is_nothing_printed(tmp_path: Path) -> None:
    picture = _picture(tmp_path / "x.pdf", Drawing(body_map()))
    assert all(_share(picture, view, view.box) == 0 for view in VIEWS)


def test_a_layer_does_not_show_the_other_one(tmp_path: Path) -> None:
    drawing = Drawing(body_map())
    drawing.apply(Layer.ACTIVE, Fill("chest", 2))
    picture = _picture(tmp_path / "x.pdf", drawing, Layer.DAMAGE)
    assert _share(picture, VIEWS[0], VIEWS[0].box) == 0


def test_a_hole_stays_open(tmp_path: Path) -> None:
    drawing = Drawing(body_map())
    for code in ("chest", "abdomen"):
        drawing.apply(Layer.ACTIVE, Fill(code, 2))
    drawing.begin(Layer.ACTIVE, 40 * 8, 0, (500 * 8, 600 * 8))
    drawing.finish()
    picture = _picture(tmp_path / "x.pdf", drawing)
    assert _share(picture, VIEWS[0], (480, 580, 520, 620)) == 0
    assert _share(picture, VIEWS[0], (400, 580, 440, 620)) > 0.3


@pytest.mark.parametrize("layer", list(Layer))
def test_levels_differ_without_colour(tmp_path: Path, layer: Layer) -> None:
    hatchings = {(h.directions, h.distance, h.color) for other in Layer for h in HATCHINGS[other]}
    assert len(hatchings) == len(Layer) * len(LEVELS)
    greys = [sum(RAMPS[layer][level]) for level in (0, *LEVELS)]
    assert greys == sorted(greys, reverse=True), "a photocopy darkens with the level"


@pytest.mark.parametrize("window", [*VIEWS, *CLOSE_UPS], ids=lambda window: window.title.en)
def test_every_window_lies_on_the_page_and_shows_its_own_view(window: Window) -> None:
    left, top, right, bottom = window.box
    half = body_map().view_width
    assert (left < half) == (right <= half) == (window.view == "front")
    assert 0 <= left < right <= body_map().width
    assert 0 <= top < bottom <= body_map().height
    width, _ = window.size
    assert window.x >= 0
    assert window.x + width <= 595.28 - 2 * LEFT + 0.01


@pytest.mark.parametrize(
    ("codes", "window"),
    [
        (("face_rest", "nose_malar", "scalp_front", "ear_R_front", "ear_L_front"), CLOSE_UPS[0]),
        (("scalp_back", "ear_R_back", "ear_L_back"), CLOSE_UPS[1]),
        (("foot_R_front", "foot_L_front"), CLOSE_UPS[2]),
        (("foot_R_back", "foot_L_back"), CLOSE_UPS[3]),
        (("hand_R_front",), CLOSE_UPS[4]), (("hand_L_front",), CLOSE_UPS[5]),
        (("hand_L_back",), CLOSE_UPS[6]), (("hand_R_back",), CLOSE_UPS[7]),
    ],
    ids=lambda value: value.title.en if isinstance(value, Window) else "",
)  # fmt: skip
def test_a_close_up_holds_its_regions_whole(codes: tuple[str, ...], window: Window) -> None:
    for code in codes:
        left, top, right, bottom = _box(body_map().region(code))
        assert window.box[0] <= left < right <= window.box[2], code
        assert window.box[1] <= top < bottom <= window.box[3], code
