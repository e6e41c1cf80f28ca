"""The theme in force: chosen or the system's, applied to the whole program."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from scrutiny_app.ui.theme.fonts import window_font
from scrutiny_app.ui.theme.style_sheet import style_sheet
from scrutiny_app.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Tokens

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 100, 200, 10
# Marks the windows that wear the look
_DRESSED = "dressed"


class Look(StrEnum):
    """What the reader may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The look of the program; ``changed`` tells whoever paints for themselves to paint again."""

    changed = Signal()

    def __init__(self, app: QApplication, settings: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self.look = _kept_look(settings)
        self.percent = _kept_percent(settings)
        self.tokens = LIGHT
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        hints.accessibility().contrastPreferenceChanged.connect(self._apply)
        # Icons are drawn for the screens that are there
        app.screenAdded.connect(self._tell_changed)
        self._apply()

    def dress(self, window: QWidget) -> None:
        """Have a window, and all that ever stands in it, wear the look.

        The sheet is the window's, not the program's: what is made for a window is then styled
        once, when it comes into it. Styled by the program's sheet it is so again each time a
        widget is put into another: 140 ms of 220 for the page of a meeting.
        """
        window.setProperty(_DRESSED, True)  # noqa: FBT003  the value of a property
        window.setStyleSheet(self._sheet())

    def choose(self, look: Look) -> None:
        """Take a look and remember it."""
        self.look = look
        self._settings.setValue("look", look.value)
        self._apply()

    def resize_text(self, percent: int) -> None:
        """Show text at so many per cent, within what the window can bear, and remember it."""
        self.percent = max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
        self._settings.setValue("text_percent", self.percent)
        self._apply()

    def length(self, pixels: int) -> int:
        """Return a length that is ``pixels`` at 100 % text."""
        return round(pixels * self.percent / 100)

    def end(self) -> None:
        """Follow the system no longer."""
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.disconnect(self._apply)
        hints.accessibility().contrastPreferenceChanged.disconnect(self._apply)
        self._app.screenAdded.disconnect(self._tell_changed)
        self.deleteLater()

    def _tell_changed(self, _screen: QScreen) -> None:
        self.changed.emit()

    def _apply(self) -> None:
        self.tokens = self._wanted()
        # Over 4,300 widgets Qt takes 5.4 s to exchange a sheet for another, and 1.0 s to take one
        # off and put the other on
        windows = [one for one in self._app.topLevelWidgets() if one.property(_DRESSED)]
        for window in windows:
            window.setStyleSheet("")
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(window_font(self.percent))
        for window in windows:
            window.setStyleSheet(self._sheet())
        self.changed.emit()

    def _sheet(self) -> str:
        return style_sheet(self.tokens, percent=self.percent)

    def _wanted(self) -> Tokens:
        hints = QGuiApplication.styleHints()
        system_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        preference = hints.accessibility().contrastPreference()
        contrast = self.look is Look.CONTRAST or (
            self.look is Look.SYSTEM and preference == Qt.ContrastPreference.HighContrast
        )
        if contrast:
            return CONTRAST_DARK if system_dark else CONTRAST_LIGHT
        dark = self.look is Look.DARK or (self.look is Look.SYSTEM and system_dark)
        return DARK if dark else LIGHT


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for one, colour in {
        role.Window: tokens.ground,
        role.Base: tokens.card,
        role.AlternateBase: tokens.side,
        role.Text: tokens.text,
        role.WindowText: tokens.text,
        role.ButtonText: tokens.text,
        role.Button: tokens.card,
        role.Highlight: tokens.selected,
        role.HighlightedText: tokens.text,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.hint,
        role.Link: tokens.accent,
        role.Accent: tokens.accent,
        role.Mid: tokens.line,
        role.Dark: tokens.line,
        role.Light: tokens.line,
        role.Midlight: tokens.line,
        role.Shadow: tokens.line,
    }.items():
        palette.setColor(one, QColor(colour))
    for one in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.hint))
    return palette


def _kept_look(settings: QSettings) -> Look:
    kept = str(settings.value("look", Look.SYSTEM.value))
    return Look(kept) if kept in {look.value for look in Look} else Look.SYSTEM


def _kept_percent(settings: QSettings) -> int:
    kept = str(settings.value("text_percent", SMALLEST_TEXT))
    percent = int(kept) if kept.isdigit() else SMALLEST_TEXT
    return max(SMALLEST_TEXT, min(LARGEST_TEXT, percent))
