"""LDIF: a directory entry is a row, an attribute a column; of an attribute with several values the first counts."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from orgraph.errors import UnreadableSource
from orgraph.model import Document
from orgraph.read._decode import decode
from orgraph.read._table import one_sheet


def ldif(data: bytes, source: str) -> Document:
    """A document with one sheet, after RFC 2849: folded lines are joined, base64 values decoded."""
    text, encoding = decode(data, source)
    entries = list(_entries(text.removeprefix("\ufeff")))
    header = tuple(dict.fromkeys(name for entry in entries for name in entry))
    if "dn" not in header:
        raise UnreadableSource(source, "no LDIF: no entry begins with dn:")
    rows = (header, *(tuple(entry.get(name, "") for name in header) for entry in entries))
    return one_sheet(data, source, encoding, rows)


def _entries(text: str) -> Iterator[dict[str, str]]:
    entry: dict[str, str] = {}
    for line in _unfolded(text):
        if not line:
            if "dn" in entry:
                yield entry
            entry = {}
        elif not line.startswith("#"):
            name, _, value = line.partition(":")
            entry.setdefault(name.lower() if name.lower() == "dn" else name, _value(value))
    if "dn" in entry:
        yield entry


def _unfolded(text: str) -> Iterator[str]:
    """Lines with their continuations, which begin with a space."""
    parts: list[str] = []
    for line in text.splitlines():
        if line.startswith(" ") and parts:
            parts.append(line[1:])
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
    yield "".join(parts)


def _value(text: str) -> str:
    if not text.startswith(":"):
        return text.strip()
    try:
        return base64.b64decode(text[1:].strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""  # a photograph, not a text
