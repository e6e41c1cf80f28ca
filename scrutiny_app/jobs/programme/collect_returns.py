"""Collect from a committee's minutes what it asked to come back (rule W1)."""

from __future__ import annotations

from scrutiny_app.domain.ids import CommitteeId
from scrutiny_app.domain.programme.returns import MinutedResolution, ReturnRequest
from scrutiny_app.jobs.programme.record_returns import record_returns
from scrutiny_app.store.store import Store


def collect_returns(store: Store, committee: CommitteeId) -> tuple[ReturnRequest, ...]:
    """Keep a request for every minuted resolution that asks for one; return what is waited for.

    One that is kept already, answered or not, is not kept again.
    """
    for noted in reversed(store.minutes.resolutions(committee)):
        record_returns(
            store,
            noted.meeting,
            (
                MinutedResolution(f'"{noted.item_title}", resolution {number}', text)
                for number, text in enumerate(noted.resolutions, start=1)
            ),
        )
    return store.return_requests.list(committee, waiting=True)
