"""Colours, sizes and type of the window: one table of tokens, light and dark.

Contrast on `surface` is at least 4.5:1 for every text token. Red is for skin and for danger only,
so that lesions are the reddest thing on the screen. Lesion ramps are the same in both themes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import Template

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


class Tone(StrEnum):
    """What a piece of text or a chip is about; the theme knows its colours."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    IDLE = "idle"
    DAMAGE = "damage"


def ink(t: Tokens, tone: Tone) -> str:
    """Return the text colour of a tone."""
    return {
        Tone.INK: t.ink,
        Tone.MUTED: t.muted,
        Tone.ACCENT: t.accent,
        Tone.OK: t.ok,
        Tone.WARN: t.warn,
        Tone.BAD: t.bad,
        Tone.IDLE: t.muted,
        Tone.DAMAGE: t.damage_ink,
    }[tone]


def tint(t: Tokens, tone: Tone) -> str:
    """Return the ground a tone's text stands on in a chip or a band."""
    return {
        Tone.INK: t.idle_bg,
        Tone.MUTED: t.idle_bg,
        Tone.ACCENT: t.soft,
        Tone.OK: t.ok_bg,
        Tone.WARN: t.warn_bg,
        Tone.BAD: t.bad_bg,
        Tone.IDLE: t.idle_bg,
        Tone.DAMAGE: t.idle_bg,
    }[tone]


def tokens() -> Tokens:
    """Return the tokens the application shows now: its palette is the one source."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


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


def style_sheet(t: Tokens) -> str:
    """Return the rules for the stock widgets that a palette alone cannot shape."""
    return _RULES.substitute(
        {name: getattr(t, name) for name in Tokens.__slots__},
        radius=RADIUS_CONTROL,
        label=LABEL,
    )


def apply(app: QApplication, dark: bool | None = None) -> Tokens:
    """Give the application a theme: the system's, or light or dark when asked for."""
    hints = QGuiApplication.styleHints()
    if dark is None:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    shown = hints.colorScheme() is Qt.ColorScheme.Dark if dark is None else dark
    t = DARK if shown else LIGHT
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    base = app.font()
    if base.pixelSize() != BODY:
        base.setPixelSize(BODY)
        app.setFont(base)
    # Each of the two asks every widget to look again: nothing is set to what it is.
    if app.palette() != (wanted := palette(t)):
        app.setPalette(wanted)
    if app.styleSheet() != (rules := style_sheet(t)):
        app.setStyleSheet(rules)
    return t


_RULES = Template("""
QLineEdit, QPlainTextEdit {
    background: $surface; color: $ink; border: 1px solid $line; border-radius: ${radius}px;
    padding: 3px 8px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:read-only, QPlainTextEdit:read-only { background: $bg; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $bg; color: $muted; }
QLineEdit[severity="soft"], QPlainTextEdit[severity="soft"] { border: 1px solid $warn; }
QLineEdit[severity="hard"], QPlainTextEdit[severity="hard"] { border: 1px solid $bad; }
QToolTip { background: $raised; color: $ink; border: 1px solid $line; padding: 4px; }
QMenuBar { background: $surface; color: $ink; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $soft; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 16px; border-radius: ${radius}px; }
QMenu::item:selected { background: $soft; color: $ink; }
QMenu::item:disabled { color: $muted; }
QProgressBar { background: $idle_bg; border: 0; border-radius: 3px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCheckBox { spacing: 8px; color: $ink; }
QRadioButton { spacing: 8px; color: $ink; padding: 2px; }
QRadioButton::indicator {
 width: 12px; height: 12px; border: 1px solid $muted; border-radius: 7px; background: $raised;
}
QRadioButton::indicator:checked {
 width: 6px; height: 6px; border: 4px solid $accent; background: $raised;
}
QRadioButton:focus { color: $accent; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:hover { background: $idle; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTableView, QTreeView, QListView {
    background: transparent; border: 0; gridline-color: $line; outline: 0;
    selection-background-color: $soft; selection-color: $ink;
}
QHeaderView { background: transparent; }
QHeaderView::section {
    background: transparent; color: $muted; border: 0; border-bottom: 1px solid $line;
    padding: 8px 8px 8px 12px; font-size: ${label}px; font-weight: 600;
}
""")
