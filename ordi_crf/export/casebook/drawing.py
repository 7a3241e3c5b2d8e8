"""One layer of a drawing, half a page high: front and back, and the close-ups where they fit.

Face, scalp and feet stand in a column at the right; each hand is in the free corner right under
itself, so that a plaque on a finger can be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from ordi_crf.core.bodymap import LEVELS
from ordi_crf.core.strokes import Layer
from ordi_crf.export.casebook.figure import print_view
from ordi_crf.export.casebook.paint import Box, Earlier, Paint, print_swatch
from ordi_crf.export.casebook.paper import COLUMN, LEFT, RIGHT, Paper
from ordi_crf.export.casebook.type import ACCENT, GREY, SECTION, Face, Ink, measure
from ordi_crf.forms.bodymap import LAYER
from ordi_crf.forms.bodymap import LEVELS as LEVEL_WORDS
from ordi_crf.forms.schema import Text

_FRONT, _BACK = "front", "back"
_RIGHT = Text("patient's RIGHT", "DERECHA del paciente")
_LEFT = Text("patient's LEFT", "IZQUIERDA del paciente")
_OUTLINE = Text(
    "Dashed outline: painted at the visit before ({visit})",
    "Contorno discontinuo: pintado en la visita anterior ({visit})",
)
_VIEW_TITLE, _SIDE_TITLE = Ink(Face.BOLD, 7.5), Ink(Face.REGULAR, 6.5, GREY)


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of the canvas and where it is printed, in points right of and below the corner."""

    view: str
    box: Box
    x: float
    y: float
    scale: float
    title: Text

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        left, top, right, bottom = self.box
        return (right - left) * self.scale, (bottom - top) * self.scale


_SCALE, _HAND = 0.197, 0.36
_HEADROOM = 12.0
_BACK_X = 1000 * _SCALE + 4
_SIDE_X = _BACK_X + 1000 * _SCALE + 10
_HEAD, _FOOT = (COLUMN - _SIDE_X) / 224, (COLUMN - _SIDE_X) / 400
_HAND_Y = _HEADROOM + 1240 * _SCALE
_FAR_HAND = 1000 * _SCALE - 160 * _HAND
_SCALP_Y = 2 * _HEADROOM + 274 * _HEAD
_FEET_Y = _SCALP_Y + _HEADROOM + 274 * _HEAD
_HEELS_Y = _FEET_Y + _HEADROOM + 158 * _FOOT
DRAWING_HEIGHT = _HEADROOM + 1927 * _SCALE

VIEWS = (
    Window(_FRONT, (0, 20, 1000, 1947), 0, _HEADROOM, _SCALE, Text("FRONT", "DELANTE")),
    Window(_BACK, (1000, 20, 2000, 1947), _BACK_X, _HEADROOM, _SCALE, Text("BACK", "DETRÁS")),
)

CLOSE_UPS = (
    Window(_FRONT, (388, 18, 612, 292), _SIDE_X, _HEADROOM, _HEAD, Text("Face", "Cara")),
    Window(
        _BACK, (1388, 18, 1612, 292), _SIDE_X, _SCALP_Y, _HEAD,
        Text("Back of scalp, nape", "Cuero cabelludo, nuca"),
    ),
    Window(
        _FRONT, (300, 1784, 700, 1942), _SIDE_X, _FEET_Y, _FOOT,
        Text("Feet, front", "Pies, delante"),
    ),
    Window(
        _BACK, (1300, 1784, 1700, 1942), _SIDE_X, _HEELS_Y, _FOOT,
        Text("Feet, back", "Pies, detrás"),
    ),
    Window(_FRONT, (0, 972, 160, 1192), 0, _HAND_Y, _HAND, Text("Right palm", "Palma derecha")),
    Window(
        _FRONT, (840, 972, 1000, 1192), _FAR_HAND, _HAND_Y, _HAND,
        Text("Left palm", "Palma izquierda"),
    ),
    Window(
        _BACK, (1000, 972, 1160, 1192), _BACK_X, _HAND_Y, _HAND,
        Text("Left, dorsum", "Izquierda, dorso"),
    ),
    Window(
        _BACK, (1840, 972, 2000, 1192), _BACK_X + _FAR_HAND, _HAND_Y, _HAND,
        Text("Right, dorsum", "Derecha, dorso"),
    ),
)  # fmt: skip


def print_drawing(
    paper: Paper, layer: Layer, painted: Paint | None, before: Earlier | None = None
) -> None:
    """Print a layer at the cursor, with its title; without paint, an empty figure."""
    paper.text(LEFT, paper.y - 10, paper.say(LAYER.text(layer.value)), SECTION)
    _print_legend(paper, layer, paper.y - 12)
    top = paper.y - 16
    for window in VIEWS:
        _print_window(paper, window, top, painted, before)
        _print_view_titles(paper, window, top)
    for window in CLOSE_UPS:
        _print_window(paper, window, top, painted, before)
        _print_frame(paper, window, top)
    paper.y = top - DRAWING_HEIGHT - 8
    if before is not None:
        _print_earlier(paper, before)


def _print_legend(paper: Paper, layer: Layer, y: float) -> None:
    """Print what the levels look like, at the right of the title: a page may be read alone."""
    x = RIGHT
    for level, words in reversed([*zip(LEVELS, LEVEL_WORDS[layer.value], strict=True)]):
        label = f"{level} {paper.say(words)}"
        x -= measure(label, _SIDE_TITLE)
        paper.text(x, y + 2.5, label, _SIDE_TITLE)
        print_swatch(paper, layer, level, x - 23, y)
        x -= 34


def _print_earlier(paper: Paper, before: Earlier) -> None:
    """Print what the dashed outline is, under the figures."""
    canvas, y = paper.canvas, paper.y + 2
    canvas.saveState()
    canvas.setDash(2.6, 1.6)
    paper.rule(LEFT, y + 2, LEFT + 20, ACCENT, 0.8)
    canvas.restoreState()
    words = paper.say(_OUTLINE).format(visit=before.when)
    paper.text(LEFT + 25, y, words, _SIDE_TITLE)


def _print_window(
    paper: Paper, window: Window, top: float, painted: Paint | None, before: Earlier | None
) -> None:
    x, y = LEFT + window.x, top - window.y
    print_view(paper, window.view, window.box, x, y, window.scale, painted, before)


def _print_view_titles(paper: Paper, window: Window, top: float) -> None:
    """Print which view it is, and which side is which: the patient's right is left in front."""
    x, y = LEFT + window.x, top - 8
    width = window.size[0]
    sides = (_RIGHT, _LEFT) if window.view == _FRONT else (_LEFT, _RIGHT)
    paper.text_about(x + width / 2, y, paper.say(window.title), _VIEW_TITLE)
    paper.text(x, y - 8, paper.say(sides[0]), _SIDE_TITLE)
    paper.text_to(x + width, y - 8, paper.say(sides[1]), _SIDE_TITLE)


def _print_frame(paper: Paper, window: Window, top: float) -> None:
    width, height = window.size
    x, y = LEFT + window.x, top - window.y
    paper.box(x, y - height, width, height)
    paper.text(x + 1, y + 2.5, paper.say(window.title), _SIDE_TITLE)
