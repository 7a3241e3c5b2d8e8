import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from ordi_crf.ui import theme
from ordi_crf.ui.components.label import Label
from ordi_crf.ui.theme import DARK, LIGHT, Tone

BOTH = pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])
ON_TINT = [Tone.ACCENT, Tone.OK, Tone.WARN, Tone.BAD, Tone.IDLE]


def luminance(value):
    """Relative luminance, WCAG 2.2."""
    parts = [QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@BOTH
@pytest.mark.parametrize("tone", list(Tone))
def test_text_of_every_tone_reads_on_the_surface(t, tone):
    assert contrast(theme.ink(t, tone), t.surface) >= 4.5


@BOTH
@pytest.mark.parametrize("tone", ON_TINT)
def test_text_of_a_chip_reads_on_its_tint(t, tone):
    assert contrast(theme.ink(t, tone), theme.tint(t, tone)) >= 4.5


@BOTH
@pytest.mark.parametrize("ground", ["bg", "surface", "raised", "soft"])
def test_ink_reads_on_every_ground(t, ground):
    assert contrast(t.ink, getattr(t, ground)) >= 7
    assert contrast(t.muted, getattr(t, ground)) >= 4.5


@pytest.mark.parametrize("ramp", [theme.ERYTHEMA, theme.DAMAGE], ids=["erythema", "damage"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_digit_reads_on_its_level(ramp, level):
    assert contrast(theme.RAMP_INK[level], ramp[level]) >= 4.5


@pytest.mark.parametrize("ramp", [theme.ERYTHEMA, theme.DAMAGE], ids=["erythema", "damage"])
def test_a_higher_level_is_darker(ramp):
    assert [luminance(c) for c in ramp] == sorted((luminance(c) for c in ramp), reverse=True)


@BOTH
def test_the_focus_ring_stands_out_from_what_it_lies_on(t):
    assert min(contrast(t.accent, ground) for ground in (t.surface, t.bg, t.soft)) >= 3


@BOTH
def test_text_on_the_primary_button_reads(t):
    assert contrast(t.on_accent, t.accent) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_tokens_shown_are_those_of_the_palette(qapp, dark):
    theme.apply(qapp, dark)
    assert theme.tokens() is (DARK if dark else LIGHT)


def test_a_label_follows_the_theme_while_it_is_shown(qapp, qtbot):
    theme.apply(qapp, False)
    label = Label("2 of 29 items missing", tone=Tone.WARN)
    qtbot.addWidget(label)
    label.show()
    theme.apply(qapp, True)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.warn)


def test_calling_a_qt_method_does_not_drop_references_to_none(qapp):
    """PySide6 6.12.0 lost one a call on Python 3.11 and aborted the process (ADR 5)."""
    import sys

    label = QLabel()
    before = sys.getrefcount(None)
    for n in range(500):
        label.setText(str(n))
    assert sys.getrefcount(None) - before > -100
    assert QApplication.instance() is qapp
