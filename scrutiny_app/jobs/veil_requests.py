"""Take from requests what minutes that are not for publication say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scrutiny_app.documents.gate.private_matter import private_matter
from scrutiny_app.domain.programme.returns import ReturnRequest, same_request, veiled
from scrutiny_app.store.store import Store


def veil_requests(store: Store, requests: Iterable[ReturnRequest]) -> Iterator[ReturnRequest]:
    """Give the requests as anybody may read them: one that was made in private does not say what.

    It stays on the list, so that it is still waited for.
    """
    for request in requests:
        words = store.minutes.private_words(request.committee, request.meeting)
        private = private_matter(words)
        told = (request.text, request.asked_in)
        secret = any(private.found_in(text, sure=False) for text in told)
        if secret or any(same_request(request.text, text) for text in words.texts):
            yield veiled(request)
        else:
            yield request
