"""From what a user types to bytes: folders and globs in sorted order, errors in plain words."""

from __future__ import annotations

import glob
import sys
from pathlib import Path

from orgraph.errors import UnreadableSource

STDIN = "-"
# What a folder is searched for; a .html, .json or .ldif is read where it is named, for a folder may hold any.
SUFFIXES = (".csv", ".docx", ".md", ".pdf", ".tsv", ".txt", ".xls", ".xlsm", ".xlsx")
# Formats that are text to a computer and no description to a reader.
_OTHERS = (".graphml", ".jsonld", ".nq", ".nt", ".owl", ".rdf", ".svg", ".trig", ".ttl", ".xml")
_NO_SOURCE = "no source: orgraph reads texts (.md, .txt, .docx, .pdf, .html) and tables"
MAX_BYTES = 16 * 1024 * 1024
MAX_TABLE_BYTES = 512 * 1024 * 1024


def expand(source: str) -> list[str]:
    """The files that one argument names; a folder is walked, a pattern matched, both sorted."""
    if source == STDIN:
        return [source]
    path = Path(source)
    try:
        if path.is_dir():
            return _within(path, source)
        if not path.exists() and glob.has_magic(source):
            return _matching(source)
    except (OSError, ValueError) as problem:
        raise UnreadableSource(source, _reason(problem)) from problem
    return [source]


def read_bytes(source: str, *, table: bool = False) -> bytes:
    """The bytes of a file or of standard input; a table may be larger than a text."""
    most = MAX_TABLE_BYTES if table else MAX_BYTES
    if source.lower().endswith(_OTHERS):
        raise UnreadableSource(
            name(source), "no source: orgraph reads texts (.md, .txt, .docx, .pdf, .html) and tables"
        )
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(most + 1)
    except (OSError, ValueError) as problem:
        raise UnreadableSource(name(source), _reason(problem)) from problem
    if len(data) > most:
        raise UnreadableSource(name(source), f"larger than {most // 2**20} MiB; split it")
    return data


def name(source: str) -> str:
    """How a source is called everywhere: the path as given, with forward slashes; a byte that is no text as \\xff."""
    if source == STDIN:
        return "<stdin>"
    return Path(source).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _within(folder: Path, source: str) -> list[str]:
    found = sorted(path.as_posix() for path in folder.rglob("*") if _is_source(path, folder))
    if not found:
        raise UnreadableSource(source, f"a folder without sources ({', '.join(SUFFIXES)})")
    return found


def _is_source(path: Path, folder: Path) -> bool:
    """A text that is not hidden: what begins with a full stop belongs to another tool."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in SUFFIXES and path.is_file()


def _matching(pattern: str) -> list[str]:
    found = sorted(path for path in glob.glob(pattern, recursive=True) if Path(path).is_file())
    if not found:
        raise UnreadableSource(pattern, "no file matches this pattern")
    return found


def _reason(problem: OSError | ValueError) -> str:
    return (problem.strerror or str(problem)) if isinstance(problem, OSError) else str(problem)
