"""Colours, sizes and type of the window: one table of tokens, light and dark.

Contrast on `surface` is at least 4.5:1 for every text token. Red is for skin and for danger only,
so that lesions are the reddest thing on the screen. Lesion ramps are the same in both themes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_6 = 4, 8, 12, 16, 24
RADIUS_CONTROL, RADIUS_CARD, RADIUS_CHIP = 6, 8, 10
META, LABEL, BODY, TITLE, FIGURE, SCORE = 11, 12, 13, 16, 24, 44
"""Type sizes in pixels at 100 %: Qt scales logical pixels with the screen."""

RAIL_WIDTH, TOP_BAR_HEIGHT, ROW_HEIGHT, CONTROL_HEIGHT = 188, 56, 38, 30

ERYTHEMA = ("#EDF0F3", "#F6C9C2", "#E2766D", "#9E2F38")
"""Fill of erythema 0 to 3; 0 is grey, because answered and absent is not the same as blank."""
DAMAGE = ("#EDF0F3", "#E3CDB0", "#B98F5E", "#8A6236")
RAMP_INK = ("#17212B", "#2A1A17", "#2A1A17", "#FFFFFF")
"""Text on a ramp's levels 0 to 3."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #RRGGBB."""

    dark: bool
    bg: str
    surface: str
    raised: str
    ink: str
    muted: str
    line: str
    accent: str
    soft: str
    on_accent: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    idle: str
    idle_bg: str
    damage_ink: str


LIGHT = Tokens(
    dark=False,
    bg="#F4F6F8",
    surface="#FFFFFF",
    raised="#FBFCFD",
    ink="#17212B",
    muted="#5A6773",
    line="#DCE2E8",
    accent="#1F5FA8",
    soft="#E7EFF8",
    on_accent="#FFFFFF",
    ok="#2F7A4D",
    ok_bg="#E4F2E9",
    warn="#8F5B00",
    warn_bg="#FBF0DA",
    bad="#B0302A",
    bad_bg="#FBE6E4",
    idle="#8893A0",
    idle_bg="#EDF0F3",
    damage_ink="#8A5A2B",
)

DARK = Tokens(
    dark=True,
    bg="#12181E",
    surface="#1B232B",
    raised="#212A33",
    ink="#E8EDF2",
    muted="#9AA7B4",
    line="#303B46",
    accent="#7FB2EE",
    soft="#22344A",
    on_accent="#12181E",
    ok="#7FCF9E",
    ok_bg="#1D3A2A",
    warn="#E9B75C",
    warn_bg="#40311A",
    bad="#F0918A",
    bad_bg="#452523",
    idle="#8391A0",
    idle_bg="#28323C",
    damage_ink="#D9A871",
)


def tokens() -> Tokens:
    """Return the tokens of the colour scheme the application shows now."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def color(value: str, alpha: int = 255) -> QColor:
    """Return a token as a colour with an opacity of 0 to 255."""
    result = QColor(value)
    result.setAlpha(alpha)
    return result


def font(pixels: int, weight: int = 400) -> QFont:
    """Return the system's sans at a size of the scale, with tabular figures where it has them."""
    result = QFont(QApplication.font())
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def palette(t: Tokens) -> QPalette:
    """Return the Qt palette of a theme, so that every stock widget follows the tokens."""
    role = QPalette.ColorRole
    result = QPalette()
    for where, value in (
        (role.Window, t.bg),
        (role.WindowText, t.ink),
        (role.Base, t.surface),
        (role.AlternateBase, t.raised),
        (role.Text, t.ink),
        (role.Button, t.surface),
        (role.ButtonText, t.ink),
        (role.BrightText, t.bad),
        (role.Highlight, t.accent),
        (role.HighlightedText, t.on_accent),
        (role.ToolTipBase, t.raised),
        (role.ToolTipText, t.ink),
        (role.PlaceholderText, t.muted),
        (role.Link, t.accent),
        (role.Mid, t.line),
        (role.Dark, t.line),
        (role.Light, t.raised),
    ):
        result.setColor(where, color(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, color(t.muted))
    return result


def apply(app: QApplication, dark: bool | None = None) -> Tokens:
    """Give the application a theme: the system's, or light or dark when asked for."""
    if dark is not None:
        scheme = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
        QGuiApplication.styleHints().setColorScheme(scheme)
    app.setStyle("Fusion")
    t = tokens() if dark is None else (DARK if dark else LIGHT)
    app.setPalette(palette(t))
    base = app.font()
    base.setPixelSize(BODY)
    app.setFont(base)
    return t
