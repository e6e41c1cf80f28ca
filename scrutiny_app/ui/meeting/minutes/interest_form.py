"""The form of a declaration of interest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from scrutiny_app.domain.agenda import NumberedItem
from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.interest import Interest, InterestCategory, interest_sentence
from scrutiny_app.domain.minutes.noted_minutes import NotedInterest
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField

_CATEGORIES = {
    InterestCategory.DISCLOSABLE: "Disclosable pecuniary",
    InterestCategory.OTHER_REGISTRABLE: "Other registrable",
    InterestCategory.NON_REGISTRABLE: "Non-registrable",
    InterestCategory.OPENNESS: "Stated for openness",
}


class InterestForm(QWidget):
    """Who declared what, about which item, and whether they left the room."""

    def __init__(self) -> None:
        super().__init__()
        self.member = ChoiceField()
        self.category = ChoiceField((words, one) for one, words in _CATEGORIES.items())
        self.item = ChoiceField()
        self.nature = LineField(placeholder="she is a governor of the school")
        self.left = QCheckBox("Left the room for the item")
        self.sensitive = QCheckBox("Sensitive: its nature is not minuted")
        self.dispensation = LineField(placeholder="None")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(Field("Who", self.member), 0, 0)
        grid.addWidget(Field("Kind of interest", self.category), 0, 1)
        grid.addWidget(Field("About", self.item), 1, 0)
        grid.addWidget(Field("Because", self.nature, "Goes on from the word because"), 1, 1)
        grid.addWidget(Field("Dispensation", self.dispensation, "What let them stay"), 2, 0)
        ticks = QGridLayout()
        ticks.addWidget(self.left, 0, 0)
        ticks.addWidget(self.sensitive, 1, 0)
        grid.addLayout(ticks, 2, 1)

    def offer(self, names: Sequence[str], items: Sequence[NumberedItem]) -> None:
        """Offer those who were there, and the items of the agenda."""
        self.member.offer((name, name) for name in names)
        about = [(f"Item {one.number}, {one.item.title}", one.item.id) for one in items]
        self.item.offer([("No item in particular", None), *about])

    def read(self) -> NotedInterest:
        """Return what the form says.

        Raises:
            WrongInput: nobody is chosen, or nothing is said of what it is.
        """
        if self.member.currentData() is None:
            raise WrongInput("Choose who declared it; note first under Attendance who came.")
        nature = self.nature.text().strip()
        if not nature and not self.sensitive.isChecked():
            raise WrongInput("Say what the interest is, or tick that it is sensitive.")
        record = NotedInterest(
            str(self.member.currentData()),
            InterestCategory(self.category.currentData()),
            self.item.currentData(),
            "" if self.sensitive.isChecked() else nature,
            self.sensitive.isChecked(),
            self.left.isChecked(),
            self.dispensation.text().strip(),
        )
        self.nature.clear()
        self.dispensation.clear()
        for tick in (self.left, self.sensitive):
            tick.setChecked(False)
        return record


def says_interest(noted: NotedInterest) -> str:
    """Return a declaration as a sentence, without the number of the minute."""
    return interest_sentence(
        Interest(
            noted.member,
            noted.category,
            None,
            noted.nature,
            noted.sensitive,
            noted.left,
            noted.dispensation,
        )
    )
