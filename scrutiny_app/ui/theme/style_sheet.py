"""Tokens as a Qt style sheet; every length grows with the size of the text."""

from __future__ import annotations

import re
from dataclasses import asdict

from scrutiny_app.ui.theme.icon_files import icon_file
from scrutiny_app.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, Tokens

# {name} is a token, 13px a length at 100 %, 1px! a length that stays, [name] an icon's file
_RULES = """
* { outline: 0; }
QWidget { font-size: 13px; }
QMainWindow, QDialog { background: {ground}; }
QToolTip { background: {card}; color: {text}; border: 1px! solid {edge}; padding: 5px 8px; }
QMenuBar { background: {side}; border-bottom: 1px! solid {line}; padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: {hover}; }
QMenu { background: {card}; border: 1px! solid {line}; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: {accent_soft}; color: {accent_strong}; }
QMenu::item:disabled { color: {muted}; }
QMenu::separator { height: 1px!; background: {line}; margin: 5px 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 6px; }
QStatusBar { background: {side}; border-top: 1px! solid {line}; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: {muted}; font-size: 12px; padding: 3px 8px; }
QFrame[look="bar"] { background: {card}; border: 0; border-bottom: 1px! solid {line}; }
QFrame[look="card"] {
    background: {card}; border: 1px! solid {line}; border-radius: 10px;
}
QFrame[look="notice"] { background: {bad_soft}; border: 0; border-bottom: 1px! solid {bad}; }
QFrame[look="notice"] QLabel { color: {bad}; background: transparent; }
QLabel { background: transparent; color: {text}; }
QLabel[look="muted"] { color: {muted}; }
QLabel[look="small"] { color: {muted}; font-size: 12px; }
QLabel[look="title"] { font-weight: 650; font-size: 14px; }
QLabel[look="headline"] { font-weight: 680; font-size: 21px; }
QFrame[look="previewbar"] { background: transparent; border: 0; border-bottom: 1px! solid {line}; }
QLabel[look="heading"] { font-weight: 650; font-size: 13px; }
QLabel[look="field"] { color: {muted}; font-size: 12px; }
QLabel[look="bad"] { color: {bad}; font-size: 12px; }
QLabel[look="good"] { color: {good}; font-size: 12px; }
QFrame[look="side"] { background: {side}; border: 0; border-right: 1px! solid {line}; }
QFrame[look="palette"] {
    background: {card}; border: 1px! solid {edge}; border-radius: 12px;
}
QFrame[look="notice"][tone="warn"] {
    background: {warn_soft}; border: 0; border-bottom: 1px! solid {warn};
}
QFrame[look="notice"][tone="warn"] QLabel { color: {warn}; }
QFrame[look="notice"][tone="tell"] {
    background: {accent_soft}; border: 0; border-bottom: 1px! solid {accent};
}
QFrame[look="notice"][tone="tell"] QLabel { color: {accent_strong}; }
QFrame[look="parting"] { background: {line}; border: 0; }
QPushButton {
    background: {card}; color: {text}; border: 1px! solid {edge}; border-radius: 7px;
    padding: 6px 14px; min-height: 18px;
}
QPushButton:hover { background: {hover}; }
QPushButton:focus { border: 2px! solid {focus}; padding: 5px 13px; }
QPushButton[look="first"] {
    background: {accent}; color: {on_accent}; border: 1px! solid {accent}; font-weight: 600;
}
QPushButton[look="first"]:hover { background: {accent_strong}; }
QPushButton[look="first"]:focus { border: 2px! solid {text}; }
QPushButton:disabled { color: {muted}; border: 1px! solid {line}; background: {side}; }
QPushButton[look="plain"] {
    background: transparent; border: 2px! solid transparent; color: {accent}; padding: 4px 8px;
}
QPushButton[look="plain"]:hover { background: {hover}; }
QPushButton[look="plain"]:focus { border: 2px! solid {focus}; }
QPushButton[look="row"] {
    background: transparent; border: 2px! solid transparent; text-align: left; padding: 6px 10px;
}
QPushButton[look="row"]:hover { background: {hover}; }
QPushButton[look="row"]:focus { border: 2px! solid {focus}; }
QToolButton {
    background: transparent; border: 2px! solid transparent; border-radius: 7px; padding: 4px;
}
QToolButton:hover { background: {hover}; }
QToolButton:checked { background: {accent_soft}; color: {accent_strong}; }
QToolButton:focus { border: 2px! solid {focus}; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[look="choice"] {
    background: {card}; color: {text}; border: 1px! solid {edge}; padding: 8px 10px;
    font-weight: 600; text-align: left;
}
QToolButton[look="choice"]:focus { border: 2px! solid {focus}; padding: 7px 9px; }
QToolButton[look="room"] {
    background: transparent; color: {text}; border: 2px! solid transparent; padding: 7px 10px;
    text-align: left;
}
QToolButton[look="room"]:hover { background: {hover}; }
QToolButton[look="room"]:checked { background: {selected}; color: {accent_strong}; }
QToolButton[look="room"]:focus { border: 2px! solid {focus}; }
QToolButton[look="crumb"] { color: {muted}; padding: 0; margin-left: -2px; font-size: 12px; }
QToolButton[look="crumb"]:hover { color: {accent_strong}; background: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
    background: {field}; color: {text}; border: 1px! solid {edge}; border-radius: 7px;
    padding: 5px 8px; selection-background-color: {accent}; selection-color: {on_accent};
    placeholder-text-color: {hint};
}
QLineEdit, QComboBox { min-height: 18px; }
QAbstractSpinBox { min-height: 18px; max-height: 18px; }
QComboBox { combobox-popup: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
    border: 2px! solid {focus}; padding: 4px 7px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
    background: {side}; color: {muted};
}
QLineEdit:read-only { background: {side}; }
QComboBox::drop-down, QAbstractSpinBox::drop-down {
    subcontrol-position: center right; width: 24px; border: 0;
}
QComboBox::down-arrow, QDateEdit::down-arrow { image: [chevron-down]; width: 14px; height: 14px; }
QComboBox QAbstractItemView {
    background: {card}; border: 1px! solid {edge}; border-radius: 0; padding: 3px; outline: 0;
    selection-background-color: {selected}; selection-color: {text};
}
QComboBox QAbstractItemView:focus { border: 1px! solid {edge}; }
QComboBox QAbstractItemView::item { min-height: 20px; padding: 3px 6px; border-radius: 5px; }
QComboBox QAbstractItemView::item:selected { background: {accent_soft}; color: {accent_strong}; }
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {
    subcontrol-origin: border; border: 0; width: 20px; background: transparent;
}
QSpinBox::up-button, QTimeEdit::up-button { subcontrol-position: top right; }
QSpinBox::down-button, QTimeEdit::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow, QTimeEdit::up-arrow { image: [chevron-up]; width: 11px; height: 11px; }
QSpinBox::down-arrow, QTimeEdit::down-arrow { image: [chevron-down]; width: 11px; height: 11px; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px! solid transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px! solid {focus}; border-radius: 6px; }
QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator {
    width: 16px; height: 16px; border: 1px! solid {edge}; background: {field};
}
QCheckBox::indicator, QListWidget::indicator { border-radius: 4px; }
QListWidget::indicator { width: 13px; height: 13px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    background: {accent}; border: 1px! solid {accent}; image: [check];
}
QRadioButton::indicator:checked { background: {accent}; border: 4px solid {field}; }
QSlider { min-height: 26px; border: 2px! solid transparent; border-radius: 6px; }
QSlider:focus { border: 2px! solid {focus}; }
QSlider::groove:horizontal { background: {edge}; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal {
    background: {accent}; border: 0; width: 16px; margin: -6px 0; border-radius: 8px;
}
QGroupBox { border: 0; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QLineEdit[look="refused"] { border: 2px! solid {bad}; padding: 4px 7px; }
QTreeView, QListView, QPlainTextEdit[look="page"] {
    background: {card}; color: {text}; border: 2px! solid transparent; border-radius: 8px;
    selection-background-color: {selected}; selection-color: {text};
}
QTableView {
    background: {card}; color: {text}; border: 2px! solid transparent; border-radius: 8px;
    gridline-color: {line}; alternate-background-color: {side};
    selection-background-color: {selected}; selection-color: {text};
}
QTableView:focus { border: 2px! solid {focus}; }
QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: 0; padding: 0; min-height: 0; background: transparent;
}
QTableView[look="board"], QTableView[look="board"]:focus {
    background: transparent; border: 0; selection-background-color: transparent;
}
QTableView::item { padding: 2px 8px; border-bottom: 1px! solid {line}; }
QTableView::item:selected { background: {selected}; color: {text}; }
QTableView[look="board"]::item, QTableView[look="board"]::item:selected {
    background: transparent; border: 0;
}
QHeaderView { background: transparent; border: 0; }
QHeaderView::section {
    background: {card}; color: {muted}; border: 0; border-bottom: 1px! solid {line};
    padding: 7px 8px; font-size: 12px; font-weight: 600; text-align: left;
}
QHeaderView::section:hover { color: {text}; }
QHeaderView::down-arrow { image: [chevron-down]; width: 12px; height: 12px; }
QHeaderView::up-arrow { image: [chevron-up]; width: 12px; height: 12px; }
QTableCornerButton::section { background: {card}; border: 0; }
QCalendarWidget QWidget { background: {card}; }
QCalendarWidget { border: 1px! solid {edge}; }
QCalendarWidget QTableView, QCalendarWidget QTableView:focus {
    border: 0; background: {card}; color: {text};
    selection-background-color: {accent}; selection-color: {on_accent};
}
QCalendarWidget QTableView::item { padding: 0; border: 0; }
QCalendarWidget QTableView::item:selected { background: {accent}; color: {on_accent}; }
QCalendarWidget QTableView::item:hover:!selected { background: {hover}; }
QCalendarWidget QToolButton { color: {text}; font-weight: 600; padding: 4px 8px; }
QCalendarWidget #qt_calendar_prevmonth { qproperty-icon: [chevron-left]; }
QCalendarWidget #qt_calendar_nextmonth { qproperty-icon: [chevron-right]; }
QCalendarWidget QSpinBox { min-width: 70px; }
QProgressBar {
    background: {line}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
    color: transparent;
}
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QTextBrowser { background: {card}; border: 2px! solid transparent; padding: 8px 14px; }
QScrollArea { background: transparent; border: 0; }
QTreeView { show-decoration-selected: 0; }
QTreeView::branch, QTreeView::branch:selected { background: {card}; }
QTreeView:focus, QListView:focus, QPlainTextEdit[look="page"]:focus { border: 2px! solid {focus}; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: {muted}; padding: 7px 2px 6px 2px; margin-right: 12px;
    border: 0; border-bottom: 2px! solid transparent; font-weight: 550;
}
QTabBar::tab:selected { color: {accent_strong}; border-bottom: 2px! solid {accent}; }
QTabBar::tab:focus { color: {text}; border-bottom: 3px! solid {focus}; }
QSplitter::handle { background: transparent; }
QAbstractScrollArea[look="desk"] { background: {desk}; border: 2px! solid transparent; }
QAbstractScrollArea::corner { background: {desk}; border: 0; }
QAbstractScrollArea[look="desk"]:focus { border: 2px! solid {focus}; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: {edge}; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: {muted}; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: transparent; width: 0; height: 0;
}
"""

# A tint alone is too little for whoever chose the high contrast: what is chosen has lines as well
_CONTRAST_RULES = """
QTableView::item:selected, QListWidget::item:selected {
    border-top: 2px! solid {selected_edge}; border-bottom: 2px! solid {selected_edge};
}
QTableView[look="board"]::item:selected, QCalendarWidget QTableView::item:selected { border: 0; }
QToolButton:checked { border-bottom: 3px! solid {selected_edge}; }
QToolButton[look="room"]:checked {
    border: 2px! solid transparent; border-left: 5px! solid {selected_edge}; padding: 7px 7px;
}
QToolButton:checked:focus, QToolButton[look="room"]:checked:focus { border: 2px! solid {focus}; }
QPushButton:disabled, QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled, QToolButton[look="choice"]:disabled {
    color: {hint}; border: 1px! dashed {hint};
}
QMenu::item:disabled, QCheckBox:disabled, QRadioButton:disabled { color: {hint}; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border: 1px! dashed {hint}; }
QMenu::item:selected, QComboBox QAbstractItemView::item:selected {
    border-left: 5px! solid {selected_edge};
}
"""


def style_sheet(tokens: Tokens, *, percent: int) -> str:
    """Return the style sheet of the window with text of so many per cent."""
    sheet = _RULES
    if tokens in (CONTRAST_LIGHT, CONTRAST_DARK):
        sheet += _CONTRAST_RULES
    for name, colour in asdict(tokens).items():
        sheet = sheet.replace(f"{{{name}}}", colour)
    for name in set(re.findall(r"\[(chevron-(?:down|up|left|right)|check)\]", sheet)):
        colour = tokens.on_accent if name == "check" else tokens.muted
        sheet = sheet.replace(f"[{name}]", f'url("{icon_file(name, colour).as_posix()}")')
    sheet = re.sub(r"\b(\d+)px(?!!)", lambda m: f"{round(int(m[1]) * percent / 100)}px", sheet)
    return sheet.replace("px!", "px")
