"""What each source says: read, then extracted or tabulated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from orgraph.cache import cached
from orgraph.errors import UnreadableSource
from orgraph.model import Claim, Document
from orgraph.read import read_all
from orgraph.tables import tabulate


def claims(
    sources: Iterable[str],
    *,
    repair: bool = True,
    columns: Mapping[str, str] | None = None,
    cache: str | None = None,
) -> Iterator[tuple[Document, tuple[Claim, ...]] | UnreadableSource]:
    """Each document with what it says, in the order given; what cannot be read is yielded as its error.

    A text is extracted, a table tabulated; `columns` gives fields of tables the headings chosen for them.
    A text that the `cache` knows is not extracted again.
    """

    def said(document: Document) -> tuple[Claim, ...]:
        if document.kind == "table":
            return tabulate(document, columns)  # as quick as finding its claims in a cache
        from orgraph.extract import extract  # its rules and their words, which tables do without

        read = partial(extract, repair=repair)
        return read(document) if cache is None else cached(cache, document, read, str(repair))

    for outcome in read_all(sources, repair=repair):
        if isinstance(outcome, UnreadableSource):
            yield outcome
            continue
        try:
            yield outcome, said(outcome)
        except UnreadableSource as problem:
            yield problem
