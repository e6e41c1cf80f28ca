"""The form of a vote."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from scrutiny_app.domain.errors import WrongInput
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind, vote_sentences
from scrutiny_app.ui.widgets.fields import ChoiceField, Field, LineField
from scrutiny_app.ui.widgets.number_field import NumberField

_MOST = 200
_KINDS = {
    VoteKind.SHOW_OF_HANDS: "Show of hands",
    VoteKind.RECORDED: "Recorded, by name",
    VoteKind.ASSENT: "Agreed without a vote",
}
_CASTING = {CastingVote.NONE: "None", CastingVote.FOR: "For", CastingVote.AGAINST: "Against"}


class VoteForm(QWidget):
    """The motion, who moved it, and the count or the names."""

    def __init__(self) -> None:
        super().__init__()
        self.motion = LineField(placeholder="to ask for a report in three months")
        self.kind = ChoiceField((words, one) for one, words in _KINDS.items())
        self.mover, self.seconder = ChoiceField(), ChoiceField()
        self.counts = [NumberField(0, _MOST) for _ in range(3)]
        self.names = [LineField(placeholder="Names, with commas between") for _ in range(3)]
        self.casting = ChoiceField((words, one) for one, words in _CASTING.items())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(Field("The motion", self.motion, "Goes on from the words The motion"), 0, 0)
        grid.addWidget(Field("How it was taken", self.kind), 0, 1)
        grid.addWidget(Field("Moved by", self.mover), 1, 0)
        grid.addWidget(Field("Seconded by", self.seconder), 1, 1)
        self._counts, self._names = QWidget(), QWidget()
        words = ("For", "Against", "Abstaining")
        counts = QHBoxLayout(self._counts)
        names = QGridLayout(self._names)
        for box in (counts, names):
            box.setContentsMargins(0, 0, 0, 0)
        for place, word in enumerate(words):
            counts.addWidget(Field(word, self.counts[place]))
            names.addWidget(Field(f"{word}, by name", self.names[place]), place, 0)
        grid.addWidget(self._counts, 2, 0)
        grid.addWidget(Field("Casting vote", self.casting, "Of whoever presided"), 2, 1)
        grid.addWidget(self._names, 3, 0, 1, 2)
        self.kind.chosen.connect(self._show)
        self._show(VoteKind.SHOW_OF_HANDS)

    def offer(self, names: Sequence[str]) -> None:
        """Offer those who were there."""
        for choice in (self.mover, self.seconder):
            choice.offer([("Not noted", ""), *((name, name) for name in names)])

    def read(self) -> Vote:
        """Return what the form says.

        Raises:
            WrongInput: there is no motion, or nobody voted.
        """
        motion = self.motion.text().strip()
        if not motion:
            raise WrongInput("Say what was voted on.")
        kind = VoteKind(self.kind.currentData())
        names = [_listed(field.text()) if kind is VoteKind.RECORDED else () for field in self.names]
        counts = [field.value() if kind is VoteKind.SHOW_OF_HANDS else 0 for field in self.counts]
        if kind is VoteKind.RECORDED:
            counts = [len(one) for one in names]
        if kind is not VoteKind.ASSENT and not sum(counts):
            raise WrongInput("Say how many voted for and against, or choose that none was taken.")
        vote = Vote(
            motion,
            kind,
            str(self.mover.currentData() or ""),
            str(self.seconder.currentData() or ""),
            counts[0],
            counts[1],
            counts[2],
            names[0],
            names[1],
            names[2],
            CastingVote(self.casting.currentData()),
        )
        self.motion.clear()
        for field in self.names:
            field.clear()
        for number in self.counts:
            number.show_number(0)
        return vote

    def _show(self, kind: object) -> None:
        self._counts.setVisible(kind == VoteKind.SHOW_OF_HANDS)
        self._names.setVisible(kind == VoteKind.RECORDED)


def says_vote(vote: Vote) -> str:
    """Return a vote as its sentences."""
    return " ".join(vote_sentences(vote))


def _listed(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())
