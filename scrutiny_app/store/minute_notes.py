"""Breaks, interests and votes of one minute as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import time

from scrutiny_app.domain.ids import ItemId
from scrutiny_app.domain.minutes.interest import InterestCategory
from scrutiny_app.domain.minutes.minutes import Adjournment
from scrutiny_app.domain.minutes.noted_minutes import NotedInterest
from scrutiny_app.domain.minutes.vote import CastingVote, Vote, VoteKind
from scrutiny_app.store.columns import clock_text, optional_clock


def adjournments_text(adjournments: Iterable[Adjournment]) -> str:
    """Return breaks in a meeting as JSON."""
    return json.dumps(
        [
            [clock_text(one.adjourned_at), one.reason, clock_text(one.resumed_at)]
            for one in adjournments
        ]
    )


def adjournments_from(text: str) -> tuple[Adjournment, ...]:
    """Return the breaks that ``adjournments_text`` wrote."""
    return tuple(
        Adjournment(time.fromisoformat(at), reason, optional_clock(resumed))
        for at, reason, resumed in json.loads(text)
    )


def interests_text(interests: Iterable[NotedInterest]) -> str:
    """Return declarations as JSON."""
    return json.dumps([asdict(one) for one in interests])


def interests_from(text: str) -> tuple[NotedInterest, ...]:
    """Return the declarations that ``interests_text`` wrote."""
    return tuple(
        NotedInterest(
            one["member"],
            InterestCategory(one["category"]),
            None if one["item"] is None else ItemId(one["item"]),
            one["nature"],
            one["sensitive"],
            one["left"],
            one["dispensation"],
        )
        for one in json.loads(text)
    )


def votes_text(votes: Iterable[Vote]) -> str:
    """Return votes as JSON."""
    return json.dumps([asdict(one) for one in votes])


def votes_from(text: str) -> tuple[Vote, ...]:
    """Return the votes that ``votes_text`` wrote."""
    return tuple(
        Vote(
            **{
                **one,
                "kind": VoteKind(one["kind"]),
                "casting": CastingVote(one["casting"]),
                "named_in_favour": tuple(one["named_in_favour"]),
                "named_against": tuple(one["named_against"]),
                "named_abstained": tuple(one["named_abstained"]),
            }
        )
        for one in json.loads(text)
    )
