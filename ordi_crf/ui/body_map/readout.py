"""The live figures: % body surface of active lesions and of damage, kept apart, and by location."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ordi_crf.core.drawing import Drawing
from ordi_crf.core.strokes import Layer
from ordi_crf.core.surface import THRESHOLD, above_threshold, near_threshold, shown, surface
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.body_map.locations import LocationTable
from ordi_crf.ui.body_map.threshold import ThresholdBar
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written

_FIGURE = 40


class Readout(QWidget):
    """What the drawing amounts to, in the patient's numbers."""

    location_picked = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._figure = Label("", _FIGURE, 700)
        self._figure.setFixedHeight(_FIGURE + 6)
        self._bar = ThresholdBar()
        self._verdict = Label("", theme.LABEL, 600, wrap=True)
        self._note = Label("", theme.META, 400, Tone.WARN, wrap=True)
        self._damage = Label("", theme.BODY, 700)
        self._table = LocationTable(language)
        self._table.picked.connect(self.location_picked)
        self._sensitivity = Label("", theme.META, 400, Tone.MUTED, wrap=True)
        self._lay_out()

    def show_drawing(self, drawing: Drawing, layer: Layer) -> None:
        """Show the figures of both layers, and the table of one."""
        found = {key: surface(mask) for key, mask in drawing.masks.items()}
        active = found[Layer.ACTIVE].total
        self._figure.setText(self._written(active))
        self._bar.set_figure(active)
        self._tell_verdict(active)
        self._damage.setText(f"{self._written(found[Layer.DAMAGE].total)} %")
        self._table.set_surface(found[layer], layer)
        self._sensitivity.setText(
            self.tr("Sensitivity only, by leaf weights: {percent} %").format(
                percent=self._written(found[Layer.ACTIVE].sensitivity)
            )
        )

    def _written(self, figure: Fraction) -> str:
        return written(shown(figure), self._language)

    def _tell_verdict(self, active: Fraction) -> None:
        if above_threshold(active):
            self._verdict.setText(self.tr("Above 18 %: the body surface criterion is met"))
        elif active == THRESHOLD:
            self._verdict.setText(self.tr("Exactly 18 %: not above 18 %"))
        else:
            self._verdict.setText(self.tr("Not above 18 %"))
        self._verdict.set_tone(Tone.ACCENT if above_threshold(active) else Tone.INK)
        near = near_threshold(active)
        self._note.setText(
            self.tr("16-20 %: within drawing error, second rater advised") if near else ""
        )
        self._note.setVisible(near)
        self.setAccessibleDescription(f"{self._figure.text()} %. {self._verdict.text()}")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.tr("Active lesions"), theme.LABEL, 600, Tone.ACCENT))
        figures = QHBoxLayout()
        figures.setSpacing(theme.SPACE_2)
        of = Label(self.tr("% BSA"), theme.TITLE, 400, Tone.MUTED)
        of.setContentsMargins(0, 0, 0, 8)
        figures.addWidget(self._figure)
        figures.addWidget(of, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(figures)
        column.addWidget(self._bar)
        column.addWidget(self._verdict)
        column.addWidget(self._note)
        damage = QHBoxLayout()
        damage.setSpacing(theme.SPACE_2)
        damage.addWidget(Label(self.tr("Damage"), theme.LABEL, 600, Tone.DAMAGE))
        damage.addWidget(self._damage)
        damage.addWidget(Label(self.tr("never summed"), theme.META, 400, Tone.MUTED), 1)
        column.addSpacing(theme.SPACE_1)
        column.addLayout(damage)
        column.addSpacing(theme.SPACE_1)
        column.addWidget(self._table, 1)
        column.addWidget(self._sensitivity)
        for label in (self._verdict, self._note, self._sensitivity):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
