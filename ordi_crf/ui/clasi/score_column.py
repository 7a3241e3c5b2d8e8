"""ScoreColumn: what the answers come to, what is missing, and how the patient has changed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ordi_crf.core import clasi
from ordi_crf.core.clasi import Score, Side
from ordi_crf.forms.schema import Language
from ordi_crf.ui import theme
from ordi_crf.ui.components.figures import Point, ScoreCard, TrendCard
from ordi_crf.ui.components.finding_card import FindingList, Notice
from ordi_crf.ui.theme import Tone
from ordi_crf.ui.wording import written

_SEVERITY_TONE = {"MILD": Tone.OK, "MODERATE": Tone.WARN, "SEVERE": Tone.BAD}


class ScoreColumn(QWidget):
    """Activity, damage, change from baseline and findings, one under the other."""

    acted = Signal(str, str)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._history: tuple[Point, ...] = ()
        self._baseline: int | None = None
        self._activity = ScoreCard(Tone.ACCENT)
        self._damage = ScoreCard(Tone.DAMAGE)
        self._trend = TrendCard(self.tr("Change from baseline"))
        self._findings = FindingList(self.tr("Findings"), self.tr("Nothing to look at."))
        self._findings.acted.connect(self.acted)
        self._activity.setFixedHeight(138)
        self._damage.setFixedHeight(144)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_3)
        for card in (self._activity, self._damage, self._trend):
            column.addWidget(card)
        column.addWidget(self._findings, 1)

    def set_history(self, history: Sequence[Point], baseline: int | None) -> None:
        """Take the totals of the visits so far, this one last, and the baseline."""
        self._history, self._baseline = tuple(history), baseline

    def set_notices(self, notices: Sequence[Notice]) -> None:
        """Show what is to be looked at."""
        self._findings.set_notices(notices)

    def show_score(self, score: Score) -> None:
        """Show both halves; a total is called a total only when nothing is missing."""
        self._show_activity(score.activity)
        self._show_damage(score)
        self._show_change(score.activity)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._trend.setFixedHeight(min(max(124, self.height() // 5), 220))

    def _show_activity(self, side: Side) -> None:
        done = side.total is not None
        label = self.tr("Activity") if done else self.tr("Activity so far")
        self._show_side(self._activity, label, side)
        band = clasi.severity(side.so_far)
        words = clasi.SEVERITY.text(band).in_(self._language)
        # What is missing can only add: a sum so far is the least the total can be.
        told = words if done else self.tr("at least {band}").format(band=words)
        answered = side.missing < side.items
        self._activity.set_chip(told if answered else "", _SEVERITY_TONE[band])

    def _show_damage(self, score: Score) -> None:
        side = score.damage
        label = self.tr("Damage so far") if side.total is None else self.tr("Damage")
        self._show_side(self._damage, label, side)
        self._damage.set_note(self._parts(score))

    def _show_side(self, card: ScoreCard, label: str, side: Side) -> None:
        card.set_score(label, str(side.so_far), self.tr("of {n}").format(n=side.maximum))
        if side.missing:
            words = self.tr("{n} of {items} items missing: no total yet")
            card.set_sentence(words.format(n=side.missing, items=side.items), Tone.WARN)
        else:
            words = self.tr("all {items} items answered")
            card.set_sentence(words.format(items=side.items))

    def _parts(self, score: Score) -> str:
        """Return how damage is made up, the doubling in sight."""
        pigment = self.tr("dyspigmentation {n}").format(n=score.dyspigmentation)
        if score.dyspigmentation:
            rule = {1: " × 1", 2: self.tr(" × 2 (≥ 12 months)"), None: " × ?"}
            pigment += rule[score.factor]
        parts = [pigment, self.tr("scarring {n}").format(n=score.scarring)]
        if score.scalp_scarring:
            parts.append(self.tr("scalp {n}").format(n=score.scalp_scarring))
        return ", ".join(parts)

    def _show_change(self, side: Side) -> None:
        """Draw the totals and tell the change; a sum that lacks an item is no point of the line."""
        here = ((label, side.total) for label, _ in self._history[-1:])
        self._trend.set_points([*self._history[:-1], *here])
        if self._baseline is None or side.total is None:
            lacking = self._baseline is None
            note = self.tr("no baseline yet") if lacking else self.tr("no total yet")
            self._trend.set_change("", "", Tone.MUTED, note)
            return
        change = clasi.change(self._baseline, side.total)
        tone = Tone.OK if change.points < 0 else Tone.WARN if change.points else Tone.INK
        percent = "" if change.percent is None else _percent(change.percent, self._language)
        self._trend.set_change(_signed(change.points), percent, tone)


def _signed(points: int) -> str:
    """Return a change with its sign, the minus as a minus."""
    return f"{points:+d}".replace("-", "−") if points else "0"


def _percent(percent: Fraction, language: Language) -> str:
    """Return a percentage to one decimal.

    Baselines are at most 70, so that one decimal never rounds up to 20 % or 50 % response.
    """
    tenths = round(percent * 10)
    digits = f"{abs(tenths) // 10}.{abs(tenths) % 10}".removesuffix(".0")
    sign = "−" if tenths < 0 else "+" if tenths > 0 else ""
    return f"{sign}{written(digits, language)} %"
