import pytest

from scrutiny_app.domain.minutes.interest import Interest, InterestCategory, interest_sentence


@pytest.mark.parametrize(
    ("interest", "sentence"),
    [
        (
            Interest("Cllr Ash", InterestCategory.OPENNESS, 27, "she governs it."),
            (
                "In relation to minute 27, Cllr Ash stated, in the interests of openness, that she "
                "governs it. They stayed in the meeting and took part in the item."
            ),
        ),
        (
            Interest("Cllr Ash", InterestCategory.DISCLOSABLE, 27, "she owns it", left=True),
            (
                "Cllr Ash declared a disclosable pecuniary interest in minute 27, because she "
                "owns it, left the meeting for the item and took no part in it."
            ),
        ),
        (
            Interest("Cllr Ash", InterestCategory.OTHER_REGISTRABLE, sensitive=True, left=True),
            (
                "Cllr Ash declared a sensitive interest, left the meeting for the item and took no "
                "part in it."
            ),
        ),
        (
            Interest("Cllr Ash", InterestCategory.OTHER_REGISTRABLE, 3, "x", dispensation="yes"),
            (
                "Cllr Ash declared an other registrable interest in minute 3, because x, and "
                "stayed under a dispensation: yes."
            ),
        ),
        (
            Interest("Cllr Ash", InterestCategory.NON_REGISTRABLE, nature="x"),
            "Cllr Ash declared a non-registrable interest, because x.",
        ),
    ],
)
def test_every_declaration_has_its_sentence(interest: Interest, sentence: str) -> None:
    assert interest_sentence(interest) == sentence
