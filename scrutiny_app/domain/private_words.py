"""What a committee's minutes say that is not for publication, to be looked for elsewhere."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """The words of minutes that are withheld; it can be pickled.

    ``texts`` are points, resolutions and thanks; ``titles`` those of items that have another one
    for the public. ``public`` are the titles that anybody may read, whose words are no secret.

    Source: Local Government Act 1972 s.100C(1)(a), (2).
    """

    texts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    public: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.texts or self.titles)


NO_PRIVATE_WORDS = PrivateWords()
