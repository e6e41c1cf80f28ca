import pytest

from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind, is_carried, vote_sentences

HANDS = VoteKind.SHOW_OF_HANDS


@pytest.mark.parametrize(
    ("vote", "carried"),
    [
        (Vote("m", HANDS, in_favour=3, against=2, abstained=9), True),
        (Vote("m", HANDS, in_favour=2, against=3), False),
        (Vote("m", HANDS, in_favour=2, against=2), False),
        (Vote("m", HANDS, in_favour=2, against=2, casting=CastingVote.FOR), True),
        (Vote("m", HANDS, in_favour=2, against=2, casting=CastingVote.AGAINST), False),
        (Vote("m", VoteKind.ASSENT), True),
    ],
)
def test_a_motion_is_carried_by_a_majority_of_those_voting_or_the_casting_vote(
    vote: Vote, *, carried: bool
) -> None:
    assert is_carried(vote) is carried


def test_a_vote_is_told_with_its_count() -> None:
    vote = Vote("to wait.", HANDS, "Cllr Ash", "Cllr Birch", 2, 2, 1, casting=CastingVote.FOR)
    assert vote_sentences(vote) == (
        (
            "The motion to wait, moved by Cllr Ash and seconded by Cllr Birch, was put to the "
            "vote: 2 for, 2 against, 1 abstaining. It was carried by the casting vote of the "
            "person presiding, for the motion."
        ),
    )


def test_a_recorded_vote_is_told_with_its_names() -> None:
    vote = Vote("to wait", VoteKind.RECORDED, in_favour=1, named_in_favour=("Cllr Ash",))
    assert vote_sentences(vote)[1] == "For: Cllr Ash. Against: none. Abstaining: none."


def test_assent_has_no_count() -> None:
    assert vote_sentences(Vote("to wait", VoteKind.ASSENT)) == (
        "The motion to wait was agreed without a vote.",
    )
