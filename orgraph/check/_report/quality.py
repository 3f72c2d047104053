"""The quality index with its shares, and how it is computed beside it."""

from __future__ import annotations

from collections.abc import Iterator

from orgraph.check._quality import Quality, Share, written
from orgraph.check._report.markup import section, table

_COLUMNS = ("Share", "Count", "Of", "Percent")


def quality(found: Quality) -> Iterator[str]:
    """The index in a sentence, a table of its shares, and the rule of its computation."""
    yield from section("Quality", _body(found))


def _body(found: Quality) -> Iterator[str]:
    if found.score is None:
        yield '<p class="muted">There is nothing to measure.</p>'
        return
    yield f'<p class="lead">Quality index <strong>{found.score} of 100</strong></p>'
    yield from table("The shares of the quality index", _COLUMNS, map(_row, found.shares))
    yield f'<p class="muted">{found.computed}</p>'


def _row(share: Share) -> list[str]:
    return [share.name, written(share.number), written(share.of), f"{share.value * 100:.1f}"]
