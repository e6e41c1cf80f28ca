"""A button with an icon for an action; the icon takes the theme's colour."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from scrutiny_app.ui.theme.icons import icon
from scrutiny_app.ui.theme.theme import Theme


def new_action(
    owner: QWidget, name: str, icon_name: str = "", *, keys: str = "", tells: str = ""
) -> QAction:
    """Return an action of a window; ``keys`` are shortcuts with ``|`` between them.

    ``tells`` is what a tool tip and a screen reader say beyond the name.
    """
    action = QAction(name, owner)
    plain = name.replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}")
    sequences = [QKeySequence(key) for key in keys.split("|") if key]
    action.setShortcuts(sequences)
    shown = sequences[0].toString(QKeySequence.SequenceFormat.NativeText) if sequences else ""
    action.setToolTip(f"{tells or plain} ({shown})" if shown else tells or plain)
    action.setStatusTip("")
    action.setProperty("icon_name", icon_name)
    owner.addAction(action)
    return action


def action_button(action: QAction, theme: Theme, parent: QWidget | None = None) -> QToolButton:
    """Return a button for an action, named and described for those who do not see its icon."""
    button = _ThemedButton(theme, parent)
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text().replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}"))
    button.setAccessibleDescription(action.toolTip())
    button.tint()
    return button


def give_menu(button: QToolButton, menu: QMenu) -> None:
    """Let a button open a menu at once, and look at rest when that is gone."""
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def rest() -> None:
        # The mouse left the button over the menu, which told it nothing
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)  # noqa: FBT003 - Qt's way to say so
        button.update()

    menu.aboutToHide.connect(rest)


class _ThemedButton(QToolButton):
    """Has its icon in the theme's colours. Its own method hears of changes, and dies with it."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.tint)

    def tint(self) -> None:
        """Take the theme's colours and size."""
        tint(self, self._theme)


def tint(button: QToolButton, theme: Theme) -> None:
    """Give a button the icon of its action in the theme's colours and size."""
    size = theme.length(18)
    name = str(button.defaultAction().property("icon_name"))
    button.setIconSize(QSize(size, size))
    button.defaultAction().setIcon(icon(name, theme.tokens.text, theme.tokens.off, size))
