"""Read sources: paths, folders, globs and `-` become Documents; the only place that opens sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._paths import STDIN, expand, name, read_bytes
from orgraph.read.plain import plain

__all__ = ["read", "read_all"]


def read(source: str, *, repair: bool = True) -> Document:
    """One document from a file path, or from standard input for `-`.

    Raises UnreadableSource with the reason: missing, not permitted, empty, binary, or too large.
    """
    return plain(
        read_bytes(source), name(source), markdown=source != STDIN and source.lower().endswith(".md"), repair=repair
    )


def read_all(sources: Iterable[str], *, repair: bool = True) -> Iterator[Document | UnreadableSource]:
    """Every document that the sources name, in order; what cannot be read is yielded as its error.

    A document given twice (the same bytes under two names) is read twice: the graph counts it once.
    """
    for source in sources:
        try:
            paths = expand(source)
        except UnreadableSource as unreadable:
            yield unreadable
            continue
        for path in paths:
            try:
                yield read(path, repair=repair)
            except UnreadableSource as unreadable:
                yield unreadable
